using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

internal static class ServiceHoursEndpoints
{
    public static void MapServiceHours(this IEndpointRouteBuilder api)
    {
        var hours = api.MapGroup("/service-hours").WithTags("Service hours");

        hours.MapGet("/", List).WithName("listServiceHours");
        hours.MapGet("/{id:guid}", Get).WithName("getServiceHours");
        hours.MapGet("/{id:guid}/signs", SignsEndpoint.Get).WithName("getSignsOfServiceHours").RequireRight(Right.Verify);
        hours.MapPost("/", Log).WithName("logServiceHours").RequireRight(Right.Record).IsAbout<ServiceHoursRequest>(r => r.PersonId);
        hours.MapPut("/{id:guid}", Replace).WithName("replaceServiceHours").RequireRight(Right.Record).IsAbout<ServiceHoursRequest>(r => r.PersonId);
        hours.MapPost("/{id:guid}/verification", Verify).WithName("verifyServiceHours").RequireRight(Right.Verify);
        hours.MapPost("/{id:guid}/settlement", SettleContest).WithName("settleServiceHours").RequireRight(Right.Verify);
        hours.MapPost("/{id:guid}/rejection", Reject).WithName("rejectServiceHours").RequireRight(Right.Verify);
        hours.MapPost("/{id:guid}/appraisal", Appraise).WithName("appraiseServiceHours").RequireRight(Right.Record);
        hours.MapPost("/{id:guid}/reversal", Reversals.Reverse).WithName("reverseServiceHours").RequireRight(Right.Record, Right.Verify);
        hours.MapDelete("/{id:guid}", Delete).WithName("deleteServiceHours").RequireRight(Right.Record);
        hours.MapConfirmations();
        hours.MapNational();
        hours.MapQueue();
    }

    /// <summary>Lists service records, newest day first.</summary>
    /// <param name="status">Only records in this state.</param>
    /// <param name="national">Only records in this state in the national system.</param>
    /// <param name="deploymentId">Only records that the roster of this deployment made.</param>
    private static async Task<Ok<Page<ServiceHoursResponse>>> List(
        [AsParameters] PageQuery page, [AsParameters] ChangesQuery changes, [AsParameters] RecordFilter filter, HonorsDb db, CancellationToken ct,
        Word<ServiceStatus>? status = null, Word<NationalState>? national = null, Guid? deploymentId = null) =>
        TypedResults.Ok(await db.ServiceRecords.WhereIs(r => r.Status, status).WhereIs(r => r.National, national).Where(r => deploymentId == null || r.DeploymentId == deploymentId)
            .Matching(filter).ToPage(page, changes, ServiceHoursResponse.From, ct));

    /// <summary>Shows one service record.</summary>
    private static async Task<Results<Ok<ServiceHoursResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.ServiceRecords.Where(r => r.Id == id).Select(ServiceHoursResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Logs service hours, which await another person's check.</summary>
    /// <remarks>
    /// Needs `record` in the recording body. The same time of one person is never counted twice: hours that overlap others are
    /// refused with `service-hours.overlap` (409), its interval and kind. Two records conflict when their times intersect; one
    /// without times conflicts with a timed one of 8 hours or more that day, and when the day's sum passes 16 hours. Later than ten working days after
    /// the activity (令67 art. 11) the provenance is `retroactive`, with a reason (`service-hours.recorded-late`, `service-hours.late-reason`, 422).
    /// </remarks>
    private static async Task<Created<ServiceHoursResponse>> Log(
        ServiceHoursRequest request, Caller caller, HonorsDb db, OverlapLimits limits, RecordingLimit limit, IClock clock, CancellationToken ct)
    {
        await db.People.MustHold(request.PersonId, "personId", ct);
        await CheckReferences(request, db, ct);
        var record = ServiceRecord.Log(
            Guid.CreateVersion7(), request.PersonId, request.ToFacts(), caller.Records(request.RecordedBy), caller.Actor, clock.GetCurrentInstant());
        limit.Refuse(record, await db.WorkingCalendar(ct));
        await db.RefuseOverlap(record, limits, ct);
        await db.Credit(record, ct);

        db.Add(record);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/service-hours/{record.Id}", ServiceHoursResponse.Of(record));
    }

    /// <summary>Rewrites hours that are neither verified nor rejected.</summary>
    /// <remarks>
    /// Needs `record` in the recording body. Whoever rewrites them has logged them, and cannot verify them. What a unit has spoken of is not rewritten
    /// but reversed (`confirmation.given`, 409).
    /// </remarks>
    private static async Task<Results<Ok<ServiceHoursResponse>, NotFound>> Replace(
        Guid id, ServiceHoursRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, OverlapLimits limits, RecordingLimit limit, IClock clock,
        CancellationToken ct)
    {
        if (await db.ServiceRecords.FindAsync([id], ct) is not { } record) return TypedResults.NotFound();

        caller.Require(Right.Record, record);
        ifMatch.Require(record.Version);
        Fixed.Member("personId", request.PersonId, record.PersonId);
        Fixed.Member("recordedBy", request.RecordedBy, record.RecordedBy);
        if (await db.UnitConfirmations.Everyones().AnyAsync(c => c.ServiceRecordId == id, ct)) throw ConfirmationRules.IsGiven();
        await CheckReferences(request, db, ct);
        record.Replace(request.ToFacts(), caller.Actor, clock.GetCurrentInstant());
        limit.Refuse(record, await db.WorkingCalendar(ct));
        await db.RefuseOverlap(record, limits, ct);
        await db.Credit(record, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ServiceHoursResponse.Of(record));
    }

    /// <summary>Verifies hours (审核): from now on they count.</summary>
    /// <remarks>
    /// Needs `verify` in the recording body or an office above it. Refused to whoever logged them and to whose hours they are; hours of a roster to
    /// everybody who entered a part of it. A long day is verified higher up, as the rule's tiers say by the sum of the person's day: else
    /// `service-hours.higher-verifier` (403) with that sum, the rule and who may. Emergency deployments are apart. What was recorded late (`retroactive`) is
    /// verified by an office above the recording body, never on its own side (`service-hours.late-verifier`, 403).
    /// </remarks>
    private static async Task<Results<Ok<ServiceHoursResponse>, NotFound>> Verify(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, OverlapLimits limits, IClock clock, CancellationToken ct)
    {
        var deployment = await db.Deployments.SingleOrDefaultAsync(d => db.ServiceRecords.Any(r => r.Id == id && r.DeploymentId == d.Id), ct);
        return await Settle(id, ifMatch, caller, db, VerifyRecord, ct);

        async Task VerifyRecord(ServiceRecord record)
        {
            deployment?.RefuseVerifier(caller.Actor);
            record.Verify(caller.Actor, clock.GetCurrentInstant(), await db.SignsOf(record, limits, ct));
            await db.RefuseBeyondTier(record, caller, ct);
        }
    }

    /// <summary>Settles which of two claims to the same time counts.</summary>
    /// <remarks>
    /// Needs `verify` in an office above the recording body and, to take the other claim's hours back, above the other's body too. If `this` counts, the
    /// hours it meets are reversed as a whole, so that their body may record the rest anew, and this record awaits its verification; if `other`
    /// counts, this record is rejected. Refused to whoever logged it and to whose hours they are.
    /// </remarks>
    private static async Task<Results<Ok<ServiceHoursResponse>, NotFound>> SettleContest(
        Guid id, SettlementRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, OverlapLimits limits, IClock clock, CancellationToken ct)
    {
        if (await db.ServiceRecords.FindAsync([id], ct) is not { } record) return TypedResults.NotFound();

        caller.RequireAbove(Right.Verify, record);
        ifMatch.Honour(record.Version);
        var now = clock.GetCurrentInstant();
        if (request.Counts is ContestedClaim.Other)
        {
            record.GiveWay(request.Reason, caller.Actor, now);
        }
        else
        {
            var nearby = await db.HoldingTimeNear(record).IgnoreQueryFilters([HonorsDb.Visible]).ToListAsync(ct);
            var met = nearby.Where(o => o.Id == record.ContestedWithId || o.Meets(record)).ToList();
            foreach (var other in met) caller.RequireAbove(Right.Verify, other);
            record.Uphold(met, request.Reason, caller.Actor, now);
            Overlap.Refuse(record, [.. nearby.Except(met)], limits, _ => false);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ServiceHoursResponse.Of(record));
    }

    /// <summary>Rejects hours (驳回): the record stays, counts nothing, and frees its time.</summary>
    /// <remarks>Needs `verify` in the recording body or an office above it. Refused to whoever logged them and to whose hours they are.</remarks>
    private static Task<Results<Ok<ServiceHoursResponse>, NotFound>> Reject(
        Guid id, RejectionRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        return Settle(id, ifMatch, caller, db, RejectRecord, ct);

        Task RejectRecord(ServiceRecord record)
        {
            record.Reject(caller.Actor, request.Reason, clock.GetCurrentInstant());
            return Task.CompletedTask;
        }
    }

    /// <summary>Says how well the service was given (服务质量评价), and when that was found.</summary>
    /// <remarks>
    /// Needs `record` in the recording body or an office above it; refused to whose hours they are. A later appraisal stands beside the earlier ones and
    /// holds. Not of hours that count nothing (`service-hours.nothing-to-appraise`, 409), nor of a day before the service (`service-hours.appraisal-day`, 422).
    /// </remarks>
    private static async Task<Results<Ok<ServiceHoursResponse>, NotFound>> Appraise(
        Guid id, AppraisalRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.ServiceRecords.FindAsync([id], ct) is not { } record) return TypedResults.NotFound();

        caller.Require(Right.Record, record);
        ifMatch.Honour(record.Version);
        record.Appraise(request.Quality, request.Remark, request.On, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ServiceHoursResponse.Of(record));
    }

    /// <summary>Deletes a draft.</summary>
    /// <remarks>
    /// Only hours that nobody has settled, and only by the account that logged them (`draft.kept`, `draft.not-yours`, 409); not while an award
    /// names them or a unit has spoken of them (`draft.linked`, 409). All else is reversed.
    /// </remarks>
    private static async Task<Results<NoContent, NotFound>> Delete(Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.ServiceRecords.FindAsync([id], ct) is not { } record) return TypedResults.NotFound();

        caller.Require(Right.Record, record);
        ifMatch.Honour(record.Version);
        record.RefuseDeletionBy(caller.Actor);
        if (await db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).AnyAsync(a => a.ServiceHours.Any(l => l.Id == id), ct)) throw Drafts.IsLinked();
        if (await db.UnitConfirmations.Everyones().AnyAsync(c => c.ServiceRecordId == id, ct)) throw Drafts.IsLinked();

        db.Remove(record);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ServiceHoursResponse>, NotFound>> Settle(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, Func<ServiceRecord, Task> settle, CancellationToken ct)
    {
        if (await db.ServiceRecords.FindAsync([id], ct) is not { } record) return TypedResults.NotFound();

        caller.Require(Right.Verify, record);
        ifMatch.Honour(record.Version);
        await settle(record);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ServiceHoursResponse.Of(record));
    }

    internal static IQueryable<ServiceRecord> Matching(this IQueryable<ServiceRecord> records, RecordFilter filter)
    {
        var (from, to) = filter.Days;
        if (filter.PersonId is { } person) records = records.Where(r => r.PersonId == person);
        if (filter.TeamId is { } team) records = records.Where(r => r.Teams.Any(t => t.Id == team));
        if (filter.VillageAssignmentId is { } posting) records = records.Where(r => r.VillageAssignments.Any(v => v.Id == posting));
        if (filter.OrganizationId is { } body) records = records.Where(r => r.RecordedBy == body || r.OrganizerId == body);
        if (from is not null) records = records.Where(r => r.SortDay >= from);
        if (to is not null) records = records.Where(r => r.SortDay <= to);
        return records;
    }

    /// <param name="within">The path of the request in a larger body, with its dot.</param>
    internal static async Task CheckReferences(ServiceHoursRequest request, HonorsDb db, CancellationToken ct, string within = "")
    {
        await db.Organizations.MustHold(request.OrganizerId, $"{within}organizerId", ct);
        await db.Teams().MustHoldAll(request.TeamIds ?? [], $"{within}teamIds", ct);
        await db.VillageAssignments.MustHoldAll(request.VillageAssignmentIds ?? [], $"{within}villageAssignmentIds", ct);
    }
}
