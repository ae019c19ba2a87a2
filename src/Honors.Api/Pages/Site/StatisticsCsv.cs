using System.Globalization;
using System.Text;
using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.ServiceHours;
using Honors.Api.Statistics;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>The tables of the statistics as Excel opens them: UTF-8 with its mark, no cell that Excel would run.</summary>
internal static class StatisticsCsv
{
    private const string Mark = "\ufeff", Line = "\r\n";

    public static void MapStatisticsCsv(this IEndpointRouteBuilder app)
    {
        foreach (var table in (string[])["honours", "hours", "deployments"])
        {
            app.MapGet($"/statistics/{table}.csv", async (HonorsDb db, KeptFigures kept, IClock clock, CancellationToken ct) =>
                    Results.File(Of(table, await db.PublicFigures(kept, clock.GetCurrentInstant(), ct)), SheetCsv.MediaType, $"{table}.csv"))
                .AllowAnonymous().WithMetadata(new CachedAttribute()).ExcludeFromDescription();
        }
    }

    private static byte[] Of(string table, PublicStatistics figures) => Write(table switch
    {
        "honours" => [Head("Stats.By", "Stats.What", "Stats.Count"), .. Honours(figures.Honours)],
        "hours" => [Head("Stats.Year", "Stats.OfDivision", "Stats.Minutes", "Stats.People"), .. Hours(figures.Hours)],
        _ => [Head("Stats.By", "Stats.What", "Stats.Count"), .. Deployments(figures.Deployments)],
    });

    private static IEnumerable<string[]> Honours(HonourStatistics honours) =>
    [
        .. honours.ByYear.Select(y => Row("Stats.Year", y.Text, y.Count)),
        .. honours.ByTitle.Select(t => Row("Stats.OfTitle", t.Title, t.Count)),
        .. honours.ByDivision.Select(d => Row("Stats.OfDivision", d.Text, d.Count)),
        Row("Stats.All", "", honours.Count),
    ];

    private static IEnumerable<string[]> Deployments(DeploymentStatistics deployments) =>
    [
        .. deployments.ByYear.Select(y => Row("Stats.Year", y.Text, y.Count)),
        .. deployments.ByDivision.Select(d => Row("Stats.OfDivision", d.Text, d.Count)),
        Row("Stats.All", "", deployments.Count),
    ];

    private static IEnumerable<string[]> Hours(HoursStatistics hours)
    {
        var counties = hours.ByDivision.ToDictionary(d => d.DivisionCode!.Value, d => d.Text);
        return hours.Cells.Concat(hours.ByYear).Concat(hours.ByDivision).Append(hours.Total).Select(s => (string[])
        [
            s.Year?.ToString(CultureInfo.InvariantCulture) ?? PageTexts.Say("Stats.All"),
            s.DivisionCode is { } code ? counties[code] : PageTexts.Say("Stats.All"),
            s.Minutes?.ToString(CultureInfo.InvariantCulture) ?? PageTexts.Say("Stats.KeptBack"),
            s.People?.ToString(CultureInfo.InvariantCulture) ?? PageTexts.Say("Stats.KeptBack"),
        ]);
    }

    private static string[] Head(params string[] keys) => [.. keys.Select(PageTexts.Say)];

    private static string[] Row(string by, string what, int count) => [PageTexts.Say(by), what, count.ToString(CultureInfo.InvariantCulture)];

    private static byte[] Write(IEnumerable<string[]> rows)
    {
        var text = new StringBuilder(Mark);
        foreach (var row in rows) text.AppendJoin(',', row.Select(SheetCsv.Cell)).Append(Line);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
