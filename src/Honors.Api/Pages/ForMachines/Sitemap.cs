using Honors.Api.Data;
using Honors.Api.Notices;
using Honors.Api.Pages.Caching;
using Honors.Api.People;
using Honors.Api.SignIn;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Pages.ForMachines;

/// <summary>What search engines may know of: the pages that stay, notices, teams, and role models as long as a ground shows them.</summary>
internal static class Sitemap
{
    /// <summary>With more people the map is one of several, by the first character of their numbers: no file comes near the 50 000 that the protocol allows.</summary>
    private const int MostPeopleInOne = 5000;

    private const int MostNotices = 20_000, MostTeams = 20_000;

    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Pages = ["", "honors", "notices", "statistics", "check", "recommend", "honor-report", "guide"];

    /// <summary>Not for machines that look for pages: accounts, programs, and what is asked with a receipt.</summary>
    private static readonly string[] Closed = ["/account", "/api/", "/connect/", "/swagger", "/openapi/", "/receipts", "/objections", "/notices/*/objection"];

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        var site = app.MapGroup("").AllowAnonymous().WithMetadata(new CachedAttribute()).ExcludeFromDescription();
        site.MapGet("/robots.txt", Robots);
        site.MapGet("/sitemap.xml", Map);
        site.MapGet("/sitemaps/site.xml", Site);
        site.MapGet("/sitemaps/people-{first:regex(^[0-9A-Z]$)}.xml", People);
    }

    private static ContentHttpResult Robots(HttpContext http, Issuer issuer) => TypedResults.Text(
        string.Join('\n', ["User-agent: *", .. Closed.Select(path => $"Disallow: {http.Request.PathBase}{path}"), "", $"Sitemap: {issuer.Address("sitemap.xml")}", ""]), "text/plain", System.Text.Encoding.UTF8);

    private static async Task<IResult> Map(HonorsDb db, Issuer issuer, IClock clock, CancellationToken ct)
    {
        var today = ChinaTime.Today(clock.GetCurrentInstant());
        var people = await db.RoleModels(today).OrderBy(n => n).Take(MostPeopleInOne + 1).ToListAsync(ct);
        return people.Count <= MostPeopleInOne
            ? Write(issuer, "urlset", "url", [.. await SiteItems(db, today, ct), .. people.Select(PersonItem)])
            : Write(issuer, "sitemapindex", "sitemap", [new("sitemaps/site.xml"), .. PersonNumber.Alphabet.Select(c => new Item($"sitemaps/people-{c}.xml"))]);
    }

    private static async Task<IResult> Site(HonorsDb db, Issuer issuer, IClock clock, CancellationToken ct) =>
        Write(issuer, "urlset", "url", await SiteItems(db, ChinaTime.Today(clock.GetCurrentInstant()), ct));

    private static async Task<IResult> People(string first, HonorsDb db, Issuer issuer, IClock clock, CancellationToken ct) => Write(
        issuer, "urlset", "url",
        [.. (await db.RoleModels(ChinaTime.Today(clock.GetCurrentInstant())).BeginningWith(n => n, first).OrderBy(n => n).ToListAsync(ct)).Select(PersonItem)]);

    /// <summary>The numbers of those whose name a running ground shows.</summary>
    private static IQueryable<string> RoleModels(this HonorsDb db, LocalDate today) => db.People.IgnoreQueryFilters([HonorsDb.Visible])
        .Where(p => db.Grounds.RunningOn(today).Any(g => g.PersonId == p.Id && g.ShowsName)).Select(p => p.Number);

    private static Item PersonItem(string number) => new($"people/{number}");

    private static async Task<List<Item>> SiteItems(HonorsDb db, LocalDate today, CancellationToken ct)
    {
        var notices = await db.GivenNotices().OrderByDescending(n => n.SortDay).ThenByDescending(n => n.Id).Take(MostNotices)
            .Select(n => new { n.Id, n.SortDay, OpenUntil = n.OpenUntil!.Value }).ToListAsync(ct);
        var teams = await db.Organizations.Where(o => o.Kind == OrganizationKind.Team).OrderBy(o => o.Id).Select(o => o.Id).Take(MostTeams).ToListAsync(ct);
        return
        [
            .. Pages.Select(p => new Item(p)), .. teams.Select(t => new Item($"teams/{t}")),
            .. notices.Select(n => new Item($"notices/{n.Id}", n.OpenUntil < today ? n.OpenUntil.PlusDays(1) : n.SortDay)), // its names went with its last day
        ];
    }

    private static IResult Write(Issuer issuer, string root, string element, IReadOnlyList<Item> items) => Xml.Write("application/xml", xml =>
    {
        xml.WriteStartElement(root, Space);
        foreach (var item in items)
        {
            xml.WriteStartElement(element, Space);
            xml.WriteElementString("loc", Space, issuer.Address(item.Path).AbsoluteUri);
            if (item.Changed is { } day) xml.WriteElementString("lastmod", Space, LocalDatePattern.Iso.Format(day));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private sealed record Item(string Path, LocalDate? Changed = null);
}
