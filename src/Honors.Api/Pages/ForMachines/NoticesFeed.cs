using Honors.Api.Data;
using Honors.Api.Notices;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Api.SignIn;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Pages.ForMachines;

/// <summary>New public notices for readers of feeds. They keep what they read, so a feed names nobody: a name is public only as long as its notice runs.</summary>
internal static class NoticesFeed
{
    private const int Entries = 50;

    public static void MapNoticesFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/feeds/notices.atom", Get).AllowAnonymous().WithMetadata(new CachedAttribute()).ExcludeFromDescription();

    private static async Task<IResult> Get(HonorsDb db, Issuer issuer, SiteSettings site, CancellationToken ct)
    {
        var notices = await db.GivenNotices().AsNoTracking().OrderByDescending(n => n.SortDay).ThenByDescending(n => n.Id).Take(Entries).Select(db.ToNoticeRow()).ToListAsync(ct);
        return new AtomFeed("feeds/notices.atom", "notices", $"{site.NameText} · {PageTexts.Say("Notices.Title")}", [.. notices.Select(Entry)]).ToResult(issuer, site);
    }

    private static AtomEntry Entry(NoticeRow notice) => new(
        notice.Id, notice.Heading, Instant.Max(notice.Published.At, notice.LastBegun?.AtStartOfDayInZone(ChinaTime.China).ToInstant() ?? Instant.MinValue), $"notices/{notice.Id}",
        PublicPages.Say("Notice.Description", notice.Office, notice.Title, Words.Of(notice.Stage), notice.Count, Days.Of(notice.FirstDay), Days.Of(notice.LastDay)));
}
