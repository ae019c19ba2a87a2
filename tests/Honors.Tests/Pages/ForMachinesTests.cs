using System.Net;
using System.Xml.Linq;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.Pages;

public sealed class ForMachinesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_feed_of_notices_is_Atom_and_names_nobody()
    {
        var answer = await app.Anonymous().GetAsync("/feeds/notices.atom");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.ExpectPage(HttpStatusCode.OK);
        var feed = XDocument.Parse(text).Root!;
        Assert.Equal("http://127.0.0.1:5080/feeds/notices.atom", feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value is "self").Attribute("href")!.Value);
        var entry = feed.Elements(Atom + "entry").First();
        Assert.Equal($"urn:uuid:{DemoId.Of("demo notice")}", entry.Element(Atom + "id")!.Value);
        Assert.Equal($"http://127.0.0.1:5080/notices/{DemoId.Of("demo notice")}", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal("沁源县文明办对“身边好人”拟推荐上报对象（共5名）的公示，2026年11月20日至2026年11月29日。", entry.Element(Atom + "summary")!.Value);
        Assert.All(feed.DescendantsAndSelf(Atom + "updated"), u => Assert.True(DateTimeOffset.TryParse(u.Value, System.Globalization.CultureInfo.InvariantCulture, out _)));
        foreach (var name in (string[])["曾广善", "单行义", "解明义", "仇为民", "尉迟敬民", "何善初", "岳秋实"]) Assert.DoesNotContain(name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_of_the_site_holds_role_models_as_long_as_a_ground_shows_them()
    {
        await using var own = new HonorsApp();
        var office = await own.As("office");
        var person = await office.Created("/api/v1/people", new { name = "苏望川" });
        var address = $"http://127.0.0.1:5080/people/{person.GetProperty("number").GetString()}";
        Assert.DoesNotContain(address, await Locations(own));
        var ground = await office.Created($"/api/v1/people/{person.Id()}/grounds", new
        {
            kind = "published",
            source = new { title = "县报", publishedOn = new { date = "2026-10-01" } },
            showsName = true,
            showsUnit = false,
            recordIds = Array.Empty<Guid>(),
        });
        Assert.Contains(address, await Locations(own));
        Assert.Contains(address, await Locations(own, $"/sitemaps/people-{address[^10]}.xml"));
        await (await office.PostAsync($"/api/v1/people/{person.Id()}/grounds/{ground.Id()}/ending", null)).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain(address, await Locations(own));
    }

    [Fact]
    public async Task The_map_holds_notices_and_pages_that_answer()
    {
        var locations = await Locations(app);
        Assert.Contains($"http://127.0.0.1:5080/notices/{DemoId.Of("demo notice")}", locations);
        Assert.DoesNotContain($"http://127.0.0.1:5080/notices/{DemoId.Of("demo notice to publish")}", locations);
        Assert.Equal(locations.Count, locations.Distinct().Count());
        foreach (var location in locations)
        {
            var answer = await app.Anonymous().GetAsync(new Uri(location).PathAndQuery);
            Assert.True(answer.IsSuccessStatusCode, $"{location}: {(int)answer.StatusCode}");
            Assert.DoesNotContain("noindex", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Robots_are_told_where_the_map_is_and_what_is_not_for_them()
    {
        await using var below = new HonorsApp { Settings = { ["PathBase"] = "/honors", ["Auth:Issuer"] = "http://127.0.0.1:5080/honors/" } };
        var robots = await below.Anonymous().GetStringAsync("/honors/robots.txt");
        Assert.Contains("Disallow: /honors/account\n", robots, StringComparison.Ordinal);
        Assert.EndsWith("\nSitemap: http://127.0.0.1:5080/honors/sitemap.xml\n", robots, StringComparison.Ordinal);
        Assert.All(await Locations(below, "/honors/sitemap.xml"), l => Assert.StartsWith("http://127.0.0.1:5080/honors/", l, StringComparison.Ordinal));
        Assert.All((await NoticePagesTests.Page(below, "/honors/notices")).QuerySelectorAll("main a"), a => Assert.StartsWith("/honors/", a.GetAttribute("href"), StringComparison.Ordinal));
        var receipt = await new Browser(below).Submit($"/honors/notices/{DemoId.Of("demo notice")}/objection", new { Text = "事迹是别人做的。", Leads = "可以去问石匠。" });
        Assert.Contains("http://127.0.0.1:5080/honors/receipts", await receipt.ExpectPage(HttpStatusCode.OK), StringComparison.Ordinal);
    }

    private static async Task<List<string>> Locations(HonorsApp app, string path = "/sitemap.xml") =>
        [.. XDocument.Parse(await app.Anonymous().GetStringAsync(path)).Descendants(Map + "loc").Select(l => l.Value)];
}
