using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>A team: what it did as a whole, and those of its members and honours that grounds show.</summary>
[Cached]
public sealed class TeamModel(IServiceProvider services) : PageModel
{
    public PublicTeamPage Team { get; private set; } = null!;

    public ColumnChart Deployments { get; private set; } = null!;

    public string Comma { get; } = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? ", " : "、";

    public async Task<IActionResult> OnGet(Guid id)
    {
        var found = await services.GetRequiredService<HonorsDb>().TeamPage(
            services.GetRequiredService<KeptFigures>(), services.GetRequiredService<Cursors>(), id, ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant()), HttpContext.RequestAborted);
        if (found is null) return NotFound();

        Team = found;
        Deployments = ColumnChart.OfYears(
            PageTexts.Say("TeamPage.ByYear"), PageTexts.Say("Stats.Count"), [.. found.Deployments.Select(d => (d.Year, (long)d.Count, PublicPages.Say("TeamPage.Times", d.Count), (string?)null))]);
        return Page();
    }

    public string Figures(IReadOnlyList<QuantityView> figures) => string.Join(Comma, figures.GroupBy(f => f.Text).Select(g => g.Count() > 1 ? $"{g.Key}×{g.Count()}" : g.Key));

    public object StructuredData() => new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Organization",
        ["name"] = Team.Name,
        ["areaServed"] = Team.Division,
    };
}
