using System.Linq.Expressions;
using Honors.Api.Awards;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.People;
using Honors.Domain.Awards;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.PublicApi;

/// <summary>Confirmed honours, newest first; a name only where a running ground shows it for that very award.</summary>
internal static class HonorRoll
{
    public static async Task<Page<PublicHonour>> Search(this HonorsDb db, string? q, TitleLevel? level, PageQuery page, LocalDate today, CancellationToken ct)
    {
        var naming = db.Grounds.RunningOn(today).Where(g => g.ShowsName);
        var awards = db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).Standing().Where(a => a.PersonId != null || a.OrganizationId != null || a.GroupName != null);
        if (level is not null) awards = awards.Where(a => db.Titles.Any(t => t.Id == a.TitleId && t.Level == level));
        if (q is not null)
        {
            // An old list's recipient, and anyone without a ground, cannot be found by name: a search would tell the name.
            var named = db.People.BeginningWith(p => p.Name, q);
            var bodies = db.Organizations.BeginningWith(o => o.Name, q);
            awards = awards.Where(a => db.Titles.Any(t => t.Id == a.TitleId && t.Name.Contains(q))
                || (bodies.Any(o => o.Id == a.OrganizationId) && !a.NotPublished)
                || (named.Any(p => p.Id == a.PersonId)
                    && !a.NotPublished && naming.Any(g => g.PersonId == a.PersonId && (g.CoversAllAwards || g.Records.Any(r => r.Id == a.Id)))));
        }

        var found = await awards.ToPage(page, Row(db, naming), ct);
        return new([.. found.Items.Select(r => r.ToHonour())], found.Next);
    }

    /// <summary>Those that the public may know of at all: in force, and not confidential.</summary>
    public static IQueryable<Award> Standing(this IQueryable<Award> awards) => awards.Where(a => a.Status == AwardStatus.Confirmed && !a.Confidential);

    public static async Task<PublicAwardHistory?> HistoryOf(this HonorsDb db, Guid id, LocalDate today, CancellationToken ct)
    {
        var awards = db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).Standing().Where(a => a.Id == id);
        var naming = db.Grounds.RunningOn(today).Where(g => g.ShowsName);
        if (await awards.Select(Row(db, naming)).SingleOrDefaultAsync(ct) is not { IsNamed: true } row) return null;

        var award = await awards.AsNoTracking().SingleAsync(ct);
        var events = (await db.EventsOf(award, ct)).Where(e => e.IsPublic).ToList();
        // Why something was corrected or taken back is between the office and those concerned.
        var told = await db.Told(events.ConvertAll(e => e.Kind is AwardEventKind.Corrected or AwardEventKind.Revoked or AwardEventKind.Reinstated ? e with { Note = null } : e), ct);
        return new PublicAwardHistory(row.ToHonour(), award.Verb, award.Verb is { } verb ? Words.Of(verb) : null, told);
    }

    /// <summary>One honour as the roll has it, named or nameless.</summary>
    public static async Task<PublicHonour?> HonourOf(this HonorsDb db, Guid id, LocalDate today, CancellationToken ct)
    {
        var awards = db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).Standing().Where(a => a.Id == id);
        return (await awards.Select(Row(db, db.Grounds.RunningOn(today).Where(g => g.ShowsName))).SingleOrDefaultAsync(ct))?.ToHonour();
    }

    /// <summary>The last that were entered of those whose recipient may be named, and since when they count.</summary>
    public static async Task<IReadOnlyList<(PublicHonour Honour, Instant Since)>> NewestNamed(this HonorsDb db, int most, LocalDate today, CancellationToken ct)
    {
        var naming = db.Grounds.RunningOn(today).Where(g => g.ShowsName);
        var awards = db.Awards.Everyones().Standing().Where(a => !a.NotPublished && (a.OrganizationId != null || a.GroupName != null
            || naming.Any(g => g.PersonId == a.PersonId && (g.CoversAllAwards || g.Records.Any(r => r.Id == a.Id)))));
        var since = await awards.OrderByDescending(a => a.Id).Take(most).Select(a => new { a.Id, a.Confirmed }).ToListAsync(ct);
        var ids = since.ConvertAll(a => a.Id);
        var rows = await awards.Where(a => ids.Contains(a.Id)).Select(Row(db, naming)).ToDictionaryAsync(r => r.Id, ct);
        return [.. since.Select(a => (rows[a.Id].ToHonour(), a.Confirmed!.At))];
    }

    private static Expression<Func<Award, HonourRow>> Row(HonorsDb db, IQueryable<Ground> naming) => a => new HonourRow(
        a.Id,
        db.Titles.Where(t => t.Id == a.TitleId).Select(t => t.Name).First(),
        db.Titles.Where(t => t.Id == a.TitleId).Select(t => t.Level).First(),
        !a.NotPublished && naming.Any(g => g.PersonId == a.PersonId && (g.CoversAllAwards || g.Records.Any(r => r.Id == a.Id))),
        db.People.Where(p => p.Id == a.PersonId).Select(p => p.Number).FirstOrDefault(),
        db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(),
        a.NotPublished ? null : a.GroupName ?? db.Organizations.Where(o => o.Id == a.OrganizationId).Select(o => o.Name).FirstOrDefault(),
        db.Organizations.Where(o => o.Id == a.GrantingBodyId).Select(o => o.Name).FirstOrDefault(),
        db.Divisions.Where(d => d.Code == a.DivisionCode).Select(d => d.Name).First(),
        a.ConferredOn);
}

/// <param name="ShowsName">Whether a running ground shows the person's name for this award; without it the row stays nameless.</param>
internal sealed record HonourRow(
    Guid Id, string Title, TitleLevel Level, bool ShowsName, string? Number, string? Name, string? Body, string? GrantedBy, string Division, PartialDate ConferredOn)
{
    public bool IsNamed => Body is not null || ShowsName;

    public PublicHonour ToHonour()
    {
        var hidden = !IsNamed;
        return new PublicHonour(
            hidden ? null : Id,
            ShowsName ? Number : null,
            Body ?? (ShowsName ? Name! : Words.Of(Words.NameNotPublic)),
            Title,
            Level,
            Words.Of(Level),
            Division,
            Printed.Year(ConferredOn),
            hidden ? null : PartialDateView.Of(ConferredOn),
            hidden ? null : GrantedBy ?? Words.Of(Words.NotStated));
    }
}
