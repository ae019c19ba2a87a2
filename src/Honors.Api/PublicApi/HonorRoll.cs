using System.Linq.Expressions;
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
        var awards = db.Awards.IgnoreQueryFilters([HonorsDb.Visible])
            .Where(a => a.Status == AwardStatus.Confirmed && (a.PersonId != null || a.OrganizationId != null));
        if (level is not null) awards = awards.Where(a => db.Titles.Any(t => t.Id == a.TitleId && t.Level == level));
        if (q is not null)
        {
            // An old list's recipient, and anyone without a ground, cannot be found by name: a search would tell the name.
            var named = db.People.BeginningWith(p => p.Name, q);
            var bodies = db.Organizations.BeginningWith(o => o.Name, q);
            awards = awards.Where(a => db.Titles.Any(t => t.Id == a.TitleId && t.Name.Contains(q))
                || bodies.Any(o => o.Id == a.OrganizationId)
                || (named.Any(p => p.Id == a.PersonId)
                    && naming.Any(g => g.PersonId == a.PersonId && (g.CoversAllAwards || g.Records.Any(r => r.Id == a.Id)))));
        }

        var found = await awards.ToPage(page, Row(db, naming), ct);
        return new([.. found.Items.Select(r => r.ToHonour())], found.Next);
    }

    private static Expression<Func<Award, HonourRow>> Row(HonorsDb db, IQueryable<Ground> naming) => a => new HonourRow(
        db.Titles.Where(t => t.Id == a.TitleId).Select(t => t.Name).First(),
        db.Titles.Where(t => t.Id == a.TitleId).Select(t => t.Level).First(),
        naming.Any(g => g.PersonId == a.PersonId && (g.CoversAllAwards || g.Records.Any(r => r.Id == a.Id))),
        db.People.Where(p => p.Id == a.PersonId).Select(p => p.Number).FirstOrDefault(),
        db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(),
        db.Organizations.Where(o => o.Id == a.OrganizationId).Select(o => o.Name).FirstOrDefault(),
        db.Organizations.Where(o => o.Id == a.GrantingBodyId).Select(o => o.Name).FirstOrDefault(),
        db.Divisions.Where(d => d.Code == a.DivisionCode).Select(d => d.Name).First(),
        a.ConferredOn);
}

/// <param name="ShowsName">Whether a running ground shows the person's name for this award; without it the row stays nameless.</param>
internal sealed record HonourRow(
    string Title, TitleLevel Level, bool ShowsName, string? Number, string? Name, string? Body, string? GrantedBy, string Division, PartialDate ConferredOn)
{
    public PublicHonour ToHonour()
    {
        var hidden = Body is null && !ShowsName;
        return new PublicHonour(
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
