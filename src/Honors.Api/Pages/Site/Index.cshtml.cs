using System.Globalization;
using Honors.Api.Data;
using Honors.Api.Notices;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Api.SignIn;
using Honors.Domain.Notices;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>What this is, and what is new.</summary>
[Cached]
public sealed class IndexModel(IServiceProvider services) : PageModel
{
    private const int Honours = 6, OpenNotices = 5;

    public IReadOnlyList<PublicHonour> Latest { get; private set; } = [];

    public IReadOnlyList<PublicNoticeLine> Notices { get; private set; } = [];

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public int Year { get; private set; }

    public async Task OnGet()
    {
        var (db, cursors, ct) = (services.GetRequiredService<HonorsDb>(), services.GetRequiredService<Cursors>(), HttpContext.RequestAborted);
        var today = ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant());
        Year = today.Year;
        Latest = (await db.Search(null, null, new PageQuery(Honours, null, cursors), today, ct)).Items;
        Notices = (await db.PublicNotices(NoticeState.Open, new PageQuery(OpenNotices, null, cursors), today, ct)).Items;
        Figures = [.. (await db.FiguresOf(Year, today, ct)).Select(f => new Figure(PageTexts.Say(f.Text), f.Value.ToString("N0", CultureInfo.InvariantCulture)))];
    }

    /// <summary>The site, and how to search it.</summary>
    public object StructuredData(string name)
    {
        var home = services.GetRequiredService<Issuer>().OwnAddress;
        return new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "WebSite",
            ["name"] = name,
            ["url"] = home,
            ["inLanguage"] = "zh-CN",
            ["potentialAction"] = new Dictionary<string, object>
            {
                ["@type"] = "SearchAction",
                ["target"] = $"{home}search?q={{q}}",
                ["query-input"] = "required name=q",
            },
        };
    }

    public sealed record Figure(string Label, string Value);
}
