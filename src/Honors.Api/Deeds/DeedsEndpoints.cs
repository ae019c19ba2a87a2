using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Deeds;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Deeds;

internal static class DeedsEndpoints
{
    public static void MapDeeds(this IEndpointRouteBuilder api)
    {
        var deeds = api.MapGroup("/deeds").WithTags("Deeds");

        deeds.MapGet("/", List).WithName("listDeeds");
        deeds.MapGet("/{id:guid}", Get).WithName("getDeed");
        deeds.MapPost("/", Record).WithName("recordDeed").RequireRight(Right.Record);
        deeds.MapPut("/{id:guid}", Replace).WithName("replaceDeed").RequireRight(Right.Record);
    }

    /// <summary>Lists deeds, newest first; those of unknown date come last.</summary>
    /// <param name="kind">Only deeds of this kind.</param>
    private static async Task<Ok<Page<DeedResponse>>> List(
        [AsParameters] PageQuery page, [AsParameters] ChangesQuery changes, [AsParameters] RecordFilter filter, HonorsDb db, CancellationToken ct, Word<DeedKind>? kind = null) =>
        TypedResults.Ok(await db.Deeds.WhereIs(d => d.Kind, kind).Matching(filter).ToPage(page, changes, DeedResponse.From, ct));

    /// <summary>Shows one deed.</summary>
    private static async Task<Results<Ok<DeedResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Deeds.Where(d => d.Id == id).Select(DeedResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Records a deed, however old.</summary>
    /// <remarks>Needs `record` in the recording body. Whoever was helped is a kind and a count; a minor is nowhere more than that.</remarks>
    private static async Task<Created<DeedResponse>> Record(DeedRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await CheckReferences(request, db, ct);
        var deed = Deed.Record(Guid.CreateVersion7(), request.ToFacts(), caller.Records(request.RecordedBy), caller.Actor, clock.GetCurrentInstant());

        db.Add(deed);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/deeds/{deed.Id}", DeedResponse.Of(deed));
    }

    /// <summary>Replaces what is recorded of a deed.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it.</remarks>
    private static async Task<Results<Ok<DeedResponse>, NotFound>> Replace(
        Guid id, DeedRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Deeds.FindAsync([id], ct) is not { } deed) return TypedResults.NotFound();

        caller.Require(Right.Record, deed);
        ifMatch.Require(deed.Version);
        Fixed.Member("recordedBy", request.RecordedBy, deed.RecordedBy);
        await CheckReferences(request, db, ct);
        deed.Replace(request.ToFacts(), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DeedResponse.Of(deed));
    }

    internal static IQueryable<Deed> Matching(this IQueryable<Deed> deeds, RecordFilter filter)
    {
        var (from, to) = filter.Days;
        if (filter.PersonId is { } person) deeds = deeds.Where(d => d.Actors.Any(a => a.PersonId == person));
        if (filter.TeamId is { } team) deeds = deeds.Where(d => d.Teams.Any(t => t.Id == team));
        if (filter.VillageAssignmentId is { } posting) deeds = deeds.Where(d => d.VillageAssignments.Any(v => v.Id == posting));
        if (filter.OrganizationId is { } body) deeds = deeds.Where(d => d.RecordedBy == body);
        if (from is not null) deeds = deeds.Where(d => d.When.Text != null && (d.When.Latest == null || d.When.Latest >= from));
        if (to is not null) deeds = deeds.Where(d => d.When.Text != null && (d.When.Earliest == null || d.When.Earliest <= to));
        return deeds;
    }

    private static async Task CheckReferences(DeedRequest request, HonorsDb db, CancellationToken ct)
    {
        await db.People.MustHoldAll([.. request.Actors.Select(a => a.PersonId)], "actors", ct, "personId");
        await db.MustHoldDivision(request.DivisionCode, "divisionCode", ct);
        await db.Teams().MustHoldAll(request.TeamIds ?? [], "teamIds", ct);
        await db.VillageAssignments.MustHoldAll(request.VillageAssignmentIds ?? [], "villageAssignmentIds", ct);
    }
}
