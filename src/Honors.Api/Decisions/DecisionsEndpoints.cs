using Honors.Api.Accounts;
using Honors.Api.Awards;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Decisions;
using Honors.Domain.Files;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Decisions;

internal static class DecisionsEndpoints
{
    public static void MapDecisions(this IEndpointRouteBuilder api)
    {
        var decisions = api.MapGroup("/decisions").WithTags("Decisions");

        decisions.MapGet("/", List).WithName("listDecisions");
        decisions.MapGet("/{id:guid}", Get).WithName("getDecision");
        decisions.MapGet("/{id:guid}/missing", Missing).WithName("getMissingOfDecision");
        decisions.MapPost("/", Draft).WithName("draftDecision").RequireRight(Right.Decide);
        decisions.MapPut("/{id:guid}", Replace).WithName("replaceDecision").RequireRight(Right.Decide);
        decisions.MapDelete("/{id:guid}", Delete).WithName("deleteDecision").RequireRight(Right.Decide);
        decisions.MapPost("/{id:guid}/confirmation", Confirm).WithName("confirmDecision").RequireRight(Right.Decide);
        decisions.MapPost("/{id:guid}/withdrawal", Withdraw).WithName("withdrawDecision").RequireRight(Right.Decide);
    }

    /// <summary>Lists decisions, those of the newest documents first.</summary>
    /// <remarks>Drafts are seen by the office that enters them alone; confirmed ones also by the offices above it, the granting bodies and who nominated or examined. Of confidential cases by that office and the granting bodies alone.</remarks>
    /// <param name="status">Only in this state.</param>
    /// <param name="titleId">Only of this title.</param>
    /// <param name="bodyId">Only of this granting body.</param>
    /// <param name="nominationId">Only those that name this nomination.</param>
    /// <param name="from">Only documents of this day or later.</param>
    /// <param name="to">Only documents of this day or earlier.</param>
    private static async Task<Ok<Page<DecisionLine>>> List(
        [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct,
        Word<DecisionStatus>? status = null, Guid? titleId = null, Guid? bodyId = null, Guid? nominationId = null, DateOnly? from = null, DateOnly? to = null)
    {
        var (first, last) = (from is { } f ? LocalDate.FromDateOnly(f) : (LocalDate?)null, to is { } t ? LocalDate.FromDateOnly(t) : (LocalDate?)null);
        var found = db.Decisions.WhereIs(d => d.Status, status).Where(d => titleId == null || d.TitleId == titleId);
        if (bodyId is not null) found = found.Where(d => d.Bodies.Any(b => b.Id == bodyId));
        if (nominationId is not null) found = found.Where(d => d.Entries.Any(e => e.NominationId == nominationId));
        if (first is not null) found = found.Where(d => d.DecidedOn >= first);
        if (last is not null) found = found.Where(d => d.DecidedOn <= last);
        return TypedResults.Ok(await found.ToPage(page, DecisionLine.From, ct));
    }

    /// <summary>Shows one decision.</summary>
    private static async Task<Results<Ok<DecisionResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { } decision
            ? TypedResults.Ok(await Answer(decision, db, ct))
            : TypedResults.NotFound();

    /// <summary>Says all that still stands before the confirmation of a draft, each in words; nothing of a decision that is settled.</summary>
    private static async Task<Results<Ok<DecisionMissingResponse>, NotFound>> Missing(Guid id, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } decision) return TypedResults.NotFound();
        if (decision.Status is not DecisionStatus.Draft) return TypedResults.Ok(DecisionMissingResponse.Of([]));

        var cases = await db.CasesOf(decision, ChinaTime.Today(clock.GetCurrentInstant()), ct);
        return TypedResults.Ok(DecisionMissingResponse.Of(decision.Missing(await TitleOf(decision, db, ct), cases, await db.GivenInTheYearOf(decision, ct))));
    }

    /// <summary>Enters a decision from the granting body's document; it has no effect until a second person confirms it.</summary>
    /// <remarks>
    /// Needs `decide` in the title's owner itself; refused to a program (`decision.no-person-behind`). It names accepted nominations of one title: all of
    /// them confidential, or none (`decision.mixed-secrecy`).
    /// </remarks>
    private static async Task<Created<DecisionResponse>> Draft(DecisionRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await db.Titles.MustHold(request.TitleId, "titleId", ct);
        var title = await db.Titles.SingleAsync(t => t.Id == request.TitleId, ct);
        var by = caller.ActsFor(Right.Decide, title.OwnerId);
        var id = Guid.CreateVersion7();
        var decision = Decision.Draft(id, title, request.ToFacts(), await Named(request, db, ct), by, caller.Actor, clock.GetCurrentInstant());
        await Give(request.ScanId, decision, caller, db, ct);

        db.Add(decision);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/decisions/{id}", DecisionResponse.Of(decision, []));
    }

    /// <summary>Rewrites a draft.</summary>
    /// <remarks>Needs `decide` in the title's owner itself. Whoever rewrites it has entered it, and so has everybody before: none of them confirms it.</remarks>
    private static async Task<Results<Ok<DecisionResponse>, NotFound>> Replace(
        Guid id, DecisionRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Decisions.FindAsync([id], ct) is not { } decision) return TypedResults.NotFound();

        caller.RequireInThese(Right.Decide, decision.RecordedBy);
        ifMatch.Require(decision.Version);
        Fixed.Member("titleId", request.TitleId, decision.TitleId);
        var scan = decision.ScanId;
        decision.Replace(request.ToFacts(), await Named(request, db, ct), caller.Actor, clock.GetCurrentInstant());
        if (request.ScanId != scan) await Give(request.ScanId, decision, caller, db, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DecisionResponse.Of(decision, []));
    }

    /// <summary>Deletes a draft.</summary>
    /// <remarks>
    /// Needs `decide` in the title's owner itself, of the account that wrote all of it (`draft.not-yours`, 409); what was confirmed or taken back is kept (`draft.kept`, 409). The scan is its
    /// recorder's draft again.
    /// </remarks>
    private static async Task<Results<NoContent, NotFound>> Delete(Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Decisions.FindAsync([id], ct) is not { } decision) return TypedResults.NotFound();

        caller.RequireInThese(Right.Decide, decision.RecordedBy);
        ifMatch.Honour(decision.Version);
        decision.RefuseDeletionBy(caller.Actor);

        await db.ReleaseFilesOf(id, ct);
        db.Remove(decision);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>Confirms a decision: all awards of its list are conferred in one commit, or none is.</summary>
    /// <remarks>
    /// Needs `decide` in the title's owner itself, and another human than whoever entered any part of it (`decision.own-entry`; where nobody else holds the right
    /// there, `decision.no-second-person`), than who nominated (`nomination.own-nomination`) and than who is honoured (`nomination.own-case`). While something is
    /// missing it is refused once, naming all of it (`decision.not-ready`): a notice or its days for post run, an objection is open, a check, an opinion, the
    /// finding, a recommendation or its answer, the document's number or an exemption is missing, the quota is passed, or the title was given before. For as long as the
    /// procedure says (`publicity`), what was printed is the ground for showing each person's name with this award.
    /// </remarks>
    private static async Task<Results<Ok<DecisionResponse>, NotFound>> Confirm(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Decisions.FindAsync([id], ct) is not { } decision) return TypedResults.NotFound();

        caller.RequireInThese(Right.Decide, decision.RecordedBy);
        ifMatch.Honour(decision.Version);
        var now = clock.GetCurrentInstant();
        var cases = await db.CasesOf(decision, ChinaTime.Today(now), ct);
        var awards = decision.Confirm(
            await TitleOf(decision, db, ct), cases, await db.GivenInTheYearOf(decision, ct),
            await IsAlone(decision, caller, now, db, ct), await db.WorkingCalendar(ct), caller.Actor, now);

        db.AddRange(awards);
        await db.ShowAsPrinted(decision, awards, cases, caller.Actor, now, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DecisionResponse.Of(decision, [.. awards.Select(a => a.Id)]));
    }

    /// <summary>Takes a draft back (撤回): it is kept, and its cases are free for another decision.</summary>
    /// <remarks>Needs `decide` in the title's owner itself.</remarks>
    private static async Task<Results<Ok<DecisionResponse>, NotFound>> Withdraw(
        Guid id, DecisionWithdrawalRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Decisions.FindAsync([id], ct) is not { } decision) return TypedResults.NotFound();

        caller.RequireInThese(Right.Decide, decision.RecordedBy);
        ifMatch.Honour(decision.Version);
        decision.Withdraw(request.Reason, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DecisionResponse.Of(decision, []));
    }

    private static async Task<DecisionResponse> Answer(Decision decision, HonorsDb db, CancellationToken ct) => DecisionResponse.Of(
        decision, await db.Awards.Where(a => a.DecisionId == decision.Id).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct));

    private static Task<Title> TitleOf(Decision decision, HonorsDb db, CancellationToken ct) => db.Titles.AsNoTracking().SingleAsync(t => t.Id == decision.TitleId, ct);

    /// <summary>The nominations that it names, in any order; what else it names must exist too.</summary>
    private static async Task<List<Nomination>> Named(DecisionRequest request, HonorsDb db, CancellationToken ct)
    {
        var ids = request.Entries.Select(e => e.NominationId).ToList();
        await db.Organizations.MustHoldAll(request.BodyIds, "bodyIds", ct);
        await db.Nominations.MustHoldAll(ids, "entries", ct, "nominationId");
        for (var i = 0; i < request.Entries.Count; i++)
        {
            await db.Teams().MustHoldAll(request.Entries[i].TeamIds ?? [], $"entries[{i}].teamIds", ct);
            await db.VillageAssignments.MustHoldAll(request.Entries[i].VillageAssignmentIds ?? [], $"entries[{i}].villageAssignmentIds", ct);
        }

        return await db.Nominations.AsNoTracking().Include(n => n.Case).Where(n => ids.Contains(n.Id)).ToListAsync(ct);
    }

    /// <summary>Whether no other human holds the right to decide in the office today, so that nobody there could confirm.</summary>
    private static async Task<bool> IsAlone(Decision decision, Caller caller, Instant now, HonorsDb db, CancellationToken ct)
    {
        var own = caller.Actor.MergedIds.Append(caller.Actor.PersonId!.Value).ToList();
        return !await db.Accounts.Everyones().AnyAsync(
            a => a.Kind == AccountKind.Person && a.SuspendedAt == null && a.PersonId != null && !own.Contains(a.PersonId.Value)
                && a.Grants.Any(g => g.Right == Right.Decide && g.OrganizationId == decision.RecordedBy && g.From <= now && (g.Until == null || now < g.Until)), ct);
    }

    /// <summary>Gives an uploaded scan to the decision, whose rights it has from then on.</summary>
    private static async Task Give(Guid? scanId, Decision decision, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (scanId is null) return;

        var file = await db.Files.FindAsync([scanId], ct) ?? throw References.Missing("scanId");
        caller.Require(Right.Record, file);
        file.LinkTo(FileOwner.Decision, decision.Id);
    }
}
