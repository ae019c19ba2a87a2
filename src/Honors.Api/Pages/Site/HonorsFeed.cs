using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.Pages.ForMachines;
using Honors.Api.PublicApi;
using Honors.Api.SignIn;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>New honours for readers of feeds: only those whose recipient a ground shows.</summary>
internal static class HonorsFeed
{
    private const int Entries = 50;

    public static void MapHonorsFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/feeds/honors.atom", Get).AllowAnonymous().WithMetadata(new CachedAttribute()).ExcludeFromDescription();

    private static async Task<IResult> Get(HonorsDb db, Issuer issuer, SiteSettings site, IClock clock, CancellationToken ct)
    {
        var honours = await db.NewestNamed(Entries, ChinaTime.Today(clock.GetCurrentInstant()), ct);
        return new AtomFeed("feeds/honors.atom", "honors", $"{site.NameText} · {PageTexts.Say("Front.Latest")}", [.. honours.Select(h => Entry(h.Honour, h.Since))]).ToResult(issuer, site);
    }

    private static AtomEntry Entry(PublicHonour honour, Instant since) => new(
        honour.AwardId!.Value, $"{honour.Recipient} · {honour.Title}", since, $"awards/{honour.AwardId}",
        string.Join(" · ", new[] { honour.LevelText, honour.Division, honour.ConferredOn!.Text, honour.GrantedBy }.OfType<string>()));
}
