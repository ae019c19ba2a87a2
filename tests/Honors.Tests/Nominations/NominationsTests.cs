using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Nominations;

public sealed class NominationsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/nominations";

    private static readonly Guid Teacher = DemoId.Of("温故新");

    private static JsonObject Body(string title = "道德模范") => new()
    {
        ["titleId"] = DemoId.Of(title).ToString(),
        ["nomineeKind"] = "person",
        ["personId"] = Teacher.ToString(),
        ["summary"] = "照料孤寡老人",
        ["evidence"] = new JsonArray(new JsonObject { ["kind"] = "witness", ["source"] = "同村村民", ["holder"] = "学校办公室" }),
        ["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-11-01", ["proof"] = "同意书" },
    };

    private async Task<string> Drafted(JsonObject body) => (await (await app.As("nominator")).Created(Path, body)).Id();

    private async Task<HttpResponseMessage> Act(string login, string id, string act, object? body = null) =>
        await (await app.As(login)).PostAsync($"{Path}/{id}/{act}", body is null ? null : JsonContent.Create(body));

    private async Task<string> Submitted(JsonObject? body = null)
    {
        var id = await Drafted(body ?? Body());
        await (await Act("nominator", id, "submission")).Expect(HttpStatusCode.OK);
        return id;
    }

    [Fact]
    public async Task A_nomination_is_returned_once_completed_and_accepted_and_every_step_is_signed_and_dated()
    {
        var id = await Drafted(Body());
        await (await (await app.As("office")).GetAsync($"{Path}/{id}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        Assert.Equal("2026-11-27", (await (await Act("nominator", id, "submission")).Expect(HttpStatusCode.OK)).GetProperty("dueOn").GetString());
        var returned = await (await Act("office", id, "return", new { missing = "缺受益人证言" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("returned", "nominator"), (returned.GetProperty("status").GetString(), returned.GetProperty("waitsFor").GetString()));

        await (await (await app.As("nominator")).Put($"{Path}/{id}", Body(), $"\"{returned.GetProperty("version")}.f\"")).Expect(HttpStatusCode.OK);
        await (await Act("nominator", id, "submission")).Expect(HttpStatusCode.OK);
        await (await Act("office", id, "return", new { missing = "再补" })).ExpectProblem(HttpStatusCode.Conflict, "nomination.returned-before");
        var accepted = await (await Act("office", id, "acceptance")).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ["submission", "return", "submission", "acceptance"], accepted.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("act").GetString()));
        Assert.Equal(
            [DemoId.Of("冯荐贤"), DemoId.Of("秦书勤"), DemoId.Of("冯荐贤"), DemoId.Of("秦书勤")],
            accepted.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("by").GetProperty("personId").GetGuid()));
        var problem = await (await Act("office", id, "refusal", new { reason = "迟了" })).ExpectProblem(HttpStatusCode.Conflict, "nomination.wrong-state");
        Assert.Contains("待受理", problem.GetProperty("title").GetString()!, StringComparison.Ordinal);
        Assert.Equal(["submitted"], problem.GetProperty("facts").GetProperty("from").EnumerateArray().Select(s => s.GetString()));
    }

    public static TheoryData<string, string, string> Incomplete => new()
    {
        { "evidence", "[]", "nomination.no-evidence" },
        { "ground", "null", "nomination.no-ground" },
        { "ground", """{"kind":"confidential","on":"2026-11-01","proof":"本人申请"}""", "nomination.notice-required" },
        { "nomineeKind", "\"team\"", "nomination.kind-not-given" },
    };

    [Theory, MemberData(nameof(Incomplete))]
    public async Task A_draft_may_be_incomplete_and_its_submission_names_what_would_satisfy_the_procedure(string member, string json, string code)
    {
        var body = Body();
        body[member] = JsonNode.Parse(json);
        if (member is "nomineeKind") (body["personId"], body["organizationId"]) = (null, DemoData.EpidemicTeam.ToString());
        var problem = await (await Act("nominator", await Drafted(body), "submission")).ExpectProblem(HttpStatusCode.Conflict, code);
        Assert.StartsWith(member, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Impossible => new()
    {
        { "personId", "null", "nomination.one-nominee" },
        { "groupName", "\"某群体\"", "nomination.one-nominee" },
        { "nomineeKind", "\"group\"", "nomination.one-nominee" },
        { "posthumous", "true", "nomination.dead-consent-not" },
        { "ground", """{"kind":"nearKin","on":"2026-11-01","proof":"同意书"}""", "nomination.kin-of-the-living" },
        { "ground", """{"kind":"consent","on":"2026-11-21","proof":"同意书"}""", "nomination.ground-in-future" },
        { "evidence", """[{"kind":"witness","source":"同村村民","holder":"学校","date":{"date":"2026-11-21"}}]""", "nomination.evidence-in-future" },
    };

    [Theory, MemberData(nameof(Impossible))]
    public async Task What_cannot_be_is_not_even_drafted(string member, string json, string code)
    {
        var body = Body();
        body[member] = JsonNode.Parse(json);
        await (await (await app.As("nominator")).PostAsJsonAsync(Path, body)).ExpectProblem(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task Bravery_waits_for_its_confirmation()
    {
        var problem = await (await Act("nominator", await Drafted(Body("见义勇为先进分子")), "submission"))
            .ExpectProblem(HttpStatusCode.Conflict, "nomination.required-title-missing");
        Assert.Equal(DemoId.Of("见义勇为确认"), problem.GetProperty("facts").GetProperty("requiredTitleIds")[0].GetGuid());
    }

    [Fact]
    public async Task A_title_that_is_given_once_is_not_given_to_whoever_has_it()
    {
        var (office, nominee) = (await app.As("office"), (await (await app.As(null, DemoData.School, Right.Record)).Created("/api/v1/people", new { name = "苏见山" })).Id());
        var award = await office.Created("/api/v1/awards", new
        {
            titleId = DemoId.Of("道德模范"),
            divisionCode = 140431000000,
            personId = nominee,
            conferredOn = new { date = "2023" },
            source = new { title = "沁源县年鉴", publishedOn = new { date = "2024" } },
        });
        await (await (await app.As("verifier")).PostAsync($"/api/v1/awards/{award.Id()}/confirmation", null)).Expect(HttpStatusCode.OK);
        var body = Body();
        body["personId"] = nominee;
        var problem = await (await Act("nominator", await Drafted(body), "submission")).ExpectProblem(HttpStatusCode.Conflict, "nomination.had-it-already");
        Assert.Equal(2023, problem.GetProperty("facts").GetProperty("year").GetInt32());
    }

    [Fact]
    public async Task A_deed_from_before_the_filing_limit_needs_a_written_reason_and_is_not_refused()
    {
        var school = await app.As(null, DemoData.School, Right.Record);
        var deed = await school.Created("/api/v1/deeds", new
        {
            name = "冰面救人",
            kind = "lifeSaving",
            when = new { date = "1999" },
            actors = new[] { new { personId = Teacher } },
        });
        var body = Body("见义勇为确认");
        body["deedIds"] = new JsonArray(deed.Id());
        var id = await Drafted(body);
        var problem = await (await Act("nominator", id, "submission")).ExpectProblem(HttpStatusCode.Conflict, "nomination.past-filing-limit");
        Assert.Equal(24, problem.GetProperty("facts").GetProperty("months").GetInt32());
        body["lateReason"] = "当年无人申报，现有两名证人。";
        await (await (await app.As("nominator")).Put($"{Path}/{id}", body, "\"1.f\"")).Expect(HttpStatusCode.OK);
        await (await Act("nominator", id, "submission")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_nominated_and_whoever_is_nominated_does_not_judge_it()
    {
        var id = await Submitted();
        var nominator = await app.As(DemoId.Of("冯荐贤"), DemoData.CountyOffice, Right.Verify);
        await (await nominator.PostAsync($"{Path}/{id}/acceptance", null)).ExpectProblem(HttpStatusCode.Conflict, "nomination.own-nomination");
        var nominee = await app.As(Teacher, DemoData.CountyOffice, Right.Verify);
        await (await nominee.PostAsync($"{Path}/{id}/acceptance", null)).ExpectProblem(HttpStatusCode.Conflict, "nomination.own-case");
    }

    [Fact]
    public async Task A_confidential_case_is_seen_by_its_own_office_and_whoever_nominated_and_counted_by_nobody_else()
    {
        var body = Body("见义勇为确认");
        body["ground"] = JsonNode.Parse("""{"kind":"confidential","on":"2026-11-01","proof":"本人申请"}""");
        var (nominee, city) = (await app.As(Teacher, DemoData.EpidemicTeam, Right.Record), await app.As(null, DemoData.CityOffice, Right.Record, Right.Verify));
        var (before, sentUp) = (await Counted(nominee), await Counted(city));
        var id = await Submitted(body);
        Assert.True((await (await app.As("office")).Read($"{Path}/{id}")).GetProperty("confidential").GetBoolean());
        Assert.Equal("submitted", (await (await app.As("nominator")).Read($"{Path}/{id}")).GetProperty("status").GetString());
        foreach (var other in (HttpClient[])[nominee, city])
        {
            await (await other.GetAsync($"{Path}/{id}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
            Assert.DoesNotContain(id, (await other.Read($"{Path}?limit=100")).GetRawText(), StringComparison.Ordinal);
        }

        Assert.Equal(before, await Counted(nominee));
        Assert.Equal(sentUp, await Counted(city));

        static async Task<int> Counted(HttpClient client) =>
            (await client.Read("/api/v1/statistics/nominations")).GetProperty("total").GetProperty("submitted").GetInt32();
    }

    [Fact]
    public async Task A_body_puts_forward_no_more_than_it_was_allotted_and_a_running_case_keeps_its_procedure()
    {
        var office = await app.As("office");
        var title = (await office.Created("/api/v1/titles", new { name = "最美教师", @class = "selection", level = "county", ownerId = DemoData.CountyOffice })).Id();
        var body = Body();
        body["titleId"] = title;
        await (await Act("nominator", await Drafted(body), "submission")).ExpectProblem(HttpStatusCode.Conflict, "nomination.no-procedure");

        var first = (await office.Created($"/api/v1/titles/{title}/procedures", Procedure("2026-01-01", 1))).Id();
        var id = await Drafted(body);
        Assert.Equal(first, (await (await Act("nominator", id, "submission")).Expect(HttpStatusCode.OK)).GetProperty("procedureId").GetString());
        var problem = await (await Act("nominator", await Drafted(body), "submission")).ExpectProblem(HttpStatusCode.Conflict, "nomination.allotment-used");
        Assert.Equal(1, problem.GetProperty("facts").GetProperty("places").GetInt32());

        await office.Created($"/api/v1/titles/{title}/procedures", Procedure("2026-06-01", 2));
        Assert.Equal(first, (await (await Act("office", id, "acceptance")).Expect(HttpStatusCode.OK)).GetProperty("procedureId").GetString());

        static object Procedure(string from, int places) => new
        {
            validFrom = from,
            verb = "name",
            divisionCode = 140431000000,
            recipients = new[] { "person" },
            steps = new[] { "acceptance", "decision" },
            quota = new { places = 5, allotments = new[] { new { organizationId = DemoData.School, places } } },
        };
    }

    [Fact]
    public async Task The_desk_sees_what_waits_for_it_and_what_is_late()
    {
        await using var own = new HonorsApp();
        var office = await own.As("office");
        var id = DemoId.Of("demo nomination to accept").ToString();
        Assert.Equal("2026-10-27", (await office.Read($"{Path}/{id}")).GetProperty("dueOn").GetString());
        Assert.Contains(id, await Ids(office, "?waitsFor=office&late=true"));
        Assert.Contains(id, await Ids(office, "?waitsFor=office&dueBy=2026-10-27"));
        Assert.DoesNotContain(id, await Ids(office, "?waitsFor=office&dueBy=2026-10-26"));
        await (await office.PostAsync($"{Path}/{id}/acceptance", null)).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain(id, await Ids(office, "?waitsFor=office&late=true"));

        var figures = (await office.Read($"/api/v1/statistics/nominations?from=2026-10-20&to=2026-10-20&titleId={DemoId.Of("道德模范")}")).GetProperty("total");
        Assert.Equal((3, 1, 2, 33, 1), (Int("submitted"), Int("accepted"), Int("open"), Int("acceptedPercent"), Int("late")));
        Assert.Equal(0, (await office.Read("/api/v1/statistics/nominations?from=2026-10-21")).GetProperty("total").GetProperty("submitted").GetInt32());

        int Int(string member) => figures.GetProperty(member).GetInt32();
    }

    private static async Task<List<string>> Ids(HttpClient client, string query) =>
        [.. (await client.Read($"{Path}{query}&limit=100")).GetProperty("items").EnumerateArray().Select(n => n.Id())];
}
