using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>单位核实: what units say of their people's hours, and the way of a dispute.</summary>
internal static class ConfirmationsEndpoints
{
    public static void MapConfirmations(this IEndpointRouteBuilder hours)
    {
        hours.MapGet("/{id:guid}/confirmations", List).WithName("listConfirmations");
        hours.MapPost("/{id:guid}/confirmation", Confirm).WithName("confirmServiceHours").RequireRight(Right.Confirm);
        hours.MapPost("/{id:guid}/confirmations/{confirmationId:guid}/reply", Reply).WithName("replyToDispute").RequireRight(Right.Record, Right.Verify);
        hours.MapPost("/{id:guid}/confirmations/{confirmationId:guid}/decision", Decide).WithName("decideDispute").RequireRight(Right.Verify);
        hours.MapPost("/{id:guid}/denial", Deny).WithName("denyServiceHours");
        hours.MapPost("/confirmations", ConfirmMany).WithName("confirmManyServiceHours").RequireRight(Right.Confirm);
        hours.MapPost("/verifications", VerifyMany).WithName("verifyManyServiceHours").RequireRight(Right.Verify);
    }

    /// <summary>Lists what units said of the hours, and what became of it.</summary>
    private static async Task<Results<Ok<IReadOnlyList<ConfirmationResponse>>, NotFound>> List(Guid id, HonorsDb db, CancellationToken ct)
    {
        if (!await db.ServiceRecords.AnyAsync(r => r.Id == id, ct)) return TypedResults.NotFound();

        var said = await db.UnitConfirmations.AsNoTracking().Where(c => c.ServiceRecordId == id).OrderBy(c => c.Id).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<ConfirmationResponse>>([.. said.Select(ConfirmationResponse.Of)]);
    }

    /// <summary>Says, as the unit, whether the hours are true (单位核实).</summary>
    /// <remarks>
    /// Needs `confirm` in the unit of an employment that was confirmed for that day; for the unit's head, in an office above the unit. Refused to programs,
    /// to the person themself and to whoever logged the hours. The record is not touched: `partly` and `untrue` are a dispute, which the recording body
    /// answers in ten working days (待定 where the year's calendar is not loaded). A later word replaces `true` and `unknown`, never a dispute. `If-Match`
    /// is the record's.
    /// </remarks>
    private static async Task<Results<Ok<ConfirmationResponse>, NotFound>> Confirm(
        Guid id, ConfirmationRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.ServiceRecords.FindAsync([id], ct) is not { } record) return TypedResults.NotFound();

        ifMatch.Honour(record.Version);
        var desk = await ConfirmationDesk.Open([record], caller, db, clock, ct);
        var confirmation = desk.Confirm(record, request.ToWord(), request.UnitId);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ConfirmationResponse.Of(confirmation));
    }

    /// <summary>Says, as the unit, of up to 200 records at once whether they are true.</summary>
    /// <remarks>Each row as at `/service-hours/{id}/confirmation`, with the version of the record in place of `If-Match`; one commit.</remarks>
    private static async Task<Ok<BatchResponse>> ConfirmMany(ConfirmationsRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        var records = await Batch.Load(db, request.Rows, ct);
        var desk = await ConfirmationDesk.Open(records.Values, caller, db, clock, ct);
        return await Batch.Run(request.Rows, request.Mode, records, (row, record) => desk.Confirm(record, row.ToWord(), row.UnitId), db, ct);
    }

    /// <summary>Answers a unit's dispute: agrees, or stands by the record.</summary>
    /// <remarks>
    /// Needs `record` or `verify` in the recording body or an office above it; to agree to less of verified hours, `verify` and somebody who neither logged
    /// nor gave them. Who agrees reverses the record (冲正) and logs what the unit leaves of it, which awaits verification; who does not sends it
    /// to the office above. Refused to programs, to the person, and to whoever spoke for the unit.
    /// </remarks>
    private static async Task<Results<Ok<ConfirmationResponse>, NotFound>> Reply(
        Guid id, Guid confirmationId, ReplyRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Find(id, confirmationId, db, ct) is not (var record, var confirmation)) return TypedResults.NotFound();

        if ((request.Agrees && record.Status is ServiceStatus.Verified) || !caller.May(Right.Record, record)) caller.Require(Right.Verify, record);
        ifMatch.Honour(confirmation.Version);
        var now = clock.GetCurrentInstant();
        if (request.Agrees) await Replace(confirmation, confirmation.Agree(Guid.CreateVersion7(), record, request.Reason, caller.Actor, now), db, ct);
        else confirmation.Disagree(record, request.Reason, caller.Actor, now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ConfirmationResponse.Of(confirmation));
    }

    /// <summary>Decides a dispute between a unit and the recording body (裁定).</summary>
    /// <remarks>
    /// Needs `verify` in an office above the recording body; once that body disagreed, or let the days for its answer pass. All minutes: the record
    /// stands and counts as confirmed; fewer: it is reversed and so many are logged in its place, which await verification. Refused to whoever spoke in
    /// the dispute, logged the hours or gave them.
    /// </remarks>
    private static async Task<Results<Ok<ConfirmationResponse>, NotFound>> Decide(
        Guid id, Guid confirmationId, DisputeDecisionRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Find(id, confirmationId, db, ct) is not (var record, var confirmation)) return TypedResults.NotFound();

        caller.RequireAbove(Right.Verify, record);
        ifMatch.Honour(confirmation.Version);
        var calendar = await db.WorkingCalendar(ct);
        await Replace(confirmation, confirmation.Decide(Guid.CreateVersion7(), record, request.Minutes, request.Reason, calendar, caller.Actor, clock.GetCurrentInstant()), db, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ConfirmationResponse.Of(confirmation));
    }

    /// <summary>Denies hours that one never gave (被志愿).</summary>
    /// <remarks>
    /// By the person alone. The hours are contested at once and count nothing until the recording body has reversed them, or the office above it has
    /// settled the contest at `/service-hours/{id}/settlement`. They wait in the queues of both. Denied once; what one logged oneself is reversed.
    /// </remarks>
    private static async Task<Results<Ok<ServiceHoursResponse>, NotFound>> Deny(
        Guid id, DenialRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.ServiceRecords.FindAsync([id], ct) is not { } record) return TypedResults.NotFound();

        ifMatch.Honour(record.Version);
        record.Deny(request.Reason, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ServiceHoursResponse.Of(record));
    }

    /// <summary>Verifies up to 200 records at once.</summary>
    /// <remarks>Each row as at `/service-hours/{id}/verification`, with the version of the record in place of `If-Match`; one commit.</remarks>
    private static async Task<Ok<BatchResponse>> VerifyMany(
        VerificationsRequest request, Caller caller, HonorsDb db, OverlapLimits limits, IClock clock, CancellationToken ct)
    {
        var records = await Batch.Load(db, request.Rows, ct);
        var desk = await VerificationDesk.Open(records.Values, caller, db, limits, ct);
        return await Batch.Run(request.Rows, request.Mode, records, Verify, db, ct);

        void Verify(VerificationRow row, ServiceRecord record)
        {
            desk.RefuseVerifier(record);
            record.Verify(caller.Actor, clock.GetCurrentInstant(), desk.SignsOf(record));
        }
    }

    private static async Task Replace(UnitConfirmation confirmation, ServiceRecord? replacement, HonorsDb db, CancellationToken ct)
    {
        if (replacement is null) return;

        await db.SaveChangesAsync(ct); // what it replaces takes no part of the day any more
        await db.Credit(replacement, ct);
        db.AddRange(replacement, confirmation.CarryTo(Guid.CreateVersion7(), replacement));
    }

    private static async Task<(ServiceRecord Record, UnitConfirmation Confirmation)?> Find(Guid id, Guid confirmationId, HonorsDb db, CancellationToken ct) =>
        await db.ServiceRecords.FindAsync([id], ct) is { } record
            && await db.UnitConfirmations.SingleOrDefaultAsync(c => c.Id == confirmationId && c.ServiceRecordId == id, ct) is { } confirmation
            ? (record, confirmation)
            : null;
}
