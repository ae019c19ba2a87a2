using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.Pages;

public sealed class RecommendFormTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [Fact]
    public async Task Only_titles_that_take_a_citizens_word_can_be_chosen()
    {
        var page = await NoticePagesTests.Page(app, "/recommend");
        var titles = page.QuerySelectorAll("#TitleId option").Skip(1).ToDictionary(o => o.GetAttribute("value")!, o => o.TextContent);
        Assert.Contains("身边好人（县级 · 沁源县文明办）", titles.Values);
        Assert.DoesNotContain(titles.Values, t => t.StartsWith("最美志愿者", StringComparison.Ordinal));
        foreach (var title in titles.Keys)
            await app.Anonymous().Created("/api/v1/public/nominations", new { titleId = title, nomineeName = "温故新", deed = "多年照料同村孤寡老人。" });
    }

    [Fact]
    public async Task A_recommendation_reaches_the_office_and_is_followed_up_by_its_receipt()
    {
        var citizen = new Browser(app);
        var sent = await citizen.Submit("/recommend", new
        {
            TitleId = DemoId.Of("身边好人").ToString(),
            NomineeName = "山花开",
            NomineePlace = "赤石桥乡",
            Deed = "多年照料同村孤寡老人。",
            When = "近十年",
            Where = "赤石桥乡",
            Name = "某村民",
            Contact = "villager@example.org",
        });
        var page = await sent.ExpectPage(HttpStatusCode.OK);
        Assert.True(sent.Headers.CacheControl!.NoStore);
        Assert.Contains("群众推荐：身边好人", page, StringComparison.Ordinal);
        Assert.DoesNotContain("villager@example.org", page, StringComparison.Ordinal);
        var office = await app.As("office");
        var got = (await office.Read($"/api/v1/nominations?titleId={DemoId.Of("身边好人")}")).GetProperty("items").EnumerateArray()
            .Single(n => n.GetProperty("asWritten") is { ValueKind: System.Text.Json.JsonValueKind.Object } words && words.GetProperty("nomineeName").GetString() is "山花开");
        Assert.Equal("近十年", got.GetProperty("asWritten").GetProperty("when").GetString());

        await (await office.PostAsJsonAsync($"/api/v1/nominations/{got.Id()}/refusal", new { reason = "查无此人", told = "cannotBeVerified" })).Expect(HttpStatusCode.OK);
        var told = await (await citizen.Submit("/receipts", new { Receipt = ObjectionFormTests.Code(page) })).ExpectPage(HttpStatusCode.OK);
        var answer = new HtmlParser().ParseDocument(told).QuerySelector(".told")!.TextContent;
        Assert.Contains("推荐办理情况", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("查无此人", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_its_receipt_a_refusal_is_appealed_against_once()
    {
        var (citizen, office) = (new Browser(app), await app.As("office"));
        var receipt = ObjectionFormTests.Code(await (await citizen.Submit("/recommend", new { TitleId = DemoId.Of("身边好人").ToString(), NomineeName = "溪水长", Deed = "多年照料同村孤寡老人。" })).ExpectPage(HttpStatusCode.OK));
        var id = (await office.Read($"/api/v1/nominations?titleId={DemoId.Of("身边好人")}&limit=100")).GetProperty("items").EnumerateArray()
            .Single(n => n.GetProperty("asWritten") is { ValueKind: System.Text.Json.JsonValueKind.Object } words && words.GetProperty("nomineeName").GetString() is "溪水长").Id();
        await (await office.PostAsJsonAsync($"/api/v1/nominations/{id}/refusal", new { reason = "查无此人", told = "cannotBeVerified" })).Expect(HttpStatusCode.OK);
        Assert.Contains("href=\"/appeal\"", await (await citizen.Submit("/receipts", new { Receipt = receipt })).ExpectPage(HttpStatusCode.OK), StringComparison.Ordinal);

        await (await citizen.Submit("/appeal", new { Receipt = receipt, Reason = "" })).ExpectPage(HttpStatusCode.BadRequest);
        var taken = await (await citizen.Submit("/appeal", new { Receipt = receipt, Reason = "知情人回来了，可以作证。" })).ExpectPage(HttpStatusCode.OK);
        Assert.Contains("正在办理", taken, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await citizen.Submit("/appeal", new { Receipt = receipt, Reason = "知情人回来了，可以作证。" })).StatusCode);
        Assert.DoesNotContain("href=\"/appeal\"", await (await citizen.Submit("/receipts", new { Receipt = receipt })).ExpectPage(HttpStatusCode.OK), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_missing_is_said_at_once()
    {
        var page = new HtmlParser().ParseDocument(await (await new Browser(app).Submit("/recommend", new { When = "近十年" })).ExpectPage(HttpStatusCode.BadRequest));
        Assert.Equal(["#TitleId", "#NomineeName", "#Deed"], page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("最美志愿者", "这一称号不接受“群众”推荐")]
    [InlineData("no title", "所指的对象不存在")]
    public async Task A_title_that_was_not_offered_is_refused_in_words(string title, string sentence)
    {
        var answer = await new Browser(app).Submit("/recommend", new { TitleId = DemoId.Of(title).ToString(), NomineeName = "山花开", Deed = "多年照料同村孤寡老人。" });
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Contains(sentence, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }
}
