using Honors.Api.Data;
using Honors.Api.PublicApi;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>A few figures of a year, for the front page. Each reads a range of an index; the page that shows them is kept until the next commit.</summary>
internal static class FrontFigures
{
    /// <returns>Keys of <see cref="PageTexts"/>; what is nothing is left out.</returns>
    public static async Task<IReadOnlyList<(string Text, int Value)>> FiguresOf(this HonorsDb db, int year, LocalDate today, CancellationToken ct)
    {
        var (first, last) = (new LocalDate(year, 1, 1), LocalDate.Min(today, new LocalDate(year, 12, 31)));
        var honours = db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).Standing().Where(a => a.SortDay >= first && a.SortDay <= last);
        (string, int)[] figures =
        [
            ("Front.HonoursOfYear", await honours.CountAsync(ct)),
            ("Front.TitlesOfYear", await honours.Select(a => a.TitleId).Distinct().CountAsync(ct)),
            ("Front.DeploymentsOfYear", await db.Deployments.IgnoreQueryFilters([HonorsDb.Visible])
                .CountAsync(d => d.Status != Domain.Deployments.DeploymentStatus.Open && d.SortDay >= first && d.SortDay <= last, ct)),
        ];
        return [.. figures.Where(f => f.Item2 > 0)];
    }
}
