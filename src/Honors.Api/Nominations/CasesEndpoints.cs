using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Files;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>Cases to read, and how every act on one is handled.</summary>
internal static class CasesEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder api, IEndpointRouteBuilder nominations)
    {
        api.MapGroup("/cases").WithTags("Nominations").MapGet("/", List).WithName("listCases");
        nominations.MapGet("/{id:guid}/case", Get).WithName("getCase");
        nominations.MapCaseMergers();
        nominations.MapDepartmentalChecks();
        nominations.MapExpertReviews();
        nominations.MapFindings();
        nominations.MapExemptions();
        nominations.MapSendingUp();
    }

    /// <summary>Lists cases, newest first; by `waitsFor`, `dueBy` and `late` the desk's own list.</summary>
    /// <param name="stage">Only in this stage.</param>
    /// <param name="titleId">Only for this title.</param>
    /// <param name="waitsFor">Only those that wait for this side.</param>
    /// <param name="dueBy">Only those whose finding is due on this day or earlier.</param>
    /// <param name="late">Only those whose day is over (`true`) or not (`false`).</param>
    /// <param name="checkLate">Only those where a department is late with its answer (`true`) or none is (`false`).</param>
    private static async Task<Ok<Page<CaseLine>>> List(
        [AsParameters] PageQuery page, HonorsDb db, IClock clock, CancellationToken ct,
        Word<CaseStage>? stage = null, Guid? titleId = null, Word<WaitsFor>? waitsFor = null, DateOnly? dueBy = null, bool? late = null, bool? checkLate = null)
    {
        var today = ChinaTime.Today(clock.GetCurrentInstant());
        var lastDue = dueBy is { } day ? LocalDate.FromDateOnly(day) : (LocalDate?)null;
        var found = db.Cases.WhereIs(c => c.Stage, stage).WhereIs(c => c.WaitsFor, waitsFor).Where(c => titleId == null || c.TitleId == titleId);
        if (lastDue is not null) found = found.Where(c => c.DueOn <= lastDue);
        if (late is not null) found = found.Where(c => (c.DueOn != null && c.DueOn < today) == late);
        if (checkLate is not null) found = found.Where(c => c.Checks.Any(k => k.AnsweredOn == null && k.DueOn != null && k.DueOn < today) == checkLate);
        return TypedResults.Ok(await found.ToPage(page, CaseLine.From, ct));
    }

    /// <summary>Shows the case of a nomination: every step, check, opinion and stop, and all that still stands before the decision.</summary>
    /// <remarks>
    /// Seen by the body that nominates, the title's owner, a department that was asked (unless it is confidential), and the higher office once it was sent up.
    /// 404 also while the nomination is not accepted.
    /// </remarks>
    private static async Task<Results<Ok<CaseResponse>, NotFound>> Get(Guid id, HonorsDb db, IClock clock, CancellationToken ct) =>
        await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } opened
            ? TypedResults.Ok(await Answer(opened, await ProcedureOf(opened, db, ct), db, clock, ct))
            : TypedResults.NotFound();

    /// <summary>Loads the case, lets it act, saves and answers.</summary>
    /// <param name="act">Answers false where it finds no such part of the case.</param>
    /// <param name="other">A body beside the owner whose own account may do it.</param>
    internal static async Task<Results<Ok<CaseResponse>, NotFound>> Handle(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, Func<Case, Handling, Task<bool>> act, CancellationToken ct, Func<Case, Guid?>? other = null)
    {
        if (await db.Nominations.Include(n => n.Case).SingleOrDefaultAsync(n => n.Id == id, ct) is not { } nomination) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, nomination.OwnerId, nomination.Case is { } seen ? other?.Invoke(seen) : null);
        var opened = nomination.Case ?? throw CaseRules.NotOpened(nomination.Status);
        ifMatch.Honour(opened.Version);
        var procedure = await ProcedureOf(opened, db, ct);
        var handling = new Handling(nomination, procedure, await db.WorkingCalendar(ct), caller.Actor, clock.GetCurrentInstant());
        if (!await act(opened, handling)) return TypedResults.NotFound();

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await Answer(opened, procedure, db, clock, ct));
    }

    /// <inheritdoc cref="Handle(Guid, IfMatch, Caller, HonorsDb, IClock, Func{Case, Handling, Task{bool}}, CancellationToken, Func{Case, Guid?}?)"/>
    internal static Task<Results<Ok<CaseResponse>, NotFound>> Handle(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, Action<Case, Handling> act, CancellationToken ct, Func<Case, Guid?>? other = null) =>
        Handle(id, ifMatch, caller, db, clock, (opened, by) =>
        {
            act(opened, by);
            return Task.FromResult(true);
        }, ct, other);

    /// <summary>Gives an uploaded file to the case, whose rights it has from then on.</summary>
    internal static async Task Give(Guid? fileId, Case opened, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (fileId is null) return;

        var file = await db.Files.FindAsync([fileId], ct) ?? throw References.Missing("fileId");
        caller.Require(Right.Record, file);
        file.LinkTo(FileOwner.Case, opened.Id);
    }

    private static async Task<ProcedureFacts> ProcedureOf(Case opened, HonorsDb db, CancellationToken ct) =>
        (await db.Procedures.AsNoTracking().SingleAsync(p => p.Id == opened.ProcedureId, ct)).Facts;

    private static async Task<CaseResponse> Answer(Case opened, ProcedureFacts procedure, HonorsDb db, IClock clock, CancellationToken ct) => CaseResponse.Of(
        opened, procedure, opened.Likes is 0 ? [] : await db.Cases.Where(c => c.MergedIntoId == opened.Id).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct),
        db.Sight, ChinaTime.Today(clock.GetCurrentInstant()));
}
