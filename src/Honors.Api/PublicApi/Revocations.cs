using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Domain.Awards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.PublicApi;

/// <summary>A revocation is announced, and needs no ground of the person: it says for its time what was taken back and by whom, and names no person.</summary>
internal static class Revocations
{
    public static async Task<Page<PublicRevocation>> Announced(this HonorsDb db, PageQuery page, LocalDate today, CancellationToken ct)
    {
        var revoked = Revoked(db);
        var found = await InForce(db, revoked).Where(c => c.AnnouncedUntil == null || today <= c.AnnouncedUntil).ToPageById(page, c => new Act(c.AwardId, c.Ground!.Value, c.Paper!, c.AnnouncedUntil), ct);
        return new(await Tell(db, revoked, found.Items, ct), found.Next);
    }

    /// <summary>What is told of one honour to whoever checks it, also when it is no longer announced.</summary>
    public static async Task<PublicRevocation?> AnnouncementOf(this HonorsDb db, Guid award, CancellationToken ct)
    {
        var revoked = Revoked(db).Where(a => a.Id == award);
        return (await Tell(db, revoked, await InForce(db, revoked).Select(c => new Act(c.AwardId, c.Ground!.Value, c.Paper!, c.AnnouncedUntil)).ToListAsync(ct), ct)).SingleOrDefault();
    }

    private sealed record Act(Guid AwardId, RevocationGround Ground, GrantingPaper Paper, LocalDate? AnnouncedUntil);

    private static IQueryable<Award> Revoked(HonorsDb db) => db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).Where(a => a.Status == AwardStatus.Revoked && !a.Confidential);

    private static IQueryable<AwardChange> InForce(HonorsDb db, IQueryable<Award> revoked) =>
        db.AwardChanges.IgnoreQueryFilters([HonorsDb.Visible])
            .Where(c => c.Kind == AwardChangeKind.Revocation && c.Status == AwardChangeStatus.Confirmed && revoked.Any(a => a.Id == c.AwardId)
                && !db.AwardChanges.Any(later => later.AwardId == c.AwardId && later.Kind == AwardChangeKind.Revocation
                    && later.Status == AwardChangeStatus.Confirmed && later.Id.CompareTo(c.Id) > 0));

    private static async Task<IReadOnlyList<PublicRevocation>> Tell(HonorsDb db, IQueryable<Award> revoked, IReadOnlyList<Act> acts, CancellationToken ct)
    {
        var ids = acts.Select(c => c.AwardId).ToList();
        var awards = await revoked.Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            Title = db.Titles.Where(t => t.Id == a.TitleId).Select(t => t.Name).First(),
            Level = db.Titles.Where(t => t.Id == a.TitleId).Select(t => t.Level).First(),
            Body = a.GroupName ?? db.Organizations.Where(o => o.Id == a.OrganizationId).Select(o => o.Name).FirstOrDefault(),
            Division = db.Divisions.Where(d => d.Code == a.DivisionCode).Select(d => d.Name).First(),
            a.ConferredOn,
        }).ToListAsync(ct);
        var revokers = acts.Select(c => c.Paper.BodyId).ToList();
        var names = await db.Organizations.Where(o => revokers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return [.. acts.Join(awards, c => c.AwardId, a => a.Id, (c, a) => new PublicRevocation(
            a.Body ?? Words.Of(Words.NameNotPublic), a.Title, a.Level, Words.Of(a.Level), a.Division, Printed.Year(a.ConferredOn),
            names[c.Paper.BodyId], c.Paper.DocumentNumber, c.Paper.IssuedOn, c.Ground, Words.Of(c.Ground), c.AnnouncedUntil))];
    }
}
