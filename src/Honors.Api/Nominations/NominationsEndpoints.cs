using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

internal static class NominationsEndpoints
{
    public static void MapNominations(this IEndpointRouteBuilder api)
    {
        var nominations = api.MapGroup("/nominations").WithTags("Nominations");

        nominations.MapGet("/", List).WithName("listNominations");
        nominations.MapGet("/{id:guid}", Get).WithName("getNomination");
        nominations.MapPost("/", Draft).WithName("draftNomination");
        nominations.MapPut("/{id:guid}", Replace).WithName("replaceNomination");
        nominations.MapSteps();
        api.MapCases(nominations);
        nominations.MapSenders();
        nominations.MapAppeals();
        nominations.MapDesk();
        api.MapGroup("/statistics").WithTags("Statistics").MapGet("/nominations", Count).WithName("countNominations");
    }

    /// <summary>Lists nominations, newest first; by `waitsFor`, `dueBy` and `late` the desk's own list.</summary>
    /// <param name="titleId">Only for this title.</param>
    /// <param name="personId">Only of this nominee.</param>
    /// <param name="status">Only in this state.</param>
    /// <param name="waitsFor">Only those that wait for this side.</param>
    /// <param name="dueBy">Only those due on this day or earlier.</param>
    /// <param name="late">Only those whose day is over (`true`) or not (`false`).</param>
    private static async Task<Ok<Page<NominationResponse>>> List(
        [AsParameters] PageQuery page, HonorsDb db, IClock clock, CancellationToken ct,
        Guid? titleId = null, Guid? personId = null, Word<NominationStatus>? status = null, Word<WaitsFor>? waitsFor = null, DateOnly? dueBy = null, bool? late = null)
    {
        var today = ChinaTime.Today(clock.GetCurrentInstant());
        var lastDue = dueBy is { } day ? LocalDate.FromDateOnly(day) : (LocalDate?)null;
        var found = db.Nominations.WhereIs(n => n.Status, status).WhereIs(n => n.WaitsFor, waitsFor)
            .Where(n => (titleId == null || n.TitleId == titleId) && (personId == null || n.PersonId == personId));
        if (lastDue is not null) found = found.Where(n => n.DueOn <= lastDue);
        if (late is not null) found = found.Where(n => (n.DueOn != null && n.DueOn < today) == late);
        return TypedResults.Ok(await found.ToPage(page, NominationResponse.From, ct));
    }

    /// <summary>Shows one nomination with every step taken.</summary>
    private static async Task<Results<Ok<NominationResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Nominations.Where(n => n.Id == id).Select(NominationResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Drafts a nomination in a body's name, or of oneself (自荐, `self`); only that body, or that person, sees the draft.</summary>
    /// <remarks>
    /// Needs `nominate` in the body. Any human nominates themself, and nobody else so (`nomination.not-oneself`, 422); whether the procedure takes it is
    /// said when it is submitted.
    /// </remarks>
    private static async Task<Created<NominationResponse>> Draft(NominationRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (request.Self is not true && !caller.Holds(Right.Nominate)) throw RightsRules.NotInThisBody(Right.Nominate);
        if (request is { Self: true, RecordedBy: not null }) throw NominationRules.SelfInNoBody();
        await CheckReferences(request, db, ct);
        var title = await db.Titles.SingleAsync(t => t.Id == request.TitleId, ct);
        var (id, now) = (Guid.CreateVersion7(), clock.GetCurrentInstant());
        var nomination = request.Self is true
            ? Nomination.DraftOwn(id, title, request.ToFacts(), await OwnerOf(title, db, ct), caller.Actor, now)
            : await DraftForBody(id, title, request, caller, db, now, ct);

        db.Add(nomination);
        await nomination.TakeFiles(db, caller, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/nominations/{nomination.Id}", NominationResponse.Of(nomination));
    }

    /// <summary>Rewrites a draft, or completes a nomination that was returned, or what a citizen recommended (核实补充).</summary>
    /// <remarks>
    /// Needs `nominate` in the body that nominates; whoever nominated themself needs none. A citizen's recommendation is completed with `record` in the
    /// title's owner and at once with all that the procedure asks; whoever completed it does not answer it (`nomination.own-nomination`, 409).
    /// </remarks>
    private static async Task<Results<Ok<NominationResponse>, NotFound>> Replace(
        Guid id, NominationRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Nominations.FindAsync([id], ct) is not { } nomination) return TypedResults.NotFound();

        caller.RequireNominatorOf(nomination);
        ifMatch.Require(nomination.Version);
        Fixed.Member("titleId", request.TitleId, nomination.TitleId);
        Fixed.Member("recordedBy", request.RecordedBy, nomination.RecordedBy);
        Fixed.Member("self", request.Self, nomination.NominatorPersonId is not null);
        await CheckReferences(request, db, ct);
        if (nomination.Nominator is NominatorKind.Citizen) await Complete(nomination, request.ToFacts(), caller, db, clock.GetCurrentInstant(), ct);
        else nomination.Replace(request.ToFacts(), caller.Actor, clock.GetCurrentInstant());
        await nomination.TakeFiles(db, caller, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(NominationResponse.Of(nomination));
    }

    /// <summary>Counts the nominations that the caller may see, by what became of them; every dimension adds up to the total.</summary>
    /// <remarks>One query counts them once for all dimensions, so that no other act comes between two of them.</remarks>
    /// <param name="titleId">Only for this title.</param>
    /// <param name="from">Only those first submitted on this day or later.</param>
    /// <param name="to">Only those first submitted on this day or earlier.</param>
    private static async Task<Ok<NominationFiguresResponse>> Count(
        HonorsDb db, CancellationToken ct, Guid? titleId = null, DateOnly? from = null, DateOnly? to = null)
    {
        var (first, last) = (from is { } f ? LocalDate.FromDateOnly(f) : (LocalDate?)null, to is { } t ? LocalDate.FromDateOnly(t) : (LocalDate?)null);
        var counted = db.Nominations.Where(n => n.SubmittedOn != null && (titleId == null || n.TitleId == titleId));
        if (first is not null) counted = counted.Where(n => n.SubmittedOn >= first);
        if (last is not null) counted = counted.Where(n => n.SubmittedOn <= last);
        return TypedResults.Ok(NominationFiguresResponse.Of(await counted.GroupBy(n => new
        {
            n.Nominator,
            n.Status,
            n.AnsweredInTime,
            n.TitleId,
            n.SubmittedOn,
            IsKey = n.Case != null && n.Case.Likes > 0,
            IsLike = n.Case != null && n.Case.MergedIntoId != null,
        })
            .Select(g => new Tally(g.Key.Nominator, g.Key.Status, g.Key.AnsweredInTime, g.Count(), g.Key.TitleId, g.Key.SubmittedOn!.Value, g.Key.IsKey, g.Key.IsLike)).ToListAsync(ct)));
    }

    private static async Task Complete(Nomination nomination, NominationFacts facts, Caller caller, HonorsDb db, Instant now, CancellationToken ct)
    {
        var procedure = (await NominationStepsEndpoints.ProcedureOf(nomination, db, now, ct))!;
        var history = await NominationStepsEndpoints.HistoryOf(nomination, facts.PersonId, facts.OrganizationId, facts.MemberIds, facts.DeedIds, procedure, db, ct);
        nomination.Complete(facts, procedure, history, caller.Actor, now);
    }

    private static async Task<Nomination> DraftForBody(
        Guid id, Title title, NominationRequest request, Caller caller, HonorsDb db, Instant now, CancellationToken ct)
    {
        var by = caller.ActsFor(Right.Nominate, request.RecordedBy);
        var kind = NominatorKinds.Of(await db.Organizations.Where(o => o.Id == by.Id).Select(o => o.Kind).SingleAsync(ct));
        return Nomination.Draft(id, title, request.ToFacts(), kind, by, caller.Actor, now);
    }

    internal static Task<RecordingBody> OwnerOf(Title title, HonorsDb db, CancellationToken ct) =>
        db.Organizations.Where(o => o.Id == title.OwnerId).Select(o => new RecordingBody(o.Id, o.DivisionCode)).SingleAsync(ct);

    private static async Task CheckReferences(NominationRequest request, HonorsDb db, CancellationToken ct)
    {
        await db.Titles.MustHold(request.TitleId, "titleId", ct);
        await db.People.MustHold(request.PersonId, "personId", ct);
        await db.People.MustHoldAll(request.MemberIds ?? [], "memberIds", ct);
        await db.Organizations.MustHold(request.OrganizationId, "organizationId", ct);
        await db.Deeds.MustHoldAll(request.DeedIds ?? [], "deedIds", ct);
        await db.Deployments.MustHoldAll(request.DeploymentIds ?? [], "deploymentIds", ct);
        await db.ServiceRecords.MustHoldAll(request.ServiceHourIds ?? [], "serviceHourIds", ct);
        await db.Awards.MustHoldAll(request.AwardIds ?? [], "awardIds", ct);
    }
}
