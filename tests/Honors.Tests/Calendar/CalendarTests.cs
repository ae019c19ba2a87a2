using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Calendar;

public sealed class CalendarTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/calendar";

    private async Task<JsonElement> Period(string query) => await (await app.As("office")).Read($"{Path}/period?{query}");

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(d => d.GetString());

    [Fact]
    public async Task Ten_working_days_from_a_notice_end_after_the_festival_and_the_answer_says_how()
    {
        var period = await Period("published=2024-04-03&length=10&unit=workingDays&counting=excludeStart");
        Assert.Equal("2024-04-07", period.GetProperty("firstDay").GetString());
        Assert.Equal("2024-04-18", period.GetProperty("lastDay").GetString());
        Assert.Equal(["2024-04-04", "2024-04-05", "2024-04-06", "2024-04-13", "2024-04-14"], Texts(period.GetProperty("daysOff")));
        Assert.Equal(["2024-04-07"], Texts(period.GetProperty("makeUpDays")));
        Assert.Contains("工作日", period.GetProperty("rule").GetString());
        var year = Assert.Single(period.GetProperty("calendar").EnumerateArray());
        Assert.Equal((2024, 1), (year.GetProperty("year").GetInt32(), year.GetProperty("version").GetInt32()));
        var warning = Assert.Single(period.GetProperty("warnings").EnumerateArray());
        Assert.Equal(("calendar.other-counting", "2024-04-17"), (warning.GetProperty("code").GetString(), warning.GetProperty("lastDay").GetString()));
    }

    [Fact]
    public async Task Thirty_days_printed_end_on_a_holiday_and_the_answer_warns_of_it()
    {
        var period = await Period("published=2024-04-02&length=30&unit=days&counting=inclusive");
        Assert.Equal(("2024-04-02", "2024-05-01"), (period.GetProperty("firstDay").GetString(), period.GetProperty("lastDay").GetString()));
        Assert.Equal(
            ["calendar.other-counting", "calendar.ends-on-day-off"], period.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_period_that_can_be_counted_is_answered_even_where_the_other_way_of_counting_reaches_a_year_without_a_schedule()
    {
        var period = await Period("published=2026-12-22&length=10&unit=days&counting=inclusive");
        Assert.Equal("2026-12-31", period.GetProperty("lastDay").GetString());
        Assert.Empty(period.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task A_team_does_not_enter_the_calendar_of_the_country() =>
        await (await (await app.As(null, DemoData.RescueTeam, Right.Decide)).PostAsJsonAsync($"{Path}/years", Schedule(["2027-01-01"], [])))
            .ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");

    [Fact]
    public async Task A_year_without_a_schedule_is_refused_until_an_office_enters_it_and_a_correction_is_a_second_version()
    {
        await using var own = new HonorsApp();
        var office = await own.As("office");
        const string Question = $"{Path}/period?published=2026-12-30&length=5&unit=workingDays&counting=excludeStart";
        var problem = await (await office.GetAsync(Question)).ExpectProblem(HttpStatusCode.Conflict, "calendar.year-not-loaded");
        Assert.Equal(2027, problem.GetProperty("facts").GetProperty("year").GetInt32());

        await (await (await own.As("recorder")).PostAsJsonAsync($"{Path}/years", Schedule(["2027-01-01"], []))).ExpectProblem(HttpStatusCode.Forbidden, "http.403");
        await office.Created($"{Path}/years", Schedule(["2027-01-01"], []));
        Assert.Equal("2027-01-07", (await office.Read(Question)).GetProperty("lastDay").GetString());

        var corrected = await office.Created($"{Path}/years", Schedule(["2027-01-01", "2027-01-04"], []));
        Assert.Equal(2, corrected.GetProperty("version").GetInt32());
        Assert.Equal("2027-01-08", (await office.Read(Question)).GetProperty("lastDay").GetString());
        Assert.Equal([2, 1], (await office.Read($"{Path}/years/2027")).EnumerateArray().Select(y => y.GetProperty("version").GetInt32()));
        Assert.Equal(2, (await office.Read($"{Path}/years")).EnumerateArray().First().GetProperty("version").GetInt32());
        await (await office.PostAsJsonAsync($"{Path}/years", Schedule(["2027-01-04", "2027-01-01"], []))).ExpectProblem(HttpStatusCode.Conflict, "calendar.unchanged");
    }

    [Theory]
    [InlineData("2024-04-01", "2024-04-30", 22)]
    [InlineData("2022-05-07", "2022-05-12", 5)]
    [InlineData("2024-04-04", "2024-04-04", 0)]
    public async Task Working_days_between_two_days_count_both(string from, string to, int count) =>
        Assert.Equal(count, (await (await app.As("person")).Read($"{Path}/working-days?from={from}&to={to}")).GetProperty("count").GetInt32());

    [Theory]
    [InlineData("working-days?from=2024-04-02&to=2024-04-01", HttpStatusCode.UnprocessableEntity, "calendar.ends-before-it-begins")]
    [InlineData("working-days?from=2020-01-01&to=2026-01-01", HttpStatusCode.UnprocessableEntity, "calendar.period-too-long")]
    [InlineData("working-days?from=2018-12-31&to=2019-01-02", HttpStatusCode.Conflict, "calendar.year-not-loaded")]
    [InlineData("period?published=2024-04-03&length=0&unit=days&counting=inclusive", HttpStatusCode.BadRequest, "request.unfit")]
    [InlineData("period?published=2024-04-31&length=5&unit=days&counting=inclusive", HttpStatusCode.BadRequest, "request.unreadable")]
    [InlineData("period?published=9999-12-30&length=5&unit=days&counting=inclusive", HttpStatusCode.Conflict, "calendar.year-not-loaded")]
    [InlineData("period?published=2024-04-03&length=5&unit=weeks&counting=inclusive", HttpStatusCode.BadRequest, "request.unreadable")]
    public async Task A_question_that_cannot_be_answered_is_refused(string question, HttpStatusCode status, string code) =>
        await (await (await app.As("office")).GetAsync($"{Path}/{question}")).ExpectProblem(status, code);

    private static object Schedule(string[] daysOff, string[] makeUpDays) =>
        new { year = 2027, daysOff, makeUpDays, source = new { title = "关于2027年部分节假日安排的通知", publishedOn = new { date = "2026-11" } } };
}
