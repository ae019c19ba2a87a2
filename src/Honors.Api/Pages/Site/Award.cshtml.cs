using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>An honour and how it came to be.</summary>
[Cached]
public sealed class AwardModel(HonorsDb db, IClock clock) : PageModel
{
    public PublicAwardHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await db.HistoryOf(id, ChinaTime.Today(clock.GetCurrentInstant()), HttpContext.RequestAborted) is not { } found) return NotFound();

        History = found;
        return Page();
    }
}
