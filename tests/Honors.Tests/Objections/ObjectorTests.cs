using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Notices;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Objections;

public sealed class ObjectorTests
{
    private const string Name = "金丝雀", Contact = "canary-5Kz2@example.org", Text = "我看见是隔壁的芦花鸡做的。", Leads = "可以去问磨盘街的石匠。", Paper = "画了押的蓝布条一张。";

    [Fact]
    public async Task Nothing_of_an_objector_is_shown_to_anybody_but_whoever_handles_the_objection_for_a_purpose_that_is_kept()
    {
        await using var app = new WatchedObjectionScene();
        var notice = await app.Running();
        var signedIn = await app.As(DemoId.Of("温故新"), DemoData.School, Right.Nominate);
        var words = new JsonObject { ["text"] = Text, ["leads"] = Leads, ["name"] = Name, ["contact"] = Contact, ["entryId"] = NoticeScene.Entry(notice, ObjectionScene.First) };
        var receipt = (await signedIn.Created($"/api/v1/public/notices/{notice.Id()}/objections", words)).GetProperty("receipt").GetString()!;
        var handler = await app.As("office2");
        var id = (await handler.Read($"{ObjectionScene.Objections}?noticeId={notice.Id()}")).GetProperty("items")[0].Id();
        await app.Take(id, "acceptance");
        await (await signedIn.PostAsync("/api/v1/public/objection-files", Upload.Alone(Paper, receipt, $"{Name}的证词.txt"))).Expect(HttpStatusCode.Created);
        var file = (await handler.Read($"{ObjectionScene.Objections}/{id}")).GetProperty("files")[0].Id();

        var opened = ObjectionScene.CaseOf(notice, ObjectionScene.First);
        var nominee = (await (await app.As("office")).Read($"{NoticeScene.Nominations}/{opened}")).GetProperty("personId").GetGuid();
        HttpClient[] others =
        [
            app.Anonymous(), signedIn, await app.As("office"), await app.As(null, DemoData.CountyOffice, Right.Nominate), await app.As(null, DemoData.CountyOffice, Right.Record),
            await app.As(null, DemoData.CountyOffice, Right.Decide), await app.As(null, DemoData.CountyOffice, Right.Audit), await app.As(null, DemoData.CityOffice, Right.Verify),
            await app.As(null, DemoData.School, Right.Verify), await app.As(nominee, DemoData.CountyOffice, Right.Verify, Right.Decide),
        ];
        List<string> answers = [];
        foreach (var other in others)
        {
            foreach (var path in (string[])[
                ObjectionScene.Objections, $"{ObjectionScene.Objections}/{id}", $"{ObjectionScene.Objections}/{id}/objector/readings", $"{NoticeScene.Notices}/{notice.Id()}",
                $"{NoticeScene.Notices}/{notice.Id()}/text", $"{NoticeScene.Nominations}/{opened}", $"{NoticeScene.Nominations}/{opened}/case", $"{NoticeScene.Nominations}/{opened}/history",
                $"/api/v1/public/notices/{notice.Id()}", $"/api/v1/public/objections/{receipt}",
                $"{ObjectionScene.Objections}/{id}/files/{file}", $"/api/v1/files/{file}", $"/api/v1/files/{file}/content", "/api/v1/files?limit=100", $"/api/v1/files?ownerId={id}"])
                answers.Add(await (await other.GetAsync(path)).Content.ReadAsStringAsync());
            var look = await other.PostAsJsonAsync($"{ObjectionScene.Objections}/{id}/objector/readings", new { purpose = "好奇" });
            Assert.False(look.IsSuccessStatusCode);
            answers.Add(await look.Content.ReadAsStringAsync());
        }

        words["contact"] = new string('7', 200) + Contact;
        answers.Add((await (await app.Anonymous().PostAsJsonAsync($"/api/v1/public/notices/{notice.Id()}/objections", words)).ExpectProblem(HttpStatusCode.BadRequest, "request.unfit")).GetRawText());
        var read = await handler.Created($"{ObjectionScene.Objections}/{id}/objector/readings", new { purpose = "电话核实" });
        Assert.Equal((Name, Contact), (read.GetProperty("name").GetString(), read.GetProperty("contact").GetString()));
        Assert.Equal("电话核实", (await handler.Read($"{ObjectionScene.Objections}/{id}/objector/readings")).GetProperty("items")[0].GetProperty("purpose").GetString());
        Assert.Equal((Text, Leads), ((await handler.Read($"{ObjectionScene.Objections}/{id}")).GetProperty("text").GetString(), (await handler.Read($"{ObjectionScene.Objections}/{id}")).GetProperty("leads").GetString()));

        Assert.Equal(Paper, await (await handler.GetAsync($"{ObjectionScene.Objections}/{id}/files/{file}")).Content.ReadAsStringAsync());

        foreach (var secret in (string[])[Name, Contact, Text, Leads, Paper]) Assert.All(answers.Concat(app.Lines), a => Assert.DoesNotContain(secret, a, StringComparison.Ordinal));
        Assert.All(answers, a => Assert.DoesNotContain(receipt, a.Replace($"/objections/{receipt}", "", StringComparison.Ordinal), StringComparison.Ordinal));
        foreach (var kept in Directory.GetFiles(app.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var bytes = await Bytes(kept);
            foreach (var secret in (string[])[Name, Contact, Text, Leads, receipt]) Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, kept);
        }

        await using var scope = app.Services.CreateAsyncScope();
        var audit = await scope.ServiceProvider.GetRequiredService<HonorsDb>().AuditEntries.IgnoreQueryFilters().ToListAsync();
        foreach (var act in (string[])["object", "attachFileByReceipt"])
            Assert.Equal((Actor.Unknown.AccountId, (Guid?)null), audit.Where(e => e.Operation == act).Select(e => (e.AccountId, e.PersonId)).Single());
        Assert.Equal($"/api/v1/objections/{id}/files/{file}", audit.Single(e => e.Operation is "getObjectionFile").Resource);
    }

    [Fact]
    public async Task Whoever_does_not_say_who_they_are_gives_clear_leads()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var form = $"/api/v1/public/notices/{notice.Id()}/objections";
        foreach (var absent in (string[])["name", "contact"])
        {
            var words = ObjectionScene.Words();
            words[absent] = null;
            await (await app.Anonymous().PostAsJsonAsync(form, words)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "objection.name-or-leads");
            words["leads"] = Leads;
            await app.Objected(notice.Id(), words);
        }

        await app.Objected(notice.Id(), new JsonObject { ["text"] = Text, ["leads"] = Leads });
        var id = (await (await app.As("office2")).Read($"{ObjectionScene.Objections}?noticeId={notice.Id()}")).GetProperty("items")[0].Id();
        await app.Deny("objection.no-objector", id, "objector/readings", new { purpose = "核实" });
    }

    [Theory]
    [InlineData("text", "请打13812345678", 422, "text.personal-number")]
    [InlineData("leads", "身份证140431197806150008", 422, "text.personal-number")]
    [InlineData("name", "某某 138 1234 5678", 422, "text.personal-number")]
    [InlineData("entryId", "019ab000-0000-7000-8000-000000000000", 422, "reference.not-found")]
    [InlineData("channel", "web", 400, "request.unreadable")]
    [InlineData("text", "", 400, "request.unfit")]
    public async Task A_bad_form_is_refused_by_the_member(string member, string value, int status, string code)
    {
        await using var app = new ObjectionScene();
        var (notice, words) = (await app.Running(), ObjectionScene.Words());
        words[member] = value;
        var problem = await (await app.Anonymous().PostAsJsonAsync($"/api/v1/public/notices/{notice.Id()}/objections", words)).ExpectProblem((HttpStatusCode)status, code);
        Assert.Equal(member, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Too_many_objections_of_one_address_or_to_one_notice_wait_and_a_repeat_gets_the_same_receipt()
    {
        await using var strict = new HonorsApp { Settings = { ["PublicForm:MostPerHourAndAddress"] = "2" } };
        await using var narrow = new HonorsApp { Settings = { ["PublicForm:MostPerHourAndNotice"] = "2" } };
        var form = $"/api/v1/public/notices/{DemoId.Of("demo notice")}/objections";
        foreach (var app in (HonorsApp[])[strict, narrow])
        {
            Assert.Equal(await Keyed(app), await Keyed(app));
            await app.Anonymous().Created(form, ObjectionScene.Words());
            await (await app.Anonymous().PostAsJsonAsync(form, ObjectionScene.Words())).ExpectProblem(HttpStatusCode.TooManyRequests, "http.429");
        }

        async Task<string?> Keyed(HonorsApp app)
        {
            var message = new HttpRequestMessage(HttpMethod.Post, form) { Content = JsonContent.Create(ObjectionScene.Words()) };
            message.Headers.Add("Idempotency-Key", "objection-0123456789abcdef");
            return (await (await app.Anonymous().SendAsync(message)).Expect(HttpStatusCode.Created)).GetProperty("receipt").GetString();
        }
    }

    [Theory]
    [InlineData("00000000000000000000000000")]
    [InlineData("x")]
    public async Task A_receipt_that_does_not_exist_is_404(string receipt)
    {
        await using var app = new HonorsApp();
        await (await app.Anonymous().GetAsync($"/api/v1/public/objections/{receipt}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
    }

    private static async Task<byte[]> Bytes(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        await open.CopyToAsync(all);
        return all.ToArray();
    }
}
