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
        deployments.MapPost("/{id:guid}/times", State).WithName("stateDeploymentTime").RequireRight(Right.Record);
        deployments.MapGet("/{id:guid}/outcomes", Outcomes).WithName("listOutcomes");
        deployments.MapPost("/{id:guid}/outcomes", AddOutcome).WithName("addOutcome").RequireRight(Right.Record);
        deployments.MapRoster();
        deployments.MapLog();
        deployments.MapClosing();
        deployments.MapPapers();
    }

    /// <summary>Lists deployments, newest first; those of unknown date come last.</summary>
    /// <remarks>
    /// A unit sees those of its people, from days of their confirmed employment, once they are over: what they were, without anybody's line, log or files.
    /// Of whom a roster names, `personId` finds only what the caller may know.
    /// </remarks>
    /// <param name="kind">Only deployments of this kind.</param>
    /// <param name="status">Only deployments in this state.</param>
    private static async Task<Ok<Page<DeploymentResponse>>> List(
        [AsParameters] PageQuery page, [AsParameters] ChangesQuery changes, [AsParameters] RecordFilter filter, HonorsDb db, CancellationToken ct, Word<DeploymentKind>? kind = null,
        Word<DeploymentStatus>? status = null) =>
        TypedResults.Ok(await db.Deployments.WhereIs(d => d.Kind, kind).WhereIs(d => d.Status, status).Matching(filter, db).ToPage(page, changes, DeploymentResponse.SeenBy(db), ct));

    /// <summary>Shows one deployment.</summary>
    private static async Task<Results<Ok<DeploymentResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Deployments.Where(d => d.Id == id).Select(DeploymentResponse.SeenBy(db)).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Records a deployment: a live one, or one that is known from a source.</summary>
    /// <remarks>
    /// Needs `record` in the recording body. With `source` it stays as the source tells it and makes no hours; without, it is open until its closing,
    /// and its parts may follow one by one. Figures keep their vagueness and their scope: 近200 of all teams together is nobody's own. A phone or
    /// identity number in any text is refused with `text.personal-number` (422), which names the member.
    /// </remarks>
    private static async Task<Created<DeploymentResponse>> Record(
        DeploymentRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await CheckReferences(request, [], db, ct);
        var (id, by, now) = (Guid.CreateVersion7(), caller.Records(request.RecordedBy), clock.GetCurrentInstant());
        var deployment = request.Source is { } source
            ? Deployment.RecordFromSource(id, request.ToFacts(source), by, caller.Actor, now)
            : Deployment.Open(id, request.ToLiveFacts(), by, caller.Actor, now);

        db.Add(deployment);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/deployments/{deployment.Id}", DeploymentResponse.Of(deployment, db));
    }

    /// <summary>Replaces what is recorded of a deployment, but for its log; of a live one while it is open.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it. A live deployment does not become one from a source, nor the other way round.</remarks>
    private static async Task<Results<Ok<DeploymentResponse>, NotFound>> Replace(
        Guid id, DeploymentRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Record, deployment);
        ifMatch.Require(deployment.Version);
        Fixed.Member("recordedBy", request.RecordedBy, deployment.RecordedBy);
        await CheckReferences(request, deployment.Roster, db, ct);
        if (request.Source is { } source) deployment.Replace(request.ToFacts(source), caller.Actor, clock.GetCurrentInstant());
        else deployment.Replace(request.ToLiveFacts(), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DeploymentResponse.Of(deployment, db));
    }

    /// <summary>States one moment of an open deployment, or corrects it.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it. Moments may arrive in any order; none may lie before one that comes earlier.</remarks>
    private static async Task<Results<Ok<DeploymentResponse>, NotFound>> State(
        Guid id, TimeBody request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Record, deployment);
        ifMatch.Honour(deployment.Version);
        deployment.State(request.ToFacts(), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DeploymentResponse.Of(deployment, db));
    }

    /// <summary>Shows what was reached, with whose figure each is.</summary>
    private static async Task<Results<Ok<Page<OutcomeView>>, NotFound>> Outcomes(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Deployments.Where(d => d.Id == id).Select(DeploymentResponse.SeenBy(db)).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(new Page<OutcomeView>(found.Outcomes, null))
            : TypedResults.NotFound();

    /// <summary>Adds what was reached to an open deployment.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it. The rescued are counted, never named.</remarks>
    private static async Task<Results<Ok<DeploymentResponse>, NotFound>> AddOutcome(
        Guid id, OutcomeBody request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Record, deployment);
        ifMatch.Honour(deployment.Version);
        await db.People.MustHold(request.PersonId, "personId", ct);
        deployment.AddOutcome(request.ToOutcome(), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DeploymentResponse.Of(deployment, db));
    }

    internal static IQueryable<Deployment> Matching(this IQueryable<Deployment> deployments, RecordFilter filter, HonorsDb db)
    {
        var (from, to) = filter.Days;
        if (filter.PersonId is { } person) deployments = deployments.Where(DeploymentProjection.Names(db, person));
        if (filter.TeamId is { } team) deployments = deployments.Where(d => d.Teams.Any(t => t.TeamId == team));
        if (filter.VillageAssignmentId is { } posting) deployments = deployments.Where(d => d.VillageAssignments.Any(v => v.Id == posting));
        if (filter.OrganizationId is { } body)
            deployments = deployments.Where(d => d.RecordedBy == body || d.HostId == body || d.Teams.Any(t => t.TeamId == body));
        if (from is not null) deployments = deployments.Where(d => d.When.Text != null && (d.When.Latest == null || d.When.Latest >= from));
        if (to is not null) deployments = deployments.Where(d => d.When.Text != null && (d.When.Earliest == null || d.When.Earliest <= to));
        return deployments;
    }

    private static async Task CheckReferences(DeploymentRequest request, IReadOnlyCollection<RosterLine> lines, HonorsDb db, CancellationToken ct)
    {
        var (teams, roster, outcomes) = (request.Teams ?? [], request.Roster ?? [], request.Outcomes ?? []);
        for (var i = 0; i < (request.DivisionCodes?.Count ?? 0); i++) await db.MustHoldDivision(request.DivisionCodes![i], $"divisionCodes[{i}]", ct);
        await db.Organizations.MustHold(request.HostId, "hostId", ct);
        await db.Teams().MustHoldAll([.. teams.Select(t => t.TeamId)], "teams", ct, "teamId");
        await db.Teams().MustHoldAll([.. (request.Vehicles ?? []).Select(v => v.TeamId)], "vehicles", ct, "teamId");
        await db.People.MustHoldAll([.. roster.Select(l => l.PersonId)], "roster", ct, "personId");
        await db.Teams().MustHoldAll([.. roster.Select(l => l.TeamId)], "roster", ct, "teamId");
        for (var i = 0; i < roster.Count; i++)
            if (roster[i].Id is { } line && lines.All(l => l.Id != line)) throw References.Missing($"roster[{i}].id");
        for (var i = 0; i < outcomes.Count; i++) await db.People.MustHold(outcomes[i].PersonId, $"outcomes[{i}].personId", ct);
        await db.VillageAssignments.MustHoldAll(request.VillageAssignmentIds ?? [], "villageAssignmentIds", ct);
    }
}
