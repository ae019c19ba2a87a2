using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.People;
using Honors.Domain.Deeds;
using Honors.Domain.Divisions;
using Honors.Domain.People;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.PublicApi;

/// <summary>
/// Finds people, deeds, teams, villages and titles by the terms that <c>HonorsDb.Finding.cs</c> keeps: a range of the index for each kind, whatever the size of
/// the registry. A term leads to a person or a deed only while a running ground shows it.
/// </summary>
internal static class PublicSearch
{
    public const int MostHits = 10;

    /// <summary>A word of a story has two characters; one alone is in most of them.</summary>
    private const int LeastOfWords = 2;

    private const int CandidatesAtOnce = 60, MostLooks = 5;

    /// <summary>Terms that begin with what somebody typed, by the index; of a text longer than a term, those that are its beginning.</summary>
    public static IQueryable<SearchTerm> Named(this HonorsDb db, string q) => db.Beginning(HonorsDb.Cut(Spelling.Fold(q)));

    public static async Task<PublicFindings> Find(this HonorsDb db, string q, LocalDate today, CancellationToken ct)
    {
        var folded = Spelling.Fold(q);
        if (folded is "") return PublicFindings.Nothing;

        return new PublicFindings(
            await People(db, folded, today, ct), await Teams(db, folded, ct), await Villages(db, folded, ct), await Titles(db, folded, today, ct), await Deeds(db, folded, today, ct));
    }

    private static IQueryable<SearchTerm> Beginning(this HonorsDb db, string folded) =>
        folded is "" ? db.SearchTerms.Where(t => false) : db.SearchTerms.BeginningWith(t => t.Term, folded);

    /// <summary>Whoever has a page: a running ground shows the name. Of the same name there may be many, so each says what the public may know besides.</summary>
    private static async Task<PublicHits<FoundPerson>> People(HonorsDb db, string folded, LocalDate today, CancellationToken ct)
    {
        var naming = db.Grounds.IgnoreQueryFilters([HonorsDb.Visible]).RunningOn(today).Where(g => g.ShowsName);
        var hits = await Distinct(Of(db, folded, FoundKind.Person).Where(t => naming.Any(g => g.PersonId == t.RecordId)), ct);
        var ids = hits.Items;
        var people = await db.People.IgnoreQueryFilters([HonorsDb.Visible]).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Name }).ToDictionaryAsync(p => p.Id, ct);
        var withUnit = await naming.Where(g => g.ShowsUnit && ids.Contains(g.PersonId)).Select(g => g.PersonId).Distinct().ToListAsync(ct);
        var units = (await db.Employments.Everyones().Where(e => withUnit.Contains(e.PersonId) && e.Until.Text == null)
            .Select(e => new { e.Id, e.PersonId, Name = db.Organizations.Where(o => o.Id == e.OrganizationId).Select(o => o.Name).First() }).ToListAsync(ct)).ToLookup(e => e.PersonId);
        var honours = (await db.RollRows(today).Where(r => r.IsNamed && r.Award.PersonId != null && ids.Contains(r.Award.PersonId.Value))
            .Select(r => new { r.Award.PersonId, r.Award.SortDay, Title = db.Titles.Where(t => t.Id == r.Award.TitleId).Select(t => t.Name).First() }).ToListAsync(ct)).ToLookup(h => h.PersonId);
        return new([.. ids.Where(people.ContainsKey).Select(id => new FoundPerson(
            people[id].Number, people[id].Name, units[id].MaxBy(u => u.Id)?.Name, [.. honours[id].OrderByDescending(h => h.SortDay).Select(h => h.Title).Distinct().Take(3)]))], hits.More);
    }

    private static async Task<PublicHits<FoundTeam>> Teams(HonorsDb db, string folded, CancellationToken ct)
    {
        var hits = await Distinct(Of(db, folded, FoundKind.Body).Where(t => db.Organizations.Any(o => o.Id == t.RecordId && o.TeamKind != null)), ct);
        var teams = await db.Organizations.Where(o => hits.Items.Contains(o.Id))
            .Select(o => new { o.Id, o.Name, o.TeamKind, Division = db.Divisions.Where(d => d.Code == o.DivisionCode).Select(d => d.Name).First() }).ToDictionaryAsync(o => o.Id, ct);
        return new([.. hits.Items.Select(id => new FoundTeam(id, teams[id].Name, teams[id].TeamKind!.Value, Words.Of(teams[id].TeamKind!.Value), teams[id].Division))], hits.More);
    }

    private static async Task<PublicHits<FoundVillage>> Villages(HonorsDb db, string folded, CancellationToken ct)
    {
        var terms = await Of(db, folded, FoundKind.Village).OrderBy(t => t.Term).ThenBy(t => t.VillageCode).Take(CandidatesAtOnce).Select(t => t.VillageCode!.Value).ToListAsync(ct);
        var codes = terms.Distinct().ToList();
        var shown = codes.Take(MostHits).ToList();
        var above = shown.ConvertAll(c => c / DivisionCodes.Township * DivisionCodes.Township).Concat(shown.ConvertAll(c => c / DivisionCodes.County * DivisionCodes.County)).Distinct().ToList();
        var divisions = await db.Divisions.AsNoTracking().Where(d => shown.Contains(d.Code) || above.Contains(d.Code)).ToDictionaryAsync(d => d.Code, ct);
        return new([.. shown.Select(c => new FoundVillage(c, divisions[c].PlaceName, VillagePages.Above(c, divisions)))], codes.Count > MostHits);
    }

    /// <summary>Titles of which the roll holds an honour: another might be known by a confidential one alone.</summary>
    private static async Task<PublicHits<FoundTitle>> Titles(HonorsDb db, string folded, LocalDate today, CancellationToken ct)
    {
        var standing = db.RollRows(today);
        var hits = await Distinct(Of(db, folded, FoundKind.Title).Where(t => standing.Any(r => r.Award.TitleId == t.RecordId)), ct);
        var titles = await db.Titles.Where(t => hits.Items.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        return new([.. hits.Items.Select(id => new FoundTitle(id, titles[id].Name, titles[id].Level, Words.Of(titles[id].Level)))], hits.More);
    }

    /// <summary>By words of its name where a ground shows the deed, and of its story where it shows that too.</summary>
    private static async Task<PublicHits<FoundDeed>> Deeds(HonorsDb db, string folded, LocalDate today, CancellationToken ct)
    {
        if (folded.EnumerateRunes().Count() < LeastOfWords) return PublicHits<FoundDeed>.None;

        List<FoundDeed> found = [];
        HashSet<Guid> seen = [];
        var terms = db.Beginning(FirstOf(folded)).Where(t => t.Kind == FoundKind.Deed || t.Kind == FoundKind.Story).OrderBy(t => t.Kind).ThenBy(t => t.Term).ThenBy(t => t.Row);
        for (var look = 0; look < MostLooks && found.Count <= MostHits; look++)
        {
            var candidates = await terms.Skip(look * CandidatesAtOnce).Take(CandidatesAtOnce).Select(t => t.RecordId!.Value).ToListAsync(ct);
            found.AddRange(await ShownDeeds(db, [.. candidates.Distinct().Where(seen.Add)], folded, today, ct));
            if (candidates.Count < CandidatesAtOnce) break;
        }

        return new([.. found.Take(MostHits)], found.Count > MostHits);
    }

    private static async Task<IEnumerable<FoundDeed>> ShownDeeds(HonorsDb db, List<Guid> ids, string folded, LocalDate today, CancellationToken ct)
    {
        if (ids is []) return [];

        var deeds = await db.Deeds.Everyones().Where(d => ids.Contains(d.Id)).ToListAsync(ct);
        var actors = deeds.SelectMany(d => d.Actors.Select(a => a.PersonId)).Distinct().ToList();
        var grounds = (await db.Grounds.Everyones().RunningOn(today).Where(g => g.ShowsName && actors.Contains(g.PersonId)).ToListAsync(ct)).ToLookup(g => g.PersonId);
        var people = await db.People.IgnoreQueryFilters([HonorsDb.Visible]).Where(p => actors.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Name }).ToDictionaryAsync(p => p.Id, ct);
        return deeds.OrderBy(d => ids.IndexOf(d.Id)).Select(deed =>
        {
            var covering = deed.Actors.Where(a => people.ContainsKey(a.PersonId)).Select(a => (a.PersonId, Grounds: grounds[a.PersonId].Where(g => Covers(g, deed)).ToList())).Where(a => a.Grounds is not []).ToList();
            var told = covering.Any(a => a.Grounds.Exists(g => g.ShowsStory));
            var byName = Spelling.Fold(deed.Name).Contains(folded, StringComparison.Ordinal);
            var byStory = told && deed.Summary is { } summary && Spelling.Fold(summary).Contains(folded, StringComparison.Ordinal);
            // Whoever is named without the story is not led to by its words.
            var led = byName ? covering : covering.FindAll(a => a.Grounds.Exists(g => g.ShowsStory));
            return !byName && !byStory ? null : new FoundDeed(
                deed.Name, PartialDateView.Of(deed.When), byStory ? Around(deed.Summary!, folded) : null,
                [.. led.Select(a => new FoundActor(people[a.PersonId].Number, people[a.PersonId].Name))]);
        }).OfType<FoundDeed>().Where(d => d.People is not []);
    }

    internal static bool Covers(Ground ground, Deed deed) => ground.AllOf.Contains(ShownRecord.Deed) || ground.Records.Any(r => r.Id == deed.Id);

    /// <summary>The sentence or two in which the words stand.</summary>
    private static string Around(string text, string folded)
    {
        const int Before = 20, Length = 80;
        // Folding may drop and change characters: the words begin where the folded rest begins with them.
        var at = 0;
        while (at + 1 < text.Length && !Spelling.Fold(text[at..]).StartsWith(folded, StringComparison.Ordinal)) at++;
        var start = Math.Max(0, at - Before);
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }

    private static IQueryable<SearchTerm> Of(HonorsDb db, string folded, FoundKind kind) => db.Beginning(HonorsDb.Cut(folded)).Where(t => t.Kind == kind);

    /// <summary>Each record once, the shortest spelling first.</summary>
    private static async Task<PublicHits<Guid>> Distinct(IQueryable<SearchTerm> terms, CancellationToken ct)
    {
        // A name begins a few of its own spellings at most.
        var found = await terms.OrderBy(t => t.Term).ThenBy(t => t.RecordId).Select(t => t.RecordId!.Value).Take(CandidatesAtOnce).ToListAsync(ct);
        var ids = found.Distinct().ToList();
        return new([.. ids.Take(MostHits)], ids.Count > MostHits);
    }

    private static string FirstOf(string folded) => Spelling.Endings(folded, SearchTerm.LongestWords).First();
}
