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
        var roll = await db.Roll(services.GetRequiredService<KeptFigures>(), new RollQuery(), new PageQuery(PageQuery.MostRows, null, cursors), today, ct);
        Latest = [.. roll.Items.OrderBy(h => h.AwardId is null).Take(Honours)]; // those who may be named first, else the newest
        Notices = (await db.PublicNotices(NoticeState.Open, new PageQuery(OpenNotices, null, cursors), today, ct)).Items;
        var ofYear = roll.Facets.Years.FirstOrDefault(y => y.Value == Year.ToString(CultureInfo.InvariantCulture))?.Count ?? 0;
        Figures =
        [
            .. new[] { ("Front.HonoursOfYear", ofYear), ("Front.HonoursInAll", roll.Count), ("Front.Titles", roll.Facets.Titles.Count) }
                .Where(f => f.Item2 > 0).Select(f => new Figure(PublicPages.Say(f.Item1, Year), f.Item2.ToString("N0", CultureInfo.InvariantCulture))),
        ];
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
