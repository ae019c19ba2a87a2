using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Divisions;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>Hours that wait.</summary>
/// <param name="Person">Their name, where the caller may see the person.</param>
/// <param name="Confirmations">What units said of them.</param>
public sealed record QueueItem(
    ServiceHoursResponse Hours,
    [property: Length(Person.NameMaxLength)] string? Person,
    [property: MostItems(20)] IReadOnlyList<ConfirmationResponse> Confirmations,
    Beside Beside);

/// <summary>How much waits for the caller, by kind.</summary>
public sealed record Waiting(
    [property: Between(0, int.MaxValue)] int Verification,
    [property: Between(0, int.MaxValue)] int Confirmation,
    [property: Between(0, int.MaxValue)] int Answer,
    [property: Between(0, int.MaxValue)] int Decision,
    [property: Between(0, int.MaxValue)] int SpotCheck);

/// <summary>A page of what waits, oldest day first.</summary>
/// <param name="Next">Send it back as `after` to get the next page; null on the last.</param>
public sealed record QueuePage(
    [property: MostItems(PageQuery.MostRows)] IReadOnlyList<QueueItem> Items, [property: Length(PageQuery.CursorMaxLength)] string? Next, Waiting Waiting);

internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder hours) => hours.MapGet("/queue", Show).WithName("listWaitingServiceHours");

    /// <summary>Lists the hours that wait for the caller, oldest day first, and counts what waits of each kind.</summary>
    /// <remarks>
    /// `verification`: logged in a body where the caller holds `verify`, or below their office; `confirmation`: of a day that a person worked in the caller's
    /// unit, or headed one below their office, and of which that unit has said nothing yet; `answer`: disputed by a unit, or denied by the person, and
    /// recorded by the caller's body; `decision`: not agreed on, not answered in time, denied, or claimed by two bodies, below the caller's office;
    /// `spotCheck`: drawn, found to differ or not at all, and standing as before, below the caller's office. The
    /// caller's own hours never wait for them. Beside each stands what the calendar, the vacations and the unit's leave and duty sheets say of its day.
    /// </remarks>
    /// <param name="for">Which kind.</param>
    /// <param name="personId">Only hours of this person; the counts are of all.</param>
    private static async Task<Ok<QueuePage>> Show(
        Word<QueueKind> @for, [AsParameters] PageQuery page, Caller caller, HonorsDb db, IClock clock, CancellationToken ct, Guid? personId = null)
    {
        var today = ChinaTime.Today(clock.GetCurrentInstant());
        var found = await db.Waits(@for.Value, caller, today).Where(r => personId == null || r.PersonId == personId)
            .ToPageOldestFirst(page, ServiceHoursResponse.From, ct);
        var (ids, people) = (found.Items.Select(r => r.Id).ToList(), found.Items.Select(r => r.PersonId).Distinct().ToList());
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var said = (await db.UnitConfirmations.AsNoTracking().Where(c => ids.Contains(c.ServiceRecordId)).OrderBy(c => c.Id).ToListAsync(ct)).ToLookup(c => c.ServiceRecordId);
        var beside = await Beside.Of(found.Items, db, ct);
        return TypedResults.Ok(new QueuePage(
            [.. found.Items.Select(r => new QueueItem(r, names.GetValueOrDefault(r.PersonId), [.. said[r.Id].Select(ConfirmationResponse.Of)], beside(r)))],
            found.Next,
            new Waiting(
                await db.Waits(QueueKind.Verification, caller, today).CountAsync(ct),
                await db.Waits(QueueKind.Confirmation, caller, today).CountAsync(ct),
                await db.Waits(QueueKind.Answer, caller, today).CountAsync(ct),
                await db.Waits(QueueKind.Decision, caller, today).CountAsync(ct),
                await db.Waits(QueueKind.SpotCheck, caller, today).CountAsync(ct))));
    }

    private static IQueryable<ServiceRecord> Waits(this HonorsDb db, QueueKind kind, Caller caller, LocalDate today)
    {
        var self = caller.PersonId;
        var others = db.ServiceRecords.Where(r => r.PersonId != self);
        return kind switch
        {
            QueueKind.Verification => others.Where(r => r.Status == ServiceStatus.Logged).Within(caller.Where(Right.Verify)),
            QueueKind.Confirmation => others.ToConfirm(db, caller.Where(Right.Confirm)),
            QueueKind.Answer => others.ToAnswer(db, caller.Where(Right.Record, Right.Verify).Bodies),
            QueueKind.SpotCheck => others.FoundWrong(db).Within(new Reach([], caller.Where(Right.Verify).Areas)),
            _ => others.ToDecide(db, today).Within(new Reach([], caller.Where(Right.Verify).Areas)),
        };
    }

    private static IQueryable<ServiceRecord> ToConfirm(this IQueryable<ServiceRecord> records, HonorsDb db, Reach confirms)
    {
        var (bodies, areas) = (confirms.Bodies, confirms.Areas);
        return records.Where(r => (r.Status == ServiceStatus.Logged || r.Status == ServiceStatus.Verified)
            && db.Employments.Any(e => e.PersonId == r.PersonId && e.Confirmed != null
                && (e.FirstDay == null || e.FirstDay <= r.ServedOn) && (e.LastDay == null || r.ServedOn <= e.LastDay)
                && ((!e.IsHead && bodies.Contains(e.OrganizationId)) || (e.IsHead && !bodies.Contains(e.OrganizationId) && db.Organizations.Any(o => o.Id == e.OrganizationId
                    && (areas.Contains(o.DivisionCode / DivisionCodes.Province)
                        || areas.Contains(o.DivisionCode / DivisionCodes.City)
                        || areas.Contains(o.DivisionCode / DivisionCodes.County)
                        || areas.Contains(o.DivisionCode / DivisionCodes.Township)))))
                && !db.UnitConfirmations.Any(c => c.ServiceRecordId == r.Id && c.UnitId == e.OrganizationId)));
    }

    private static IQueryable<ServiceRecord> ToAnswer(this IQueryable<ServiceRecord> records, HonorsDb db, IReadOnlyList<Guid> bodies) =>
        records.Where(r => bodies.Contains(r.RecordedBy) && ((r.Status == ServiceStatus.Contested && r.DenialReason != null)
            || ((r.Status == ServiceStatus.Logged || r.Status == ServiceStatus.Verified)
                && db.UnitConfirmations.Any(c => c.ServiceRecordId == r.Id && c.Status == ConfirmationStatus.Disputed))));

    private static IQueryable<ServiceRecord> ToDecide(this IQueryable<ServiceRecord> records, HonorsDb db, LocalDate today) =>
        records.Where(r => r.Status == ServiceStatus.Contested
            || ((r.Status == ServiceStatus.Logged || r.Status == ServiceStatus.Verified)
                && db.UnitConfirmations.Any(c => c.ServiceRecordId == r.Id
                    && (c.Status == ConfirmationStatus.Escalated || (c.Status == ConfirmationStatus.Disputed && c.ReplyDue != null && c.ReplyDue < today)))));

    private static IQueryable<ServiceRecord> FoundWrong(this IQueryable<ServiceRecord> records, HonorsDb db) =>
        records.Where(r => (r.Status == ServiceStatus.Logged || r.Status == ServiceStatus.Verified)
            && db.SpotCheckItems.Where(i => i.ConcludedAt == null && (i.Result == SpotCheckResult.Differs || i.Result == SpotCheckResult.NotFound)).Select(i => i.RecordId).Contains(r.Id));

    private static IQueryable<ServiceRecord> Within(this IQueryable<ServiceRecord> records, Reach reach)
    {
        var (bodies, areas) = (reach.Bodies, reach.Areas);
        return records.Where(r => bodies.Contains(r.RecordedBy)
            || areas.Contains(r.RecordedIn / DivisionCodes.Province)
            || areas.Contains(r.RecordedIn / DivisionCodes.City)
            || areas.Contains(r.RecordedIn / DivisionCodes.County)
            || areas.Contains(r.RecordedIn / DivisionCodes.Township));
    }
}
