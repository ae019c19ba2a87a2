using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Divisions;
using Honors.Domain.VillageAssignments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.VillageAssignments;

internal static class VillageAssignmentsEndpoints
{
    public static void MapVillageAssignments(this IEndpointRouteBuilder api)
    {
        var assignments = api.MapGroup("/village-assignments").WithTags("Village assignments");

        assignments.MapGet("/", List).WithName("listVillageAssignments");
        assignments.MapGet("/{id:guid}", Get).WithName("getVillageAssignment");
        assignments.MapPost("/", Record).WithName("recordVillageAssignment").RequireRight(Right.Record);
        assignments.MapPut("/{id:guid}", Replace).WithName("replaceVillageAssignment").RequireRight(Right.Record);
        assignments.MapGet("/{id:guid}/record", AssignmentRecords.Get).WithName("getVillageAssignmentRecord");
        assignments.MapPost("/{id:guid}/ending", End).WithName("endVillageAssignment").RequireRight(Right.Record);
        assignments.MapHelpLog();
    }

    /// <summary>Lists postings, newest first; those of unknown date come last.</summary>
    /// <param name="personId">Only postings of this person.</param>
    /// <param name="villageCode">Only postings to this village.</param>
    /// <param name="organizationId">Only postings that this unit sent or recorded.</param>
    private static async Task<Ok<Page<VillageAssignmentResponse>>> List(
        [AsParameters] PageQuery page, [AsParameters] ChangesQuery changes, HonorsDb db, CancellationToken ct,
        Guid? personId = null, [DivisionCode] long? villageCode = null, Guid? organizationId = null) =>
        TypedResults.Ok(await db.VillageAssignments
            .Where(v => (personId == null || v.PersonId == personId)
                && (villageCode == null || v.VillageCode == villageCode)
                && (organizationId == null || v.SendingUnitId == organizationId || v.RecordedBy == organizationId))
            .ToPage(page, changes, VillageAssignmentResponse.Projection, ct));

    /// <summary>Shows one posting.</summary>
    private static async Task<Results<Ok<VillageAssignmentResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.VillageAssignments.Where(v => v.Id == id).Select(VillageAssignmentResponse.Projection).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Records a posting (驻村帮扶).</summary>
    /// <remarks>Needs `record` in the recording body. A village has one first secretary at a time, and a person one posting.</remarks>
    private static async Task<Created<VillageAssignmentResponse>> Record(
        VillageAssignmentRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await db.People.MustHold(request.PersonId, "personId", ct);
        var facts = await Facts(request, db, ct);
        var assignment = VillageAssignment.Record(
            Guid.CreateVersion7(), request.PersonId, facts, caller.Records(request.RecordedBy), caller.Actor, clock.GetCurrentInstant());
        await RefuseBesideOthers(assignment, db, ct);

        db.Add(assignment);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/village-assignments/{assignment.Id}", VillageAssignmentResponse.Of(assignment));
    }

    /// <summary>Replaces what is recorded of a posting.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it.</remarks>
    private static async Task<Results<Ok<VillageAssignmentResponse>, NotFound>> Replace(
        Guid id, VillageAssignmentRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.VillageAssignments.FindAsync([id], ct) is not { } assignment) return TypedResults.NotFound();

        caller.Require(Right.Record, assignment);
        ifMatch.Require(assignment.Version);
        Fixed.Member("personId", request.PersonId, assignment.PersonId);
        Fixed.Member("recordedBy", request.RecordedBy, assignment.RecordedBy);
        assignment.Replace(await Facts(request, db, ct), caller.Actor, clock.GetCurrentInstant());
        await RefuseBesideOthers(assignment, db, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(VillageAssignmentResponse.Of(assignment));
    }

    /// <summary>Ends a posting and hands over what is open.</summary>
    /// <remarks>
    /// Needs `record` in the recording body or in an office above it. With open follow-ups in the help log the person who takes them over must be named
    /// (`village-assignment.hand-over-needed`, 409); they then stand in that person's posting to the village.
    /// </remarks>
    private static async Task<Results<Ok<VillageAssignmentResponse>, NotFound>> End(
        Guid id, AssignmentEndingRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.VillageAssignments.FindAsync([id], ct) is not { } assignment) return TypedResults.NotFound();

        caller.Require(Right.Record, assignment);
        ifMatch.Honour(assignment.Version);
        await db.People.MustHold(request.HandedOverTo, "handedOverTo", ct);
        var open = await db.HelpLog.OfPosting(assignment.Id, assignment.PersonId, assignment.VillageCode).Where(HelpLogEndpoints.IsOpen).ToListAsync(ct);
        assignment.End(request.Ending, request.Until, request.HandedOverTo, open.Count, caller.Actor, clock.GetCurrentInstant());
        foreach (var entry in open) entry.HandOver(request.HandedOverTo!.Value);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(VillageAssignmentResponse.Of(assignment));
    }

    private static async Task<AssignmentFacts> Facts(VillageAssignmentRequest request, HonorsDb db, CancellationToken ct)
    {
        await db.Organizations.MustHold(request.SendingUnitId, "sendingUnitId", ct);
        await db.MustHoldDivision(request.VillageCode, "villageCode", ct);
        var village = await db.Divisions.SingleAsync(d => d.Code == request.VillageCode, ct);
        if (village.Level is not DivisionLevel.Village) throw AssignmentRules.VillageNeeded();

        var township = await db.Divisions.SingleAsync(d => d.Code == village.ParentCode, ct);
        return request.ToFacts(township.PlaceName + village.PlaceName);
    }

    /// <summary>Looks at every body's postings, since no body sees them all.</summary>
    private static async Task RefuseBesideOthers(VillageAssignment assignment, HonorsDb db, CancellationToken ct) =>
        assignment.RefuseBeside(await db.VillageAssignments.IgnoreQueryFilters([HonorsDb.Visible]).AsNoTracking()
            .Where(v => v.PersonId == assignment.PersonId || v.VillageCode == assignment.VillageCode).ToListAsync(ct));
}
