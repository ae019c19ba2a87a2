using Honors.Api.Data;
using Honors.Domain.Deployments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Deployments;

internal static class PapersEndpoints
{
    public static void MapPapers(this RouteGroupBuilder deployments)
    {
        deployments.MapGet("/{id:guid}/briefing", Brief).WithName("getBriefing");
        deployments.MapGet("/{id:guid}/record-sheet", Sheet).WithName("getRecordSheet");
    }

    /// <summary>Writes the team's briefing (简报) from what is recorded of a live deployment.</summary>
    /// <remarks>
    /// In Chinese. Vague figures stay vague, with whose they are; nobody is named, neither the rescued nor the members, and no line of the log is
    /// quoted, since it may tell of people.
    /// </remarks>
    private static async Task<Results<Ok<BriefingResponse>, NotFound>> Brief(Guid id, HonorsDb db, CancellationToken ct)
    {
        if (await Find(id, db, ct) is not { } deployment) return TypedResults.NotFound();

        return TypedResults.Ok(new BriefingResponse(deployment.Id, Briefing.Of(deployment, await TeamNames(deployment, db, ct))));
    }

    /// <summary>Shows the 出队信息记录表 of a live deployment: a head, and a row for each line of the roster that the caller may see.</summary>
    private static async Task<Results<Ok<RecordSheet>, NotFound>> Sheet(Guid id, HonorsDb db, CancellationToken ct)
    {
        if (await Find(id, db, ct) is not { } deployment) return TypedResults.NotFound();

        var visible = (await db.Deployments.Where(d => d.Id == id).Select(DeploymentResponse.SeenBy(db)).SingleAsync(ct)).Roster.Select(l => l.Id).ToHashSet();
        var persons = deployment.Roster.Where(l => visible.Contains(l.Id)).Select(l => l.PersonId).OfType<Guid>().ToList();
        var names = await db.People.IgnoreQueryFilters([HonorsDb.Visible]).Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var teams = await TeamNames(deployment, db, ct);
        return TypedResults.Ok(RecordSheet.Of(deployment, visible, names, teams));
    }

    /// <summary>Papers are made of live deployments alone: of the others a source tells all that is known.</summary>
    private static Task<Deployment?> Find(Guid id, HonorsDb db, CancellationToken ct) =>
        db.Deployments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.Status != DeploymentStatus.FromSource, ct);

    private static Task<Dictionary<Guid, string>> TeamNames(Deployment deployment, HonorsDb db, CancellationToken ct)
    {
        var teams = deployment.Teams.Select(t => t.TeamId).ToList();
        return db.Organizations.Where(o => teams.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
    }
}

/// <summary>The team's briefing (简报).</summary>
/// <param name="Text">In Chinese, line by line.</param>
public sealed record BriefingResponse(Guid DeploymentId, string Text);
