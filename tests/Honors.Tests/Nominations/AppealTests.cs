using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.Nominations;

public sealed class AppealTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/nominations";

    private static JsonObject Body(string title = "身边好人") => new()
    {
        ["titleId"] = DemoId.Of(title).ToString(),
        ["nomineeKind"] = "person",
        ["personId"] = DemoId.Of("温故新").ToString(),
        ["summary"] = "照料孤寡老人",
        ["evidence"] = new JsonArray(new JsonObject { ["kind"] = "witness", ["source"] = "同村村民", ["holder"] = "学校办公室" }),
        ["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-11-01", ["proof"] = "同意书" },
    };

    private async Task<(string Id, JsonElement Refused)> Refused(string title = "身边好人", HonorsApp? own = null)
    {
        var (nominator, office) = (await (own ?? app).As("nominator"), await (own ?? app).As("office"));
        var id = (await nominator.Created(Path, Body(title))).Id();
        await (await nominator.PostAsync($"{Path}/{id}/submission", null)).Expect(HttpStatusCode.OK);
        return (id, await (await office.PostAsJsonAsync($"{Path}/{id}/refusal", new { reason = "事迹不够突出" })).Expect(HttpStatusCode.OK));
    }

    private static async Task<HttpResponseMessage> Appeal(HttpClient client, string id, string reason = "请再核实") => await client.PostAsJsonAsync($"{Path}/{id}/appeal", new { reason });

    private static async Task<HttpResponseMessage> Answer(HttpClient client, string id, string outcome, object? paper = null) =>
        await client.PostAsJsonAsync($"{Path}/{id}/appeal/answer", new { outcome, reason = "经复核", paper });

    [Fact]
    public async Task An_appeal_goes_to_the_office_above_which_sees_the_case_from_then_on_and_accepts_it()
    {
        var (id, refused) = await Refused();
        var (nominator, city) = (await app.As("nominator"), await app.As(null, DemoData.CityOffice, Right.Verify));
        Assert.Equal("2026-12-11", refused.GetProperty("appealBy").GetString());
        await (await city.GetAsync($"{Path}/{id}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await Appeal(await app.As("office"), id)).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await Appeal(nominator, id, "请致电13812345678")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "text.personal-number");
        var appealed = await (await Appeal(nominator, id)).Expect(HttpStatusCode.OK);
        Assert.Equal(("refused", "higherOffice", DemoData.CityOffice.ToString()), (
            appealed.GetProperty("status").GetString(), appealed.GetProperty("waitsFor").GetString(), appealed.GetProperty("appeal").GetProperty("officeId").GetString()));
        Assert.Equal("refused", (await city.Read($"{Path}/{id}")).GetProperty("status").GetString());

        await (await Answer(await app.As("office"), id, "overturned")).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        var answered = await (await Answer(city, id, "overturned")).Expect(HttpStatusCode.OK);
        Assert.Equal("accepted", answered.GetProperty("status").GetString());
        Assert.Equal(["submission", "refusal", "appeal", "appealAnswer"], answered.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("act").GetString()));
        await (await Answer(city, id, "upheld")).ExpectProblem(HttpStatusCode.Conflict, "nomination.no-open-appeal");
    }

    [Fact]
    public async Task A_refusal_that_is_upheld_stands_and_is_not_appealed_against_again()
    {
        var (id, _) = await Refused();
        var nominator = await app.As("nominator");
        var city = await app.As(null, DemoData.CityOffice, Right.Verify);
        await (await Answer(await app.As("office"), id, "upheld")).ExpectProblem(HttpStatusCode.Conflict, "nomination.no-open-appeal");
        await (await Appeal(nominator, id)).Expect(HttpStatusCode.OK);
        await (await Appeal(nominator, id)).ExpectProblem(HttpStatusCode.Conflict, "nomination.appealed-before");
        var answered = await (await Answer(city, id, "upheld")).Expect(HttpStatusCode.OK);
        Assert.Equal(("refused", "nobody"), (answered.GetProperty("status").GetString(), answered.GetProperty("waitsFor").GetString()));
        await (await Appeal(nominator, id)).ExpectProblem(HttpStatusCode.Conflict, "nomination.appealed-before");
    }

    [Fact]
    public async Task Neither_whoever_refused_nor_the_nominator_nor_the_nominee_nor_a_program_answers_an_appeal()
    {
        var (id, _) = await Refused();
        await (await Appeal(await app.As("nominator"), id)).Expect(HttpStatusCode.OK);
        foreach (var (person, code) in ((string, string)[])[("秦书勤", "nomination.own-refusal"), ("冯荐贤", "nomination.own-nomination"), ("温故新", "nomination.own-case")])
            await (await Answer(await app.As(DemoId.Of(person), DemoData.CityOffice, Right.Verify), id, "upheld")).ExpectProblem(HttpStatusCode.Conflict, code);
        await (await Answer(await app.AsProgram(DemoData.CityOffice, Right.Verify), id, "upheld")).ExpectProblem(HttpStatusCode.Conflict, "nomination.no-person-behind");
    }

    [Fact]
    public async Task A_procedure_that_gives_no_appeal_says_so_and_what_is_not_refused_has_none()
    {
        var (id, refused) = await Refused("道德模范");
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("appealBy").ValueKind);
        await (await Appeal(await app.As("nominator"), id)).ExpectProblem(HttpStatusCode.Conflict, "nomination.no-appeal");
        var open = (await (await app.As("nominator")).Created(Path, Body())).Id();
        await (await Appeal(await app.As("nominator"), open)).ExpectProblem(HttpStatusCode.Conflict, "nomination.wrong-state");
    }

    [Fact]
    public async Task An_appeal_on_its_last_day_is_in_time_and_after_it_is_refused()
    {
        await using var own = new HonorsApp();
        var (late, _) = await Refused(own: own);
        var (intime, _) = await Refused(own: own);
        var nominator = await own.As("nominator");
        own.Clock.Now = Instant.FromUtc(2026, 12, 11, 15, 59);
        // The answer's own clock runs into a year that is not loaded.
        Assert.Equal(JsonValueKind.Null, (await (await Appeal(nominator, intime)).Expect(HttpStatusCode.OK)).GetProperty("dueOn").ValueKind);
        own.Clock.Now = Instant.FromUtc(2026, 12, 11, 16, 0);
        var problem = await (await Appeal(nominator, late)).ExpectProblem(HttpStatusCode.Conflict, "nomination.appeal-too-late");
        Assert.Equal("2026-12-11", problem.GetProperty("facts").GetProperty("by").GetString());
    }

    [Fact]
    public async Task Where_the_registry_knows_no_office_above_the_owner_enters_the_answer_from_its_paper()
    {
        await using var own = new HonorsApp();
        var city = await own.As(null, DemoData.CityOffice, Right.Record, Right.Verify, Right.Decide, Right.Nominate);
        var title = (await city.Created("/api/v1/titles", new { name = "长治好人", @class = "selection", level = "city", ownerId = DemoData.CityOffice })).Id();
        await city.Created($"/api/v1/titles/{title}/procedures", Procedure());
        var (nominator, body) = (await own.As("nominator"), Body());
        body["titleId"] = title;
        var id = (await nominator.Created(Path, body)).Id();
        await (await nominator.PostAsync($"{Path}/{id}/submission", null)).Expect(HttpStatusCode.OK);
        await (await city.PostAsJsonAsync($"{Path}/{id}/refusal", new { reason = "不符合条件" })).Expect(HttpStatusCode.OK);
        Assert.Equal("office", (await (await Appeal(nominator, id)).Expect(HttpStatusCode.OK)).GetProperty("waitsFor").GetString());

        var second = await own.As(null, DemoData.CityOffice, Right.Verify);
        await (await Answer(city, id, "overturned", Paper("2026-11-20"))).ExpectProblem(HttpStatusCode.Conflict, "nomination.own-refusal");
        await (await Answer(second, id, "overturned")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "nomination.appeal-paper");
        await (await Answer(second, id, "overturned", Paper("2026-11-21"))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "nomination.appeal-paper");
        own.Clock.Now = Instant.FromUtc(2026, 11, 24, 2, 0);
        var answered = await (await Answer(second, id, "overturned", Paper("2026-11-20"))).Expect(HttpStatusCode.OK);
        Assert.False(answered.GetProperty("appeal").GetProperty("answer").GetProperty("inTime").GetBoolean());
        Assert.Equal("晋文明办复〔2026〕1号", answered.GetProperty("appeal").GetProperty("answer").GetProperty("paper").GetProperty("number").GetString());

        static object Procedure() => new
        {
            validFrom = "2026-01-01",
            verb = "elect",
            divisionCode = 140400000000,
            recipients = new[] { "person" },
            steps = new[] { "acceptance", "decision" },
            clocks = new[] { new { kind = "appealFiling", length = 15, unit = "workingDays" }, new { kind = "appealAnswer", length = 1, unit = "workingDays" } },
        };

        static object Paper(string day) => new { body = "省文明办", number = "晋文明办复〔2026〕1号", issuedOn = day };
    }
}
