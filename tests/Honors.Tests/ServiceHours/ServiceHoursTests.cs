using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

public sealed class ServiceHoursTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/service-hours";

    private async Task<string> NewPerson() => (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();

    private static object Dated(string person, string day, int minutes) => new
    {
        personId = person,
        activity = "巡河",
        category = "community",
        organizerId = DemoData.RescueTeam,
        provenance = "recorded",
        servedOn = day,
        minutes,
    };

    private static object Timed(string person, string from, string to, int? minutes = null) => new
    {
        personId = person,
        activity = "巡河",
        category = "community",
        organizerId = DemoData.RescueTeam,
        provenance = "attendance",
        startsAt = from,
        endsAt = to,
        minutes,
    };

    private async Task<string> Logged() => (await (await app.As("recorder")).Created(Path, Dated(await NewPerson(), "2026-05-01", 60))).Id();

    private async Task<HttpResponseMessage> Log(object body) => await (await app.As("recorder")).PostAsJsonAsync(Path, body);

    [Fact]
    public async Task Another_person_verifies_and_the_minutes_count()
    {
        var person = await NewPerson();
        var hours = await (await app.As("recorder")).Created(Path, Dated(person, "2026-05-02", 90));
        var before = await (await app.As("office")).Read($"/api/v1/people/{person}/record");
        Assert.Equal(0, before.GetProperty("recordedHours").GetProperty("minutes").GetInt32());

        await (await (await app.As("verifier")).PostAsync($"{Path}/{hours.Id()}/verification", null)).Expect(HttpStatusCode.OK);

        var after = await (await app.As("office")).Read($"/api/v1/people/{person}/record");
        Assert.Equal(90, after.GetProperty("recordedHours").GetProperty("minutes").GetInt32());
    }

    [Fact]
    public async Task Whoever_logged_the_hours_cannot_verify_them_not_with_a_second_account_either()
    {
        var id = await Logged();
        var sameHuman = await app.As(DemoId.Of("李记远"), DemoData.RescueTeam, Right.Verify);
        await (await sameHuman.PostAsync($"{Path}/{id}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-record");
    }

    [Fact]
    public async Task Nobody_verifies_their_own_hours()
    {
        var person = await NewPerson();
        var hours = await (await app.As("recorder")).Created(Path, Dated(person, "2026-05-03", 60));
        var self = await app.As(Guid.Parse(person), DemoData.RescueTeam, Right.Verify);
        await (await self.PostAsync($"{Path}/{hours.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-hours");
    }

    [Fact]
    public async Task Of_many_verifiers_at_once_one_wins()
    {
        var id = await Logged();
        var verifiers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.As(null, DemoData.CountyOffice, Right.Verify)));
        var answers = await Task.WhenAll(verifiers.Select(v => v.PostAsync($"{Path}/{id}/verification", null)));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(a => a.StatusCode is HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task An_office_of_another_county_finds_nothing_and_verifies_nothing()
    {
        var id = await Logged();
        var neighbour = await app.As(null, DemoData.NeighbourOffice, Right.Record, Right.Verify, Right.Audit);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync($"{Path}/{id}/verification", null)).StatusCode);
        Assert.Empty((await neighbour.Read(Path)).GetProperty("items").EnumerateArray());
        Assert.Equal(["账户人"], (await neighbour.Read("/api/v1/people")).GetProperty("items").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_city_office_sees_what_its_counties_recorded()
    {
        var id = await Logged();
        await (await app.As(null, DemoData.CityOffice, Right.Audit)).Read($"{Path}/{id}");
    }

    [Fact]
    public async Task The_administrator_of_accounts_reads_no_record()
    {
        var id = await Logged();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(null, DemoData.CountyOffice, Right.Administer)).GetAsync($"{Path}/{id}")).StatusCode);
    }

    [Fact]
    public async Task Intersecting_times_are_refused_and_touching_ones_are_not()
    {
        var person = await NewPerson();
        await (await Log(Timed(person, "2026-05-04T01:00:00Z", "2026-05-04T03:00:00Z"))).Expect(HttpStatusCode.Created);
        var problem = await (await Log(Timed(person, "2026-05-04T02:59:00Z", "2026-05-04T04:00:00Z"))).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap");
        Assert.Equal("timedWithTimed", problem.GetProperty("facts").GetProperty("kind").GetString());
        await (await Log(Timed(person, "2026-05-04T03:00:00Z", "2026-05-04T04:00:00Z"))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_other_record_is_named_only_to_those_who_may_see_it()
    {
        var person = await NewPerson();
        var first = await (await app.As("recorder")).Created(Path, Timed(person, "2026-05-05T01:00:00Z", "2026-05-05T03:00:00Z"));
        var seen = await (await Log(Timed(person, "2026-05-05T01:00:00Z", "2026-05-05T03:00:00Z"))).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap");
        Assert.Equal(first.Id(), seen.GetProperty("facts").GetProperty("otherId").GetString());

        var office = await app.As("office");
        await office.Created($"/api/v1/teams/{DemoData.DisabledTeam}/memberships", new { personId = person });
        var otherTeam = await app.As(null, DemoData.DisabledTeam, Right.Record);
        var unseen = await (await otherTeam.PostAsJsonAsync(Path, Timed(person, "2026-05-05T01:00:00Z", "2026-05-05T03:00:00Z"))).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap");
        Assert.Equal(JsonValueKind.Null, unseen.GetProperty("facts").GetProperty("otherId").ValueKind);
    }

    [Theory]
    [InlineData("2026-06-01T00:00:00Z", "2026-06-01T07:59:00Z", HttpStatusCode.Created)]
    [InlineData("2026-06-01T00:00:00Z", "2026-06-01T08:00:00Z", HttpStatusCode.Conflict)]
    public async Task A_day_without_times_has_no_room_beside_eight_hours(string from, string to, HttpStatusCode expected)
    {
        var person = await NewPerson();
        await (await Log(Timed(person, from, to))).Expect(HttpStatusCode.Created);
        await (await Log(Dated(person, "2026-06-01", 60))).Expect(expected);
    }

    [Fact]
    public async Task A_day_without_times_holds_sixteen_hours_in_all()
    {
        var person = await NewPerson();
        await (await Log(Dated(person, "2026-06-02", 600))).Expect(HttpStatusCode.Created);
        await (await Log(Dated(person, "2026-06-02", 361))).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap");
        await (await Log(Dated(person, "2026-06-02", 360))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Rejected_hours_free_their_time()
    {
        var person = await NewPerson();
        var first = await (await app.As("recorder")).Created(Path, Timed(person, "2026-06-03T01:00:00Z", "2026-06-03T03:00:00Z"));
        await (await (await app.As("verifier")).PostAsJsonAsync($"{Path}/{first.Id()}/rejection", new { reason = "没有到场" })).Expect(HttpStatusCode.OK);
        await (await Log(Timed(person, "2026-06-03T01:00:00Z", "2026-06-03T03:00:00Z"))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Hours_across_New_Year_count_to_each_day_by_its_minutes()
    {
        var hours = await (await app.As("recorder")).Created(Path, Timed(await NewPerson(), "2025-12-31T14:00:00Z", "2025-12-31T17:30:00Z"));
        Assert.Equal(
            [("2025-12-31", 120), ("2026-01-01", 90)],
            hours.GetProperty("days").EnumerateArray().Select(d => (d.GetProperty("day").GetString()!, d.GetProperty("minutes").GetInt32())));
    }

    [Fact]
    public async Task Service_of_days_that_a_prior_total_may_hold_adds_nothing()
    {
        var person = await NewPerson();
        await (await app.As("recorder")).Created($"/api/v1/people/{person}/prior-totals", new
        {
            asOf = new { date = "2025" },
            minutes = 6000,
            source = new { title = "登记册", publishedOn = new { date = "2026-01" } },
        });
        foreach (var day in (string[])["2025-12-31", "2026-01-02"])
        {
            var hours = await (await app.As("recorder")).Created(Path, Dated(person, day, 30));
            await (await (await app.As("verifier")).PostAsync($"{Path}/{hours.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        }

        var counted = (await (await app.As("office")).Read($"/api/v1/people/{person}/record")).GetProperty("recordedHours");
        Assert.Equal(30, counted.GetProperty("minutes").GetInt32());
        Assert.Equal(30, counted.GetProperty("minutesWithinPriorTotals").GetInt32());
    }

    [Fact]
    public async Task A_list_pages_through_every_record_once_and_filters_by_its_links()
    {
        var person = await NewPerson();
        for (var day = 1; day <= 7; day++) await (await Log(Dated(person, $"2026-07-0{day}", 30))).Expect(HttpStatusCode.Created);
        var recorder = await app.As("recorder");
        List<string> seen = [];
        for (var next = ""; next is not null;)
        {
            var page = await recorder.Read($"{Path}?personId={person}&limit=3{next}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("servedOn").GetString()!));
            next = page.GetProperty("next").GetString() is { } after ? $"&after={after}" : null;
        }

        Assert.Equal(Enumerable.Range(1, 7).Reverse().Select(d => $"2026-07-0{d}"), seen);
        Assert.Equal(2, (await recorder.Read($"{Path}?personId={person}&from=2026-07-06")).GetProperty("items").GetArrayLength());
    }
}
