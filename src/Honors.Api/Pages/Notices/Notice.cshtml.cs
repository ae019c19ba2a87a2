using Honors.Api.Data;
using Honors.Api.Notices;
using Honors.Api.Pages.Caching;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Notices;

/// <summary>A public notice: what <see cref="PublicNoticeQueries"/> lets the public see of it, and how to object.</summary>
[Cached]
public class NoticeModel : PageModel
{
    public PublicNotice Notice { get; private set; } = null!;

    /// <summary>On which any of it is before the public, inclusive.</summary>
    public LocalDate LastDay => LocalDate.Max(Notice.LastDay, Notice.Entries.Select(e => e.LastDay).DefaultIfEmpty().Max());

    public async Task<IActionResult> OnGet(Guid id, [FromServices] IServiceProvider services)
    {
        var today = ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant());
        if (await services.GetRequiredService<HonorsDb>().PublicNotice(id, today, HttpContext.RequestAborted) is not { } notice) return NotFound();

        Notice = notice;
        return Page();
    }
}

/// <summary>The same to be printed on A4 and hung up.</summary>
[Cached]
public sealed class PrintModel : NoticeModel;
