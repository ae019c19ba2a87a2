using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Honors.Tests.Notices;
using Honors.Tests.Support;

namespace Honors.Tests.Pages;

public sealed class NoticePagesTests
{
    private const string First = "曾广善", Second = "单行义", Third = "仇为民";

    [Fact]
    public async Task A_running_notice_is_read_as_it_was_printed_with_the_days_left_and_how_to_object()
    {
        await using var app = new NoticeScene();
        var notice = await app.Published(NoticeScene.Facts(), First, Second, Third);
        app.GoTo(2024, 4, 8);

        var page = await Page(app, $"/notices/{notice.Id()}");
        Assert.Equal("关于身边好人拟推荐对象的公示", page.QuerySelector("h1")!.TextContent.Trim());
        var text = page.QuerySelector("article")!.TextContent;
        Assert.Contains("根据《身边好人推荐办法》，现将“身边好人”拟推荐上报对象（共3名）予以公示，广泛征求意见。", text, StringComparison.Ordinal);
        Assert.Contains("公示期为10个工作日，自发布次日起计算，发布当日不计入，即2024年4月7日至2024年4月18日。", text, StringComparison.Ordinal);
        Assert.Equal([Third, Second, First], page.QuerySelectorAll(".entries .name").Select(n => n.TextContent));
        Assert.Equal("还剩11天", page.QuerySelector(".state")!.TextContent);
        var how = page.QuerySelector("section[aria-labelledby=how]")!.TextContent;
        Assert.All((string[])["受理部门：文明办", "联系电话：00-0000-0000", "以来信、来电方式", "2024年4月21日以后收到的不再受理"], t => Assert.Contains(t, how, StringComparison.Ordinal));
        Assert.Equal($"/notices/{notice.Id()}/objection", page.QuerySelector<IHtmlAnchorElement>("a.button")!.GetAttribute("href"));
        Assert.Equal($"http://127.0.0.1:5080/notices/{notice.Id()}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));

        var list = await Page(app, "/notices");
        Assert.Contains("还剩11天", list.QuerySelector("section[aria-labelledby=running]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(First, list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_was_changed_shows_its_own_last_day_at_the_next_request()
    {
        await using var app = new NoticeScene();
        var notice = await app.Published(NoticeScene.Facts(), First, Second);
        app.GoTo(2024, 4, 12);
        var before = await Page(app, $"/notices/{notice.Id()}");
        Assert.Empty(before.QuerySelectorAll(".note"));
        await app.Done(notice.Id(), $"entries/{NoticeScene.Entry(notice, First)}/change", NoticeScene.Change(First, "照料五位孤寡老人"));
        foreach (var path in (string[])[$"/notices/{notice.Id()}", $"/notices/{notice.Id()}/print"])
        {
            var page = await Page(app, path);
            var note = Assert.Single(page.QuerySelectorAll(".note"));
            Assert.Equal("（公示内容于2024年4月12日变更，重新公示至2024年4月26日）", note.TextContent);
            Assert.Contains("照料五位孤寡老人", note.ParentElement!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("至2024年4月26日（含当日）", (await Page(app, $"/notices/{notice.Id()}")).QuerySelector(".standing")!.TextContent, StringComparison.Ordinal);

        app.GoTo(2024, 4, 20);
        var rest = await Page(app, $"/notices/{notice.Id()}");
        Assert.Equal([First], rest.QuerySelectorAll(".entries .name").Select(n => n.TextContent));
        Assert.Empty(rest.QuerySelectorAll("ol:not(.unnumbered)")); // the others are not counted out of sight
        Assert.Equal([First], (await Page(app, $"/notices/{notice.Id()}/objection")).QuerySelectorAll("#EntryId option").Skip(1).Select(o => o.TextContent.Split('（')[0]));
    }

    [Fact]
    public async Task A_notice_that_is_over_keeps_its_heading_its_period_and_its_count_and_names_nobody_anywhere()
    {
        await using var app = new NoticeScene();
        var notice = await app.Published(NoticeScene.Facts(), First, Second);
        Assert.Contains(First, await app.Anonymous().GetStringAsync($"/notices/{notice.Id()}"), StringComparison.Ordinal);
        app.GoTo(2024, 4, 19);
        var id = notice.Id();
        foreach (var path in (string[])[$"/notices/{id}", $"/notices/{id}/print", $"/notices/{id}/objection", "/notices", "/feeds/notices.atom", "/sitemap.xml", "/sitemaps/site.xml"])
        {
            var text = await app.Anonymous().GetStringAsync(path);
            foreach (var hidden in (string[])[First, Second, "孤寡", "学校", "00-0000-0000"]) Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        }

        var page = await Page(app, $"/notices/{id}");
        Assert.Equal("公示期满", page.QuerySelector(".state")!.TextContent);
        Assert.Contains("公示名单共2名", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$=objection]"));
        Assert.Contains("2024年4月7日至2024年4月18日 · 共2名", (await Page(app, "/notices")).QuerySelector("section[aria-labelledby=ended]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_and_what_is_no_notice_are_not_found()
    {
        await using var app = new NoticeScene();
        var draft = await app.Draft(NoticeScene.Facts(), First);
        foreach (var id in (string[])[draft.Id(), Guid.NewGuid().ToString(), "x"])
        {
            foreach (var path in (string[])[$"/notices/{id}", $"/notices/{id}/print", $"/notices/{id}/objection"])
                await (await app.Anonymous().GetAsync(path)).ExpectPage(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task The_page_speaks_the_readers_language_and_the_notice_speaks_Chinese()
    {
        await using var app = new NoticeScene();
        var notice = await app.Published(NoticeScene.Facts(), First);
        app.GoTo(2024, 4, 8);
        var reader = app.Anonymous();
        reader.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");
        var page = new HtmlParser().ParseDocument(await reader.GetStringAsync($"/notices/{notice.Id()}"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("11 days left", page.QuerySelector(".state")!.TextContent);
        Assert.Equal("zh-CN", page.QuerySelector("article div")!.GetAttribute("lang"));
        Assert.Contains("广泛征求意见", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_notices_than_a_page_holds_are_reached_by_links_that_last()
    {
        await using var app = new NoticeScene();
        var facts = NoticeScene.Facts();
        facts["period"] = new System.Text.Json.Nodes.JsonObject { ["length"] = 1, ["unit"] = "days" };
        for (var i = 0; i < 21; i++)
        {
            facts["heading"] = $"第{i}号公示";
            await app.Published((System.Text.Json.Nodes.JsonObject)facts.DeepClone(), $"甲{(char)('一' + i)}");
        }

        app.GoTo(2024, 4, 10);
        var first = await Page(app, "/notices");
        Assert.Equal(20, first.QuerySelectorAll("section[aria-labelledby=ended] li").Length);
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await Page(app, next);
        Assert.Single(second.QuerySelectorAll("section[aria-labelledby=ended] li"));
        Assert.Equal(next, first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(second.QuerySelector("link[rel=canonical]"));
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync("/notices?after=gone")).StatusCode);
    }

    internal static async Task<IHtmlDocument> Page(HonorsApp app, string path) => new HtmlParser().ParseDocument(await app.Anonymous().GetStringAsync(path));
}
