using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

/// <summary>A changed rule on hours that are recorded already.</summary>
public sealed class RecreditingTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/service-hours", Recreditings = "/api/v1/recreditings";

    private static readonly string[] NeverCounted = ["duty", "villagePosting", "paid"];

    private async Task<(string Person, string Record)> Verified(int minutes, string day = "2026-11-10")
    {
        var recorder = await app.As("recorder");
        var person = (await recorder.Created("/api/v1/people", new { name = "测试人员" })).Id();
        var id = (await recorder.Created(Path, new
        {
            personId = person,
            activity = "巡河",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = day,
            minutes,
        })).Id();
        await (await (await app.As("verifier")).PostAsync($"{Path}/{id}/verification", null)).Expect(HttpStatusCode.OK);
        return (person, id);
    }

    private async Task<JsonElement> Rule(int unit) => await (await app.As("office")).Created("/api/v1/crediting-rules", new
    {
        divisionCode = 140431000000,
        validFrom = "2026-11-09",
        unitMinutes = unit,
        rounding = "down",
        tiers = new[] { new { verifier = "recorder" } },
        neverCounted = NeverCounted,
    });

    private static object Of(string day) => new { divisionCode = 140431000000, from = day, to = day, reason = "本县办法有改" };

    private async Task<int> Credited(string record) => (await (await app.As("office")).Read($"{Path}/{record}")).GetProperty("creditedMinutes").GetInt32();

    [Fact]
    public async Task The_difference_is_shown_first_and_a_second_person_applies_it_and_the_old_figure_and_rule_stay()
    {
        var office = await app.As("office");
        await Rule(1);
        var (person, record) = await Verified(100);
        var old = (await office.Read($"{Path}/{record}")).GetProperty("ruleId").GetString();
        var rule = await Rule(30);
        Assert.Equal(100, await Credited(record));

        var proposed = await office.Created(Recreditings, Of("2026-11-10"));
        Assert.Equal(100, await Credited(record));
        var line = (await office.Read($"{Recreditings}/{proposed.Id()}/records?limit=100")).GetProperty("items").EnumerateArray().Single(l => l.GetProperty("recordId").GetString() == record);
        Assert.Equal((person, 100, 90), (line.GetProperty("personId").GetString(), line.GetProperty("minutesBefore").GetInt32(), line.GetProperty("minutesAfter").GetInt32()));
        var of = (await office.Read($"{Recreditings}/{proposed.Id()}/people?limit=100")).GetProperty("items").EnumerateArray().Single(p => p.GetProperty("personId").GetString() == person);
        Assert.Equal((1, 100, 90), (of.GetProperty("records").GetInt32(), of.GetProperty("minutesBefore").GetInt32(), of.GetProperty("minutesAfter").GetInt32()));

        await (await office.PostAsync($"{Recreditings}/{proposed.Id()}/application", null)).ExpectProblem(HttpStatusCode.Conflict, "recrediting.own");
        var second = await app.As("office2");
        Assert.Equal(0, (await (await second.PostAsync($"{Recreditings}/{proposed.Id()}/application", null)).Expect(HttpStatusCode.OK)).GetProperty("skipped").GetInt32());
        await (await second.PostAsync($"{Recreditings}/{proposed.Id()}/application", null)).ExpectProblem(HttpStatusCode.Conflict, "recrediting.applied");

        var now = await office.Read($"{Path}/{record}");
        Assert.Equal((100, 90, rule.Id()), (now.GetProperty("minutes").GetInt32(), now.GetProperty("creditedMinutes").GetInt32(), now.GetProperty("ruleId").GetString()));
        var former = now.GetProperty("formerCredits").EnumerateArray().Single();
        Assert.Equal((100, old), (former.GetProperty("credited").GetInt32(), former.GetProperty("ruleId").GetString()));
    }

    [Fact]
    public async Task What_changed_after_the_proposal_is_left_as_it_is_and_said_so()
    {
        var office = await app.As("office");
        await Rule(1);
        var (_, record) = await Verified(100, "2026-11-11");
        await Rule(40);
        var proposed = await office.Created(Recreditings, Of("2026-11-11"));
        await (await (await app.As("verifier")).PostAsJsonAsync($"{Path}/{record}/reversal", new { reason = "未参加" })).Expect(HttpStatusCode.OK);
        var applied = await (await (await app.As("office2")).PostAsync($"{Recreditings}/{proposed.Id()}/application", null)).Expect(HttpStatusCode.OK);
        Assert.Equal(1, applied.GetProperty("skipped").GetInt32());
        Assert.Equal(100, await Credited(record));
    }

    [Fact]
    public async Task An_office_counts_anew_in_its_own_division_alone()
    {
        await (await (await app.As(null, DemoData.NeighbourOffice, Right.Decide)).PostAsJsonAsync(Recreditings, Of("2026-11-12"))).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await (await app.As("office")).PostAsJsonAsync(Recreditings, new { divisionCode = 140431000000, from = "2026-11-12", to = "2026-11-11", reason = "办法有改" }))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "recrediting.period");
    }
}
