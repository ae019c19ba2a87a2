using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.Pages;

public sealed class HonorReportFormTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [Fact]
    public async Task A_missing_honour_reaches_the_titles_office_and_its_receipt_tells_the_answer()
    {
        var citizen = new Browser(app);
        var sent = await citizen.Submit("/honor-report", new { Kind = "Omitted", TitleId = DemoId.Of("身边好人").ToString(), Recipient = "山花开", Text = "2019年获得，有证书。", Name = "某村民", Contact = "villager@example.org" });
        var page = await sent.ExpectPage(HttpStatusCode.OK);
        Assert.True(sent.Headers.CacheControl!.NoStore);
        foreach (var secret in (string[])["山花开", "2019年获得", "villager@example.org"]) Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        var verifier = await app.As("verifier");
        var id = (await verifier.Read("/api/v1/honor-reports?state=received&limit=100")).GetProperty("items").EnumerateArray().First(r => r.GetProperty("titleId").GetString() == DemoId.Of("身边好人").ToString()).Id();
        Assert.Equal("2019年获得，有证书。", (await verifier.Read($"/api/v1/honor-reports/{id}")).GetProperty("text").GetString());

        await (await verifier.PostAsJsonAsync($"/api/v1/honor-reports/{id}/answer", new { outcome = "nothingToCorrect", reason = "经查没有授予。" })).Expect(HttpStatusCode.OK);
        var told = new HtmlParser().ParseDocument(await (await citizen.Submit("/receipts", new { Receipt = ObjectionFormTests.Code(page) })).ExpectPage(HttpStatusCode.OK)).QuerySelector(".told")!.TextContent;
        Assert.Contains("经核查无需更正", told, StringComparison.Ordinal);
        Assert.Contains("经查没有授予。", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_an_honours_page_only_what_is_wrong_is_asked()
    {
        var award = (await app.Anonymous().Read("/api/v1/public/honor-roll")).GetProperty("items").EnumerateArray().Select(h => h.GetProperty("awardId").GetString()).First(id => id is not null);
        var (citizen, path) = (new Browser(app), $"/honor-report?AwardId={award}");
        var form = new HtmlParser().ParseDocument(await citizen.Read(path));
        Assert.Null(form.QuerySelector("#TitleId"));
        Assert.NotNull(form.QuerySelector(".callout"));
        var receipt = ObjectionFormTests.Code(await (await citizen.Submit(path, new { Text = "年份有误，应为2024年。" })).ExpectPage(HttpStatusCode.OK));
        Assert.Contains("荣誉补记、更正办理情况", await (await citizen.Submit("/receipts", new { Receipt = receipt })).ExpectPage(HttpStatusCode.OK), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_title_is_not_known_the_county_is_chosen()
    {
        await (await new Browser(app).Submit("/honor-report", new { Kind = "Omitted", TitleId = "140431000000", Text = "村里的好人没有登记。" })).ExpectPage(HttpStatusCode.OK);
        var page = new HtmlParser().ParseDocument(await (await new Browser(app).Submit("/honor-report", new { Text = "" })).ExpectPage(HttpStatusCode.BadRequest));
        Assert.Equal(["#Kind", "#TitleId", "#Text"], page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
    }
}
