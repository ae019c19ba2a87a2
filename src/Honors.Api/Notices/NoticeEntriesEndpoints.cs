using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Notices;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Honors.Api.Notices;

/// <summary>What stands on a notice, and what becomes of it.</summary>
internal static class NoticeEntriesEndpoints
{
    public static void MapNoticeEntries(this IEndpointRouteBuilder notices)
    {
        notices.MapPost("/{id:guid}/entries", Add).WithName("addNoticeEntry").RequireRight(Right.Decide);
        notices.MapPost("/{id:guid}/entries/{entryId:guid}/change", Change).WithName("changeNoticeEntry").RequireRight(Right.Decide);
        notices.MapPost("/{id:guid}/entries/{entryId:guid}/correction", Correct).WithName("proposeNoticeCorrection").RequireRight(Right.Decide);
        notices.MapPost("/{id:guid}/entries/{entryId:guid}/correction/confirmation", Confirm).WithName("confirmNoticeCorrection").RequireRight(Right.Decide);
        notices.MapPost("/{id:guid}/entries/{entryId:guid}/removal", Remove).WithName("removeNoticeEntry").RequireRight(Right.Decide);
    }

    /// <summary>Sets a case on the list of a draft.</summary>
    /// <remarks>
    /// Needs `decide` in the title's owner itself. Refused with all that is missing (`notice.entry-not-ready`): what still stands before the case's notice, and the consent to it,
    /// of a minor the guardian's, of the dead the near kin's. A confidential case never enters a notice (`notice.confidential`).
    /// </remarks>
    private static Task<Results<Ok<NoticeResponse>, NotFound>> Add(
        Guid id, NoticeEntryRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        NoticesEndpoints.Handle(id, caller, db, clock, async (notice, _, now) =>
        {
            ifMatch.Honour(notice.Version);
            var of = (await db.CasesOf([request.CaseId], ct)).SingleOrDefault() ?? throw References.Missing("caseId");
            notice.Add(Guid.CreateVersion7(), of, request.ToPrinted(), caller.Actor, now);
            return true;
        }, ct);

    /// <summary>Changes the name, the unit or the deed of an entry before the public: its period begins anew and then ends later than the list.</summary>
    /// <remarks>Needs `decide` in the title's owner itself; refused to whoever nominated or is nominated in the case, and once its last day is over (`notice.not-running`).</remarks>
    private static Task<Results<Ok<NoticeResponse>, NotFound>> Change(
        Guid id, Guid entryId, EntryChangeRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Act(id, entryId, ifMatch, caller, db, clock,
            (notice, of, calendar, now) => notice.Change(entryId, of, request.ToPrinted(), request.Reason, calendar, caller.Actor, now), ct);

    /// <summary>Puts forward the correction of a slip of the pen; nothing printed changes until a second person marks it as one.</summary>
    /// <remarks>Needs `decide` in the title's owner itself; refused as a change is. A later one takes its place.</remarks>
    private static Task<Results<Ok<NoticeResponse>, NotFound>> Correct(
        Guid id, Guid entryId, EntryChangeRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Act(id, entryId, ifMatch, caller, db, clock,
            (notice, of, _, now) => notice.ProposeCorrection(entryId, of, request.ToPrinted(), request.Reason, caller.Actor, now), ct);

    /// <summary>Marks the correction that waits as a slip of the pen: it is printed, and the period goes on.</summary>
    /// <remarks>Needs `decide` in the title's owner itself, of another human than whoever put it forward (`notice.own-correction`).</remarks>
    private static Task<Results<Ok<NoticeResponse>, NotFound>> Confirm(
        Guid id, Guid entryId, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Act(id, entryId, ifMatch, caller, db, clock, (notice, of, _, now) => notice.ConfirmCorrection(entryId, of, caller.Actor, now), ct);

    /// <summary>Takes an entry out of the list (移出公示); of a draft without a trace.</summary>
    /// <remarks>Needs `decide` in the title's owner itself; refused to whoever nominated or is nominated in the case.</remarks>
    private static Task<Results<Ok<NoticeResponse>, NotFound>> Remove(
        Guid id, Guid entryId, EntryRemovalRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Act(id, entryId, ifMatch, caller, db, clock, (notice, of, calendar, now) => notice.Remove(entryId, of, request.Reason, calendar, caller.Actor, now), ct);

    private static Task<Results<Ok<NoticeResponse>, NotFound>> Act(
        Guid id, Guid entryId, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, Action<Notice, NoticeCase, WorkingCalendar, Instant> act, CancellationToken ct) =>
        NoticesEndpoints.Handle(id, caller, db, clock, async (notice, calendar, now) =>
        {
            ifMatch.Honour(notice.Version);
            if (notice.Entries.FirstOrDefault(e => e.Id == entryId) is not { } entry) return false;

            act(notice, (await db.CasesOf([entry.CaseId], ct)).Single(), calendar, now);
            return true;
        }, ct);
}
