using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Deployments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Deployments;

internal static class DeploymentsEndpoints
{
    public static void MapDeployments(this IEndpointRouteBuilder api)
    {
        var deployments = api.MapGroup("/deployments").WithTags("Deployments");

        deployments.MapGet("/", List).WithName("listDeployments");
        deployments.MapGet("/{id:guid}", Get).WithName("getDeployment");
        deployments.MapPost("/", Record).WithName("recordDeployment").RequireRight(Right.Record);
        deployments.MapPut("/{id:guid}", Replace).WithName("replaceDeployment").RequireRight(Right.Record);
    }

    /// <summary>Lists deployments, newest first; those of unknown date come last.</summary>
    /// <param name="kind">Only deployments of this kind.</param>
    private static async Task<Ok<Page<DeploymentResponse>>> List(
        [AsParameters] PageQuery page, [AsParameters] ChangesQuery changes, [AsParameters] RecordFilter filter, HonorsDb db, CancellationToken ct, Word<DeploymentKind>? kind = null) =>
        TypedResults.Ok(await db.Deployments.WhereIs(d => d.Kind, kind).Matching(filter).ToPage(page, changes, DeploymentResponse.From, ct));

    /// <summary>Shows one deployment.</summary>
    private static async Task<Results<Ok<DeploymentResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Deployments.Where(d => d.Id == id).Select(DeploymentResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Records a deployment that is known from a source.</summary>
    /// <remarks>Needs `record` in the recording body. Figures keep their vagueness and their scope: 近200 of all teams together is nobody's own.</remarks>
    private static async Task<Created<DeploymentResponse>> Record(
        DeploymentRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await CheckReferences(request, db, ct);
        var deployment = Deployment.RecordFromSource(
            Guid.CreateVersion7(), request.ToFacts(), caller.Records(request.RecordedBy), caller.Actor, clock.GetCurrentInstant());

        db.Add(deployment);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/deployments/{deployment.Id}", DeploymentResponse.Of(deployment));
    }

    /// <summary>Replaces what is recorded of a deployment.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it.</remarks>
    private static async Task<Results<Ok<DeploymentResponse>, NotFound>> Replace(
        Guid id, DeploymentRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Record, deployment);
        ifMatch.Require(deployment.Version);
        Fixed.Member("recordedBy", request.RecordedBy, deployment.RecordedBy);
        await CheckReferences(request, db, ct);
        deployment.Replace(request.ToFacts(), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DeploymentResponse.Of(deployment));
    }

    internal static IQueryable<Deployment> Matching(this IQueryable<Deployment> deployments, RecordFilter filter)
    {
        var (from, to) = filter.Days;
        if (filter.PersonId is { } person) deployments = deployments.Where(d => d.Roster.Any(l => l.PersonId == person));
        if (filter.TeamId is { } team) deployments = deployments.Where(d => d.Teams.Any(t => t.TeamId == team));
        if (filter.VillageAssignmentId is { } posting) deployments = deployments.Where(d => d.VillageAssignments.Any(v => v.Id == posting));
        if (filter.OrganizationId is { } body)
            deployments = deployments.Where(d => d.RecordedBy == body || d.HostId == body || d.Teams.Any(t => t.TeamId == body));
        if (from is not null) deployments = deployments.Where(d => d.When.Text != null && (d.When.Latest == null || d.When.Latest >= from));
        if (to is not null) deployments = deployments.Where(d => d.When.Text != null && (d.When.Earliest == null || d.When.Earliest <= to));
        return deployments;
    }

    private static async Task CheckReferences(DeploymentRequest request, HonorsDb db, CancellationToken ct)
    {
        var (teams, roster, outcomes) = (request.Teams ?? [], request.Roster ?? [], request.Outcomes ?? []);
        for (var i = 0; i < (request.DivisionCodes?.Count ?? 0); i++) await db.MustHoldDivision(request.DivisionCodes![i], $"divisionCodes[{i}]", ct);
        await db.Organizations.MustHold(request.HostId, "hostId", ct);
        await db.Teams().MustHoldAll([.. teams.Select(t => t.TeamId)], "teams", ct, "teamId");
        await db.People.MustHoldAll([.. roster.Select(l => l.PersonId)], "roster", ct, "personId");
        for (var i = 0; i < outcomes.Count; i++) await db.People.MustHold(outcomes[i].PersonId, $"outcomes[{i}].personId", ct);
        await db.VillageAssignments.MustHoldAll(request.VillageAssignmentIds ?? [], "villageAssignmentIds", ct);
    }
}
