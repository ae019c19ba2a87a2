using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Decisions;
using Honors.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Awards;

/// <summary>What a decision lets the public see of its recipients, and what becomes of that with their awards.</summary>
internal static class AwardGrounds
{
    /// <summary>Of awards that a decision confers with this act.</summary>
    public static async Task ShowAsPrinted(
        this HonorsDb db, Decision decision, IReadOnlyList<Award> awards, IReadOnlyList<DecidedCase> cases, Actor actor, Instant now, CancellationToken ct)
    {
        if (decision.Confidential) return;

        var ids = awards.Select(a => a.PersonId).OfType<Guid>().ToList();
        var people = await db.People.Everyones().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var (award, decided) in awards.Zip(cases))
        {
            var recipient = award.PersonId is { } id ? people[id] : null;
            if (PrintedGround.Follow(award, recipient, decided.Procedure.Publicity, [], null, Guid.CreateVersion7(), actor, now) is { } ground) db.Add(ground);
        }
    }

    /// <summary>Of an award that this act changed.</summary>
    /// <param name="askedBy">As of <see cref="PrintedGround.Follow"/>.</param>
    public static async Task FollowWithGround(this HonorsDb db, Award award, Speaker? askedBy, Actor actor, Instant now, CancellationToken ct)
    {
        if (award.NominationId is not { } nomination) return;

        var earlier = await db.Grounds.IgnoreQueryFilters([HonorsDb.Visible]).Where(g => g.Kind == GroundKind.Notice && g.Records.Any(r => r.Id == award.Id)).ToListAsync(ct);
        var recipient = award.PersonId is { } id ? await db.People.Everyones().SingleAsync(p => p.Id == id, ct) : null;
        var procedure = await db.Cases.Everyones().Where(c => c.Id == nomination).Select(c => c.ProcedureId).SingleAsync(ct);
        var publicity = (await db.Procedures.AsNoTracking().SingleAsync(p => p.Id == procedure, ct)).Facts.Publicity;
        if (PrintedGround.Follow(award, recipient, publicity, earlier, askedBy, Guid.CreateVersion7(), actor, now) is { } ground) db.Add(ground);
    }
}
