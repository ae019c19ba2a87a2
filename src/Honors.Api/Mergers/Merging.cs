using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Mergers;
using Honors.Domain.ServiceHours;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Mergers;

/// <summary>What a merger and its separation do to the records of two people, whichever body made them.</summary>
internal static class Merging
{
    /// <summary>Refuses to merge where the two together would break a rule that each keeps alone.</summary>
    /// <exception cref="Domain.RuleViolationException">
    /// <c>service-hours.overlap</c>; <c>merger.own-eyes</c>; <c>merger.identities-differ</c>; <c>membership.running</c>; <c>village-assignment.person-elsewhere</c>;
    /// <c>village-assignment.own-successor</c>; <c>merger.both-in-a-deed</c>; <c>merger.both-on-a-roster</c>.
    /// </exception>
    public static async Task RefuseConflicts(this HonorsDb db, Guid survivor, Guid other, OverlapLimits limits, CancellationToken ct)
    {
        await db.RefuseDifferentIdentities(survivor, other, ct);
        await db.RefuseCommonHours(survivor, other, limits, ct);
        await db.RefuseOwnAwards(survivor, other, ct);

        var memberships = await db.Memberships.Everyones().Where(m => m.PersonId == other).ToListAsync(ct);
        var besides = await db.Memberships.Everyones().Where(m => m.PersonId == survivor).ToListAsync(ct);
        foreach (var membership in memberships) membership.RefuseBeside(besides.Where(m => m.TeamId == membership.TeamId));

        VillageAssignment.RefuseBetween(
            await db.VillageAssignments.Everyones().Where(v => v.PersonId == survivor).ToListAsync(ct),
            await db.VillageAssignments.Everyones().Where(v => v.PersonId == other).ToListAsync(ct));

        var deeds = db.Deeds.Where(d => d.Actors.Any(a => a.PersonId == survivor) && d.Actors.Any(a => a.PersonId == other));
        if (await deeds.Everyones().AnyAsync(ct)) throw MergerRules.BothInADeed(await deeds.Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct));

        var rosters = db.Deployments.Where(d => d.Roster.Any(l => l.PersonId == survivor) && d.Roster.Any(l => l.PersonId == other));
        if (await rosters.Everyones().AnyAsync(ct)) throw MergerRules.BothOnARoster(await rosters.Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct));
    }

    /// <summary>
    /// Moves back what the merger moved. What was written since stays with the survivor, but for what follows a record that moves back: hours logged in
    /// place of such hours or made of such a roster line, and requests to put such a record right.
    /// </summary>
    public static async Task Part(this HonorsDb db, PersonMerger merger, CancellationToken ct)
    {
        List<MovedReference> moved = [.. merger.Moved, .. await db.Following(merger, ct)];
        await PersonReferences.Return(db, moved, merger.PersonId, merger.OtherId, ct);
    }

    private static async Task<IEnumerable<MovedReference>> Following(this HonorsDb db, PersonMerger merger, CancellationToken ct)
    {
        const string hours = "ServiceRecords.PersonId", corrections = "Corrections.PersonId", lines = "RosterLines.PersonId";
        var moved = merger.Moved.ToLookup(m => m.Where, m => m.RecordId);
        var back = moved[hours].ToHashSet();
        var rosters = moved[lines].ToHashSet();
        var since = merger.Settled!.At;
        var own = await db.ServiceRecords.Everyones().Where(r => r.PersonId == merger.PersonId && (r.ReplacesId != null || r.DeploymentId != null))
            .OrderBy(r => r.Id).Select(r => new { r.Id, r.ReplacesId, r.DeploymentId, r.Logged }).ToListAsync(ct);
        List<MovedReference> following = [];
        foreach (var record in own.Where(r => !back.Contains(r.Id) && r.Logged.At >= since).OrderBy(r => r.Logged.At).ThenBy(r => r.Id))
        {
            if ((record.ReplacesId is not { } replaced || !back.Contains(replaced)) && (record.DeploymentId is not { } deployment || !rosters.Contains(deployment))) continue;

            back.Add(record.Id);
            following.Add(new MovedReference(hours, record.Id, null));
        }

        var named = merger.Moved.Select(m => m.RecordId).Concat(back).ToHashSet();
        var asked = await db.Corrections.Everyones().Where(c => c.PersonId == merger.PersonId && c.RecordId != null).ToListAsync(ct);
        return [.. following, .. asked.Where(c => named.Contains(c.RecordId!.Value) && c.Received.At >= since).Select(c => new MovedReference(corrections, c.Id, null))];
    }

    /// <summary>Looks at every body's hours, since no body sees them all; names one only to a caller who may see it.</summary>
    private static async Task RefuseCommonHours(this HonorsDb db, Guid survivor, Guid other, OverlapLimits limits, CancellationToken ct)
    {
        var counting = db.ServiceRecords.Where(r => (r.PersonId == survivor || r.PersonId == other) && (r.Status == ServiceStatus.Logged || r.Status == ServiceStatus.Verified));
        var hours = await counting.Everyones().ToListAsync(ct);
        var visible = await counting.Select(r => r.Id).ToListAsync(ct);
        Overlap.RefuseBetween([.. hours.Where(r => r.PersonId == survivor)], [.. hours.Where(r => r.PersonId == other)], limits, visible.Contains);

        var own = await db.RecordsOf(survivor, other, ct);
        if (hours.Find(r => IsBy(r.Settled, own)) is { } settled) throw MergerRules.SeenByNobodyElse(visible.Contains(settled.Id) ? settled.Id : null);
    }

    private static async Task RefuseOwnAwards(this HonorsDb db, Guid survivor, Guid other, CancellationToken ct)
    {
        var own = await db.RecordsOf(survivor, other, ct);
        var standing = db.Awards.Where(a => (a.PersonId == survivor || a.PersonId == other) && a.Status == AwardStatus.Confirmed);
        var awards = await standing.Everyones().Select(a => new { a.Id, a.Confirmed }).ToListAsync(ct);
        if (awards.Find(a => IsBy(a.Confirmed, own)) is { } confirmed)
            throw MergerRules.SeenByNobodyElse(await standing.Where(a => a.Id == confirmed.Id).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct));
    }

    private static async Task RefuseDifferentIdentities(this HonorsDb db, Guid survivor, Guid other, CancellationToken ct)
    {
        var identities = await db.Identities.Everyones().Where(i => i.PersonId == survivor || i.PersonId == other).ToListAsync(ct);
        foreach (var one in identities.Where(i => i.PersonId == survivor))
        {
            var sameKind = identities.Where(i => i.PersonId == other && i.Kind == one.Kind).ToList();
            if (sameKind.Any(i => !i.Match.AsSpan().SequenceEqual(one.Match))) throw MergerRules.IdentitiesDiffer();
        }
    }

    /// <summary>The two, and whoever was merged into either.</summary>
    private static async Task<List<Guid>> RecordsOf(this HonorsDb db, Guid survivor, Guid other, CancellationToken ct) =>
        await db.People.IgnoreQueryFilters([HonorsDb.Visible, HonorsDb.Unmerged])
            .Where(p => p.Id == survivor || p.Id == other || p.MergedIntoId == survivor || p.MergedIntoId == other).Select(p => p.Id).ToListAsync(ct);

    private static bool IsBy(Signature? signature, List<Guid> people) => signature?.PersonId is { } person && people.Contains(person);
}
