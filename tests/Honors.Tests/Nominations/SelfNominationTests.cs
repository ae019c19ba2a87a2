using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Nominations;

public sealed class SelfNominationTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/nominations";

    private static readonly Guid Oneself = DemoId.Of("林予安");

    private static JsonObject Own(string title = "道德模范") => new()
    {
        ["titleId"] = DemoId.Of(title).ToString(),
        ["nomineeKind"] = "person",
        ["personId"] = Oneself.ToString(),
        ["summary"] = "十年义务巡河",
        ["evidence"] = new JsonArray(new JsonObject { ["kind"] = "witness", ["source"] = "同村村民", ["holder"] = "本人" }),
        ["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-11-01", ["proof"] = "本人签字" },
        ["self"] = true,
    };

    [Fact]
    public async Task Whoever_nominates_themself_alone_sees_the_draft_and_completes_it_and_the_office_answers_it()
    {
        var (person, office, recorder) = (await app.As("person"), await app.As("office"), await app.As(null, DemoData.CountyOffice, Right.Nominate));
        var drafted = await person.Created(Path, Own());
        Assert.Equal("person", drafted.GetProperty("nominator").GetString());
        foreach (var other in (HttpClient[])[office, recorder, await app.As("recorder")])
        {
            await (await other.GetAsync($"{Path}/{drafted.Id()}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
            await (await other.PostAsync($"{Path}/{drafted.Id()}/submission", null)).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        }

        await (await person.PostAsync($"{Path}/{drafted.Id()}/submission", null)).Expect(HttpStatusCode.OK);
        await (await recorder.PostAsync($"{Path}/{drafted.Id()}/submission", null)).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        var returned = await (await office.PostAsJsonAsync($"{Path}/{drafted.Id()}/return", new { missing = "缺村委会证明" })).Expect(HttpStatusCode.OK);
        await (await person.Put($"{Path}/{drafted.Id()}", Own(), $"\"{returned.GetProperty("version")}.f\"")).Expect(HttpStatusCode.OK);
        await (await person.PostAsync($"{Path}/{drafted.Id()}/submission", null)).Expect(HttpStatusCode.OK);
        var self = await app.As(Oneself, DemoData.CountyOffice, Right.Verify);
        await (await self.PostAsync($"{Path}/{drafted.Id()}/acceptance", null)).ExpectProblem(HttpStatusCode.Conflict, "nomination.own-nomination");
        await (await office.PostAsync($"{Path}/{drafted.Id()}/acceptance", null)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_procedure_that_does_not_take_it_says_who_nominates()
    {
        var person = await app.As("person");
        var id = (await person.Created(Path, Own("最美志愿者"))).Id();
        var problem = await (await person.PostAsync($"{Path}/{id}/submission", null)).ExpectProblem(HttpStatusCode.Conflict, "nomination.nominator-not-taken");
        Assert.Equal(["unit", "township", "team"], problem.GetProperty("facts").GetProperty("allowed").EnumerateArray().Select(k => k.GetString()));
        Assert.Contains("本人", problem.GetProperty("title").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_a_kind_that_the_procedure_does_not_take_is_refused_with_the_list()
    {
        var office = await app.As("office");
        var title = (await office.Created("/api/v1/titles", new { name = "好队友", @class = "selection", level = "county", ownerId = DemoData.CountyOffice })).Id();
        await (await office.PostAsJsonAsync($"/api/v1/titles/{title}/procedures", Procedure())).ExpectProblem(HttpStatusCode.UnprocessableEntity, "procedure.no-nominator");
        var entered = await office.Created($"/api/v1/titles/{title}/procedures", Procedure("team", "person"));
        Assert.Equal(["team", "person"], entered.GetProperty("nominators").EnumerateArray().Select(k => k.GetString()));

        var body = Own();
        (body["titleId"], body["personId"], body["self"]) = (title, DemoId.Of("温故新").ToString(), null);
        var school = await app.As("nominator");
        var id = (await school.Created(Path, body)).Id();
        var problem = await (await school.PostAsync($"{Path}/{id}/submission", null)).ExpectProblem(HttpStatusCode.Conflict, "nomination.nominator-not-taken");
        Assert.Equal(("unit", "team"), (problem.GetProperty("facts").GetProperty("kind").GetString(), problem.GetProperty("facts").GetProperty("allowed")[0].GetString()));

        static object Procedure(params string[] nominators) => new
        {
            validFrom = "2026-01-01",
            verb = "name",
            divisionCode = 140431000000,
            recipients = new[] { "person" },
            steps = new[] { "acceptance", "decision" },
            nominators,
        };
    }

    [Fact]
    public async Task Nobody_nominates_another_as_themself_or_themself_in_a_bodys_name()
    {
        var (another, inABody) = (Own(), Own());
        another["personId"] = DemoId.Of("温故新").ToString();
        await (await (await app.As("nominator")).PostAsJsonAsync(Path, another)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "nomination.not-oneself");
        inABody["recordedBy"] = DemoData.School.ToString();
        await (await (await app.As("person")).PostAsJsonAsync(Path, inABody)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "nomination.self-in-no-body");
        var program = await app.AsProgram(DemoData.RescueTeam, Right.Record);
        await (await program.PostAsJsonAsync(Path, Own())).ExpectProblem(HttpStatusCode.Conflict, "nomination.no-person-behind");
        (another["self"], var person) = (null, await app.As("person"));
        await (await person.PostAsJsonAsync(Path, another)).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
    }
}
