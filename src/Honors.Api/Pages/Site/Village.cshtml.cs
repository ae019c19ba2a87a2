using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>A village: who was posted to it, and what kinds of help were given. No household is on it.</summary>
[Cached]
public sealed class VillageModel(IServiceProvider services) : PageModel
{
    public PublicVillage Village { get; private set; } = null!;

    public IEnumerable<PublicPosting> Named => Village.Postings.Where(p => p.PersonNumber is not null);

    public IReadOnlyList<PublicPosting> Nameless => [.. Village.Postings.Where(p => p.PersonNumber is null)];

    public async Task<IActionResult> OnGet(long code)
    {
        var found = await services.GetRequiredService<HonorsDb>().VillagePage(code, ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant()), HttpContext.RequestAborted);
        if (found is null) return NotFound();

        Village = found;
        return Page();
    }
}
