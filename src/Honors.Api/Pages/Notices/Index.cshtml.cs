using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Api.Notices;
using Honors.Api.Pages.Caching;
using Honors.Domain.Notices;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Notices;

/// <summary>Public notices: those before the public with the days left, and those that are over with their counts.</summary>
[Cached("after")]
public sealed class IndexModel : PageModel
{
    /// <summary>Far above what one office has before the public at a time.</summary>
    private const int MostRunning = PageQuery.MostRows;

    public bool IsFirst { get; private set; }

    /// <summary>The first to end stands first.</summary>
    public IReadOnlyList<PublicNoticeLine> Running { get; private set; } = [];

    public IReadOnlyList<PublicNoticeLine> Ended { get; private set; } = [];

    public PagerLinks Pager { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGet(string? after, [FromServices] IServiceProvider services)
    {
        var (db, ct) = (services.GetRequiredService<HonorsDb>(), HttpContext.RequestAborted);
        var today = ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant());
        var cursors = services.GetRequiredService<Cursors>();
        IsFirst = after is null;
        if (IsFirst)
        {
            var running = await db.GivenNotices().Where(n => n.OpenUntil >= today).ToPage(new PageQuery(MostRunning, null, cursors), db.ToNoticeRow(), ct);
            Running = [.. running.Items.Select(n => n.ToLine(today)).OrderBy(n => n.LastDay)];
        }

        Page<PublicNoticeLine> ended;
        try
        {
            ended = await db.PublicNotices(NoticeState.Ended, new PageQuery(null, after, cursors), today, ct);
        }
        catch (ProblemException)
        {
            return RedirectToPage("/Notices/Index", new { after = (string?)null }); // a place that is no more: from the start
        }

        Ended = ended.Items;
        Pager = new PagerLinks(IsFirst ? null : Url.Page("/Notices/Index"), ended.Next is { } next ? Url.Page("/Notices/Index", new { after = next }) : null);
        return Page();
    }
}
