using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Tests.Support;

namespace Honors.Tests.Notices;

public sealed class NoticePeriodTests
{
    private static JsonObject Facts(object? period)
    {
        var facts = NoticeScene.Facts();
        facts["period"] = period is null ? null : JsonSerializer.SerializeToNode(period);
        return facts;
    }

    private static string? Day(JsonElement notice, string member = "lastDay") => notice.GetProperty(member).GetString();

    private static IEnumerable<string?> Concerns(JsonElement notice) => notice.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("concern").GetString());

    [Fact]
    public async Task Ten_working_days_run_over_the_festival_and_a_worked_Sunday_and_the_clock_alone_opens_and_ends_them()
    {
        await using var app = new NoticeScene();
        var notice = await app.Published(NoticeScene.Facts(), "曾广善");
        Assert.Equal(("2024-04-03", "2024-04-07", "2024-04-18", "2024-04-21"), (Day(notice, "publishedOn"), Day(notice, "firstDay"), Day(notice), Day(notice, "graceUntil")));
        Assert.Contains("otherCounting", Concerns(notice));

        for (var day = 3; day <= 23; day++)
        {
            app.GoTo(2024, 4, day, hour: 23);
            var seen = await app.Read(notice.Id());
            Assert.Equal(day < 7 ? "awaiting" : day <= 18 ? "open" : "ended", Day(seen, "state"));
            Assert.Equal(day > 21, seen.GetProperty("entries")[0].GetProperty("isFinished").GetBoolean());
            var shown = await app.PublicPage(notice.Id());
            Assert.Equal(Math.Max(0, 18 - Math.Max(day, 7) + 1), shown.GetProperty("daysLeft").GetInt32());
            Assert.Equal(day <= 18, shown.GetRawText().Contains("曾广善", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(5, "workingDays", "excludeStart", "2024-04-11")]
    [InlineData(7, "workingDays", "excludeStart", "2024-04-15")]
    [InlineData(10, "workingDays", "inclusive", "2024-04-17")]
    [InlineData(7, "days", "excludeStart", "2024-04-10")]
    [InlineData(2, "days", "excludeStart", "2024-04-07")]
    public async Task A_count_of_days_ends_as_the_law_counts(int length, string unit, string counting, string last)
    {
        await using var app = new NoticeScene();
        Assert.Equal(last, Day(await app.Published(Facts(new { length, unit, counting }), "曾广善")));
    }

    [Fact]
    public async Task A_printed_range_stays_as_printed_and_warns_of_the_other_count_of_a_day_off_and_of_too_few_days()
    {
        await using var app = new NoticeScene();
        var draft = await app.Draft(Facts(new { from = "2024-04-03", until = "2024-05-01" }));
        Assert.Equal(["otherCounting", "endsOnDayOff"], Concerns(draft));
        Assert.Equal("2024-05-06", draft.GetProperty("warnings")[0].GetProperty("day").GetString());
        Assert.Equal(["shorterThanProcedure"], Concerns(await app.Draft(Facts(new { from = "2024-04-08", until = "2024-04-11" }))));
        Assert.Empty(Concerns(await app.Draft(Facts(new { from = "2024-04-08", until = "2024-04-12" }))));
        var usual = await app.Draft(Facts(null));
        Assert.Equal((5, "inclusive"), (usual.GetProperty("period").GetProperty("length").GetInt32(), usual.GetProperty("period").GetProperty("counting").GetString()));
    }

    [Fact]
    public async Task In_a_year_that_is_not_loaded_a_printed_range_stands_with_a_warning_and_a_count_is_refused()
    {
        await using var app = new NoticeScene();
        app.GoTo(2026, 12, 3);
        var printed = await app.Draft(Facts(new { from = "2026-12-28", until = "2027-01-08" }), "曾广善");
        var counted = await app.Draft(NoticeScene.Facts(), "单行义");
        app.GoTo(2026, 12, 28);
        var published = await app.Done(printed.Id(), "publication", null, "office2");
        Assert.Equal("2027-01-08", Day(published));
        Assert.Equal(["yearNotLoaded"], Concerns(published));
        var problem = await app.Refused("calendar.year-not-loaded", counted.Id(), "publication", null, "office2");
        Assert.Equal(2027, problem.GetProperty("facts").GetProperty("year").GetInt32());
        Assert.Equal(["yearNotLoaded"], Concerns(await app.Read(counted.Id())));
    }

    [Fact]
    public async Task A_change_of_the_calendar_gives_an_open_notice_more_time_never_less_and_leaves_an_ended_one()
    {
        await using var app = new NoticeScene();
        var ended = await app.Published(Facts(new { length = 3, unit = "workingDays" }), "仇为民");
        Assert.Equal("2024-04-09", Day(ended));
        app.GoTo(2024, 4, 10);
        var (open, printed) = (await app.Published(Facts(new { length = 5, unit = "workingDays" }), "曾广善"), await app.Published(Facts(new { from = "2024-04-11", until = "2024-04-17" }), "单行义"));
        Assert.Equal("2024-04-17", Day(open));

        await Schedule("2024-04-09", "2024-04-16");
        var moved = await app.Read(open.Id());
        Assert.Equal(("2024-04-18", "2024-04-18"), (Day(moved), moved.GetProperty("entries")[0].GetProperty("lastDay").GetString()));
        var line = Assert.Single(moved.GetProperty("recounts").EnumerateArray());
        Assert.Equal((2, "2024-04-17", "2024-04-18"), (line.GetProperty("calendarVersion").GetInt32(), Day(line, "before"), Day(line)));
        Assert.Equal("2024-04-09", Day(await app.Read(ended.Id())));
        Assert.Empty((await app.Read(ended.Id())).GetProperty("recounts").EnumerateArray());
        Assert.Equal("2024-04-17", Day(await app.Read(printed.Id())));

        await Schedule();
        var kept = await app.Read(open.Id());
        Assert.Equal("2024-04-18", Day(kept));
        Assert.Equal("2024-04-17", Day(kept.GetProperty("recounts")[1], "counted"));

        async Task Schedule(params string[] more)
        {
            var office = await app.As("office");
            var first = (await office.Read("/api/v1/calendar/years/2024")).EnumerateArray().Last();
            var off = first.GetProperty("daysOff").EnumerateArray().Select(d => d.GetString()!).Concat(more).ToList();
            await office.Created("/api/v1/calendar/years", new { year = 2024, daysOff = off, makeUpDays = first.GetProperty("makeUpDays"), source = new { title = "更正（示例）", publishedOn = new { date = "2024-04" } } });
        }
    }

    [Theory]
    [InlineData("notice.period-unclear", "{\"from\":\"2024-04-08\"}")]
    [InlineData("notice.period-unclear", "{\"from\":\"2024-04-08\",\"until\":\"2024-04-12\",\"length\":5,\"unit\":\"days\"}")]
    [InlineData("notice.ends-before-it-begins", "{\"from\":\"2024-04-08\",\"until\":\"2024-04-07\"}")]
    [InlineData("notice.period-too-long", "{\"from\":\"2024-04-08\",\"until\":\"2025-04-08\"}")]
    public async Task A_period_that_is_none_is_refused(string code, string period)
    {
        await using var app = new NoticeScene();
        var facts = NoticeScene.Facts();
        facts["period"] = JsonNode.Parse(period);
        await (await (await app.As("office")).PostAsJsonAsync(NoticeScene.Notices, facts)).ExpectProblem(HttpStatusCode.UnprocessableEntity, code);
    }
}
