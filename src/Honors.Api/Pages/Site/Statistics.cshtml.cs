using System.Globalization;
using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.Statistics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>Figures of the whole registry: columns and bars, each with its table, and the same as CSV.</summary>
[Cached]
public sealed class StatisticsModel(HonorsDb db, IServiceProvider services) : PageModel
{
    public PublicStatistics Figures { get; private set; } = null!;

    public ColumnChart HonoursByYear { get; private set; } = null!;

    public ColumnChart HoursByYear { get; private set; } = null!;

    public ColumnChart DeploymentsByYear { get; private set; } = null!;

    public async Task OnGet()
    {
        Figures = await db.PublicFigures(services.GetRequiredService<KeptFigures>(), services.GetRequiredService<IClock>().GetCurrentInstant(), HttpContext.RequestAborted);
        HonoursByYear = ByYear("Stats.HonoursByYear", Figures.Honours.ByYear, y => $"/honors?year={y}");
        DeploymentsByYear = ByYear("Stats.DeploymentsByYear", Figures.Deployments.ByYear, _ => null);
        HoursByYear = ColumnChart.OfYears(
            PageTexts.Say("Stats.HoursByYear"), PageTexts.Say("Stats.Hours"),
            [.. Figures.Hours.ByYear.Select(y => (y.Year, (long?)(y.Minutes / 60), y.HoursText ?? PageTexts.Say("Stats.KeptBack"), (string?)null))]);
    }

    public HoursSum? Cell(HoursSum year, HoursSum county) => Figures.Hours.Cells.FirstOrDefault(c => c.Year == year.Year && c.DivisionCode == county.DivisionCode);

    public static string Text(HoursSum? sum) => sum switch
    {
        null => "0",
        { IsKeptBack: true } => PageTexts.Say("Stats.KeptBack"),
        _ => sum.HoursText!,
    };

    private static ColumnChart ByYear(string caption, IReadOnlyList<CountFigure> years, Func<string, string?> link) => ColumnChart.OfYears(
        PageTexts.Say(caption), PageTexts.Say("Stats.Count"),
        [.. years.Select(y => (y.Value is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : (int?)null, (long)y.Count, y.Count.ToString(CultureInfo.InvariantCulture), y.Value is { } linked ? link(linked) : null))]);
}
