using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Deployments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Deployments;

internal static class LogEndpoints
{
    public static void MapLog(this RouteGroupBuilder deployments)
    {
        deployments.MapGet("/{id:guid}/log", List).WithName("listDeploymentLog");
        deployments.MapPost("/{id:guid}/log", Write).WithName("writeDeploymentLog").RequireRight(Right.Record);
    }

    /// <summary>Shows the whole log in order of its moments, in whatever order the lines arrived.</summary>
    private static async Task<Results<Ok<Page<LogLineView>>, NotFound>> List(Guid id, HonorsDb db, CancellationToken ct)
    {
        if (!await db.Deployments.AnyAsync(d => d.Id == id, ct)) return TypedResults.NotFound();

        var lines = await db.DeploymentLogLines.AsNoTracking().Where(l => l.DeploymentId == id).OrderBy(l => l.At).ThenBy(l => l.Id).ToListAsync(ct);
        return TypedResults.Ok(new Page<LogLineView>([.. lines.Select(LogLineView.Of)], null));
    }

    /// <summary>Writes a line into the log of a live deployment, during or after it.</summary>
    /// <remarks>
    /// Needs `record` in the recording body or in an office above it. A phone or identity number in the text is refused with `text.personal-number`
    /// (422) and not kept.
    /// </remarks>
    private static async Task<Results<Created<LogLineView>, NotFound>> Write(
        Guid id, LogLineRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Record, deployment);
        var others = await db.DeploymentLogLines.CountAsync(l => l.DeploymentId == id, ct);
        var line = LogLine.Write(Guid.CreateVersion7(), deployment, request.At, request.Text, others, caller.Actor, clock.GetCurrentInstant());

        db.Add(line);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/deployments/{id}/log", LogLineView.Of(line));
    }
}

/// <summary>What happened at one moment; holds no phone and no identity number, and nothing that tells who was helped.</summary>
public sealed record LogLineRequest(Instant At, [property: Length(LogLine.TextMaxLength)] string Text);

/// <summary>What happened at one moment.</summary>
public sealed record LogLineView(Guid Id, Instant At, string Text, SignatureView Recorded)
{
    internal static LogLineView Of(LogLine line) => new(line.Id, line.At, line.Text, SignatureView.Of(line.Recorded)!);
}
