using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.ServiceHours;
using Honors.Domain.Accounts;
using Honors.Domain.Deployments;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Deployments;

internal static class ClosingEndpoints
{
    public static void MapClosing(this RouteGroupBuilder deployments)
    {
        deployments.MapPost("/{id:guid}/closing", Close).WithName("closeDeployment").RequireRight(Right.Record);
        deployments.MapPost("/{id:guid}/verification", Verify).WithName("verifyRoster").RequireRight(Right.Verify);
        deployments.MapPost("/{id:guid}/reopening", Reopen).WithName("reopenDeployment").RequireRight(Right.Record);
    }

    /// <summary>Closes a live deployment: the hours of its registered members are made, unverified.</summary>
    /// <remarks>
    /// Needs `record` in the recording body or in an office above it. Each line needs its ending; `deployment.lines-without-ending` (409) names those
    /// without. One record for each person and local day, of the minutes of rescue and support. A minor, a member held unfit or without a policy is
    /// flagged and makes none; what meets other hours of the person is a `contested` record of its own. None of this stops the closing.
    /// </remarks>
    private static async Task<Results<Ok<DeploymentResponse>, NotFound>> Close(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, OverlapLimits limits, IClock clock, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Record, deployment);
        ifMatch.Honour(deployment.Version);
        db.AddRange(deployment.Close(await KnowledgeOf(deployment, db, limits, ct), caller.Actor, clock.GetCurrentInstant()));

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DeploymentResponse.Of(deployment, db));
    }

    /// <summary>Verifies the hours of the whole roster in one act (审核).</summary>
    /// <remarks>
    /// Needs `verify` in the recording body or in an office above it. Refused to everybody who entered a part of the deployment. The verifier's own hours
    /// stay for another verifier, contested ones until the office has settled them, and those of a long day for a higher body, unless it was an emergency.
    /// </remarks>
    private static async Task<Results<Ok<RosterVerification>, NotFound>> Verify(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Verify, deployment);
        ifMatch.Honour(deployment.Version);
        var hours = await HoursOf(deployment, db, ct);
        var waiting = hours.Where(h => h.Status is ServiceStatus.Logged).ToList();
        var beyond = await db.BeyondTier(waiting, caller, ct);
        if (waiting is not [] && waiting.TrueForAll(h => beyond.ContainsKey(h.Id))) throw beyond[waiting[0].Id];
        var verified = deployment.Verify(hours.Where(h => !beyond.ContainsKey(h.Id)), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new RosterVerification(
            verified.Count,
            verified.Sum(h => h.CreditedMinutes),
            hours.Count(h => h.Status is ServiceStatus.Logged && !beyond.ContainsKey(h.Id)),
            beyond.Count,
            hours.Count(h => h.Status is ServiceStatus.Contested)));
    }

    /// <summary>Opens a closed deployment again: its hours are reversed (冲正), and the next closing makes new ones.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it, and a reason, which is kept.</remarks>
    private static async Task<Results<Ok<DeploymentResponse>, NotFound>> Reopen(
        Guid id, ReopeningRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Deployments.FindAsync([id], ct) is not { } deployment) return TypedResults.NotFound();

        caller.Require(Right.Record, deployment);
        ifMatch.Honour(deployment.Version);
        deployment.Reopen(await HoursOf(deployment, db, ct), request.Reason, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DeploymentResponse.Of(deployment, db));
    }

    private static Task<List<ServiceRecord>> HoursOf(Deployment deployment, HonorsDb db, CancellationToken ct) =>
        db.ServiceRecords.Where(r => r.DeploymentId == deployment.Id).ToListAsync(ct);

    /// <summary>Looks past the caller's sight: a birth, a policy or hours of another body decide as well, and the answer names none of them.</summary>
    private static async Task<RosterKnowledge> KnowledgeOf(Deployment deployment, HonorsDb db, OverlapLimits limits, CancellationToken ct)
    {
        var persons = deployment.Roster.Select(l => l.PersonId).OfType<Guid>().ToList();
        var teams = deployment.Roster.Select(l => l.TeamId).OfType<Guid>().Distinct().ToList();
        var days = deployment.Roster.SelectMany(l => l.Segments).SelectMany(s => s.Span.ByDay()).Select(s => s.Day).ToList();
        var known = await db.People.Everyones().Where(p => persons.Contains(p.Id)).Select(p => new { p.Id, p.Born, p.Name }).ToListAsync(ct);
        if (days is []) return new(known.ToDictionary(p => p.Id, p => p.Born), [], Enumerable.Empty<ServiceRecord>().ToLookup(r => r.PersonId), limits, null, []);

        var (first, last) = (days.Min(), days.Max());
        var policies = await db.InsurancePolicies.Everyones()
            .Where(p => p.From <= last && p.Until >= first)
            .Where(p => (p.TeamId != null && teams.Contains(p.TeamId.Value)) || (p.PersonId != null && persons.Contains(p.PersonId.Value))).ToListAsync(ct);
        var others = await db.HoldingTime(persons, first, last).Everyones().ToListAsync(ct);
        var leader = deployment.Roster.Where(l => l.Role is DeploymentRole.Commander or DeploymentRole.Leader).MinBy(l => l.Role);
        var inCharge = leader?.Name ?? known.SingleOrDefault(p => p.Id == leader?.PersonId)?.Name;
        return new(
            known.ToDictionary(p => p.Id, p => p.Born), policies, others.ToLookup(r => r.PersonId), limits,
            inCharge is { Length: <= ServiceRecord.InChargeMaxLength } ? inCharge : null, await db.CreditingRulesOver(deployment.RecordedIn, ct));
    }
}

/// <summary>Why the hours are taken back.</summary>
public sealed record ReopeningRequest([property: Length(Deployment.ReasonMaxLength)] string Reason);

/// <summary>What the one act verified, and what is left.</summary>
/// <param name="Verified">Records verified now.</param>
/// <param name="Minutes">Their credited minutes.</param>
/// <param name="OwnLeft">The verifier's own records, which another person verifies.</param>
/// <param name="HigherLeft">Records of a long day, which a higher body verifies; none of an emergency.</param>
/// <param name="Contested">Records that wait for the office.</param>
public sealed record RosterVerification(int Verified, int Minutes, int OwnLeft, int HigherLeft, int Contested);
