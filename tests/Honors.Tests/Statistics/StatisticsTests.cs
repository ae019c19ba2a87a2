using System.Net;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.PublicApi;
using Honors.Tests.Support;

namespace Honors.Tests.Statistics;

public sealed class StatisticsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Statistics = "/api/v1/statistics", Public = "/api/v1/public/statistics";

    private readonly RollScene _scene = new(app);

    private static int Sum(JsonElement list, string of) => list.EnumerateArray().Sum(f => f.GetProperty(of).GetInt32());

    private async Task Hours(string person, string day, int minutes)
    {
        var id = (await (await app.As("recorder")).Created("/api/v1/service-hours", new
        {
            personId = person,
            activity = "巡河",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = day,
            minutes,
        })).Id();
        await (await (await app.As("verifier")).PostAsync($"/api/v1/service-hours/{id}/verification", null)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Figures_add_up_and_lead_to_lists_that_hold_as_many()
    {
        var title = await _scene.Title("统计称号");
        await _scene.Award(title, (await _scene.Person("统一人")).Id(), "2019");
        await _scene.Award(title, (await _scene.Person("统二人")).Id(), "2019-05/2020-02");

        var honours = (await app.Anonymous().Read(Public)).GetProperty("honours");
        foreach (var list in (string[])["byYear", "byTitle", "byDivision"])
        {
            Assert.Equal(honours.GetProperty("count").GetInt32(), Sum(honours.GetProperty(list), "count"));
            foreach (var figure in honours.GetProperty(list).EnumerateArray())
            {
                if (figure.GetProperty("link").GetString() is { } link) Assert.Equal(figure.GetProperty("count").GetInt32(), (await app.Anonymous().Read(link)).GetProperty("count").GetInt32());
            }
        }

        Assert.Equal((await app.Anonymous().Read(RollScene.Roll)).GetProperty("count").GetInt32(), honours.GetProperty("count").GetInt32());
        Assert.Equal(2, honours.GetProperty("byTitle").EnumerateArray().Single(t => t.GetProperty("titleId").GetString() == title).GetProperty("count").GetInt32());
        Assert.Contains(honours.GetProperty("byYear").EnumerateArray(), y => y.GetProperty("text").GetString() is "年份未载明");
    }

    [Fact]
    public async Task Hours_of_an_office_are_the_sums_of_the_lists_that_they_name()
    {
        var office = await app.As("office");
        var person = (await _scene.Person("时长人")).Id();
        await Hours(person, "2018-03-01", 90);
        var before = (await office.Read(Statistics)).GetProperty("hours");
        await Hours(person, "2018-03-02", 30);
        var hours = (await office.Read(Statistics)).GetProperty("hours");

        Assert.Equal(30, hours.GetProperty("total").GetProperty("minutes").GetInt32() - before.GetProperty("total").GetProperty("minutes").GetInt32());
        foreach (var list in (string[])["byYear", "byDivision", "cells"])
        {
            Assert.Equal(hours.GetProperty("total").GetProperty("minutes").GetInt32(), Sum(hours.GetProperty(list), "minutes"));
            foreach (var figure in hours.GetProperty(list).EnumerateArray())
            {
                var listed = 0;
                for (string? next = ""; next is not null;)
                {
                    var page = await office.Read($"{figure.GetProperty("link").GetString()}&limit=100{next}");
                    listed += Sum(page.GetProperty("items"), "minutes");
                    next = page.GetProperty("next").GetString() is { } after ? $"&after={after}" : null;
                }

                Assert.Equal(figure.GetProperty("minutes").GetInt32(), listed);
            }
        }
    }

    [Fact]
    public async Task Each_sees_figures_of_what_they_may_see()
    {
        await Hours((await _scene.Person("旁县不见")).Id(), "2017-03-01", 60);
        var neighbour = (await (await app.As(null, DemoData.NeighbourOffice, Right.Record, Right.Verify)).Read(Statistics)).GetProperty("hours");
        Assert.DoesNotContain(neighbour.GetProperty("byYear").EnumerateArray(), y => y.GetProperty("year").GetInt32() is 2017);
        Assert.Contains((await (await app.As("office")).Read(Statistics)).GetProperty("hours").GetProperty("byYear").EnumerateArray(), y => y.GetProperty("year").GetInt32() is 2017);
        await (await app.Anonymous().GetAsync(Statistics)).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Hours_of_few_people_are_kept_back_from_the_public_and_follow_from_no_difference()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i => (await _scene.Person($"少数{"甲乙丙丁戊己"[i]}")).Id()));
        await Hours(people[0], "2015-04-01", 77);
        var few = await Year(2015);
        Assert.True(few.GetProperty("isKeptBack").GetBoolean());
        Assert.Equal(JsonValueKind.Null, few.GetProperty("minutes").ValueKind);
        Assert.Equal(JsonValueKind.Null, few.GetProperty("people").ValueKind);

        // Shown: every sum whose other parts are shown must hide.
        var hours = (await app.Anonymous().Read(Public)).GetProperty("hours");
        var hidden = hours.GetProperty("byYear").EnumerateArray().Count(y => y.GetProperty("isKeptBack").GetBoolean());
        Assert.True(hidden > 1 || hours.GetProperty("total").GetProperty("isKeptBack").GetBoolean(), hours.GetRawText());

        for (var i = 1; i < 5; i++) await Hours(people[i], "2015-04-01", 10);
        var many = await Year(2015);
        Assert.True(many.GetProperty("isKeptBack").GetBoolean() || many.GetProperty("minutes").GetInt32() is 117);

        async Task<JsonElement> Year(int year) =>
            (await app.Anonymous().Read(Public)).GetProperty("hours").GetProperty("byYear").EnumerateArray().Single(y => y.GetProperty("year").GetInt32() == year);
    }

    [Fact]
    public async Task A_revoked_or_voided_honour_leaves_the_figures_at_once()
    {
        var title = await _scene.Title("将被作废");
        var award = await _scene.Award(title, (await _scene.Person("作废人")).Id(), "2016");
        Assert.Equal(1, await Count());
        var change = (await (await app.As("office")).Created($"/api/v1/awards/{award}/voidance", new { reason = "误录" })).Id();
        await (await (await app.As("verifier")).PostAsync($"/api/v1/awards/{award}/changes/{change}/confirmation", null)).Expect(HttpStatusCode.OK);
        Assert.Equal(0, await Count());

        async Task<int> Count() => (await app.Anonymous().Read(Public)).GetProperty("honours").GetProperty("byTitle").EnumerateArray()
            .SingleOrDefault(t => t.GetProperty("titleId").GetString() == title) is { ValueKind: JsonValueKind.Object } figure ? figure.GetProperty("count").GetInt32() : 0;
    }
}
