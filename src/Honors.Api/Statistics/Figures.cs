using System.Globalization;
using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.PublicApi;
using Honors.Api.ServiceHours;
using Honors.Domain.Deployments;
using Honors.Domain.Divisions;
using Honors.Domain.ServiceHours;
using Honors.Domain.Statistics;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Statistics;

/// <summary>
/// Figures of the whole registry, or of what a caller sees of it. They are worked out once and kept until a commit changes what they are made of, so that a
/// request costs the same however much there is.
/// </summary>
internal static class Figures
{
    /// <summary>What everybody may know: no filter narrows it, so that no two answers differ by a few people.</summary>
    public static async Task<PublicStatistics> PublicFigures(this HonorsDb db, KeptFigures kept, Instant now, CancellationToken ct)
    {
        var reader = new Reader(db, IsPublic: true);
        var key = $"statistics {ChinaTime.Today(now)} {CultureInfo.CurrentUICulture.Name} public";
        return new PublicStatistics(
            SmallNumbers.LeastPeople,
            await kept.Get($"{key} honours", Counted.Honours, () => Honours(reader, ct)),
            await kept.Get($"{key} hours", Counted.Hours, () => Hours(reader, now, ct)),
            await kept.Get($"{key} deployments", Counted.Deployments, () => Deployments(reader, ct)));
    }

    public static async Task<StatisticsResponse> FiguresSeenBy(this HonorsDb db, Caller caller, KeptFigures kept, Instant now, CancellationToken ct)
    {
        var reader = new Reader(db, IsPublic: false);
        // Rights are read on each request: whoever sees more or less asks for other figures.
        var sight = $"{string.Join(' ', caller.Own.Order())}|{string.Join(' ', caller.Bodies.Order())}|{string.Join(' ', caller.Areas.Order())}";
        var key = $"statistics {ChinaTime.Today(now)} {CultureInfo.CurrentUICulture.Name} {sight}";
        return new StatisticsResponse(
            await kept.Get($"{key} honours", Counted.Honours, () => Honours(reader, ct)),
            await kept.Get($"{key} hours", Counted.Hours | Counted.Honours, () => Hours(reader, now, ct)),
            await kept.Get($"{key} deployments", Counted.Deployments | Counted.Honours, () => Deployments(reader, ct)));
    }

    private sealed record Reader(HonorsDb Db, bool IsPublic)
    {
        public IQueryable<T> Of<T>(IQueryable<T> rows) where T : class => IsPublic ? rows.IgnoreQueryFilters([HonorsDb.Visible]) : rows;
    }

    private static async Task<HonourStatistics> Honours(Reader reader, CancellationToken ct)
    {
        var db = reader.Db;
        var awards = await reader.Of(db.Awards).Standing().Join(db.RollLines, a => a.Id, l => l.AwardId, (a, l) => new { a.TitleId, a.DivisionCode, l.Year })
            .GroupBy(a => a).Select(g => new { g.Key.TitleId, g.Key.DivisionCode, g.Key.Year, Count = g.Count() }).ToListAsync(ct);
        var titleIds = awards.Select(a => a.TitleId).Distinct().ToList();
        var titles = await db.Titles.Where(t => titleIds.Contains(t.Id)).Select(t => new { t.Id, t.Name, t.Level }).ToDictionaryAsync(t => t.Id, ct);
        var byDivision = awards.GroupBy(a => a.DivisionCode).ToDictionary(g => g.Key, g => g.Sum(a => a.Count));
        var names = await Names(db, byDivision.Keys, ct);
        return new HonourStatistics(
            Words.Of("StatisticsHonours"),
            awards.Sum(a => a.Count),
            Years(awards.Select(a => (a.Year, a.Count)), y => y is 0 ? null : Roll($"year={y}")),
            [.. awards.GroupBy(a => a.TitleId).Select(g => (Title: titles[g.Key], Count: g.Sum(a => a.Count))).OrderByDescending(t => t.Count).ThenBy(t => t.Title.Name, NameOrder.ByPinyin)
                .Select(t => new TitleFigure(t.Title.Id, t.Title.Name, t.Title.Level, Words.Of(t.Title.Level), t.Count, Roll($"title={t.Title.Id}")))],
            // The roll's filter holds a division and all in it: it lists a city's own honours alone only where there are no others.
            [.. byDivision.OrderBy(d => d.Key).Select(d => new CountFigure(
                Number(d.Key), names[d.Key], d.Value, byDivision.Where(o => Within(o.Key, d.Key)).Sum(o => o.Value) == d.Value ? Roll($"division={d.Key}") : null))]);

        string? Roll(string query) => reader.IsPublic ? $"/api/v1/public/honor-roll?{query}" : null;
    }

    private static async Task<DeploymentStatistics> Deployments(Reader reader, CancellationToken ct)
    {
        var rows = await reader.Of(reader.Db.Deployments)
            .Where(d => d.Status != DeploymentStatus.Open && d.Kind != DeploymentKind.Training && d.Kind != DeploymentKind.Drill && d.Kind != DeploymentKind.StandBy)
            .GroupBy(d => new { County = d.RecordedIn / DivisionCodes.County, d.When.Earliest, d.When.Latest }).Select(g => new { g.Key.County, g.Key.Earliest, g.Key.Latest, Count = g.Count() }).ToListAsync(ct);
        var byCounty = rows.GroupBy(r => r.County * DivisionCodes.County).OrderBy(g => g.Key).ToList();
        var names = await Names(reader.Db, byCounty.Select(g => g.Key), ct);
        return new DeploymentStatistics(
            Words.Of("StatisticsDeployments"),
            rows.Sum(r => r.Count),
            Years(rows.Select(r => (r is { Earliest: { } first, Latest: { } last } && first.Year == last.Year ? first.Year : 0, r.Count)), _ => null),
            [.. byCounty.Select(g => new CountFigure(Number(g.Key), names[g.Key], g.Sum(r => r.Count), null))]);
    }

    private static async Task<HoursStatistics> Hours(Reader reader, Instant now, CancellationToken ct)
    {
        var records = reader.Of(reader.Db.ServiceRecords).Where(r => r.Status == ServiceStatus.Verified);
        var (first, last) = (await records.MinAsync(r => (LocalDate?)r.SortDay, ct), await records.MaxAsync(r => (LocalDate?)r.SortDay, ct));
        List<int> years = first is { } from && last is { } to ? [.. Enumerable.Range(from.PlusDays(-ServiceRecord.MostDays).Year, to.Year - from.PlusDays(-ServiceRecord.MostDays).Year + 1).Reverse()] : [];
        Dictionary<(int? Year, long? County), Part> parts = [];
        foreach (var year in years.Select(y => (int?)y).Append(null))
        {
            var days = reader.Of(Question(year).Days(reader.Db));
            foreach (var part in await days.GroupBy(d => d.RecordedIn / DivisionCodes.County)
                .Select(g => new { County = g.Key, Minutes = g.Sum(d => d.Credited), People = g.Select(d => d.PersonId).Distinct().Count() }).ToListAsync(ct))
                parts[(year, part.County * DivisionCodes.County)] = new(part.Minutes, part.People);
            var whole = await days.GroupBy(d => 1).Select(g => new { Minutes = g.Sum(d => d.Credited), People = g.Select(d => d.PersonId).Distinct().Count() }).SingleOrDefaultAsync(ct);
            parts[(year, null)] = new(whole?.Minutes ?? 0, whole?.People ?? 0);
        }

        years.RemoveAll(y => parts[(y, null)].People is 0);
        var counties = parts.Keys.Select(k => k.County).OfType<long>().Distinct().Order().ToList();
        var names = await Names(reader.Db, counties, ct);
        List<int?> rows = [.. years.Select(y => (int?)y), null];
        List<long?> columns = [.. counties.Select(c => (long?)c), null];
        var people = new int[rows.Count, columns.Count];
        foreach (var (row, column) in Cells()) people[row, column] = Of(row, column).People;
        var hidden = reader.IsPublic ? SmallNumbers.KeptBack(people) : new bool[rows.Count, columns.Count];

        return new HoursStatistics(
            Words.Of("StatisticsHours"),
            Sum(rows.Count - 1, columns.Count - 1),
            [.. years.Select((_, row) => Sum(row, columns.Count - 1))],
            [.. counties.Select((_, column) => Sum(rows.Count - 1, column))],
            [.. Cells().Where(c => c.Row < years.Count && c.Column < counties.Count && Of(c.Row, c.Column).People > 0).Select(c => Sum(c.Row, c.Column))]);

        IEnumerable<(int Row, int Column)> Cells() => Enumerable.Range(0, rows.Count).SelectMany(r => Enumerable.Range(0, columns.Count).Select(c => (r, c)));

        Part Of(int row, int column) => parts.GetValueOrDefault((rows[row], columns[column]), new(0, 0));

        HoursSum Sum(int row, int column)
        {
            var (year, county, part, isHidden) = (rows[row], columns[column], Of(row, column), hidden[row, column]);
            var text = string.Join(' ', ((string?[])[county is { } code ? names[code] : null, year is { } y ? YearText(y) : null]).OfType<string>());
            return new HoursSum(
                year, county, text is "" ? Words.Of("StatisticsAll") : text, isHidden, isHidden ? null : part.Minutes, isHidden ? null : Printed.Minutes(part.Minutes), isHidden ? null : part.People,
                // A division's list holds all in it: a city's own bodies have none.
                reader.IsPublic || (county is { } c && !Enumerable.SequenceEqual(counties.Where(o => Within(o, c)), [c])) ? null : Question(year, county).Link());
        }

        HoursQuestion Question(int? year, long? county = null) => new(
            new HoursScope(null, null, null, county), new HoursPeriod(year, null, null, null, null), now, HoursState.Verified, WithinPriorTotals: false);
    }

    private sealed record Part(int Minutes, int People);

    private static IReadOnlyList<CountFigure> Years(IEnumerable<(int Year, int Count)> counts, Func<int, string?> link) =>
        [.. counts.GroupBy(c => c.Year).OrderByDescending(g => g.Key).Select(g => g.Key is 0
            ? new CountFigure(null, Words.Of("StatisticsYearNotStated"), g.Sum(c => c.Count), null)
            : new CountFigure(Number(g.Key), YearText(g.Key), g.Sum(c => c.Count), link(g.Key)))];

    private static string YearText(int year) => Printed.Year(PartialDate.Parse(Number(year)));

    private static async Task<Dictionary<long, string>> Names(HonorsDb db, IEnumerable<long> codes, CancellationToken ct)
    {
        var asked = codes.ToList();
        var names = await db.Divisions.Where(d => asked.Contains(d.Code)).Select(d => new { d.Code, d.Name }).ToDictionaryAsync(d => d.Code, d => d.Name, ct);
        return asked.ToDictionary(c => c, c => names.GetValueOrDefault(c, Number(c)));
    }

    private static bool Within(long code, long division) => DivisionCodes.RangeOf(division) is var (first, last) && code >= first && code <= last;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
