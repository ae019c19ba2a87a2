using Honors.Api.PublicApi;
using Honors.Domain.Awards;
using Honors.Domain.Deeds;
using Honors.Domain.Deployments;
using Honors.Domain.Divisions;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Honors.Api.Data;

/// <summary>
/// Every save keeps up, in its own commit, by what things are found and sorted in public: the terms of whoever is named by some ground, and the lines of the
/// roll. Whether anybody may find them is asked of the grounds at each search; a term alone opens nothing.
/// </summary>
public abstract partial class HonorsDb
{
    private const int AtOnce = 400;

    internal DbSet<RollLine> RollLines => Set<RollLine>();

    internal DbSet<SearchTerm> SearchTerms => Set<SearchTerm>();

    /// <summary>Of what this context has changed something; the writer empties the figures made of it.</summary>
    internal Counted Touched { get; private set; }

    private static Counted CountedOf(EntityEntry entry) => entry.Entity switch
    {
        Award or Ground or Title or Organization or Membership => Counted.Honours,
        Person when entry.State is EntityState.Modified => Counted.Honours,
        ServiceRecord or PriorTotal => Counted.Hours,
        Employment => Counted.Hours | Counted.Deployments, // a unit sees its people's
        Deployment => Counted.Deployments,
        VillageAssignment or HelpLogEntry => Counted.Postings,
        _ => Counted.None,
    };

    /// <summary>A registry from before there were terms and lines: what has none gets its own. Safe to repeat.</summary>
    internal async Task MakeFindable(CancellationToken ct = default)
    {
        var unlined = await Awards.IgnoreQueryFilters([Visible]).Where(a => (a.PersonId != null || a.OrganizationId != null || a.GroupName != null) && !RollLines.Any(l => l.AwardId == a.Id))
            .Select(a => a.Id).ToListAsync(ct);
        var named = await Naming().Where(g => !SearchTerms.Any(t => t.RecordId == g.PersonId)).Select(g => g.PersonId).Distinct().ToListAsync(ct);
        var deeds = await Deeds.IgnoreQueryFilters([Visible]).Where(d => !SearchTerms.Any(t => t.RecordId == d.Id) && d.Actors.Any(a => Naming().Any(g => g.PersonId == a.PersonId)))
            .Select(d => d.Id).ToListAsync(ct);
        var bodies = await Organizations.Where(o => !SearchTerms.Any(t => t.RecordId == o.Id)).Select(o => o.Id).ToListAsync(ct);
        var titles = await Titles.Where(t => !SearchTerms.Any(s => s.RecordId == t.Id)).Select(t => t.Id).ToListAsync(ct);
        await Renew(new Renewal([.. unlined], [.. named], [.. deeds], [.. bodies], [.. titles]), ct);

        var villages = await Divisions.AsNoTracking().Where(d => d.Level == DivisionLevel.Village && !SearchTerms.Any(t => t.VillageCode == d.Code)).ToListAsync(ct);
        AddRange(villages.SelectMany(v => Spelt(v.PlaceName).Select(t => new SearchTerm(FoundKind.Village, null, v.Code, t))));
        await base.SaveChangesAsync(true, ct);
        ChangeTracker.Clear();
    }

    private IQueryable<Ground> Naming() => Grounds.IgnoreQueryFilters([Visible]).Where(g => g.ShowsName && g.EndedAt == null);

    /// <summary>What has to be found otherwise after this save.</summary>
    private async Task<Renewal> Renewed(IReadOnlyList<EntityEntry> changed, CancellationToken ct)
    {
        var renamed = changed.Where(e => e.Entity is Person && e.State is EntityState.Modified && (IsChanged(e, nameof(Person.Name)) || IsChanged(e, nameof(Person.MergedIntoId)))).Select(IdOf).ToList();
        var grounded = changed.Where(e => e.Entity is Ground).Select(e => e.Property(nameof(Ground.PersonId))).SelectMany(p => (Guid[])[(Guid)p.OriginalValue!, (Guid)p.CurrentValue!]).ToHashSet();
        var bodies = changed.Where(e => e.Entity is Organization && (e.State is EntityState.Added || IsChanged(e, nameof(Organization.Name)))).Select(IdOf).ToHashSet();
        var awards = changed.Where(e => e.Entity is Award && e.State is not EntityState.Deleted).Select(IdOf).ToHashSet();
        foreach (var ids in renamed.Concat(bodies).Chunk(AtOnce))
        {
            // Of a new body there is none yet.
            awards.UnionWith(await Awards.IgnoreQueryFilters([Visible]).AsNoTracking()
                .Where(a => (a.PersonId != null && ids.Contains(a.PersonId.Value)) || (a.OrganizationId != null && ids.Contains(a.OrganizationId.Value))).Select(a => a.Id).ToListAsync(ct));
        }

        var deeds = changed.Where(e => e.Entity is Deed).Select(IdOf).ToHashSet();
        foreach (var ids in grounded.Chunk(AtOnce))
            deeds.UnionWith(await Deeds.IgnoreQueryFilters([Visible]).AsNoTracking().Where(d => d.Actors.Any(a => ids.Contains(a.PersonId))).Select(d => d.Id).ToListAsync(ct));

        return new Renewal(
            awards, [.. renamed, .. grounded], deeds, bodies, [.. changed.Where(e => e.Entity is Title && (e.State is EntityState.Added || IsChanged(e, nameof(Title.Name)))).Select(IdOf)]);

        static Guid IdOf(EntityEntry entry) => ((IIdentified)entry.Entity).Id;
        static bool IsChanged(EntityEntry entry, string property) => entry.State is EntityState.Modified && entry.Property(property).IsModified;
    }

    /// <summary>After what was changed is in the tables, and before it is committed.</summary>
    private async Task Renew(Renewal renewal, CancellationToken ct)
    {
        if (renewal.IsEmpty) return;

        foreach (var ids in renewal.Awards.Chunk(AtOnce))
        {
            await RenewLines(ids, ct);
            await SaveAndForget(ct);
        }

        foreach (var ids in renewal.People.Chunk(AtOnce)) await RenewTerms(ids, await TermsOfPeople(ids, ct), ct);
        foreach (var ids in renewal.Deeds.Chunk(AtOnce)) await RenewTerms(ids, await TermsOfDeeds(ids, ct), ct);
        foreach (var ids in renewal.Bodies.Chunk(AtOnce))
        {
            var names = await Organizations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
            await RenewTerms(ids, names.SelectMany(o => Spelt(o.Name).Select(t => new SearchTerm(FoundKind.Body, o.Id, null, t))), ct);
        }

        foreach (var ids in renewal.Titles.Chunk(AtOnce))
        {
            var names = await Titles.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync(ct);
            await RenewTerms(ids, names.SelectMany(o => Spelt(o.Name).Select(t => new SearchTerm(FoundKind.Title, o.Id, null, t))), ct);
        }
    }

    /// <summary>They are many, and nothing that still happens in this context asks for them.</summary>
    private async Task SaveAndForget(CancellationToken ct)
    {
        await base.SaveChangesAsync(true, ct);
        foreach (var entry in ChangeTracker.Entries().Where(e => e.Entity is SearchTerm or RollLine).ToList()) entry.State = EntityState.Detached;
    }

    private async Task RenewLines(Guid[] ids, CancellationToken ct)
    {
        var lines = await RollLines.Where(l => ids.Contains(l.AwardId)).ToDictionaryAsync(l => l.AwardId, ct);
        var awards = await Awards.IgnoreQueryFilters([Visible, Unmerged]).AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            a.GroupName,
            a.ConferredOn,
            PersonName = People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(),
            Body = Organizations.Where(o => o.Id == a.OrganizationId).Select(o => o.Name).FirstOrDefault(),
            Kind = Organizations.Where(o => o.Id == a.OrganizationId).Select(o => (OrganizationKind?)o.Kind).FirstOrDefault(),
        }).ToListAsync(ct);
        foreach (var award in awards)
        {
            if ((award.GroupName ?? award.PersonName ?? award.Body) is not { } recipient)
            {
                if (lines.TryGetValue(award.Id, out var old)) Remove(old);
                continue;
            }

            if (!lines.TryGetValue(award.Id, out var line)) Add(line = new RollLine { AwardId = award.Id });
            line.Kind = award.GroupName is not null ? RecipientKind.Group
                : award.PersonName is not null ? RecipientKind.Person
                : award.Kind is OrganizationKind.Team ? RecipientKind.Team : RecipientKind.Unit;
            (line.Year, line.Pinyin, line.Strokes) = (RollLine.YearOf(award.ConferredOn), NameOrder.PinyinKey(recipient), NameOrder.StrokeKey(recipient));
        }
    }

    /// <summary>Leaves of these records exactly these terms.</summary>
    private async Task RenewTerms(Guid[] ids, IEnumerable<SearchTerm> wanted, CancellationToken ct)
    {
        var missing = wanted.ToDictionary(t => (t.RecordId, t.Kind, t.Term));
        foreach (var term in await SearchTerms.Where(t => t.RecordId != null && ids.Contains(t.RecordId.Value)).ToListAsync(ct))
        {
            if (!missing.Remove((term.RecordId, term.Kind, term.Term))) Remove(term);
        }

        AddRange(missing.Values);
        await SaveAndForget(ct);
    }

    private async Task<IEnumerable<SearchTerm>> TermsOfPeople(Guid[] ids, CancellationToken ct)
    {
        var people = await People.IgnoreQueryFilters([Visible]).Where(p => ids.Contains(p.Id) && Naming().Any(g => g.PersonId == p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        return people.SelectMany(p => Spelt(p.Name).Select(t => new SearchTerm(FoundKind.Person, p.Id, null, t)));
    }

    /// <summary>Its name where some ground shows it, its story where some ground shows that.</summary>
    private async Task<IEnumerable<SearchTerm>> TermsOfDeeds(Guid[] ids, CancellationToken ct)
    {
        var deeds = await Deeds.IgnoreQueryFilters([Visible]).AsNoTracking().Where(d => ids.Contains(d.Id) && d.Actors.Any(a => Naming().Any(g => g.PersonId == a.PersonId))).ToListAsync(ct);
        var actors = deeds.SelectMany(d => d.Actors.Select(a => a.PersonId)).Distinct().ToList();
        var grounds = (await Naming().AsNoTracking().Where(g => actors.Contains(g.PersonId)).ToListAsync(ct)).ToLookup(g => g.PersonId);
        return deeds.SelectMany(deed =>
        {
            var covering = deed.Actors.SelectMany(a => grounds[a.PersonId]).Where(g => PublicSearch.Covers(g, deed)).ToList();
            return (covering is [] ? [] : Pieces(deed.Name).Select(t => new SearchTerm(FoundKind.Deed, deed.Id, null, t)))
                .Concat(covering.Exists(g => g.ShowsStory) ? Pieces(deed.Summary ?? "").Select(t => new SearchTerm(FoundKind.Story, deed.Id, null, t)) : []);
        });
    }

    /// <summary>A name from each of its characters on: as written, in pinyin, in initials; each reading of a surname.</summary>
    internal static IEnumerable<string> Spelt(string name)
    {
        var folded = Spelling.Fold(name);
        List<string> spelt = [.. Spelling.Endings(folded, SearchTerm.MaxLength)];
        foreach (var syllables in NameOrder.Readings(folded).Select(r => r.Select(s => s.Replace('ü', 'v')).ToList()).SelectMany(AsTyped))
        {
            for (var i = 0; i < syllables.Count; i++)
            {
                spelt.Add(string.Concat(syllables.Skip(i)));
                spelt.Add(string.Concat(syllables.Skip(i).Select(s => s[..(char.IsSurrogate(s[0]) ? 2 : 1)])));
            }
        }

        return spelt.Select(Cut).Distinct(StringComparer.Ordinal);
    }

    /// <summary>lü is typed lv, and on passports lu or lyu.</summary>
    private static IEnumerable<IReadOnlyList<string>> AsTyped(IReadOnlyList<string> syllables)
    {
        yield return syllables;
        if (!syllables.Any(s => s.Contains('v', StringComparison.Ordinal))) yield break;

        yield return [.. syllables.Select(s => s.Replace('v', 'u'))];
        yield return [.. syllables.Select(s => s.Replace("v", "yu", StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Pieces(string text) => Spelling.Endings(Spelling.Fold(text), SearchTerm.LongestWords).Select(Cut).Distinct(StringComparer.Ordinal);

    /// <summary>As long as the column.</summary>
    internal static string Cut(string term)
    {
        if (term.Length <= SearchTerm.MaxLength) return term;
        return term[..(char.IsHighSurrogate(term[SearchTerm.MaxLength - 1]) ? SearchTerm.MaxLength - 1 : SearchTerm.MaxLength)];
    }

    private sealed record Renewal(HashSet<Guid> Awards, HashSet<Guid> People, HashSet<Guid> Deeds, HashSet<Guid> Bodies, HashSet<Guid> Titles)
    {
        public bool IsEmpty => Awards.Count + People.Count + Deeds.Count + Bodies.Count + Titles.Count is 0;
    }
}
