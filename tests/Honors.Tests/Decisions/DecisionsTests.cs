using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Decisions;

public sealed class DecisionsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private readonly Desk _desk = new(app);

    private static readonly object Source = new { title = "校刊", publishedOn = new { date = "2026" } };

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(i => i.GetString()!);

    private static readonly string[] Person = ["person"], Steps = ["acceptance", "decision"];

    [Fact]
    public async Task One_act_confers_every_award_of_the_list_with_its_links_ceremony_and_reward()
    {
        var title = await _desk.Title(p => p["reward"] = new JsonObject { ["yuan"] = 3000, ["payer"] = "县财政", ["paidWhen"] = "表彰大会" });
        var (school, person) = (await _desk.School(), await _desk.Person());
        var deed = (await school.Created("/api/v1/deeds", new
        {
            name = "冰面救人",
            kind = "lifeSaving",
            when = new { date = "2025-01" },
            actors = new[] { new { personId = person } },
            teamIds = new[] { DemoData.RescueTeam },
            source = Source,
        })).Id();
        var first = await _desk.Case(title, n => (n["personId"], n["deedIds"]) = (person, new JsonArray(deed)));
        var body = Desk.Body(title, first, await _desk.Case(title));
        body["ceremony"] = new JsonObject { ["name"] = "全县表彰大会", ["on"] = "2026-12-05", ["place"] = "文化中心" };
        body["entries"]![0]!["teamIds"] = new JsonArray(DemoData.EpidemicTeam.ToString());
        body["bodyIds"] = new JsonArray(DemoData.CountyOffice.ToString(), DemoData.School.ToString());
        var decision = await _desk.Draft(body);
        var awards = await _desk.Confirmed(decision);

        Assert.Equal(2, awards.Count);
        var award = await _desk.Read($"awards/{awards[0]}");
        Assert.Equal(
            ("confirmed", decision, first, person, "全县表彰大会", "沁文明〔2026〕21号", "rate", 3000),
            (award.GetProperty("status").GetString(), award.GetProperty("decisionId").GetString(), award.GetProperty("nominationId").GetString(),
                award.GetProperty("personId").GetString(), award.GetProperty("ceremony").GetString(), award.GetProperty("documentNumber").GetString(),
                award.GetProperty("verb").GetString(), award.GetProperty("reward").GetProperty("yuan").GetInt32()));
        Assert.Equal([deed], Texts(award.GetProperty("deedIds")));
        Assert.Equal(new[] { DemoData.EpidemicTeam, DemoData.RescueTeam }.Select(t => t.ToString()).Order(), Texts(award.GetProperty("teamIds")).Order());
        Assert.Equal((DemoData.CountyOffice.ToString(), DemoData.School.ToString()), (award.GetProperty("grantingBodyId").GetString(), Assert.Single(Texts(award.GetProperty("jointBodyIds")))));
        Assert.Equal("decided", (await _desk.Read($"nominations/{first}/case")).GetProperty("stage").GetString());
        await (await (await app.As("office")).PostAsync($"/api/v1/nominations/{first}/examinations", JsonContent.Create(new { result = "approved" })))
            .ExpectProblem(HttpStatusCode.Conflict, "case.decided");
        await (await _desk.Confirm(decision)).ExpectProblem(HttpStatusCode.Conflict, "decision.settled");
        Assert.Contains(award.Id(), (await school.Read($"/api/v1/people/{person}/record")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_named_all_at_once_and_one_bad_case_keeps_every_award_back()
    {
        var title = await _desk.Title(p => (p["steps"], p["quota"]) = (new JsonArray("acceptance", "review", "departmentalChecks", "decision"), new JsonObject { ["places"] = 2 }), "commendation", "county");
        var (ready, unfound, asked) = (await _desk.Case(title), await _desk.Case(title), await _desk.Case(title));
        await _desk.Act(asked, "checks", new { department = "县公安局" });
        var check = (await _desk.Act(ready, "checks", new { department = "县公安局" })).GetProperty("checks")[0].Id();
        await _desk.Act(ready, $"checks/{check}/answer", new { result = "noObjection", on = "2026-11-20" });
        await _desk.Act(ready, "examinations", new { result = "approved" });
        var body = Desk.Body(title, ready, unfound, asked);
        body["documentNumber"] = null;

        var problem = await _desk.Lacks(
            await _desk.Draft(body), "decision.number-missing", "decision.quota-passed", "decision.case-not-ready", "decision.case-not-ready");
        var gaps = problem.GetProperty("facts").GetProperty("missing").EnumerateArray().ToList();
        Assert.Equal([unfound, asked], gaps[2..].Select(g => g.GetProperty("nominationId").GetString()));
        Assert.Equal(["departmentalCheck", "approval"], Texts(gaps[2].GetProperty("facts").GetProperty("needs")));
        Assert.Equal(["departmentalAnswer", "approval"], Texts(gaps[3].GetProperty("facts").GetProperty("needs")));
        Assert.Contains("名额 2 个，本年已授 0 个，本决定又有 3 个", problem.GetProperty("title").GetString(), StringComparison.Ordinal);

        var left = await _desk.Draft(title, ready);
        Assert.Single(await _desk.Confirmed(left));
        await _desk.Lacks(await _desk.Draft(title, ready), "decision.decided-already");
    }

    [Fact]
    public async Task The_quota_counts_the_awards_of_the_year_and_a_declined_one_leaves_its_place()
    {
        var title = await _desk.Title(p => p["quota"] = new JsonObject { ["places"] = 2 });
        var first = await _desk.Award(title);
        await _desk.Award(title);
        var third = await _desk.Draft(title, await _desk.Case(title));
        var problem = await _desk.Lacks(third, "decision.quota-passed");
        var figures = problem.GetProperty("facts").GetProperty("missing")[0].GetProperty("facts");
        Assert.Equal((2, 2, 1), (figures.GetProperty("places").GetInt32(), figures.GetProperty("given").GetInt32(), figures.GetProperty("more").GetInt32()));

        await (await (await app.As("office")).PostAsJsonAsync($"/api/v1/awards/{first}/wishes", new { kind = "decline", on = "2026-11-20", channel = "paper" })).Expect(HttpStatusCode.OK);
        Assert.Single(await _desk.Confirmed(third));
    }

    [Fact]
    public async Task A_quorum_a_recommendation_and_the_answer_from_above_are_waited_for()
    {
        var panel = await _desk.Title(p => (p["steps"], p["quorum"]) = (new JsonArray("acceptance", "expertReview", "decision"), 1));
        var seen = await _desk.Draft(panel, await _desk.Case(panel));
        Assert.Contains("规定人数的评审意见", (await _desk.Lacks(seen, "decision.case-not-ready")).GetProperty("title").GetString(), StringComparison.Ordinal);

        var sent = await _desk.Title(p => p["steps"] = new JsonArray("acceptance", "review", "sendingUp", "decision"));
        var nomination = await _desk.Case(sent);
        await _desk.Act(nomination, "examinations", new { result = "approved" });
        var decision = await _desk.Draft(sent, nomination);
        Assert.Contains("上报", (await _desk.Lacks(decision, "decision.case-not-ready")).GetProperty("title").GetString(), StringComparison.Ordinal);
        await _desk.Act(nomination, "recommendation", new { officeId = DemoData.CityOffice, number = "推1号", on = "2026-11-20" });
        Assert.Contains("上级采纳", (await _desk.Lacks(decision, "decision.case-not-ready")).GetProperty("title").GetString(), StringComparison.Ordinal);
        await _desk.Act(nomination, "recommendation/answer", new { result = "adopted", on = "2026-11-20" });
        Assert.Single(await _desk.Confirmed(decision));
    }

    [Fact]
    public async Task The_same_recipient_twice_the_repeat_rule_a_required_title_and_other_bodies_are_asked_again()
    {
        var lower = await _desk.Title();
        var title = await _desk.Title(p => (p["repeat"], p["grantingBodyIds"]) = (new JsonObject { ["rule"] = "once" }, new JsonArray(DemoData.CityOffice.ToString())));
        var person = await _desk.Person();
        var (first, second) = (await _desk.Case(title, n => n["personId"] = person), await _desk.Case(title, n => n["personId"] = person));
        var body = Desk.Body(title, first, second);
        await _desk.Lacks(await _desk.Draft(body), "decision.other-bodies", "decision.recipient-twice");
        await _desk.Confirmed(await _desk.Draft(OfTheCity(first)));
        Assert.Contains("2026", (await _desk.Lacks(await _desk.Draft(OfTheCity(second)), "decision.had-it-already")).GetProperty("title").GetString(), StringComparison.Ordinal);

        // Given when it was submitted, and voided since.
        var higher = await _desk.Title(p => p["requiredTitleIds"] = new JsonArray(lower));
        var held = await _desk.Award(lower, n => n["personId"] = person);
        var decision = await _desk.Draft(higher, await _desk.Case(higher, n => n["personId"] = person));
        var change = (await (await app.As("office")).Created($"/api/v1/awards/{held}/voidance", new { reason = "重复" })).Id();
        await (await (await app.As("office2")).PostAsync($"/api/v1/awards/{held}/changes/{change}/confirmation", null)).Expect(HttpStatusCode.OK);
        await _desk.Lacks(decision, "decision.required-title-missing");

        JsonObject OfTheCity(string nomination)
        {
            var one = Desk.Body(title, nomination);
            one["bodyIds"] = new JsonArray(DemoData.CityOffice.ToString());
            return one;
        }
    }

    [Fact]
    public async Task Two_clerks_run_a_title_and_neither_entrant_nor_nominator_nor_recipient_confirms()
    {
        var title = await _desk.Title();
        var (nominating, nominee) = (Guid.Parse(await _desk.Person()), Guid.Parse(await _desk.Person()));
        var nominator = await app.As(nominating, DemoData.School, Right.Nominate);
        var nomination = await _desk.Case(title, n => n["personId"] = nominee.ToString(), nominator);
        var decision = await _desk.Draft(title, nomination);

        await (await _desk.Confirm(decision, await app.As("office"))).ExpectProblem(HttpStatusCode.Conflict, "decision.own-entry");
        await (await _desk.Confirm(decision, await app.As(DemoId.Of("秦书勤"), DemoData.CountyOffice, Right.Decide))).ExpectProblem(HttpStatusCode.Conflict, "decision.own-entry");
        await (await _desk.Confirm(decision, await app.As(nominating, DemoData.CountyOffice, Right.Decide))).ExpectProblem(HttpStatusCode.Conflict, "nomination.own-nomination");
        await (await _desk.Confirm(decision, await app.As(nominee, DemoData.CountyOffice, Right.Decide))).ExpectProblem(HttpStatusCode.Conflict, "nomination.own-case");
        await (await _desk.Confirm(decision, await app.As("verifier"))).ExpectProblem(HttpStatusCode.Forbidden, "http.403");
        var program = await app.AsProgram(DemoData.CountyOffice, Right.Decide);
        await (await _desk.Confirm(decision, program)).ExpectProblem(HttpStatusCode.Conflict, "decision.no-person-behind");
        await (await program.PostAsJsonAsync(Desk.Path, Desk.Body(title, nomination))).ExpectProblem(HttpStatusCode.Conflict, "decision.no-person-behind");

        // Whoever rewrote it has entered it too.
        var second = await app.As("office2");
        var etag = (await second.GetAsync($"{Desk.Path}/{decision}")).Headers.ETag!.Tag;
        await (await second.Put($"{Desk.Path}/{decision}", Desk.Body(title, nomination), etag)).Expect(HttpStatusCode.OK);
        await (await _desk.Confirm(decision)).ExpectProblem(HttpStatusCode.Conflict, "decision.own-entry");
        await (await second.PostAsJsonAsync($"{Desk.Path}/{decision}/withdrawal", new { reason = "重新录入" })).Expect(HttpStatusCode.OK);
        await (await _desk.Confirm(decision, await app.As(null, DemoData.CountyOffice, Right.Decide))).ExpectProblem(HttpStatusCode.Conflict, "decision.settled");
        Assert.Single(await _desk.Confirmed(await _desk.Draft(title, nomination)));
    }

    [Fact]
    public async Task An_office_of_one_is_told_why_it_cannot_confirm_alone()
    {
        var body = (await (await app.As("office")).Created("/api/v1/organizations", new { name = "一人社", kind = "association", divisionCode = 140431000000 })).Id();
        var office = await app.As("office");
        var title = (await office.Created("/api/v1/titles", new { name = "社内先进", @class = "internal", level = "unit", ownerId = body })).Id();
        await office.Created($"/api/v1/titles/{title}/procedures", new
        {
            validFrom = "2025-01-01",
            verb = "rate",
            divisionCode = 140431000000,
            recipients = Person,
            steps = Steps,
        });
        var alone = await app.As(Guid.Parse(await _desk.Person()), Guid.Parse(body), Right.Decide, Right.Verify);
        var school = await _desk.School();
        var nomination = (await school.Created("/api/v1/nominations", new
        {
            titleId = title,
            nomineeKind = "person",
            personId = await _desk.Person(),
            summary = "先进",
            evidence = new[] { new { kind = "witness", source = "社员", holder = "社里" } },
            ground = new { kind = "consent", on = "2026-11-01", proof = "同意书" },
        })).Id();
        await (await school.PostAsync($"/api/v1/nominations/{nomination}/submission", null)).Expect(HttpStatusCode.OK);
        await (await alone.PostAsync($"/api/v1/nominations/{nomination}/acceptance", null)).Expect(HttpStatusCode.OK);
        var draft = Desk.Body(title, nomination);
        draft["bodyIds"] = new JsonArray(body);
        var decision = await _desk.Draft(draft, alone);

        await (await _desk.Confirm(decision, alone)).ExpectProblem(HttpStatusCode.Conflict, "decision.no-second-person");
        var second = await app.As(null, Guid.Parse(body), Right.Decide);
        await (await _desk.Confirm(decision, alone)).ExpectProblem(HttpStatusCode.Conflict, "decision.own-entry");
        await (await _desk.Confirm(decision, second)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_draft_is_its_offices_own_and_names_accepted_cases_of_one_title_once()
    {
        var title = await _desk.Title();
        var nomination = await _desk.Case(title);
        var decision = await _desk.Draft(title, nomination);
        var city = await app.As(null, DemoData.CityOffice, Right.Decide);
        await (await city.GetAsync($"{Desk.Path}/{decision}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await (await _desk.School()).GetAsync($"{Desk.Path}/{decision}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await _desk.Confirmed(decision);
        Assert.Equal(decision, (await city.Read($"{Desk.Path}?titleId={title}")).GetProperty("items")[0].Id());
        Assert.Equal(decision, (await (await _desk.School()).Read($"{Desk.Path}?nominationId={nomination}")).GetProperty("items")[0].Id());

        await Refused("decision.named-twice", Desk.Body(title, nomination, nomination), HttpStatusCode.UnprocessableEntity);
        await Refused("decision.no-entry", Desk.Body(title), HttpStatusCode.UnprocessableEntity);
        await Refused("decision.other-title", Desk.Body(await _desk.Title(), nomination));
        await Refused("decision.in-future", With("decidedOn", "2026-11-21"), HttpStatusCode.UnprocessableEntity);
        await Refused("decision.no-body", With("bodyIds", new JsonArray()), HttpStatusCode.UnprocessableEntity);
        await Refused("decision.ceremony-too-early", With("ceremony", new JsonObject { ["name"] = "大会", ["on"] = "2026-11-19" }), HttpStatusCode.UnprocessableEntity);
        await Refused("case.not-opened", Desk.Body(DemoId.Of("道德模范").ToString(), DemoId.Of("demo nomination to accept").ToString()));
        var secret = await _desk.Title(p => p["noticeMayBeSkipped"] = true);
        await Refused("decision.mixed-secrecy", Desk.Body(secret, await _desk.Case(secret), await _desk.Case(secret, Secret)));

        JsonObject With(string member, JsonNode value)
        {
            var body = Desk.Body(title, nomination);
            body[member] = value;
            return body;
        }

        async Task Refused(string code, JsonObject body, HttpStatusCode status = HttpStatusCode.Conflict) =>
            await (await (await app.As("office")).PostAsJsonAsync(Desk.Path, body)).ExpectProblem(status, code);
    }

    private static void Secret(JsonObject nomination) => nomination["ground"] = new JsonObject { ["kind"] = "confidential", ["on"] = "2026-11-01", ["proof"] = "保密审批表" };

    [Fact]
    public async Task An_authors_own_draft_is_deleted_and_frees_its_cases_and_nothing_else_is()
    {
        var title = await _desk.Title();
        var nomination = await _desk.Case(title);
        var (office, second) = (await app.As("office"), await app.As("office2"));
        var draft = await _desk.Draft(title, nomination);
        await (await second.DeleteAsync($"{Desk.Path}/{draft}")).ExpectProblem(HttpStatusCode.Conflict, "draft.not-yours");
        await (await office.DeleteAsync($"{Desk.Path}/{draft}")).Expect(HttpStatusCode.NoContent);
        await (await office.GetAsync($"{Desk.Path}/{draft}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");

        var together = await _desk.Draft(title, nomination);
        await (await second.Put($"{Desk.Path}/{together}", Desk.Body(title, nomination), (await second.GetAsync($"{Desk.Path}/{together}")).Headers.ETag!.Tag)).Expect(HttpStatusCode.OK);
        await (await second.DeleteAsync($"{Desk.Path}/{together}")).ExpectProblem(HttpStatusCode.Conflict, "draft.not-yours");
        await _desk.Confirmed(await _desk.Draft(title, nomination));
        var settled = (await _desk.Read($"decisions?nominationId={nomination}&status=confirmed")).GetProperty("items")[0].Id();
        await (await office.DeleteAsync($"{Desk.Path}/{settled}")).ExpectProblem(HttpStatusCode.Conflict, "draft.kept");
    }

    [Fact]
    public async Task A_group_of_the_same_people_is_the_same_recipient_and_one_of_others_is_not()
    {
        var act = await _desk.Title(p => (p["act"], p["verb"]) = ("confirmation", "confirm"), "selection", "county");
        var title = await _desk.Title(p => (p["repeat"], p["requiredTitleIds"]) = (new JsonObject { ["rule"] = "once" }, new JsonArray(act)), "selection", "county");
        string[] people = [await _desk.Person("甲某"), await _desk.Person("乙某"), await _desk.Person("丙某")];
        var school = await _desk.School();
        await Refused("nomination.required-title-missing", people[0], people[1]);
        await _desk.Confirmed(await _desk.Draft(act, await Case(act, people[0], people[1])));
        await _desk.Confirmed(await _desk.Draft(title, await Case(title, people[1], people[0])));
        await Refused("nomination.had-it-already", people[0], people[1]);
        await Refused("nomination.required-title-missing", people[0], people[2]);

        // Each of them was confirmed by themself: so is the group of them.
        await _desk.Confirmed(await _desk.Draft(act, await _desk.Case(act, n => n["personId"] = people[0]), await _desk.Case(act, n => n["personId"] = people[2])));
        await _desk.Confirmed(await _desk.Draft(title, await Case(title, people[0], people[2])));

        Task<string> Case(string of, params string[] members) => _desk.Case(of, n => Group(n, members));

        async Task Refused(string code, params string[] members)
        {
            var body = new JsonObject
            {
                ["titleId"] = title,
                ["summary"] = "河边救人",
                ["evidence"] = new JsonArray(new JsonObject { ["kind"] = "witness", ["source"] = "同村村民", ["holder"] = "学校办公室" }),
                ["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-11-01", ["proof"] = "同意书" },
            };
            Group(body, members);
            var id = (await school.Created("/api/v1/nominations", body)).Id();
            await (await school.PostAsync($"/api/v1/nominations/{id}/submission", null)).ExpectProblem(HttpStatusCode.Conflict, code);
        }

        static void Group(JsonObject n, string[] members) =>
            (n["nomineeKind"], n["groupName"], n["memberIds"]) = ("group", "桥头救人群体", new JsonArray([.. members.Select(m => JsonValue.Create(m))]));
    }

    [Fact]
    public async Task A_unit_a_team_and_a_group_that_is_counted_once_are_honoured_and_the_kin_of_the_dead_are_heard()
    {
        var title = await _desk.Title();
        var members = new[] { await _desk.Person("成一"), await _desk.Person("成二"), await _desk.Person("成三") };
        var group = await _desk.Case(title, n => (n["nomineeKind"], n["groupName"], n["memberIds"]) = ("group", "河湾救人群体", new JsonArray([.. members.Select(m => JsonValue.Create(m))])));
        var unit = await _desk.Case(title, n => (n["nomineeKind"], n["organizationId"]) = ("unit", DemoData.School.ToString()));
        var team = await _desk.Case(title, n => (n["nomineeKind"], n["organizationId"]) = ("team", DemoData.RescueTeam.ToString()));
        var decision = await _desk.Draft(title, group, unit, team);
        var awards = await _desk.Confirmed(decision);
        Assert.Equal(3, awards.Count);
        var shown = await _desk.Read($"awards/{awards[0]}");
        Assert.Equal(("河湾救人群体", 3), (shown.GetProperty("groupName").GetString(), shown.GetProperty("memberIds").GetArrayLength()));
        Assert.Equal(awards[0], Assert.Single((await _desk.Read($"awards?personId={members[1]}")).GetProperty("items").EnumerateArray()).Id());
        var roll = (await app.Anonymous().Read("/api/v1/public/honor-roll?limit=100")).GetProperty("items").EnumerateArray().ToList();
        Assert.Single(roll, h => h.GetProperty("recipient").GetString() is "河湾救人群体");

        var dead = await _desk.Case(title, n => (n["posthumous"], n["ground"]) = (true, Kin()));
        Assert.True((await _desk.Read($"awards/{Assert.Single(await _desk.Confirmed(await _desk.Draft(title, dead)))}")).GetProperty("posthumous").GetBoolean());
        var fallen = await _desk.Case(title, n =>
            (n["nomineeKind"], n["groupName"], n["memberIds"], n["posthumous"]) = ("group", "火场群体", new JsonArray(members[0], members[1]), true));
        await _desk.Lacks(await _desk.Draft(title, fallen), "decision.kin-not-heard");
        var heard = Desk.Body(title, fallen);
        heard["entries"]![0]!["kin"] = new JsonObject { ["on"] = "2026-11-19", ["words"] = "两家父母同意。" };
        Assert.Single(await _desk.Confirmed(await _desk.Draft(heard)));

        static JsonObject Kin() => new() { ["kind"] = "nearKin", ["on"] = "2026-11-01", ["proof"] = "近亲属同意书" };
    }
}
