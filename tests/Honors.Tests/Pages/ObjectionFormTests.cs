using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Notices;
using Honors.Tests.Objections;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Pages;

public sealed class ObjectionFormTests(WatchedObjectionScene app) : IClassFixture<WatchedObjectionScene>
{
    private const string Name = "金丝雀", Contact = "canary-5Kz2@example.org", Text = "我看见是隔壁的芦花鸡做的。", Leads = "可以去问磨盘街的石匠。";

    [Fact]
    public async Task What_was_filled_in_reaches_the_office_and_the_receipt_tells_what_became_of_it()
    {
        var notice = await app.Running();
        var citizen = new Browser(app);
        var receipt = Code(await (await citizen.Submit($"/notices/{notice.Id()}/objection", new { EntryId = NoticeScene.Entry(notice, ObjectionScene.First), Text, Leads, Name, Contact })).ExpectPage(HttpStatusCode.OK));

        var handler = await app.As("office2");
        var id = (await handler.Read($"{ObjectionScene.Objections}?noticeId={notice.Id()}")).GetProperty("items")[0].Id();
        var kept = await handler.Read($"{ObjectionScene.Objections}/{id}");
        Assert.Equal((Text, Leads, NoticeScene.Entry(notice, ObjectionScene.First), "web"),
            (kept.GetProperty("text").GetString(), kept.GetProperty("leads").GetString(), kept.GetProperty("entryId").GetString(), kept.GetProperty("channel").GetString()));
        Assert.True(await app.Stops(ObjectionScene.CaseOf(notice, ObjectionScene.First)));

        Assert.Equal(("异议办理情况", "已收到"), await Told(citizen, receipt));
        await app.Take(id, "acceptance");
        Assert.Equal(("异议办理情况", "已受理，核查中"), await Told(citizen, receipt.ToLowerInvariant().Replace('-', ' ')));
        await app.Take(id, "finding", new { outcome = "notUpheld", reason = "不属实" });
        await app.Take(id, "answer", new { text = "经核查，\n所反映的情况不属实。" });
        var told = await (await citizen.Submit("/objections", new { Receipt = receipt })).ExpectPage(HttpStatusCode.OK);
        Assert.Equal("经核查，\n所反映的情况不属实。", new HtmlParser().ParseDocument(told).QuerySelector("dd.as-written")!.TextContent);
    }

    [Fact]
    public async Task By_its_receipt_an_objection_is_taken_back_and_stops_nothing_any_more()
    {
        var notice = await app.Running();
        var (citizen, first) = (new Browser(app), ObjectionScene.CaseOf(notice, ObjectionScene.First));
        var receipt = Code(await (await citizen.Submit($"/notices/{notice.Id()}/objection", new { EntryId = NoticeScene.Entry(notice, ObjectionScene.First), Text, Leads })).ExpectPage(HttpStatusCode.OK));
        Assert.True(await app.Stops(first));
        Assert.Contains("/objection-withdrawal", await (await citizen.Submit("/receipts", new { Receipt = receipt })).ExpectPage(HttpStatusCode.OK), StringComparison.Ordinal);
        var unknown = new HtmlParser().ParseDocument(await (await citizen.Submit("/objection-withdrawal", new { Receipt = "0" + receipt[..^1] })).ExpectPage(HttpStatusCode.NotFound));
        Assert.Equal(["#Receipt"], unknown.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
        Assert.True(await app.Stops(first));

        var taken = await (await citizen.Submit("/objection-withdrawal", new { Receipt = receipt.Replace('-', ' '), Reason = "看错了人。" })).ExpectPage(HttpStatusCode.OK);
        Assert.Contains("异议已经撤回", taken, StringComparison.Ordinal);
        Assert.False(await app.Stops(first));
        Assert.DoesNotContain("/objection-withdrawal", await (await citizen.Submit("/receipts", new { Receipt = receipt })).ExpectPage(HttpStatusCode.OK), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_stands_on_the_answer_alone_and_nowhere_else()
    {
        var notice = await app.Running();
        var citizen = await new Browser(app).SignedIn("office");
        var answer = await citizen.Submit($"/notices/{notice.Id()}/objection", new { Text, Leads, Name, Contact });
        var page = await answer.ExpectPage(HttpStatusCode.OK);
        var (grouped, code) = (Code(page), Code(page).Replace("-", "", StringComparison.Ordinal));
        Assert.Equal(26, code.Length);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Headers.Location);
        Assert.False(answer.Headers.Contains("Idempotency-Replayed"));
        foreach (var secret in (string[])[Name, Contact, Text, Leads]) Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.DoesNotContain(code, page, StringComparison.Ordinal); // in groups, to be copied, and in no link
        Assert.DoesNotContain(new HtmlParser().ParseDocument(page).QuerySelectorAll("a, form, input"), e => e.OuterHtml.Contains(grouped, StringComparison.Ordinal));
        await Told(citizen, grouped);

        var pages = new List<string>();
        foreach (var path in (string[])["/notices", $"/notices/{notice.Id()}", $"/notices/{notice.Id()}/objection", "/receipts", $"/receipts?Receipt={grouped}", "/feeds/notices.atom", "/sitemap.xml"])
            pages.Add((await app.Anonymous().GetStringAsync(path)).Replace($"Receipt={grouped}", "", StringComparison.Ordinal));
        foreach (var secret in (string[])[Name, Contact, Text, Leads, code, grouped]) Assert.All(pages.Concat(app.Lines), t => Assert.DoesNotContain(secret, t, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(app.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            await open.CopyToAsync(all);
            foreach (var secret in (string[])[Name, Contact, Text, Leads, code, grouped]) Assert.True(all.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file);
        }

        var audit = await Audit(app, notice.Id());
        Assert.Equal((Actor.Unknown.AccountId, null, "object"), (audit.AccountId, audit.PersonId, audit.Operation)); // whoever was signed in
    }

    [Fact]
    public async Task A_second_click_is_no_second_objection_and_gets_the_same_receipt()
    {
        var notice = await app.Running();
        var (citizen, path) = (new Browser(app), $"/notices/{notice.Id()}/objection");
        var form = Fields(await citizen.Read(path));
        (form["Text"], form["Leads"]) = (Text, Leads);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => citizen.Send(HttpMethod.Post, path, new FormUrlEncodedContent(form))));
        var codes = await Task.WhenAll(clicks.Select(async c => Code(await c.ExpectPage(HttpStatusCode.OK))));
        Assert.Single(codes.Distinct());
        Assert.Equal(1, await Count(app, notice.Id()));

        form["Text"] = Text + "还有一件事。";
        Assert.NotEqual(codes[0], Code(await (await citizen.Send(HttpMethod.Post, path, new FormUrlEncodedContent(form))).ExpectPage(HttpStatusCode.OK)));
        Assert.Equal(2, await Count(app, notice.Id()));
    }

    [Theory]
    [InlineData("Text", "请打13812345678", 422, "文字中含有电话号码或证件号码，请删除后重试。")]
    [InlineData("Name", "某某 138 1234 5678", 422, "文字中含有电话号码或证件号码，请删除后重试。")]
    [InlineData("Leads", "看不见的\u200b字", 400, "文字中含有不可见、控制或反转方向的字符，请删除后重试。")]
    [InlineData("Contact", "某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路某某路", 400, "须为 1 至 100 个字符。")]
    [InlineData("EntryId", "019ab000-0000-7000-8000-000000000000", 422, "所指的对象不存在，或者您无权查看。")]
    [InlineData("EntryId", "<svg onload=alert(1)>", 422, "所指的对象不存在，或者您无权查看。")]
    [InlineData("Text", "   ", 400, "请填写这一项。")]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept(string field, string value, int status, string sentence)
    {
        var notice = await app.Running();
        var (citizen, path) = (new Browser(app), $"/notices/{notice.Id()}/objection");
        var form = Fields(await citizen.Read(path));
        (form["Text"], form["Leads"], form["Name"], form["Contact"]) = ("  第一行\r\n\"<b>第二行</b>\"", "", "某村民", "villager@example.org");
        form[field] = value;
        var answer = await citizen.Send(HttpMethod.Post, path, new FormUrlEncodedContent(form));
        var page = new HtmlParser().ParseDocument(await answer.ExpectPage((HttpStatusCode)status));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var wrong = page.QuerySelector($"#{field}")!;
        Assert.Equal("true", wrong.GetAttribute("aria-invalid"));
        Assert.Equal(sentence, page.GetElementById(wrong.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent);
        Assert.Single(page.QuerySelectorAll("[aria-invalid]"));
        Assert.NotNull(page.QuerySelector($"[role=alert] a[href='#{field}']"));
        foreach (var (name, typed) in form.Where(f => f.Key is "Text" or "Leads" or "Name" or "Contact" && (f.Key != field || field is not "Text")))
            Assert.Equal(typed.ReplaceLineEndings("\n"), page.QuerySelector($"#{name}") is IHtmlTextAreaElement area ? area.Value.ReplaceLineEndings("\n") : ((IHtmlInputElement)page.QuerySelector($"#{name}")!).Value);
        Assert.Equal(form["Sending"], ((IHtmlInputElement)page.QuerySelector("[name=Sending]")!).Value);
        Assert.Equal(0, await Count(app, notice.Id()));
    }

    [Fact]
    public async Task Whoever_gives_no_name_is_asked_for_leads_at_that_field()
    {
        var notice = await app.Running();
        var page = new HtmlParser().ParseDocument(await (await new Browser(app).Submit($"/notices/{notice.Id()}/objection", new { Text, Name })).ExpectPage(HttpStatusCode.UnprocessableEntity));
        Assert.Equal("请署真实姓名和联系方式；不署名的，请写明可以核查的线索。", page.GetElementById("Leads-wrong")!.TextContent);
    }

    [Fact]
    public async Task After_the_last_day_the_page_says_so_and_takes_nothing()
    {
        await using var later = new WatchedObjectionScene();
        var notice = await later.Running();
        var (citizen, path) = (new Browser(later), $"/notices/{notice.Id()}/objection");
        var form = Fields(await citizen.Read(path));
        (form["Text"], form["Leads"]) = (Text, Leads);
        later.GoTo(2024, 4, 19, 0);
        Assert.Contains("公示已于2024年4月18日期满", await citizen.Read(path), StringComparison.Ordinal);
        await (await citizen.Send(HttpMethod.Post, path, new FormUrlEncodedContent(form))).ExpectPage(HttpStatusCode.Conflict);
        Assert.Equal(0, await Count(later, notice.Id()));
    }

    [Fact]
    public async Task Too_many_of_one_address_wait_and_keep_what_they_typed()
    {
        await using var strict = new HonorsApp { Settings = { ["PublicForm:MostPerHourAndAddress"] = "1", ["PublicForm:MostLookUpsPerMinuteAndAddress"] = "1" } };
        var (citizen, path) = (new Browser(strict), $"/notices/{DemoId.Of("demo notice")}/objection");
        await (await citizen.Submit(path, new { Text, Leads })).ExpectPage(HttpStatusCode.OK);
        var refused = await citizen.Submit(path, new { Text, Leads });
        Assert.Equal("3600", Assert.Single(refused.Headers.GetValues("Retry-After")));
        var page = await refused.ExpectPage(HttpStatusCode.TooManyRequests);
        Assert.Contains("请求过于频繁，请稍后再试。", page, StringComparison.Ordinal);
        Assert.Contains(Leads, page, StringComparison.Ordinal);
        await (await citizen.Submit("/receipts", new { Receipt = "0000-0000-0000-0000-0000-0000-00" })).ExpectPage(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_form_is_taken_from_our_own_pages_alone()
    {
        var notice = await app.Running();
        var (citizen, path) = (new Browser(app), $"/notices/{notice.Id()}/objection");
        var form = Fields(await citizen.Read(path));
        (form["Text"], form["Leads"]) = (Text, Leads);
        await (await citizen.Send(HttpMethod.Post, path, new FormUrlEncodedContent(form), h => h.Add("Origin", "https://evil.example"))).ExpectPage(HttpStatusCode.Forbidden);
        form.Remove("__RequestVerificationToken");
        await (await citizen.Send(HttpMethod.Post, path, new FormUrlEncodedContent(form))).ExpectPage(HttpStatusCode.BadRequest);
        Assert.Equal(0, await Count(app, notice.Id()));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("x", HttpStatusCode.NotFound)]
    [InlineData("/../../people?", HttpStatusCode.NotFound)]
    [InlineData("0000-0000-0000-0000-0000-0000-00", HttpStatusCode.NotFound)]
    [InlineData("长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长", HttpStatusCode.NotFound)]
    public async Task What_is_no_receipt_says_so_at_the_field(string receipt, HttpStatusCode status)
    {
        var page = new HtmlParser().ParseDocument(await (await new Browser(app).Submit("/receipts", new { Receipt = receipt })).ExpectPage(status));
        Assert.Equal(status is HttpStatusCode.NotFound ? "没有这个回执编号，请核对后再试。" : "请填写这一项。", page.GetElementById("Receipt-wrong")!.TextContent);
    }

    private static async Task<(string Kind, string State)> Told(Browser citizen, string receipt)
    {
        var answer = await citizen.Submit("/receipts", new { Receipt = receipt });
        var page = new HtmlParser().ParseDocument(await answer.ExpectPage(HttpStatusCode.OK));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return (page.QuerySelector(".told h2")!.TextContent, page.QuerySelector(".told .who")!.TextContent);
    }

    internal static string Code(string page) => new HtmlParser().ParseDocument(page).QuerySelector(".slip code")?.TextContent ?? throw new Xunit.Sdk.XunitException(page);

    /// <summary>All that the page's form would send, untouched.</summary>
    internal static Dictionary<string, string> Fields(string page) => new HtmlParser().ParseDocument(page).QuerySelectorAll("form [name]")
        .ToDictionary(e => e.GetAttribute("name")!, e => e switch { IHtmlInputElement input => input.Value, IHtmlTextAreaElement area => area.Value, IHtmlSelectElement select => select.Value ?? "", _ => "" });

    private static async Task<int> Count(WatchedObjectionScene app, string notice) =>
        (await (await app.As("office2")).Read($"{ObjectionScene.Objections}?noticeId={notice}")).GetProperty("items").GetArrayLength();

    private static async Task<Api.Audit.AuditEntry> Audit(WatchedObjectionScene app, string notice)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HonorsDb>().AuditEntries.IgnoreQueryFilters().SingleAsync(e => e.Resource == $"/api/v1/public/notices/{notice}/objections");
    }
}
