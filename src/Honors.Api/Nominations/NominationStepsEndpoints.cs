using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.Titles;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>What is done to a nomination: handed in by its body; accepted, returned or refused by the title's owner.</summary>
internal static class NominationStepsEndpoints
{
    public static void MapSteps(this IEndpointRouteBuilder nominations)
    {
        nominations.MapPost("/{id:guid}/submission", Submit).WithName("submitNomination");
        nominations.MapPost("/{id:guid}/acceptance", Accept).WithName("acceptNomination").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/return", Return).WithName("returnNomination").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/refusal", Refuse).WithName("refuseNomination").RequireRight(Right.Verify);
    }

    /// <summary>Submits a nomination (提交), or submits it again once completed.</summary>
    /// <remarks>
    /// Needs `nominate` in the body that nominates; whoever nominated themself needs none. From here on it goes by the procedure that holds today, whatever changes later. Where the procedure asks for
    /// something that is missing, the refusal (409) names the rule and the member that would satisfy it.
    /// </remarks>
    private static async Task<Results<Ok<NominationResponse>, NotFound>> Submit(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Nominations.FindAsync([id], ct) is not { } nomination) return TypedResults.NotFound();

        caller.RequireNominatorOf(nomination);
        ifMatch.Honour(nomination.Version);
        var now = clock.GetCurrentInstant();
        var procedure = await ProcedureOf(nomination, db, now, ct) ?? throw NominationRules.NoProcedure();
        nomination.Submit(
            procedure, await HistoryOf(
                nomination, nomination.PersonId, nomination.OrganizationId, [.. nomination.Members.Select(m => m.PersonId)], [.. nomination.Deeds.Select(l => l.Id)], procedure, db, ct),
            await db.WorkingCalendar(ct), caller.Actor, now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(NominationResponse.Of(nomination));
    }

    /// <summary>Accepts a nomination (受理): it becomes a case.</summary>
    /// <remarks>Needs `verify` in the title's owner. Refused to whoever drafted, completed or submitted it, and to the nominee.</remarks>
    private static Task<Results<Ok<NominationResponse>, NotFound>> Accept(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Answer(id, ifMatch, caller, db, async nomination =>
        {
            var now = clock.GetCurrentInstant();
            nomination.Accept((await ProcedureOf(nomination, db, now, ct))!, await db.WorkingCalendar(ct), caller.Actor, now);
        }, ct);

    /// <summary>Returns a nomination for completion (退回补正), once.</summary>
    /// <remarks>Needs `verify` in the title's owner. A second return is refused (`nomination.returned-before`, 409).</remarks>
    private static Task<Results<Ok<NominationResponse>, NotFound>> Return(
        Guid id, ReturnRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Answer(id, ifMatch, caller, db, async nomination =>
        {
            var now = clock.GetCurrentInstant();
            nomination.Return(request.Missing, (await ProcedureOf(nomination, db, now, ct))!, await db.WorkingCalendar(ct), caller.Actor, now);
        }, ct);

    /// <summary>Refuses a nomination (不予受理), with the reason.</summary>
    /// <remarks>
    /// Needs `verify` in the title's owner. Where a citizen recommended, `told` is needed (`nomination.citizen-not-told`, 422): the citizen learns that alone.
    /// </remarks>
    private static Task<Results<Ok<NominationResponse>, NotFound>> Refuse(
        Guid id, RefusalRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Answer(id, ifMatch, caller, db, async nomination =>
        {
            await db.Organizations.MustHold(request.PassedToId, "passedToId", ct);
            var now = clock.GetCurrentInstant();
            nomination.Refuse(
                request.Reason, (await ProcedureOf(nomination, db, now, ct))!, await db.WorkingCalendar(ct), caller.Actor, now, request.Told, request.PassedToId);
        }, ct);

    private static async Task<Results<Ok<NominationResponse>, NotFound>> Answer(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, Func<Nomination, Task> act, CancellationToken ct)
    {
        if (await db.Nominations.FindAsync([id], ct) is not { } nomination) return TypedResults.NotFound();

        caller.RequireIn(Right.Verify, await db.Organizations.SingleAsync(o => o.Id == nomination.OwnerId, ct));
        ifMatch.Honour(nomination.Version);
        // A draft has no procedure yet; that it cannot be answered is the nomination's own word.
        await act(nomination);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(NominationResponse.Of(nomination));
    }

    /// <summary>The version that holds for the case; for a draft, the one that holds today.</summary>
    internal static Task<Procedure?> ProcedureOf(Nomination nomination, HonorsDb db, Instant now, CancellationToken ct) => nomination.ProcedureId is { } kept
        ? db.Procedures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == kept, ct)
        : db.Procedures.AsNoTracking().Where(p => p.TitleId == nomination.TitleId).HoldingOn(ChinaTime.Today(now)).SingleOrDefaultAsync(ct);

    /// <remarks>
    /// Awards are asked for beyond what the nominator may see: whether somebody had a title already does not depend on who asks. A confidential one is not there for
    /// who may not see it; the decision asks again. An ad hoc group is its members: what these very people were given as a group is its own.
    /// </remarks>
    /// <param name="members">Of an ad hoc group.</param>
    internal static async Task<NomineeHistory> HistoryOf(
        Nomination nomination, Guid? person, Guid? body, IReadOnlyList<Guid> members, IReadOnlyList<Guid> deeds, Procedure procedure, HonorsDb db, CancellationToken ct)
    {
        var required = procedure.Facts.RequiredTitleIds;
        var size = members.Count;
        var ofNominee = db.Awards.Where(a => a.Status == AwardStatus.Confirmed
            && ((a.PersonId != null && a.PersonId == person) || (a.OrganizationId != null && a.OrganizationId == body)
                || (size > 0 && a.GroupName != null && a.Members.Count == size && !a.Members.Any(m => !members.Contains(m.PersonId)))));
        var own = await ofNominee.Where(a => a.Confidential).Select(a => a.Id).ToListAsync(ct);
        var awards = ofNominee.IgnoreQueryFilters([HonorsDb.Visible]).Where(a => !a.Confidential || own.Contains(a.Id));
        return new NomineeHistory(
            required is not [] && (await awards.AnyAsync(a => required.Contains(a.TitleId), ct)
                || (size > 0 && await db.Awards.Everyones()
                    .Where(a => a.Status == AwardStatus.Confirmed && !a.Confidential && required.Contains(a.TitleId) && a.PersonId != null && members.Contains(a.PersonId.Value))
                    .Select(a => a.PersonId).Distinct().CountAsync(ct) == size)),
            await awards.Where(a => a.TitleId == nomination.TitleId).Select(a => a.ConferredOn.Latest).ToListAsync(ct),
            await db.Deeds.Where(d => deeds.Contains(d.Id)).MinAsync(d => d.When.Latest, ct),
            await db.Nominations.CountAsync(n => n.ProcedureId == procedure.Id && n.RecordedBy == nomination.RecordedBy && n.Id != nomination.Id
                && n.Nominator != NominatorKind.Person && n.Nominator != NominatorKind.Citizen, ct));
    }
}
