using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Api.Nominations;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Nominations;

public sealed class CasesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/nominations", RoleModel = "道德模范", GoodPerson = "身边好人";

    private static readonly Guid Teacher = DemoId.Of("温故新");

    private static readonly object Reason = new { reason = "与主案为同一事迹" };

    private async Task<string> Accepted(string title = RoleModel, Guid? nominee = null, bool confidential = false)
    {
        var nominator = await app.As("nominator");
        var id = (await nominator.Created(Path, new JsonObject
        {
            ["titleId"] = DemoId.Of(title).ToString(),
            ["nomineeKind"] = "person",
            ["personId"] = (nominee ?? Teacher).ToString(),
            ["summary"] = "照料孤寡老人",
            ["evidence"] = new JsonArray(new JsonObject { ["kind"] = "witness", ["source"] = "同村村民", ["holder"] = "学校办公室" }),
            ["ground"] = new JsonObject { ["kind"] = confidential ? "confidential" : "consent", ["on"] = "2026-11-01", ["proof"] = "同意书" },
        })).Id();
        await (await nominator.PostAsync($"{Path}/{id}/submission", null)).Expect(HttpStatusCode.OK);
        await Done(id, "acceptance");
        return id;
    }

    private async Task<HttpResponseMessage> Act(string id, string act, object? body = null, HttpClient? client = null) =>
        await (client ?? await app.As("office")).PostAsync($"{Path}/{id}/{act}", body is null ? null : JsonContent.Create(body));

    private async Task<JsonElement> Done(string id, string act, object? body = null, HttpClient? client = null) =>
        await (await Act(id, act, body, client)).Expect(HttpStatusCode.OK);

    private async Task<JsonElement> Refused(string code, string id, string act, object? body = null, HttpClient? client = null, HttpStatusCode status = HttpStatusCode.Conflict) =>
        await (await Act(id, act, body, client)).ExpectProblem(status, code);

    private async Task<JsonElement> Case(string id) => await (await app.As("office")).Read($"{Path}/{id}/case");

    private static string? Stage(JsonElement opened) => opened.GetProperty("stage").GetString();

    private static IEnumerable<string?> Needs(JsonElement problem) => problem.GetProperty("facts").GetProperty("missing").EnumerateArray().Select(n => n.GetString());

    private async Task<string> Asked(string id, object body) =>
        (await Done(id, "checks", body)).GetProperty("checks").EnumerateArray().Last().Id();

    private async Task<string> Seated(string id, object body) => (await Done(id, "panel", body)).GetProperty("panel").EnumerateArray().Last().Id();

    private Task<JsonElement> Said(string id, string member, string vote) =>
        Done(id, $"panel/{member}/opinion", new { vote, words = "事迹属实", on = "2026-11-20" });

    [Fact]
    public async Task Like_cases_are_joined_one_and_n_and_what_is_joined_refers_to_its_key()
    {
        await using var own = new HonorsApp();
        var tests = new CasesTests(own);
        var (key, first, second) = (await tests.Accepted(), await tests.Accepted(), await tests.Accepted());
        var before = await Figures();
        foreach (var like in (string[])[first, second])
            Assert.Equal("merged", Stage(await tests.Done(like, "merger", new { keyId = key, reason = "同一事迹" })));
        Assert.Equal([first, second], (await tests.Case(key)).GetProperty("likeIds").EnumerateArray().Select(l => l.GetString()));
        Assert.Equal((before.Keys + 1, before.Likes + 2, before.Accepted), await Figures());

        var problem = await tests.Refused("case.merged", first, "examinations", new { result = "approved" });
        Assert.Equal(key, problem.GetProperty("facts").GetProperty("keyId").GetString());
        Assert.Contains(key, problem.GetProperty("title").GetString()!, StringComparison.Ordinal);
        await tests.Refused("case.merged", first, "merger", new { keyId = second, reason = "同一事迹" });
        await tests.Refused("case.has-likes", key, "merger", new { keyId = await tests.Accepted(), reason = "同一事迹" });
        await tests.Refused("case.key-merged", await tests.Accepted(), "merger", new { keyId = first, reason = "同一事迹" });

        Assert.Equal("review", Stage(await tests.Done(second, "separation", Reason)));
        await tests.Refused("case.not-merged", second, "separation", Reason);
        await tests.Done(key, "examinations", new { result = "notApproved", reason = "事迹不实" });
        await tests.Refused("case.key-examined", first, "separation", Reason);
        await tests.Refused("case.key-examined", second, "merger", new { keyId = key, reason = "同一事迹" });
        Assert.Equal((before.Keys + 1, before.Likes + 1, before.Accepted + 2), await Figures());

        async Task<(int Keys, int Likes, int Accepted)> Figures()
        {
            var total = (await (await own.As("office")).Read("/api/v1/statistics/nominations")).GetProperty("total");
            return (total.GetProperty("keyCases").GetInt32(), total.GetProperty("likeCases").GetInt32(), total.GetProperty("accepted").GetInt32());
        }
    }

    [Fact]
    public async Task Only_cases_of_one_title_are_joined_and_no_case_into_itself_or_into_what_is_not_accepted()
    {
        var id = await Accepted();
        await Refused("case.into-itself", id, "merger", new { keyId = id, reason = "同一事迹" }, status: HttpStatusCode.UnprocessableEntity);
        await Refused("case.unlike", id, "merger", new { keyId = await Accepted(GoodPerson), reason = "同一事迹" });
        await Refused("case.not-opened", id, "merger", new { keyId = DemoId.Of("demo nomination to accept"), reason = "同一事迹" });
        await Refused("case.not-opened", DemoId.Of("demo nomination to accept").ToString(), "checks", new { department = "县公安局" });
        await Refused("reference.not-found", id, "merger", new { keyId = Guid.NewGuid(), reason = "同一事迹" }, status: HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Whoever_nominated_or_is_nominated_in_either_joins_nothing_and_no_office_acts_in_the_owners_place()
    {
        var nominee = Guid.Parse((await (await app.As(null, DemoData.School, Right.Record)).Created("/api/v1/people", new { name = "苏见山" })).Id());
        var (id, key) = (await Accepted(), await Accepted(nominee: nominee));
        var body = new { keyId = key, reason = "同一事迹" };
        await Refused("nomination.own-nomination", id, "merger", body, await app.As(DemoId.Of("冯荐贤"), DemoData.CountyOffice, Right.Verify));
        await Refused("nomination.own-case", id, "merger", body, await app.As(nominee, DemoData.CountyOffice, Right.Verify));
        await Refused("http.404", id, "merger", body, await app.As(null, DemoData.CityOffice, Right.Verify), HttpStatusCode.NotFound);
        await Refused("rights.not-in-this-body", id, "merger", body, await app.As(null, DemoData.School, Right.Verify), HttpStatusCode.Forbidden);
        Assert.Equal("review", Stage(await Case(id)));
    }

    [Fact]
    public async Task A_department_answers_itself_by_its_day_or_the_office_enters_its_paper()
    {
        var id = await Accepted();
        var school = await app.As(null, DemoData.EpidemicTeam, Right.Verify, Right.Record);
        await (await school.GetAsync($"{Path}/{id}/case")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        var own = await Asked(id, new { departmentId = DemoData.EpidemicTeam });
        var paper = await Asked(id, new { department = "县公安局", sentOn = "2026-11-20" });
        var seen = await school.Read($"{Path}/{id}/case");
        Assert.Equal(("departmentalChecks", "department"), (Stage(seen), seen.GetProperty("waitsFor").GetString()));
        Assert.Equal(own, Assert.Single(seen.GetProperty("checks").EnumerateArray()).Id());
        Assert.Equal("2026-12-04", seen.GetProperty("checks")[0].GetProperty("dueOn").GetString());

        await Refused("case.asked-already", id, "checks", new { department = "县公安局" });
        await Refused("case.name-or-id", id, "checks", new { }, status: HttpStatusCode.UnprocessableEntity);
        await Refused("case.in-future", id, "checks", new { department = "县法院", sentOn = "2026-11-21" }, status: HttpStatusCode.UnprocessableEntity);
        Assert.Equal("2026-11-20", (await Refused("case.too-early", id, "checks", new { department = "县法院", sentOn = "2026-11-19" })).GetProperty("facts").GetProperty("first").GetString());
        await Refused("case.reason-missing", id, $"checks/{own}/answer", new { result = "objection", on = "2026-11-20" }, school, HttpStatusCode.UnprocessableEntity);
        await Refused("rights.not-in-this-body", id, $"checks/{paper}/answer", new { result = "noRecord", on = "2026-11-20" }, school, HttpStatusCode.Forbidden);
        await Done(id, $"checks/{own}/answer", new { result = "noObjection", on = "2026-11-20" }, school);

        var office = await app.As("office");
        var scan = (await (await office.PostAsync("/api/v1/files", Upload.Text("公安局复函", DemoData.CountyOffice))).Expect(HttpStatusCode.Created)).Id();
        Assert.Equal("review", Stage(await Done(id, $"checks/{paper}/answer", new { result = "noRecord", on = "2026-11-20", fileId = scan })));
        Assert.Equal("case", (await office.Read($"/api/v1/files/{scan}")).GetProperty("ownerType").GetString());
        await (await school.GetAsync($"/api/v1/files/{scan}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await Refused("case.check-answered", id, $"checks/{paper}/answer", new { result = "noRecord", on = "2026-11-20" });
        Assert.Equal(
            ["opening", "checkSent", "checkSent", "checkAnswered", "checkAnswered"], (await Case(id)).GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("act").GetString()));
        await Refused("case.step-not-taken", await Accepted(GoodPerson), "checks", new { department = "县公安局" });
    }

    [Fact]
    public async Task The_desk_finds_late_cases_and_late_departments()
    {
        var office = await app.As("office");
        var check = DemoId.Of("demo case in checks").ToString();
        Assert.Contains(check, await Listed("?stage=departmentalChecks"));
        Assert.Contains(check, await Listed("?waitsFor=department&late=true&dueBy=2026-11-11"));
        Assert.DoesNotContain(check, await Listed("?dueBy=2026-11-10"));
        Assert.Contains(check, await Listed("?checkLate=true"));
        Assert.DoesNotContain(check, await Listed("?checkLate=false"));
        Assert.DoesNotContain(check, await Listed($"?titleId={DemoId.Of(GoodPerson)}"));
        Assert.DoesNotContain(DemoId.Of("demo case stopped").ToString(), await Listed("?late=true"));
        Assert.True((await Case(check)).GetProperty("checks")[0].GetProperty("late").GetBoolean());
        var page = await office.Read("/api/v1/cases?limit=3");
        var next = await office.Read($"/api/v1/cases?limit=3&after={page.GetProperty("next").GetString()}");
        Assert.Empty(page.GetProperty("items").EnumerateArray().Select(c => c.Id()).Intersect(next.GetProperty("items").EnumerateArray().Select(c => c.Id())));

        async Task<List<string>> Listed(string query) => [.. (await office.Read($"/api/v1/cases{query}&limit=100")).GetProperty("items").EnumerateArray().Select(c => c.Id())];
    }

    [Fact]
    public async Task Nominee_nominator_and_colleagues_have_no_say_and_a_recused_members_opinion_counts_no_more()
    {
        var record = await app.As(null, DemoData.School, Right.Record);
        var (nominee, colleague) = ((await record.Created("/api/v1/people", new { name = "苏见山" })).Id(), (await record.Created("/api/v1/people", new { name = "宋同事" })).Id());
        foreach (var person in (string[])[nominee, colleague])
            await record.Created($"/api/v1/people/{person}/employments", new { organizationId = DemoData.School, from = new { date = "2019-09" } });
        var id = await Accepted(nominee: Guid.Parse(nominee));
        foreach (var (person, tie) in ((string, string)[])[(nominee, "nominee"), (DemoId.Of("冯荐贤").ToString(), "nominator"), (colleague, "colleague")])
        {
            var member = await SeatedByWhoSees(person);
            var problem = await Refused("case.must-recuse", id, $"panel/{member}/opinion", new { vote = "for", words = "属实", on = "2026-11-20" });
            Assert.Equal(tie, problem.GetProperty("facts").GetProperty("tie").GetString());
            await Done(id, $"panel/{member}/recusal", new { kind = "ordered", reason = "应当回避" });
            await Refused("case.recused", id, $"panel/{member}/opinion", new { vote = "for", words = "属实", on = "2026-11-20" });
            await Refused("case.recused", id, $"panel/{member}/recusal", new { kind = "declared", reason = "亲属" });
        }

        await Refused("case.on-panel", id, "panel", new { personId = colleague });
        await Refused("case.name-or-id", id, "panel", new { personId = colleague, name = "宋同事" }, status: HttpStatusCode.UnprocessableEntity);
        var expert = await Seated(id, new { name = "评审专家", field = "法律" });
        Assert.Equal(1, (await Said(id, expert, "for")).GetProperty("votes").GetProperty("for").GetInt32());
        await Refused("case.opinion-given", id, $"panel/{expert}/opinion", new { vote = "against", words = "再议", on = "2026-11-20" });
        Assert.Equal(0, (await Done(id, $"panel/{expert}/recusal", new { kind = "declared", reason = "亲属" })).GetProperty("votes").GetProperty("for").GetInt32());
        Assert.Empty((await record.Read($"{Path}/{id}/case")).GetProperty("panel").EnumerateArray());

        Task<string> SeatedByWhoSees(string person) => Seated(id, new { personId = person });
    }

    [Fact]
    public async Task A_finding_is_refused_once_with_all_that_is_missing_and_follows_when_all_is_there()
    {
        var id = await Accepted();
        Assert.Equal(["departmentalCheck", "quorum"], Needs(await Refused("case.not-ready", id, "examinations", new { result = "approved" })));
        var check = await Asked(id, new { department = "县公安局" });
        await Done(id, "stops", new { ground = "courtOrPolice", note = "派出所正在核查" });
        var problem = await Refused("case.not-ready", id, "examinations", new { result = "approved" });
        Assert.Equal(["runningClock", "departmentalAnswer", "quorum"], Needs(problem));
        Assert.Equal(check, problem.GetProperty("facts").GetProperty("checkIds")[0].GetString());
        Assert.Contains("部门答复", problem.GetProperty("title").GetString()!, StringComparison.Ordinal);

        await Done(id, "resumption");
        await Done(id, $"checks/{check}/answer", new { result = "objection", on = "2026-11-20", note = "有治安处罚记录" });
        List<string> members = [];
        for (var i = 0; i < 6; i++) members.Add(await Seated(id, new { name = $"评审专家{i}" }));
        for (var i = 0; i < 4; i++) await Said(id, members[i], i < 2 ? "for" : "against");
        Assert.Equal(["objectionOverride", "quorum"], Needs(await Refused("case.not-ready", id, "examinations", new { result = "approved" })));
        await Said(id, members[4], "abstain");
        Assert.Equal(JsonValueKind.Null, (await Case(id)).GetProperty("votes").GetProperty("result").ValueKind);
        Assert.Equal(["objectionOverride", "majority"], Needs(await Refused("case.not-ready", id, "examinations", new { result = "approved" })));
        Assert.Equal("expertReview", Stage(await Case(id)));
        await Done(id, $"panel/{members[2]}/recusal", new { kind = "ordered", reason = "亲属" });
        await Said(id, members[5], "for");
        Assert.Equal(["objectionOverride"], Needs(await Refused("case.not-ready", id, "examinations", new { result = "approved" })));
        Assert.Equal(["objectionOverride", "approval"], (await Case(id)).GetProperty("missing").EnumerateArray().Select(m => m.GetProperty("need").GetString()));

        var found = await Done(id, "examinations", new { result = "approved", overrideReason = "处罚系他人同名" });
        Assert.Equal("ready", Stage(found));
        Assert.Empty(found.GetProperty("missing").EnumerateArray());
        Assert.True(found.GetProperty("steps").EnumerateArray().Last().GetProperty("inTime").GetBoolean());
        var wrong = await Refused("case.wrong-stage", id, "checks", new { department = "县法院" });
        Assert.Contains("review", wrong.GetProperty("facts").GetProperty("from").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task To_say_no_needs_a_reason_and_only_what_was_begun_to_have_ended_and_a_late_finding_says_so()
    {
        var id = await Accepted();
        await Refused("case.reason-missing", id, "examinations", new { result = "notApproved" }, status: HttpStatusCode.UnprocessableEntity);
        await Asked(id, new { department = "县公安局" });
        Assert.Equal(["departmentalAnswer"], Needs(await Refused("case.not-ready", id, "examinations", new { result = "notApproved", reason = "不实" })));
        var late = await Done(DemoId.Of("demo case like 1").ToString(), "separation", Reason);
        Assert.Equal("2026-11-11", late.GetProperty("dueOn").GetString());
        late = await Done(late.Id(), "examinations", new { result = "notApproved", reason = "不实" });
        Assert.Equal("notApproved", Stage(late));
        Assert.False(late.GetProperty("steps").EnumerateArray().Last().GetProperty("inTime").GetBoolean());
        Assert.Equal(["approval"], late.GetProperty("missing").EnumerateArray().Select(m => m.GetProperty("need").GetString()));
    }

    [Fact]
    public async Task A_stopped_clock_has_no_due_day_and_moves_it_on_by_the_working_days_it_stood_still()
    {
        await using var own = new HonorsApp();
        var tests = new CasesTests(own);
        var id = await tests.Accepted();
        Assert.Equal("2026-12-18", (await tests.Case(id)).GetProperty("dueOn").GetString());
        await tests.Refused("case.clock-running", id, "resumption");
        var stopped = await tests.Done(id, "stops", new { ground = "expertOpinion", note = "等待鉴定" });
        Assert.Equal(("stopped", JsonValueKind.Null), (Stage(stopped), stopped.GetProperty("dueOn").ValueKind));
        await tests.Refused("case.clock-stopped", id, "stops", new { ground = "authority", note = "等待证明" });
        own.Clock.Now += NodaTime.Duration.FromDays(5); // from a Friday to a Wednesday: three working days
        Assert.Equal("2026-12-23", (await tests.Done(id, "resumption")).GetProperty("dueOn").GetString());
        await tests.Refused("case.no-clock", await tests.Accepted(GoodPerson), "stops", new { ground = "authority", note = "等待证明" });
        await tests.Done(id, "stops", new { ground = "authority", note = "等待证明" });
        own.Clock.Now += NodaTime.Duration.FromDays(30);
        await tests.Refused("calendar.year-not-loaded", id, "resumption");
    }

    [Fact]
    public async Task What_was_sent_up_is_seen_and_answered_above_and_examined_again_when_it_is_returned()
    {
        var (id, city) = (await Accepted(GoodPerson), await app.As(null, DemoData.CityOffice, Right.Verify));
        var letter = new { officeId = DemoData.CityOffice, number = "推1号", on = "2026-11-20" };
        await Refused("case.wrong-stage", id, "recommendation", letter);
        Assert.Equal(["approval", "sendingUp"], (await Case(id)).GetProperty("missing").EnumerateArray().Select(m => m.GetProperty("need").GetString()));
        await Done(id, "examinations", new { result = "approved" });
        await (await city.GetAsync($"{Path}/{id}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await Refused("case.not-above", id, "recommendation", new { officeId = DemoData.NeighbourOffice, number = "推1号", on = "2026-11-20" }, status: HttpStatusCode.UnprocessableEntity);
        var sent = await Done(id, "recommendation", letter);
        Assert.Equal(("sentUp", "higherOffice"), (Stage(sent), sent.GetProperty("waitsFor").GetString()));
        Assert.Equal(Teacher, (await city.Read($"{Path}/{id}")).GetProperty("personId").GetGuid());
        Assert.Contains(id, (await city.Read("/api/v1/cases?stage=sentUp&limit=100")).GetRawText(), StringComparison.Ordinal);
        await Refused("rights.not-in-this-body", id, "examinations", new { result = "approved" }, city, HttpStatusCode.Forbidden);
        await Refused("case.reason-missing", id, "recommendation/answer", new { result = "returned", on = "2026-11-20" }, city, HttpStatusCode.UnprocessableEntity);

        Assert.Equal("review", Stage(await Done(id, "recommendation/answer", new { result = "returned", on = "2026-11-20", note = "补充近两年材料" }, city)));
        await Done(id, "examinations", new { result = "approved" });
        await Done(id, "recommendation", new { office = "长治市社会工作部", number = "推2号", on = "2026-11-20" });
        var adopted = await Done(id, "recommendation/answer", new { result = "adopted", on = "2026-11-20", number = "长文明1号" });
        Assert.Equal("adopted", Stage(adopted));
        Assert.Empty(adopted.GetProperty("missing").EnumerateArray());
        Assert.Equal(2, adopted.GetProperty("recommendations").GetArrayLength());
        await Refused("case.step-not-taken", await Accepted(), "recommendation", letter);
    }

    [Fact]
    public async Task A_nomination_that_was_accepted_before_there_were_cases_gets_its_case_as_of_that_day()
    {
        var id = await Accepted();
        var before = await (await app.As("office")).Read($"{Path}/{id}/case");
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var connection = await services.GetRequiredService<Engine>().OpenForWriting();
        var db = services.GetRequiredService<HonorsDb>();
        db.Database.SetDbConnection(connection);
        var key = Guid.Parse(id);
        Assert.Equal(1, await db.Cases.IgnoreQueryFilters().Where(c => c.Id == key).ExecuteDeleteAsync());
        await (await (await app.As("office")).GetAsync($"{Path}/{id}/case")).ExpectProblem(HttpStatusCode.NotFound, "http.404");

        await db.OpenFirstCases();
        var after = await (await app.As("office")).Read($"{Path}/{id}/case");
        Assert.Equal(before.GetRawText(), after.GetRawText());
    }

    [Fact]
    public async Task A_confidential_case_is_shown_to_no_department_and_joined_to_no_open_one()
    {
        await using var own = new HonorsApp();
        var tests = new CasesTests(own);
        const string Bravery = "见义勇为确认";
        List<string> newYear = ["2027-01-01"];
        await (await own.As("office")).Created("/api/v1/calendar/years", new
        {
            year = 2027,
            daysOff = Array.Empty<string>(),
            makeUpDays = Array.Empty<string>(),
            source = new { title = "放假安排（示例）", publishedOn = new { date = "2026-11" } },
        });
        var id = await tests.Accepted(Bravery, confidential: true);
        await tests.Done(id, "checks", new { departmentId = DemoData.EpidemicTeam });
        foreach (var client in (HttpClient[])[await own.As(null, DemoData.EpidemicTeam, Right.Verify), await own.As(Teacher, DemoData.RescueTeam, Right.Record), await own.As(null, DemoData.CityOffice, Right.Verify)])
            await (await client.GetAsync($"{Path}/{id}/case")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        Assert.Equal(id, (await (await own.As("nominator")).Read($"{Path}/{id}/case")).Id());
        await tests.Refused("case.unlike", id, "merger", new { keyId = await tests.Accepted(Bravery), reason = "同一事迹" });
    }

    [Fact]
    public async Task An_examination_that_would_end_in_a_year_that_is_not_loaded_does_not_begin()
    {
        await using var own = new HonorsApp();
        var tests = new CasesTests(own);
        own.Clock.Now += NodaTime.Duration.FromDays(20);
        var problem = await Assert.ThrowsAnyAsync<Exception>(() => tests.Accepted());
        Assert.Contains("calendar.year-not-loaded", problem.Message, StringComparison.Ordinal);
    }
}
