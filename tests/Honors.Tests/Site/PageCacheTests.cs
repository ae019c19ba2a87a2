using System.Net;
using Honors.Api.Demo;
using Honors.Api.Pages;
using Honors.Api.Pages.Caching;
using Honors.Api.Writes;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Honors.Tests.Site;

public sealed class PageCacheTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private readonly SiteScene _site = new(app);

    [Fact]
    public async Task What_a_ground_showed_is_gone_from_every_page_at_the_next_request_after_its_end()
    {
        var person = await _site.Person("苏望川");
        var award = await _site.Award(await _site.Title("守望之星"), person.Id());
        var ground = await _site.Ground(person.Id(), new { showsPortrait = true, portraitFileId = await _site.Picture() }, award);
        string[] own = [$"/people/{SiteScene.Number(person)}", $"/people/{SiteScene.Number(person)}/portrait.webp", $"/people/{SiteScene.Number(person)}/card.png", $"/awards/{award}"];
        string[] lists = ["/", "/honors", "/honors?view=cards&order=pinyin", "/honors?q=苏望川", "/feeds/honors.atom", $"/check?q={award}"];
        foreach (var path in own.Concat(lists)) await (await _site.Get(path)).ExpectPage(HttpStatusCode.OK);
        foreach (var path in lists) Assert.Contains(path.Contains("苏望川") ? "守望之星" : "苏望川", await _site.Read(path));
        var number = SiteScene.Number(person);
        string[] machines = ["/sitemap.xml", "/search?q=苏望川", "/search?q=swc", $"/api/v1/public/search?q={Uri.EscapeDataString("苏望川")}", "/api/v1/public/honor-roll"];
        foreach (var path in machines) Assert.Contains(number, await _site.Read(path));

        await _site.End(person.Id(), ground);

        foreach (var path in own.Append($"/api/v1/public/people/{number}")) Assert.Equal(HttpStatusCode.NotFound, (await _site.Get(path)).StatusCode);
        foreach (var path in machines) Assert.DoesNotContain(number, await _site.Read(path));
        foreach (var path in lists) Assert.DoesNotContain(path.Contains("苏望川") ? "守望之星" : "苏望川", await _site.Read(path));
    }

    [Fact]
    public async Task A_ground_of_a_notice_shows_nothing_from_the_day_after_its_last()
    {
        await using var own = new HonorsApp();
        var site = new SiteScene(own);
        var person = await site.Person("苏望山");
        await site.Ground(person.Id(), new { kind = "notice", until = "2026-11-25" });
        var path = $"/people/{SiteScene.Number(person)}";
        own.Clock.Now = Instant.FromUtc(2026, 11, 25, 15, 59); // 23:59 in China
        await site.Read(path);

        own.Clock.Now += Duration.FromMinutes(1);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(path)).StatusCode);
    }

    [Fact]
    public async Task A_page_is_made_once_for_each_language_encoding_and_known_query_and_not_again_for_unknown_members()
    {
        var chinese = await _site.Get("/honors");
        Assert.Contains("荣誉榜", await chinese.ExpectPage(HttpStatusCode.OK));
        Assert.Contains("Honour roll", await _site.Read("/honors", "en"));
        Assert.Contains("荣誉榜", await _site.Read("/honors"));
        Assert.Equal("Accept-Language, Accept-Encoding", string.Join(", ", chinese.Headers.Vary));

        Assert.Equal("br", (await _site.Get("/honors", encoding: "br, gzip")).Content.Headers.ContentEncoding.Single());
        Assert.Equal("gzip", (await _site.Get("/honors", encoding: "gzip")).Content.Headers.ContentEncoding.Single());
        Assert.Empty((await _site.Get("/honors")).Content.Headers.ContentEncoding);

        var plain = (await _site.Get("/honors")).Headers.ETag;
        Assert.Equal(plain, (await _site.Get("/honors?utm_source=portal&cb=1")).Headers.ETag);
        Assert.NotEqual(plain, (await _site.Get("/honors?view=cards")).Headers.ETag);
    }

    [Fact]
    public async Task Who_has_the_page_already_gets_304_until_it_changes()
    {
        var person = await _site.Person("苏望海");
        var ground = await _site.Ground(person.Id());
        var path = $"/people/{SiteScene.Number(person)}";
        var first = await _site.Get(path);
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());

        var again = await _site.Get(path, etag: tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        await _site.Title("与此人无关的称号"); // a commit makes the page anew; its bytes are the same
        Assert.Equal(HttpStatusCode.NotModified, (await _site.Get(path, etag: tag)).StatusCode);

        await _site.End(person.Id(), ground);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Get(path, etag: tag)).StatusCode);
    }

    [Fact]
    public async Task A_page_is_the_same_whoever_is_signed_in()
    {
        var browser = await new Browser(app).SignedIn("office");
        var own = await (await browser.Get("/honors")).ExpectPage(HttpStatusCode.OK);
        Assert.Equal(own, await _site.Read("/honors"));
    }

    [Fact]
    public async Task Each_commit_makes_a_new_edition_of_all_pages_and_an_act_that_is_refused_makes_none()
    {
        var edition = app.Services.GetRequiredService<Edition>();
        var before = edition.Number;
        await _site.Person("苏望林");
        Assert.True(edition.Number > before);
        var refused = edition.Number;
        await (await (await app.As("recorder")).PostAsync("/api/v1/people", System.Net.Http.Json.JsonContent.Create(new { name = "" }))).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(refused, edition.Number);
    }

    [Fact]
    public void No_page_with_a_form_of_its_own_is_kept()
    {
        _ = app.Server;
        var kept = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<CachedAttribute>() is not null).ToList();
        var models = typeof(FormPage).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(PageModel)) && !t.IsAbstract).ToList();
        var forms = models.Where(t => t.IsAssignableTo(typeof(FormPage)) || t.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal) && m.DeclaringType == t)).ToList();
        Assert.NotEmpty(forms);
        Assert.DoesNotContain(forms, t => t.IsDefined(typeof(CachedAttribute), inherit: true));
        Assert.DoesNotContain(kept, e => e is RouteEndpoint { RoutePattern.RawText: { } path } && path.StartsWith("/api", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_that_a_cache_could_be_fooled_with_lead_nowhere()
    {
        foreach (var path in (string[])[$"/people/{DemoData.NumberOf("卫旭斌")}/x.css", $"/people/{DemoData.NumberOf("卫旭斌")};.js", "/account/x.css"])
            Assert.Equal(HttpStatusCode.NotFound, (await _site.Get(path)).StatusCode);
    }
}
