using System.Linq.Expressions;
using Honors.Api.Awards;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.People;
using Honors.Domain.Awards;
using Honors.Domain.Divisions;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.PublicApi;

/// <summary>Which honours, and in which order.</summary>
/// <param name="Q">A piece of a name, as written, in pinyin or in initials, or of a title.</param>
/// <param name="Title">Only this title.</param>
/// <param name="Level">Only titles of this level.</param>
/// <param name="Division">Only honours that belong to this division or to one in it.</param>
/// <param name="Year">Only honours that were certainly given in this year.</param>
/// <param name="Team">Only honours of this team, and of its members for what they did in it, where the name and the membership are public.</param>
/// <param name="Kind">Only recipients of this kind, where the name is public.</param>
/// <param name="Order">`newest` when absent. Those whose name is not public stand after the others of their year, and after all names where names are sorted.</param>
public sealed record RollQuery(
    [property: Length(RollQuery.QMaxLength)] string? Q = null,
    Guid? Title = null,
    Word<TitleLevel>? Level = null,
    [property: DivisionCode] long? Division = null,
    [property: Between(1900, 2100)] int? Year = null,
    Guid? Team = null,
    Word<RecipientKind>? Kind = null,
    Word<RollOrder>? Order = null)
{
    public const int QMaxLength = 50;
}

/// <summary>How the roll is sorted.</summary>
public enum RollOrder
{
    Newest,

    /// <summary>A surname as surnames are read.</summary>
    Pinyin,

    /// <summary>姓氏笔画.</summary>
    Strokes,
}

/// <summary>Confirmed honours; a name only where a running ground shows it for that very award.</summary>
internal static class HonorRoll
{
    public static async Task<PublicRoll> Roll(this HonorsDb db, KeptFigures figures, RollQuery query, PageQuery page, LocalDate today, CancellationToken ct)
    {
        var rows = db.RollRows(today);
        var (items, next) = await db.RollPage(await Filter(db, rows, query, today, ct), query.Order?.Value ?? RollOrder.Newest, page, today, ct);
        var (count, facets) = await db.RollFacets(figures, query, today, ct);
        return new PublicRoll(items, next, count, facets);
    }

    /// <summary>Those that the public may know of at all: in force, and not confidential.</summary>
    public static IQueryable<Award> Standing(this IQueryable<Award> awards) => awards.Where(a => a.Status == AwardStatus.Confirmed && !a.Confidential);

    public static async Task<PublicAwardHistory?> HistoryOf(this HonorsDb db, Guid id, LocalDate today, CancellationToken ct)
    {
        if (await db.HonourOf(id, today, ct) is not { AwardId: not null } honour) return null;

        var award = await db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).Standing().AsNoTracking().SingleAsync(a => a.Id == id, ct);
        var events = (await db.EventsOf(award, ct)).Where(e => e.IsPublic).ToList();
        // Why something was corrected or taken back is between the office and those concerned.
        var told = await db.Told(events.ConvertAll(e => e.Kind is AwardEventKind.Corrected or AwardEventKind.Revoked or AwardEventKind.Reinstated ? e with { Note = null } : e), ct);
        return new PublicAwardHistory(honour, award.Verb, award.Verb is { } verb ? Words.Of(verb) : null, told);
    }

    /// <summary>One honour as the roll has it, named or nameless.</summary>
    public static async Task<PublicHonour?> HonourOf(this HonorsDb db, Guid id, LocalDate today, CancellationToken ct) =>
        (await db.Shown(await db.RollRows(today).Where(r => r.Award.Id == id).Select(r => new Mark(r.IsNamed, r.Award.Id)).ToListAsync(ct), ct)).SingleOrDefault();

    /// <summary>The last that were entered of those whose recipient may be named, and since when they count.</summary>
    public static async Task<IReadOnlyList<(PublicHonour Honour, Instant Since)>> NewestNamed(this HonorsDb db, int most, LocalDate today, CancellationToken ct)
    {
        var newest = await db.RollRows(today).Where(r => r.IsNamed).OrderByDescending(r => r.Award.Id).Take(most).Select(r => new { r.Award.Id, r.Award.Confirmed }).ToListAsync(ct);
        return [.. (await db.Shown(newest.ConvertAll(a => new Mark(true, a.Id)), ct)).Zip(newest, (honour, a) => (honour, a.Confirmed!.At))];
    }

    /// <summary>Every award of the roll, and whether its recipient is named: a body unless it asked not to be, a person where a running ground shows the name for this award.</summary>
    public static IQueryable<RollRow> RollRows(this HonorsDb db, LocalDate today)
    {
        var naming = db.Grounds.RunningOn(today).Where(g => g.ShowsName);
        return db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).Standing().Join(db.RollLines, a => a.Id, l => l.AwardId, (a, l) => new RollRow
        {
            Award = a,
            Line = l,
            IsNamed = !a.NotPublished && (a.PersonId == null || naming.Any(g => g.PersonId == a.PersonId && (g.CoversAllAwards || g.Records.Any(r => r.Id == a.Id)))),
        });
    }

    /// <summary>What a nameless row does not show filters nothing: neither its recipient, nor of what kind it is, nor its team.</summary>
    private static async Task<IQueryable<RollRow>> Filter(HonorsDb db, IQueryable<RollRow> rows, RollQuery query, LocalDate today, CancellationToken ct)
    {
        if (query.Title is { } title) rows = rows.Where(r => r.Award.TitleId == title);
        if (query.Level is { Value: var level }) rows = rows.Where(r => db.Titles.Any(t => t.Id == r.Award.TitleId && t.Level == level));
        if (query.Division is { } division && DivisionCodes.RangeOf(division) is var (first, last)) rows = rows.Where(r => r.Award.DivisionCode >= first && r.Award.DivisionCode <= last);
        if (query.Year is { } year) rows = rows.Where(r => r.Line.Year == year);
        if (query.Kind is { Value: var kind }) rows = rows.Where(r => r.IsNamed && r.Line.Kind == kind);
        if (query.Team is { } team)
        {
            var members = (await db.ShownMembers(today, team, ct)).Select(m => m.PersonId).Distinct().ToList();
            rows = rows.Where(r => r.IsNamed && (r.Award.OrganizationId == team
                || (r.Award.Teams.Any(t => t.Id == team) && (r.Award.PersonId == null || members.Contains(r.Award.PersonId.Value)))));
        }

        if (query.Q is { } q)
        {
            var found = db.Named(q);
            var (people, bodies, titles) = (found.Where(t => t.Kind == FoundKind.Person), found.Where(t => t.Kind == FoundKind.Body), found.Where(t => t.Kind == FoundKind.Title));
            rows = rows.Where(r => titles.Any(t => t.RecordId == r.Award.TitleId)
                || (r.IsNamed && (people.Any(t => t.RecordId == r.Award.PersonId) || bodies.Any(t => t.RecordId == r.Award.OrganizationId)
                    || (r.Award.GroupName != null && r.Award.GroupName.Contains(q)))));
        }

        return rows;
    }

    /// <summary>
    /// Two streams, each by an index: of the named by what they are sorted by, and of the nameless by year and entry alone; so neither order nor where a page
    /// ends tells a hidden name or day.
    /// </summary>
    private static async Task<(IReadOnlyList<PublicHonour> Items, string? Next)> RollPage(
        this HonorsDb db, IQueryable<RollRow> rows, RollOrder order, PageQuery page, LocalDate today, CancellationToken ct)
    {
        var after = page.After is null ? null : page.Cursors.OpenRoll(page.After);
        var (named, nameless) = (rows.Where(r => r.IsNamed), rows.Where(r => !r.IsNamed));
        var key = after is { IsNamed: true } && order is not RollOrder.Newest ? await db.RollLines.AsNoTracking().SingleOrDefaultAsync(l => l.AwardId == after.Id, ct) : null;
        named = (order, after) switch
        {
            (_, null) => named,
            (RollOrder.Newest, { IsNamed: true }) => named.Where(r => r.Award.SortDay < after.Day || (r.Award.SortDay == after.Day && r.Award.Id.CompareTo(after.Id) < 0)),
            (RollOrder.Newest, _) => named.Where(r => r.Award.SortDay < after.Day),
            (_, { IsNamed: false }) => named.Where(r => false),
            (RollOrder.Pinyin, _) => named.Where(r => string.Compare(r.Line.Pinyin, key!.Pinyin) > 0 || (r.Line.Pinyin == key.Pinyin && r.Line.AwardId.CompareTo(after.Id) > 0)),
            _ => named.Where(r => string.Compare(r.Line.Strokes, key!.Strokes) > 0 || (r.Line.Strokes == key.Strokes && r.Line.AwardId.CompareTo(after.Id) > 0)),
        };
        named = order switch
        {
            RollOrder.Pinyin => named.OrderBy(r => r.Line.Pinyin).ThenBy(r => r.Line.AwardId),
            RollOrder.Strokes => named.OrderBy(r => r.Line.Strokes).ThenBy(r => r.Line.AwardId),
            _ => named.OrderByDescending(r => r.Award.SortDay).ThenByDescending(r => r.Award.Id),
        };
        if (after is { IsNamed: false }) nameless = nameless.Where(r => r.Line.Year < after.Year || (r.Line.Year == after.Year && r.Line.AwardId.CompareTo(after.Id) < 0));
        else if (after is not null && order is RollOrder.Newest) nameless = nameless.Where(r => r.Line.Year <= after.Day.Year);

        var first = await named.Take(page.Rows + 1).Select(r => new Place(true, r.Award.Id, r.Award.SortDay, 0)).ToListAsync(ct);
        // Those of earlier years stand after all of a full page: they are not looked through.
        if (order is RollOrder.Newest && first.Count > page.Rows && first[^1].Day.Year is var last) nameless = nameless.Where(r => r.Line.Year >= last);
        var second = order is not RollOrder.Newest && first.Count > page.Rows
            ? []
            : await nameless.OrderByDescending(r => r.Line.Year).ThenByDescending(r => r.Line.AwardId).Take(page.Rows + 1)
                .Select(r => new Place(false, r.Line.AwardId, null, r.Line.Year)).ToListAsync(ct);
        var places = (order is RollOrder.Newest ? Merge(first, second) : [.. first, .. second]).Take(page.Rows + 1).ToList();
        var shown = places.Take(page.Rows).ToList();
        return (await db.Shown(shown.ConvertAll(p => new Mark(p.IsNamed, p.Id)), ct), places.Count > page.Rows ? page.Cursors.CloseRoll(shown[^1]) : null);
    }

    /// <summary>The nameless of a year after the named of it.</summary>
    private static IEnumerable<Place> Merge(List<Place> named, List<Place> nameless) =>
        named.Concat(nameless).OrderByDescending(p => p.Day).ThenByDescending(p => p.IsNamed); // stable: each stream keeps its order

    /// <summary>Awards as the public sees them, in this order.</summary>
    public static async Task<IReadOnlyList<PublicHonour>> Shown(this HonorsDb db, IReadOnlyList<Mark> marks, CancellationToken ct)
    {
        var ids = marks.Select(m => m.AwardId).ToList();
        var rows = await db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).Where(a => ids.Contains(a.Id)).Select(Row(db)).ToDictionaryAsync(r => r.Id, ct);
        return [.. marks.Select(m => rows[m.AwardId].ToHonour(m.IsNamed))];
    }

    private static Expression<Func<Award, HonourRow>> Row(HonorsDb db) => a => new HonourRow(
        a.Id,
        db.Titles.Where(t => t.Id == a.TitleId).Select(t => t.Name).First(),
        db.Titles.Where(t => t.Id == a.TitleId).Select(t => t.Level).First(),
        db.People.Where(p => p.Id == a.PersonId).Select(p => p.Number).FirstOrDefault(),
        db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(),
        a.GroupName ?? db.Organizations.Where(o => o.Id == a.OrganizationId).Select(o => o.Name).FirstOrDefault(),
        db.Organizations.Where(o => o.Id == a.GrantingBodyId).Select(o => o.Name).FirstOrDefault(),
        db.Divisions.Where(d => d.Code == a.DivisionCode).Select(d => d.Name).First(),
        a.ConferredOn);

    /// <summary>Where on the roll.</summary>
    /// <param name="Given">Null of the nameless: they stand by their year alone.</param>
    internal sealed record Place(bool IsNamed, Guid Id, LocalDate? Given, int Year)
    {
        public LocalDate Day => Given ?? new LocalDate(Math.Max(1, Year), 1, 1);
    }

    private static string CloseRoll(this Cursors cursors, Place place) => cursors.Close(new Cursor(place.Day, place.Id), place.IsNamed ? "n" : "x");

    private static Place OpenRoll(this Cursors cursors, string text)
    {
        var (cursor, kind) = cursors.OpenWithKind(text);
        return kind is "n" ? new Place(true, cursor.Id, cursor.Day, 0) : new Place(false, cursor.Id, null, cursor.Day.Year is 1 ? 0 : cursor.Day.Year);
    }

    /// <summary>Counts per facet; each leaves its own filter aside, so that it tells what choosing another value would give.</summary>
    private static async Task<(int Count, PublicRollFacets Facets)> RollFacets(this HonorsDb db, KeptFigures figures, RollQuery query, LocalDate today, CancellationToken ct)
    {
        var key = $"roll {today} {query.Q} {query.Team} {System.Globalization.CultureInfo.CurrentUICulture.Name}";
        var counted = await figures.Get(key, Counted.Honours, () => Count(db, query, today, ct));

        var count = counted.Rows.Where(r => Is(r, query)).Sum(r => r.Count);
        return (count, new PublicRollFacets(
            [.. Facet(query with { Title = null }, r => r.TitleId).Select(f => new RollFacet(f.Value.ToString(), counted.Titles[f.Value].Name, f.Count)).OrderByDescending(f => f.Count).ThenBy(f => f.Text, NameOrder.ByPinyin)],
            [.. Facet(query with { Level = null }, r => counted.Titles[r.TitleId].Level).OrderBy(f => f.Value).Select(f => new RollFacet(Spelt(f.Value), Words.Of(f.Value), f.Count))],
            [.. Divisions().OrderBy(f => f.Value, StringComparer.Ordinal)],
            [.. Facet(query with { Year = null }, r => r.Year).Where(f => f.Value > 0).OrderByDescending(f => f.Value).Select(f => new RollFacet(f.Value.ToString(Invariant), f.Value.ToString(Invariant), f.Count))],
            [.. counted.Teams.Where(t => Is(t.Row, query with { Team = null })).GroupBy(t => t.TeamId).Select(g => new RollFacet(g.Key.ToString(), g.First().Name, g.Sum(t => t.Row.Count)))
                .OrderByDescending(f => f.Count).ThenBy(f => f.Text, NameOrder.ByPinyin)],
            [.. Facet(query with { Kind = null }, r => r.Kind).Where(f => f.Value is not null).OrderBy(f => f.Value).Select(f => new RollFacet(Spelt(f.Value!.Value), Words.Of(f.Value.Value), f.Count))],
            counted.Rows.Where(r => r.Kind is null && Is(r, query)).Sum(r => r.Count)));

        IEnumerable<(T Value, int Count)> Facet<T>(RollQuery others, Func<CountedRow, T> of) =>
            counted.Rows.Where(r => Is(r, others)).GroupBy(of).Select(g => (g.Key, g.Sum(r => r.Count)));

        // A city holds its counties, as the filter does.
        IEnumerable<RollFacet> Divisions()
        {
            var rows = counted.Rows.Where(r => Is(r, query with { Division = null })).ToList();
            return rows.Select(r => r.DivisionCode).Distinct().Select(code => new RollFacet(code.ToString(Invariant), counted.Divisions[code], rows.Where(r => Within(r.DivisionCode, code)).Sum(r => r.Count)));
        }

        bool Is(CountedRow row, RollQuery asked) => (asked.Title is null || row.TitleId == asked.Title)
            && (asked.Level is not { } level || counted.Titles[row.TitleId].Level == level.Value)
            && (asked.Division is not { } division || Within(row.DivisionCode, division))
            && (asked.Year is null || row.Year == asked.Year)
            && (asked.Kind is not { } kind || row.Kind == kind.Value);
    }

    private static readonly System.Globalization.CultureInfo Invariant = System.Globalization.CultureInfo.InvariantCulture;

    private static bool Within(long code, long division) => DivisionCodes.RangeOf(division) is var (first, last) && code >= first && code <= last;

    private static string Spelt<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static async Task<CountedRoll> Count(HonorsDb db, RollQuery query, LocalDate today, CancellationToken ct)
    {
        var all = db.RollRows(today);
        var rows = await Filter(db, all, new RollQuery(query.Q, Team: query.Team), today, ct);
        var named = await rows.Where(r => r.IsNamed).GroupBy(r => new { r.Award.TitleId, r.Award.DivisionCode, r.Line.Year, r.Line.Kind })
            .Select(g => new CountedRow(g.Key.TitleId, g.Key.DivisionCode, g.Key.Year, g.Key.Kind, g.Count())).ToListAsync(ct);
        var nameless = await rows.Where(r => !r.IsNamed).GroupBy(r => new { r.Award.TitleId, r.Award.DivisionCode, r.Line.Year })
            .Select(g => new CountedRow(g.Key.TitleId, g.Key.DivisionCode, g.Key.Year, null, g.Count())).ToListAsync(ct);
        List<CountedRow> counted = [.. named, .. nameless];

        var ofAnyTeam = await Filter(db, all, new RollQuery(query.Q), today, ct);
        var linked = await ofAnyTeam.Where(r => r.IsNamed).SelectMany(r => r.Award.Teams, (r, t) => new { Team = t.Id, r.Award.Id, r.Award.PersonId, r.Award.TitleId, r.Award.DivisionCode, r.Line.Year, r.Line.Kind }).ToListAsync(ct);
        var itself = await ofAnyTeam.Where(r => r.IsNamed && r.Line.Kind == RecipientKind.Team)
            .Select(r => new { Team = r.Award.OrganizationId!.Value, r.Award.Id, r.Award.PersonId, r.Award.TitleId, r.Award.DivisionCode, r.Line.Year, r.Line.Kind }).ToListAsync(ct);
        var members = (await db.ShownMembers(today, null, ct)).Select(m => (m.TeamId, m.PersonId)).ToHashSet();
        var ofTeams = linked.Where(l => l.PersonId is not { } person || members.Contains((l.Team, person))).Concat(itself).DistinctBy(l => (l.Team, l.Id)).ToList();

        var (titleIds, codes, teamIds) = (counted.Select(r => r.TitleId).Concat(ofTeams.Select(t => t.TitleId)).Distinct().ToList(), counted.Select(r => r.DivisionCode).Distinct().ToList(), ofTeams.Select(t => t.Team).Distinct().ToList());
        var titles = await db.Titles.Where(t => titleIds.Contains(t.Id)).Select(t => new { t.Id, t.Name, t.Level }).ToDictionaryAsync(t => t.Id, t => (t.Name, t.Level), ct);
        var divisions = await db.Divisions.Where(d => codes.Contains(d.Code)).ToDictionaryAsync(d => d.Code, d => d.Name, ct);
        var teams = await db.Organizations.Where(o => teamIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return new CountedRoll(counted, [.. ofTeams.Select(t => new CountedTeam(t.Team, teams[t.Team], new CountedRow(t.TitleId, t.DivisionCode, t.Year, t.Kind, 1)))], titles, divisions);
    }

    private sealed record CountedRoll(
        IReadOnlyList<CountedRow> Rows, IReadOnlyList<CountedTeam> Teams, Dictionary<Guid, (string Name, TitleLevel Level)> Titles, Dictionary<long, string> Divisions);

    /// <param name="Kind">Null of those whose name is not public.</param>
    private sealed record CountedRow(Guid TitleId, long DivisionCode, int Year, RecipientKind? Kind, int Count);

    private sealed record CountedTeam(Guid TeamId, string Name, CountedRow Row);
}

/// <summary>An award of the roll with what the roll keeps of it; only within a query.</summary>
internal sealed class RollRow
{
    public Award Award { get; init; } = null!;

    public RollLine Line { get; init; } = null!;

    public bool IsNamed { get; init; }
}

internal sealed record Mark(bool IsNamed, Guid AwardId);

internal sealed record HonourRow(
    Guid Id, string Title, TitleLevel Level, string? Number, string? Name, string? Body, string? GrantedBy, string Division, PartialDate ConferredOn)
{
    /// <param name="isNamed">Whether the public may know the recipient; without that the row stays nameless.</param>
    public PublicHonour ToHonour(bool isNamed) => new(
        isNamed ? Id : null,
        isNamed ? Number : null,
        isNamed ? Body ?? Name! : Words.Of(Words.NameNotPublic),
        Title,
        Level,
        Words.Of(Level),
        Division,
        Printed.Year(ConferredOn),
        isNamed ? PartialDateView.Of(ConferredOn) : null,
        isNamed ? GrantedBy ?? Words.Of(Words.NotStated) : null);
}
