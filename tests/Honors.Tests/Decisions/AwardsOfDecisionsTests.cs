using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Decisions;

/// <summary>What becomes of awards after their decision: what recipients ask for, what everybody may know, and what nobody may.</summary>
public sealed class AwardsOfDecisionsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private readonly Desk _desk = new(app);

    private static readonly string[] Kind = ["award"];

    private static readonly object Source = new { title = "长治日报", publishedOn = new { date = "2026-11" } };

    private static List<string?> Kinds(JsonElement history) => [.. history.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString())];

    private async Task<(string Award, string Person, string Number)> Named(string name)
    {
        var school = await _desk.School();
        var person = await school.Created("/api/v1/people", new { name });
        var award = await _desk.Award(await _desk.Title(p => p["steps"] = new JsonArray("acceptance", "review", "decision"), "selection", "county"), n => n["personId"] = person.Id(), found: true);
        await (await app.As("office")).Created($"/api/v1/people/{person.Id()}/grounds", new { kind = "published", source = Source, showsName = true, showsUnit = false, recordIds = new[] { award } });
        return (award, person.Id(), person.GetProperty("number").GetString()!);
    }

    private async Task<List<JsonElement>> OnRoll(string name) => [.. (await app.Anonymous().Read($"/api/v1/public/honor-roll?q={name}")).GetProperty("items").EnumerateArray()];

    private async Task<HttpResponseMessage> Ask(string award, string kind, string on = "2026-11-19") =>
        await (await app.As("office")).PostAsJsonAsync($"/api/v1/awards/{award}/wishes", new { kind, on, channel = "paper", note = "来信一封" });

    [Fact]
    public async Task A_recipient_who_asks_not_to_be_published_has_no_name_before_the_public_and_keeps_the_award()
    {
        var (award, _, number) = await Named("费不公开");
        Assert.Single(await OnRoll("费不公开"));
        var hidden = await (await Ask(award, "notPublished")).Expect(HttpStatusCode.OK);
        Assert.Equal(("confirmed", true), (hidden.GetProperty("status").GetString(), hidden.GetProperty("notPublished").GetBoolean()));
        Assert.Empty(await OnRoll("费不公开"));
        await (await app.Anonymous().GetAsync($"/api/v1/public/awards/{award}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        Assert.Empty((await app.Anonymous().Read($"/api/v1/public/people/{number}")).GetProperty("awards").EnumerateArray());
        var wish = Assert.Single(hidden.GetProperty("wishes").EnumerateArray());
        Assert.Equal(("2026-11-19", "paper", "来信一封"), (wish.GetProperty("on").GetString(), wish.GetProperty("channel").GetString(), wish.GetProperty("note").GetString()));

        await (await Ask(award, "published")).Expect(HttpStatusCode.OK);
        Assert.Single(await OnRoll("费不公开"));
        Assert.Equal(["hidden", "shown"], Kinds(await _desk.Read($"awards/{award}/history"))[^2..]);
    }

    [Fact]
    public async Task A_declined_award_is_not_held_and_nowhere_public()
    {
        var (award, person, number) = await Named("费谢绝");
        await (await Ask(award, "decline", "2026-11-21")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "award.wish-in-future");
        Assert.Equal("declined", (await (await Ask(award, "decline")).Expect(HttpStatusCode.OK)).GetProperty("status").GetString());
        Assert.Empty(await OnRoll("费谢绝"));
        Assert.Empty((await app.Anonymous().Read($"/api/v1/public/people/{number}")).GetProperty("awards").EnumerateArray());
        await (await Ask(award, "notPublished")).ExpectProblem(HttpStatusCode.Conflict, "award.not-in-force");
        Assert.Equal("declined", (await _desk.Read($"awards?personId={person}")).GetProperty("items")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_history_of_a_conferred_award_tells_every_act_and_the_public_one_only_what_is_public()
    {
        var (award, _, _) = await Named("费有史");
        var history = await _desk.Read($"awards/{award}/history");
        Assert.Equal(["nominated", "accepted", "examined", "decided", "confirmed"], Kinds(history));
        Assert.Equal("2026年11月20日 · 沁源县文明办 · 决定授予 · 关于评定2026年度先进的决定 · 沁文明〔2026〕21号", history.GetProperty("events")[3].GetProperty("text").GetString());
        Assert.Equal("沁源县赤石桥中心学校", history.GetProperty("events")[0].GetProperty("body").GetString());

        var seen = await app.Anonymous().Read($"/api/v1/public/awards/{award}");
        Assert.Equal(["nominated", "decided"], Kinds(seen));
        Assert.Equal(("费有史", "命名为"), (seen.GetProperty("honour").GetProperty("recipient").GetString(), seen.GetProperty("verbText").GetString()));
        Assert.Equal(award, (await OnRoll("费有史"))[0].GetProperty("awardId").GetString());
    }

    [Fact]
    public async Task An_award_from_before_explains_itself_by_its_source_and_its_changes()
    {
        var story = DemoId.Of("卫旭斌 见义勇为先进分子");
        var seen = await app.Anonymous().Read($"/api/v1/public/awards/{story}");
        Assert.Equal(["decided", "recorded"], Kinds(seen));
        Assert.Contains("未载明", seen.GetProperty("events")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("", seen.GetProperty("events")[1].GetProperty("note").GetString());

        var office = await app.As("office");
        var person = await (await _desk.School()).Created("/api/v1/people", new { name = "费从前" });
        var id = (await office.Created("/api/v1/awards", Body("2019"))).Id();
        await (await (await app.As("verifier")).PostAsync($"/api/v1/awards/{id}/confirmation", null)).Expect(HttpStatusCode.OK);
        var change = (await office.Created($"/api/v1/awards/{id}/correction", new { reason = "年度写错", award = Body("2018") })).Id();
        Assert.Equal(["decided", "recorded", "confirmed"], Kinds(await _desk.Read($"awards/{id}/history")));
        await (await (await app.As("verifier")).PostAsync($"/api/v1/awards/{id}/changes/{change}/confirmation", null)).Expect(HttpStatusCode.OK);
        var history = await _desk.Read($"awards/{id}/history");
        Assert.Equal(["decided", "recorded", "confirmed", "corrected"], Kinds(history));
        Assert.Contains("年度写错", history.GetProperty("events")[3].GetProperty("text").GetString(), StringComparison.Ordinal);

        object Body(string year) => new
        {
            titleId = DemoId.Of("优秀队员"),
            divisionCode = 140431000000,
            personId = person.Id(),
            conferredOn = new { date = year },
            source = Source,
            recordedBy = DemoData.CountyOffice,
        };
    }

    [Fact]
    public async Task A_confidential_award_and_none_at_all_give_byte_equal_public_answers_and_no_other_office_finds_it()
    {
        await using var own = new HonorsApp();
        var desk = new Desk(own);
        var school = await desk.School();
        var person = await school.Created("/api/v1/people", new { name = "费保密" });
        var number = person.GetProperty("number").GetString();
        var office = await own.As("office");
        await office.Created($"/api/v1/people/{person.Id()}/grounds", new
        {
            kind = "consent",
            showsName = true,
            showsUnit = false,
            recordIds = Array.Empty<string>(),
            allOf = Kind,
            consent = new { purpose = "宣传先进典型", textId = "publication", textVersion = "1", givenOn = "2026-11-01", channel = "paper", minor = false, givers = new[] { new { by = "person" } }, proofLocator = "办公室" },
        });
        var title = await desk.Title(p => (p["steps"], p["clocks"], p["noticeMayBeSkipped"], p["publicity"]) =
            (new JsonArray("acceptance", "notice", "decision"), Clocks(), true, new JsonObject { ["months"] = 12 }), "selection", "county");
        var city = await own.As(null, DemoData.CityOffice, Right.Audit, Right.Record, Right.Verify, Right.Decide);
        var team = await own.As(null, DemoData.EpidemicTeam, Right.Record, Right.Verify, Right.Nominate, Right.Audit);
        var nomination = await desk.Case(title, n => (n["personId"], n["ground"]) =
            (person.Id(), new JsonObject { ["kind"] = "confidential", ["on"] = "2026-11-01", ["proof"] = "保密审批表" }));
        var decision = await desk.Draft(title, nomination);
        await desk.Lacks(decision, "decision.exemption-missing");
        await desk.Act(nomination, "exemption", new { ground = "safety", reason = "保护人身安全" });
        await desk.Lacks(decision, "decision.exemption-missing");
        await desk.Act(nomination, "exemption/confirmation", null, "office2");
        var before = await Seen();
        var award = Assert.Single(await desk.Confirmed(decision));

        var after = await Seen();
        Assert.Equal(before.Count, after.Count);
        foreach (var (path, bytes) in before) Assert.True(bytes == after[path], $"{path}\n{bytes}\n{after[path]}");
        Assert.Equal(await Bytes(own.Anonymous(), $"public/awards/{Guid.NewGuid()}"), await Bytes(own.Anonymous(), $"public/awards/{award}"));
        foreach (var stranger in (HttpClient[])[city, team])
        {
            foreach (var path in (string[])[$"awards/{award}", $"awards/{award}/history", $"awards/{award}/changes", $"decisions/{decision}"])
                await (await stranger.GetAsync($"{Desk.Api}/{path}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        }

        Assert.Equal(award, (await school.Read($"{Desk.Api}/awards/{award}")).Id());
        await (await school.GetAsync($"{Desk.Path}/{decision}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        var change = (await office.Created($"{Desk.Api}/awards/{award}/revocation", new
        {
            ground = "falseDeeds",
            bodyId = DemoData.CountyOffice,
            documentNumber = "沁文明撤〔2026〕1号",
            issuedOn = "2026-11-20",
            reason = "不属实",
        })).Id();
        await (await (await own.As("office2")).PostAsync($"{Desk.Api}/awards/{award}/changes/{change}/confirmation", null)).Expect(HttpStatusCode.OK);
        Assert.Equal(before["- public/revocations"], (await Seen())["- public/revocations"]);

        async Task<Dictionary<string, string>> Seen()
        {
            Dictionary<string, string> seen = [];
            foreach (var path in (string[])["public/honor-roll?limit=100", "public/honor-roll?q=费保密", "public/honor-roll?q=试点", $"public/people/{number}", "public/revocations", "public/notices"])
                seen[$"- {path}"] = await Bytes(own.Anonymous(), path);
            foreach (var path in (string[])["awards?limit=100", "decisions?limit=100", $"awards?personId={person.Id()}", $"awards?titleId={title}", "statistics/nominations", $"people/{person.Id()}/record"])
            {
                seen[$"city {path}"] = await Bytes(city, path);
                seen[$"team {path}"] = await Bytes(team, path);
            }

            return seen;
        }

        static async Task<string> Bytes(HttpClient client, string path)
        {
            var answer = await client.GetAsync($"{Desk.Api}/{path}");
            var text = await answer.Content.ReadAsStringAsync();
            return $"{(int)answer.StatusCode} {answer.Headers.ETag} {(answer.IsSuccessStatusCode ? text : JsonDocument.Parse(text).RootElement.GetProperty("code").GetString())}";
        }
    }

    private static JsonArray Clocks() => new(new JsonObject { ["kind"] = "notice", ["length"] = 5, ["unit"] = "workingDays", ["counting"] = "excludeStart" });

    [Fact]
    public async Task An_act_of_bravery_is_confirmed_with_its_own_number_before_a_title_that_requires_it()
    {
        var act = await _desk.Title(p => (p["act"], p["verb"]) = ("confirmation", "confirm"), "selection", "county");
        var title = await _desk.Title(p => p["requiredTitleIds"] = new JsonArray(act), "commendation", "county");
        var person = await _desk.Person();
        var body = Desk.Body(act, await _desk.Case(act, n => n["personId"] = person));
        body["documentNumber"] = null;
        await _desk.Lacks(await _desk.Draft(body), "decision.number-missing");
        body["documentNumber"] = "沁见义确〔2026〕1号";
        var confirmed = await _desk.Read($"awards/{Assert.Single(await _desk.Confirmed(await _desk.Draft(body)))}");
        Assert.Equal("confirm", confirmed.GetProperty("verb").GetString());
        var award = await _desk.Read($"awards/{await _desk.Award(title, n => n["personId"] = person)}");
        Assert.Equal(("confer", "沁文明〔2026〕21号"), (award.GetProperty("verb").GetString(), award.GetProperty("documentNumber").GetString()));
    }
}
