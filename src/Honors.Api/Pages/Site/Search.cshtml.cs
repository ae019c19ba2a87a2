using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>One field for everything that is public: people, honours, teams, villages, words of deeds.</summary>
[Cached("q")]
public sealed class SearchModel(IServiceProvider services) : PageModel
{
    public string? Q { get; private set; }

    /// <summary>Null where nothing is asked.</summary>
    public PublicFindings? Found { get; private set; }

    public async Task OnGet()
    {
        var q = Request.Query["q"].ToString().Trim();
        if (q is "" || q.Length > RollQuery.QMaxLength || q.Contains('\0', StringComparison.Ordinal)) return;

        Q = q;
        Found = await services.GetRequiredService<HonorsDb>().Find(q, ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant()), HttpContext.RequestAborted);
    }

    public string Comma { get; } = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? ", " : "、";

    public string OnRoll => Url.Content("~/honors") + QueryString.Create("q", Q!);
}
