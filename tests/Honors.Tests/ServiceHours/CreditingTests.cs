using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

/// <summary>Hours counted by the rules of a place, and long days verified higher up.</summary>
public sealed class CreditingTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/service-hours", Rules = "/api/v1/crediting-rules";

    private static readonly string[] Never = ["duty", "meeting", "afterSchoolCare", "invigilation", "villagePosting", "paid"];

    private async Task<string> NewPerson() => (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();

    private static object Rule(string from, int unit = 30, long division = 140431000000, int? most = null, string[]? never = null) => new
    {
        divisionCode = division,
        validFrom = from,
        unitMinutes = unit,
        rounding = "down",
        mostMinutesADay = most,
        tiers = new object[] { new { upToMinutes = 480, verifier = "recorder" }, new { upToMinutes = 720, verifier = "above" }, new { verifier = "county" } },
        neverCounted = never ?? Never,
    };

    private async Task<JsonElement> Logged(string person, string day, int minutes, string kind = "service", int travel = 0) =>
        await (await app.As("recorder")).Created(Path, new
        {
            personId = person,
            activity = "巡河",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = day,
            minutes,
            kind,
            travelMinutes = travel,
        });

    private async Task<int> Counted(string person) =>
        (await (await app.As("office")).Read($"/api/v1/people/{person}/record")).GetProperty("recordedHours").GetProperty("minutes").GetInt32();

    private static int Credited(JsonElement record) => record.GetProperty("creditedMinutes").GetInt32();

    [Fact]
    public async Task A_record_is_credited_by_the_rule_of_its_day_and_keeps_it_beside_the_minutes_given()
    {
        var office = await app.As("office");
        var person = await NewPerson();
        var rule = await office.Created(Rules, Rule("2026-11-18"));
        Assert.Equal(100, Credited(await Logged(person, "2026-11-17", 100)));
        var hours = await Logged(person, "2026-11-18", 100, travel: 40);
        Assert.Equal((100, 90, 40), (hours.GetProperty("minutes").GetInt32(), Credited(hours), hours.GetProperty("travelMinutes").GetInt32()));
        Assert.Equal(rule.Id(), hours.GetProperty("ruleId").GetString());
        await (await (await app.As("verifier")).PostAsync($"{Path}/{hours.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        Assert.Equal(90, await Counted(person));

        // A later edition of the same day leaves what is recorded as it was.
        var next = await office.Created(Rules, Rule("2026-11-18", unit: 60));
        Assert.Equal(rule.GetProperty("edition").GetInt32() + 1, next.GetProperty("edition").GetInt32());
        Assert.Equal(rule.Id(), (await office.Read($"{Path}/{hours.Id()}")).GetProperty("ruleId").GetString());
        Assert.Equal(next.Id(), (await office.Read($"{Rules}/holding?divisionCode=140431207000&on=2026-11-19")).Id());
        Assert.Equal(60, Credited(await Logged(person, "2026-11-19", 119)));
    }

    [Fact]
    public async Task Duty_and_its_like_are_kept_and_count_nothing_and_training_counts_in_a_block_of_its_own()
    {
        var person = await NewPerson();
        foreach (var (i, kind) in Never.Append("training").Index())
        {
            var hours = await Logged(person, $"2026-11-{i + 1:00}", 60, kind);
            Assert.Equal(kind is "training" ? 60 : 0, Credited(hours));
            await (await (await app.As("verifier")).PostAsync($"{Path}/{hours.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        }

        Assert.Equal(0, await Counted(person));
    }

    [Fact]
    public async Task A_day_over_eight_hours_is_verified_by_the_body_above_and_the_refusal_says_who_may()
    {
        var person = await NewPerson();
        var team = await app.As(null, DemoData.RescueTeam, Right.Verify);
        var first = await Logged(person, "2026-11-12", 300);
        await (await team.PostAsync($"{Path}/{first.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        var second = await Logged(person, "2026-11-12", 200);
        var problem = await (await team.PostAsync($"{Path}/{second.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Forbidden, "service-hours.higher-verifier");
        var facts = problem.GetProperty("facts");
        Assert.Equal((500, "above", "2026-11-12"), (facts.GetProperty("dayMinutes").GetInt32(), facts.GetProperty("verifier").GetString(), facts.GetProperty("day").GetString()));
        Assert.Equal(second.GetProperty("ruleId").GetString(), facts.GetProperty("ruleId").GetString());
        await (await (await app.As("office")).PostAsync($"{Path}/{second.Id()}/verification", null)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Hours_of_the_same_day_in_another_team_belong_to_the_sum()
    {
        var person = await NewPerson();
        await (await app.As("office")).Created($"/api/v1/teams/{DemoData.DisabledTeam}/memberships", new { personId = person });
        await Logged(person, "2026-11-13", 300);
        var other = await app.As(null, DemoData.DisabledTeam, Right.Record);
        var hours = await other.Created(Path, new
        {
            personId = person,
            activity = "助残",
            category = "specialCare",
            organizerId = DemoData.DisabledTeam,
            provenance = "recorded",
            servedOn = "2026-11-13",
            minutes = 240,
        });
        var verifier = await app.As(null, DemoData.DisabledTeam, Right.Verify);
        await (await verifier.PostAsync($"{Path}/{hours.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Forbidden, "service-hours.higher-verifier");
    }

    [Fact]
    public async Task A_rule_is_entered_by_the_office_of_its_division_and_holds_together()
    {
        await (await (await app.As(null, DemoData.NeighbourOffice, Right.Decide)).PostAsJsonAsync(Rules, Rule("2028-01-01"))).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        var city = await app.As(null, DemoData.CityOffice, Right.Decide);
        await (await city.PostAsJsonAsync(Rules, Rule("2026-01-01", division: 140400000000, never: ["duty", "paid"]))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "crediting-rule.must-exclude");
        await (await city.PostAsJsonAsync(Rules, Rule("2026-01-01", division: 140400000000, never: [.. Never, "service"]))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "crediting-rule.service-counts");
        await city.Created(Rules, Rule("2028-01-01", division: 140427000000, most: 480));
        await (await city.PostAsJsonAsync(Rules, Rule("2027-12-31", division: 140427000000))).ExpectProblem(HttpStatusCode.Conflict, "crediting-rule.earlier");
        object backwards = new
        {
            divisionCode = 140427000000,
            validFrom = "2029-01-01",
            unitMinutes = 1,
            rounding = "nearest",
            tiers = new object[] { new { upToMinutes = 480, verifier = "county" }, new { verifier = "recorder" } },
            neverCounted = Never,
        };
        await (await city.PostAsJsonAsync(Rules, backwards)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "crediting-rule.tiers");
    }
}
