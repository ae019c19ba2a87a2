using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.People;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.People;

internal static class GroundsEndpoints
{
    public static void MapGrounds(this IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/grounds", List).WithName("listGrounds");
        people.MapPost("/{id:guid}/grounds", Record).WithName("recordGround").RequireRight(Right.Record);
        people.MapPost("/{id:guid}/grounds/{groundId:guid}/ending", End).WithName("endGround");
    }

    /// <summary>Lists why the public may see something of the person, ended grounds included.</summary>
    private static async Task<Results<Ok<Page<GroundResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.People.AnyAsync(p => p.Id == id, ct)
            ? TypedResults.Ok(await db.Grounds.Where(g => g.PersonId == id).ToPageById(page, GroundResponse.From, ct))
            : TypedResults.NotFound();

    /// <summary>Records why the public may see something of the person.</summary>
    /// <remarks>
    /// Of the kind `published` (PIPL art. 13 (6), 27): what a source printed lawfully may be shown, and nothing beyond it: the
    /// records are named one by one.
    /// </remarks>
    private static async Task<Results<Created<GroundResponse>, NotFound>> Record(
        Guid id, GroundRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } person) return TypedResults.NotFound();

        caller.Require(Right.Record, person);
        await OfThePerson(db, id).MustHoldAll(request.RecordIds, "recordIds", ct);
        var ground = Ground.Published(
            Guid.CreateVersion7(), id, request.Source.ToSource(), request.ShowsName, request.ShowsUnit, request.RecordIds,
            caller.Records(request.RecordedBy), caller.Actor, clock.GetCurrentInstant());

        db.Add(ground);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/people/{id}/grounds", GroundResponse.Of(ground));
    }

    /// <summary>Ends a ground: from the next request on it shows nothing.</summary>
    /// <remarks>By the person, who may always refuse (PIPL art. 27), or with `record` in the body that recorded it or in an office above it.</remarks>
    private static async Task<Results<Ok<GroundResponse>, NotFound>> End(
        Guid id, Guid groundId, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Grounds.SingleOrDefaultAsync(g => g.Id == groundId && g.PersonId == id, ct) is not { } ground) return TypedResults.NotFound();

        if (caller.PersonId != id) caller.Require(Right.Record, ground);
        ground.End(clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GroundResponse.Of(ground));
    }

    private static IQueryable<Listed> OfThePerson(HonorsDb db, Guid person) =>
        db.Awards.Where(a => a.PersonId == person).Select(a => new Listed { Id = a.Id })
            .Concat(db.Deeds.Where(d => d.Actors.Any(a => a.PersonId == person)).Select(d => new Listed { Id = d.Id }))
            .Concat(db.Deployments.Where(d => d.Roster.Any(l => l.PersonId == person)).Select(d => new Listed { Id = d.Id }))
            .Concat(db.VillageAssignments.Where(v => v.PersonId == person).Select(v => new Listed { Id = v.Id }))
            .Concat(db.PriorTotals.Where(t => t.PersonId == person).Select(t => new Listed { Id = t.Id }))
            .Concat(db.Memberships.Where(m => m.PersonId == person).Select(m => new Listed { Id = m.Id }));

    private sealed class Listed : IIdentified
    {
        public Guid Id { get; init; }
    }
}
