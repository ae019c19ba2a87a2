using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.Nominations;

public sealed class DeskTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/nominations";

    private static JsonObject Body(string person, string title = "道德模范") => new()
    {
        ["titleId"] = DemoId.Of(title).ToString(),
        ["nomineeKind"] = "person",
        ["personId"] = person,
        ["summary"] = "照料孤寡老人",
        ["evidence"] = new JsonArray(new JsonObject { ["kind"] = "witness", ["source"] = "同村村民", ["holder"] = "学校办公室" }),
        ["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-11-01", ["proof"] = "同意书" },
    };

    private static async Task<string> Submitted(HonorsApp app, string person, string title = "道德模范")
    {
        var nominator = await app.As("nominator");
        var id = (await nominator.Created(Path, Body(person, title))).Id();
        await (await nominator.PostAsync($"{Path}/{id}/submission", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    [Fact]
    public async Task The_soonest_due_comes_first_and_what_has_no_day_last_however_the_pages_are_cut()
    {
        await using var own = new HonorsApp();
        var teacher = DemoId.Of("温故新").ToString();
        var timeless = await Submitted(own, teacher, "最美志愿者");
        own.Clock.Now = Instant.FromUtc(2026, 12, 1, 2, 0);
        var later = await Submitted(own, teacher);
        var office = await own.As("office");
        await (await office.PostAsync($"{Path}/{DemoId.Of("demo nomination to accept")}/acceptance", null)).Expect(HttpStatusCode.OK);
        foreach (var limit in (int[])[1, 3, 100])
        {
            List<JsonElement> items = [];
            for (string? next = ""; next is not null;)
            {
                var page = await office.Read($"{Path}/desk?waitsFor=office&limit={limit}{(next is "" ? "" : "&after=" + next)}");
                items.AddRange(page.GetProperty("items").EnumerateArray());
                next = page.GetProperty("next").GetString();
            }

            Assert.Equal(items.Count, items.Select(n => n.Id()).Distinct().Count());
            var days = items.Select(n => n.GetProperty("dueOn").GetString() ?? "9999").ToList();
            Assert.Equal(days.Order(StringComparer.Ordinal), days);
            Assert.Contains(timeless, items.Where(n => n.GetProperty("dueOn").ValueKind is JsonValueKind.Null).Select(n => n.Id()));
            Assert.Contains(later, items.Select(n => n.Id()));
        }
    }

    [Fact]
    public async Task The_desk_counts_by_office_what_is_late_and_what_is_due_in_five_working_days()
    {
        await using var own = new HonorsApp();
        var (office, before) = (await own.As("office"), await Count(own));
        await Submitted(own, DemoId.Of("温故新").ToString());
        var submitted = await Count(own);
        Assert.Equal((before.All + 1, before.Late, before.Soon + 1), submitted);
        own.Clock.Now = Instant.FromUtc(2026, 11, 29, 2, 0);
        Assert.Equal((submitted.All, submitted.Late + 1, submitted.Soon - 1), await Count(own));
        own.Clock.Now = Instant.FromUtc(2026, 12, 30, 2, 0);
        var counts = (await office.Read($"{Path}/desk?limit=1")).GetProperty("counts").EnumerateArray().ToList();
        Assert.All(counts, c => Assert.Equal(JsonValueKind.Null, c.GetProperty("dueSoon").ValueKind));
        Assert.Empty((await (await own.As(null, DemoData.NeighbourOffice, Right.Verify)).Read($"{Path}/desk")).GetProperty("counts").EnumerateArray());

        static async Task<(int All, int Late, int Soon)> Count(HonorsApp app)
        {
            var desk = await (await app.As("office")).Read($"{Path}/desk?limit=1&waitsFor=office&ownerId={DemoData.CountyOffice}");
            var count = Assert.Single(desk.GetProperty("counts").EnumerateArray());
            return (count.GetProperty("all").GetInt32(), count.GetProperty("late").GetInt32(), count.GetProperty("dueSoon").GetInt32());
        }
    }

    [Fact]
    public async Task The_history_tells_an_award_that_a_rule_needs_by_title_and_year_alone_to_whoever_may_not_see_it()
    {
        var (office, school) = (await app.As("office"), await app.As(null, DemoData.School, Right.Record));
        var nominee = (await school.Created("/api/v1/people", new { name = "苏见山" })).Id();
        var award = (await office.Created("/api/v1/awards", new
        {
            titleId = DemoId.Of("道德模范"),
            divisionCode = 140431000000,
            personId = nominee,
            conferredOn = new { date = "2023" },
            source = new { title = "沁源县年鉴", publishedOn = new { date = "2024" } },
        })).Id();
        await (await (await app.As("verifier")).PostAsync($"/api/v1/awards/{award}/confirmation", null)).Expect(HttpStatusCode.OK);
        var nominator = await app.As("nominator");
        var draft = (await nominator.Created(Path, Body(nominee))).Id();
        var earlier = await Submitted(app, nominee, "最美志愿者");

        var told = await nominator.Read($"{Path}/{draft}/history");
        var fact = Assert.Single(told.GetProperty("awards").EnumerateArray());
        Assert.Equal((null, "道德模范", 2023), (fact.GetProperty("awardId").GetString(), fact.GetProperty("title").GetString(), fact.GetProperty("year").GetInt32()));
        Assert.Equal([earlier], told.GetProperty("nominations").EnumerateArray().Select(n => n.Id()));
        Assert.Empty((await nominator.Read($"{Path}/{earlier}/history")).GetProperty("awards").EnumerateArray());

        var other = (await nominator.Created(Path, Body(nominee, "身边好人"))).Id();
        Assert.Empty((await nominator.Read($"{Path}/{other}/history")).GetProperty("awards").EnumerateArray());
    }

    [Fact]
    public async Task The_figures_tell_kinds_titles_years_and_months_and_each_adds_up()
    {
        await app.Anonymous().Created("/api/v1/public/nominations", new { titleId = DemoId.Of("身边好人"), nomineeName = "某某", deed = "救人" });
        var figures = await (await app.As("office")).Read("/api/v1/statistics/nominations");
        var total = figures.GetProperty("total").GetProperty("submitted").GetInt32();
        foreach (var dimension in (string[])["byNominator", "byTitle", "byYear", "byMonth"])
            Assert.Equal(total, figures.GetProperty(dimension).EnumerateArray().Sum(r => r.GetProperty("figures").GetProperty("submitted").GetInt32()));
        foreach (var kind in (string[])["person", "citizen"])
            Assert.True(figures.GetProperty("byNominator").EnumerateArray().Single(r => r.GetProperty("nominator").GetString() == kind).GetProperty("figures").GetProperty("submitted").GetInt32() > 0);
        Assert.Contains("2026-11", figures.GetProperty("byMonth").EnumerateArray().Select(r => r.GetProperty("month").GetString()));
    }
}
