using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Deployments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Deployments;

internal static class RosterEndpoints
{
    public static void MapRoster(this RouteGroupBuilder deployments)
    {
        deployments.MapGet("/{id:guid}/roster", List).WithName("listRoster");
        deployments.MapPost("/{id:guid}/roster", Add).WithName("addRosterLine").RequireRight(Right.Record);
        deployments.MapPost("/{id:guid}/roster/{lineId:guid}/segments", AddSegments).WithName("addSegments").RequireRight(Right.Record);
        deployments.MapPost("/{id:guid}/roster/{lineId:guid}/ending", End).WithName("endRosterLine").RequireRight(Right.Record);
    }

    /// <summary>Shows the lines of the roster that the caller may see.</summary>
    private static async Task<Results<Ok<Page<RosterLineView>>, NotFound>> List(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Deployments.Where(d => d.Id == id).Select(DeploymentResponse.SeenBy(db)).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(new Page<RosterLineView>(found.Roster, null))
            : TypedResults.NotFound();

    /// <summary>Adds a participant to the roster of an open deployment.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it. A person stands on it once (409). A team that it names takes part from then on.</remarks>
    private static async Task<Results<Created<RosterLineView>, NotFound>> Add(
        Guid id, RosterLineBody request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Record, deployment);
        if (request.Id is not null) throw References.Missing("id");
        await db.People.MustHold(request.PersonId, "personId", ct);
        await db.Teams().MustHold(request.TeamId, "teamId", ct);
        var line = deployment.AddLine(request.ToFacts(), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/deployments/{id}/roster", RosterLineView.Of(line));
    }

    /// <summary>Adds segments to a participant's line, in any order.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it. A segment that is there already is not there twice.</remarks>
    private static Task<Results<Ok<RosterLineView>, NotFound>> AddSegments(
        Guid id, Guid lineId, SegmentsRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Change(id, lineId, caller, db, (d, line) => d.AddSegments(line, [.. request.Segments.Select(s => s.ToSegment())], caller.Actor, clock.GetCurrentInstant()), ct);

    /// <summary>States how it ended for a participant.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it. May be stated anew while the deployment is open.</remarks>
    private static Task<Results<Ok<RosterLineView>, NotFound>> End(
        Guid id, Guid lineId, EndingBody request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Change(id, lineId, caller, db, (d, line) => d.EndLine(line, request.ToEnding(), caller.Actor, clock.GetCurrentInstant()), ct);

    private static async Task<Results<Ok<RosterLineView>, NotFound>> Change(
        Guid id, Guid lineId, Caller caller, HonorsDb db, Action<Deployment, RosterLine> change, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Record, deployment);
        if (deployment.Roster.SingleOrDefault(l => l.Id == lineId) is not { } line) return TypedResults.NotFound();
        change(deployment, line);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(RosterLineView.Of(line));
    }
}
