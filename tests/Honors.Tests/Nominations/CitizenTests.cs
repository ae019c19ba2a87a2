using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Honors.Tests.Nominations;

public sealed class CitizenTests(CitizenTests.Watched app) : IClassFixture<CitizenTests.Watched>
{
    private const string Form = "/api/v1/public/nominations", Path = "/api/v1/nominations", Contact = "canary-7Qx9@example.org", Name = "金丝雀";

    /// <summary>Keeps every line that the program logs, however low its level.</summary>
    public sealed class Watched : HonorsApp
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new LogLines(Lines)));
        }
    }

    private static JsonObject Recommendation(string nominee = "温故新", string title = "身边好人") => new()
    {
        ["titleId"] = DemoId.Of(title).ToString(),
        ["nomineeName"] = nominee,
        ["nomineePlace"] = "赤石桥乡中心学校",
        ["deed"] = "多年照料同村孤寡老人。",
        ["when"] = "近十年",
        ["where"] = "赤石桥乡",
    };

    private static JsonObject Completion(string title = "身边好人") => new()
    {
        ["titleId"] = DemoId.Of(title).ToString(),
        ["nomineeKind"] = "person",
        ["personId"] = DemoId.Of("温故新").ToString(),
        ["summary"] = "照料孤寡老人",
        ["evidence"] = new JsonArray(new JsonObject { ["kind"] = "localBody", ["source"] = "村民委员会", ["holder"] = "文明办" }),
        ["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-11-01", ["proof"] = "同意书" },
    };

    private async Task<(string Receipt, string Id)> Received(JsonObject? body = null)
    {
        var office = await app.As("office");
        var known = await Ids(office);
        var receipt = (await app.Anonymous().Created(Form, body ?? Recommendation())).GetProperty("receipt").GetString()!;
        return (receipt, Assert.Single((await Ids(office)).Except(known)));
    }

    private async Task<HttpResponseMessage> Appeal(string receipt, string reason = "知情人回来了") =>
        await app.Anonymous().PostAsJsonAsync("/api/v1/public/appeals", new { receipt, reason });

    [Fact]
    public async Task A_citizen_appeals_by_receipt_once_and_is_told_what_the_office_above_says()
    {
        var (receipt, id) = await Received(Recommendation("某热心人"));
        await (await Appeal(receipt)).ExpectProblem(HttpStatusCode.Conflict, "nomination.nothing-to-appeal");
        await (await Appeal("0123456789ABCDEFGHJKMNPQRS")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await (await app.As("office")).PostAsJsonAsync($"{Path}/{id}/refusal", new { reason = "查无此事", told = "notOfThisTitle" })).Expect(HttpStatusCode.OK);
        var refused = await app.Anonymous().Read($"{Form}/{receipt}");
        Assert.Equal(("notAccepted", "2026-12-11"), (refused.GetProperty("state").GetString(), refused.GetProperty("appealBy").GetString()));
        await (await Appeal(receipt, "请打13812345678")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "text.personal-number");
        var appealed = await (await Appeal(receipt.ToLowerInvariant())).Expect(HttpStatusCode.OK);
        Assert.Equal("2026-11-20", appealed.GetProperty("appeal").GetProperty("filedOn").GetString());
        Assert.Equal(JsonValueKind.Null, appealed.GetProperty("appealBy").ValueKind);
        await (await Appeal(receipt)).ExpectProblem(HttpStatusCode.Conflict, "nomination.appealed-before");

        var city = await app.As(null, DemoData.CityOffice, Right.Verify);
        var seen = await city.Read($"{Path}/{id}");
        Assert.Equal((Guid.Empty.ToString(), "知情人回来了"), (
            seen.GetProperty("appeal").GetProperty("filed").GetProperty("accountId").GetString(), seen.GetProperty("appeal").GetProperty("reason").GetString()));
        await (await city.PostAsJsonAsync($"{Path}/{id}/appeal/answer", new { outcome = "upheld", reason = "内部意见" })).Expect(HttpStatusCode.OK);
        var told = await app.Anonymous().Read($"{Form}/{receipt}");
        Assert.Equal("upheld", told.GetProperty("appeal").GetProperty("outcome").GetString());
        Assert.DoesNotContain("内部意见", told.GetRawText(), StringComparison.Ordinal);
        Assert.All(app.Lines, l => Assert.DoesNotContain(receipt, l.Replace($"/nominations/{receipt}", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private static async Task<List<string>> Ids(HttpClient client)
    {
        List<string> ids = [];
        for (string? next = ""; next is not null;)
        {
            var page = await client.Read($"{Path}?limit=100&titleId={DemoId.Of("身边好人")}{(next is "" ? "" : "&after=" + next)}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(n => n.Id()));
            next = page.GetProperty("next").GetString();
        }

        return ids;
    }

    private async Task<(string? State, string? Reason, string? PassedTo)> Told(string receipt)
    {
        var told = await app.Anonymous().Read($"{Form}/{receipt}");
        return (told.GetProperty("state").GetString(), told.GetProperty("reason").GetString(), told.GetProperty("passedTo").GetString());
    }

    private static async Task<JsonElement> Complete(string id, HttpClient client, JsonObject? body = null) =>
        await (await client.Put($"{Path}/{id}", body ?? Completion(), "\"1.f\"")).Expect(HttpStatusCode.OK);

    [Fact]
    public async Task A_citizens_recommendation_is_completed_by_one_clerk_and_accepted_by_another_and_the_receipt_tells_each_state()
    {
        var (receipt, id) = await Received();
        var (office, second) = (await app.As("office"), await app.As("office2"));
        var shown = await office.Read($"{Path}/{id}");
        Assert.Equal(("citizen", "submitted"), (shown.GetProperty("nominator").GetString(), shown.GetProperty("status").GetString()));
        Assert.Equal("多年照料同村孤寡老人。", shown.GetProperty("asWritten").GetProperty("deed").GetString());
        Assert.Equal("2026-11-27", shown.GetProperty("dueOn").GetString());
        Assert.Equal(("received", null, null), await Told(receipt));
        await (await office.PostAsync($"{Path}/{id}/acceptance", null)).ExpectProblem(HttpStatusCode.Conflict, "nomination.not-completed");
        await (await office.PostAsJsonAsync($"{Path}/{id}/return", new { missing = "缺证明" })).ExpectProblem(HttpStatusCode.Conflict, "nomination.citizen-not-returned");

        var without = Completion();
        without["evidence"] = new JsonArray();
        await (await office.Put($"{Path}/{id}", without, "\"1.f\"")).ExpectProblem(HttpStatusCode.Conflict, "nomination.no-evidence");
        await (await (await app.As(null, DemoData.CountyOffice, Right.Verify)).Put($"{Path}/{id}", Completion(), "\"1.f\"")).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        var completed = await Complete(id, office);
        Assert.Equal(["submission", "completion"], completed.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("act").GetString()));
        Assert.Equal(("beingCompleted", null, null), await Told(receipt));
        await (await office.PostAsync($"{Path}/{id}/acceptance", null)).ExpectProblem(HttpStatusCode.Conflict, "nomination.own-nomination");
        await (await second.PostAsync($"{Path}/{id}/acceptance", null)).Expect(HttpStatusCode.OK);
        Assert.Equal(("accepted", null, null), await Told(receipt.ToLowerInvariant().Insert(4, "-")));
    }

    [Fact]
    public async Task A_refusal_tells_the_citizen_a_coded_reason_and_no_more()
    {
        var (receipt, id) = await Received();
        var office = await app.As("office");
        await (await office.PostAsJsonAsync($"{Path}/{id}/refusal", new { reason = "查无此人" })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "nomination.citizen-not-told");
        await (await office.PostAsJsonAsync($"{Path}/{id}/refusal", new { reason = "转乡里", told = "passedOn" })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "nomination.passed-to-whom");
        await (await office.PostAsJsonAsync($"{Path}/{id}/refusal", new { reason = "查无此人", told = "cannotBeVerified" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("notAccepted", "cannotBeVerified", null), await Told(receipt));
        Assert.DoesNotContain("查无此人", await app.Anonymous().GetStringAsync($"{Form}/{receipt}"), StringComparison.Ordinal);

        (receipt, id) = await Received();
        await (await office.PostAsJsonAsync($"{Path}/{id}/refusal", new { reason = "属教育系统", told = "passedOn", passedToId = DemoData.School })).Expect(HttpStatusCode.OK);
        Assert.Equal(("passedOn", "passedOn", "沁源县赤石桥中心学校"), await Told(receipt));
    }

    [Fact]
    public async Task What_becomes_of_a_confidential_case_is_told_to_nobody()
    {
        var office = await app.As("office");
        var title = (await office.Created("/api/v1/titles", new { name = "平安卫士", @class = "selection", level = "county", ownerId = DemoData.CountyOffice })).Id();
        await office.Created($"/api/v1/titles/{title}/procedures", Secret());
        var (form, completion) = (Recommendation(), Completion());
        (form["titleId"], completion["titleId"]) = (title, title);
        completion["ground"]!["kind"] = "confidential";
        var receipt = (await app.Anonymous().Created(Form, form)).GetProperty("receipt").GetString()!;
        var id = (await office.Read($"{Path}?titleId={title}")).GetProperty("items")[0].Id();
        await Complete(id, office, completion);
        await (await (await app.As("office2")).PostAsync($"{Path}/{id}/acceptance", null)).Expect(HttpStatusCode.OK);
        Assert.Equal(("beingCompleted", null, null), await Told(receipt));

        static object Secret() => new
        {
            validFrom = "2026-01-01",
            verb = "name",
            divisionCode = 140431000000,
            recipients = new[] { "person" },
            steps = new[] { "acceptance", "decision" },
            noticeMayBeSkipped = true,
            nominators = new[] { "citizen" },
        };
    }

    [Fact]
    public async Task The_form_answers_alike_whether_the_nominee_is_known_or_not()
    {
        var citizen = app.Anonymous();
        var answers = new List<string>();
        foreach (var nominee in (string[])["卫旭斌", "温故新", "查无此名"])
        {
            var answer = await citizen.PostAsJsonAsync(Form, Recommendation(nominee));
            var body = await answer.Expect(HttpStatusCode.Created);
            var receipt = body.GetProperty("receipt").GetString()!;
            Assert.Equal(26, receipt.Length);
            var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
            answers.Add(headers + body.GetRawText().Replace(receipt, "", StringComparison.Ordinal) + await citizen.GetStringAsync($"{Form}/{receipt}"));
        }

        Assert.Single(answers.Distinct());
        Assert.DoesNotContain("Location", answers[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000000000000000000000")]
    [InlineData("x")]
    [InlineData("ILOU0000000000000000000000")]
    public async Task A_receipt_that_does_not_exist_is_404_like_any_other(string receipt)
    {
        var problem = await (await app.Anonymous().GetAsync($"{Form}/{receipt}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        var another = await (await app.Anonymous().GetAsync($"{Form}/ZZZZZZZZZZZZZZZZZZZZZZZZZZ")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        Assert.Equal(WithoutTrace(another), WithoutTrace(problem));

        static string WithoutTrace(JsonElement problem) =>
            string.Join('\n', problem.EnumerateObject().Where(m => m.Name is not ("traceId" or "instance")).Select(m => $"{m.Name} {m.Value}"));
    }

    [Theory]
    [InlineData("deed", "救了人，电话13812345678", 422, "text.personal-number")]
    [InlineData("nomineePlace", "身份证140431197806150008", 422, "text.personal-number")]
    [InlineData("name", "某某 138 1234 5678", 422, "text.personal-number")]
    [InlineData("titleId", "019ab000-0000-7000-8000-000000000000", 422, "reference.not-found")]
    [InlineData("personId", "019ab000-0000-7000-8000-000000000000", 400, "request.unreadable")]
    [InlineData("deed", "", 400, "request.unfit")]
    [InlineData("nomineeName", "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长", 400, "request.unfit")]
    public async Task A_bad_form_is_refused_by_the_member_and_never_repeats_what_was_typed(string member, string value, int status, string code)
    {
        var body = Recommendation();
        body[member] = value;
        var answer = await app.Anonymous().PostAsJsonAsync(Form, body);
        var problem = await answer.ExpectProblem((HttpStatusCode)status, code);
        Assert.Equal(member, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        if (value.Length > 20) Assert.DoesNotContain(value, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_takes_no_citizens_word_says_so()
    {
        var problem = await (await app.Anonymous().PostAsJsonAsync(Form, Recommendation(title: "最美志愿者"))).ExpectProblem(HttpStatusCode.Conflict, "nomination.nominator-not-taken");
        Assert.Contains("群众", problem.GetProperty("title").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_and_body_gets_the_same_receipt_and_another_body_acts_anew()
    {
        const string key = "citizen-0123456789abcdef";
        var first = await Send("温故新");
        Assert.Equal(first, await Send("温故新"));
        Assert.NotEqual(first, await Send("查无此名"));

        async Task<string?> Send(string nominee)
        {
            var message = new HttpRequestMessage(HttpMethod.Post, Form) { Content = JsonContent.Create(Recommendation(nominee)) };
            message.Headers.Add("Idempotency-Key", key);
            return (await (await app.Anonymous().SendAsync(message)).Expect(HttpStatusCode.Created)).GetProperty("receipt").GetString();
        }
    }

    [Fact]
    public async Task Too_many_forms_or_look_ups_of_one_address_and_too_many_forms_for_one_title_wait()
    {
        await using var strict = new HonorsApp { Settings = { ["PublicForm:MostPerHourAndAddress"] = "2", ["PublicForm:MostLookUpsPerMinuteAndAddress"] = "1" } };
        var citizen = strict.Anonymous();
        for (var i = 0; i < 2; i++) await citizen.Created(Form, Recommendation());
        var refused = await citizen.PostAsJsonAsync(Form, Recommendation());
        Assert.Equal("3600", Assert.Single(refused.Headers.GetValues("Retry-After")));
        await refused.ExpectProblem(HttpStatusCode.TooManyRequests, "http.429");
        await (await citizen.GetAsync($"{Form}/x")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await citizen.GetAsync($"{Form}/x")).ExpectProblem(HttpStatusCode.TooManyRequests, "http.429");

        await using var narrow = new HonorsApp { Settings = { ["PublicForm:MostPerHourAndTitle"] = "1" } };
        await narrow.Anonymous().Created(Form, Recommendation());
        await (await narrow.Anonymous().PostAsJsonAsync(Form, Recommendation())).ExpectProblem(HttpStatusCode.TooManyRequests, "http.429");
        await narrow.Anonymous().Created(Form, Recommendation(title: "道德模范"));
    }

    [Fact]
    public async Task Who_recommended_is_shown_to_the_office_for_a_purpose_and_stands_nowhere_else()
    {
        var form = Recommendation();
        (form["name"], form["contact"]) = (Name, Contact);
        var (receipt, id) = await Received(form);
        var (office, nominee) = (await app.As("office"), await app.As(DemoId.Of("温故新"), DemoData.EpidemicTeam, Right.Verify));
        await Complete(id, office);
        form["contact"] = new string('7', 200) + Contact;
        var bad = await (await app.Anonymous().PostAsJsonAsync(Form, form)).ExpectProblem(HttpStatusCode.BadRequest, "request.unfit");
        List<string> answers =
        [
            bad.GetRawText(), await app.Anonymous().GetStringAsync($"{Form}/{receipt}"), await office.GetStringAsync($"{Path}/{id}"),
            await nominee.GetStringAsync($"{Path}/{id}"), await office.GetStringAsync($"{Path}?limit=100"),
        ];
        await (await nominee.PostAsJsonAsync($"{Path}/{id}/sender/readings", new { purpose = "好奇" })).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await office.PostAsJsonAsync($"{Path}/{id}/sender/readings", new { purpose = "" })).ExpectProblem(HttpStatusCode.BadRequest, "request.unfit");
        var read = await office.Created($"{Path}/{id}/sender/readings", new { purpose = "电话核实" });
        Assert.Equal((Name, Contact), (read.GetProperty("name").GetString(), read.GetProperty("contact").GetString()));
        var reading = (await office.Read($"{Path}/{id}/sender/readings")).GetProperty("items")[0];
        Assert.Equal(("电话核实", DemoId.Of("秦书勤")), (reading.GetProperty("purpose").GetString(), reading.GetProperty("read").GetProperty("personId").GetGuid()));

        answers.AddRange(app.Lines);
        foreach (var secret in (string[])[Contact, Name]) Assert.All(answers, a => Assert.DoesNotContain(secret, a, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(app.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var bytes = await Bytes(file);
            foreach (var secret in (string[])[Contact, Name, receipt]) Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file);
        }

        static async Task<byte[]> Bytes(string file)
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            await open.CopyToAsync(all);
            return all.ToArray();
        }
    }

    [Fact]
    public async Task A_recommendation_without_name_and_contact_has_no_sender()
    {
        var (_, id) = await Received();
        await (await (await app.As("office")).PostAsJsonAsync($"{Path}/{id}/sender/readings", new { purpose = "电话核实" })).ExpectProblem(HttpStatusCode.Conflict, "nomination.no-sender");
    }
}
