using System.Net;
using System.Net.Http.Json;
using Honors.Api.Demo;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.ServiceHours;

/// <summary>Ten working days to record (令67 art. 11), and what comes later.</summary>
public sealed class RecordingLimitTests(RecordingLimitTests.Strict app) : IClassFixture<RecordingLimitTests.Strict>
{
    private const string Path = "/api/v1/service-hours";

    public sealed class Strict : HonorsApp
    {
        public Strict() => Settings["ServiceHours:RecordingWorkingDays"] = "10";
    }

    private async Task<HttpResponseMessage> Log(string day, string provenance = "recorded", string? reason = null)
    {
        var recorder = await app.As("recorder");
        return await recorder.PostAsJsonAsync(Path, new
        {
            personId = (await recorder.Created("/api/v1/people", new { name = "测试人员" })).Id(),
            activity = "巡河",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance,
            servedOn = day,
            minutes = 60,
            lateReason = reason,
        });
    }

    [Theory]
    [InlineData("2026-11-06")] // a Friday, ten working days before the 20th
    [InlineData("2026-11-07")]
    [InlineData("2026-11-20")]
    [InlineData("2018-05-01")] // that year is not loaded: 待定 never stops a record
    public async Task In_time_or_undetermined_hours_need_no_reason(string day) => await (await Log(day)).Expect(HttpStatusCode.Created);

    [Fact]
    public async Task Later_hours_are_retroactive_with_a_reason_and_the_refusal_says_by_when_they_were_due()
    {
        var problem = await (await Log("2026-11-05")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "service-hours.recorded-late");
        Assert.Equal("2026-11-19", problem.GetProperty("facts").GetProperty("due").GetString());
        await (await Log("2026-11-05", "retroactive")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "service-hours.late-reason");
        var hours = await (await Log("2026-11-05", "retroactive", "信息员外出救援")).Expect(HttpStatusCode.Created);
        Assert.Equal("信息员外出救援", hours.GetProperty("lateReason").GetString());

        var team = await app.As(null, DemoData.RescueTeam, Right.Verify);
        await (await team.PostAsync($"{Path}/{hours.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Forbidden, "service-hours.late-verifier");
        await (await (await app.As("verifier")).PostAsync($"{Path}/{hours.Id()}/verification", null)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public void A_holiday_moves_the_last_day_as_the_decree_counts_it()
    {
        var facts = new ServiceFacts("巡河", ServiceCategory.Community, DemoData.RescueTeam, new LocalDate(2026, 2, 13), null, null, 60, Provenance.Recorded, null, null, null, null, [], []);
        var (limit, calendar) = (new RecordingLimit(10), new WorkingCalendar([.. CalendarYear.Shipped()]));
        limit.Refuse(On(new LocalDateTime(2026, 3, 5, 23, 59)), calendar);
        Assert.Equal("service-hours.recorded-late", Assert.Throws<RuleViolationException>(() => limit.Refuse(On(new LocalDateTime(2026, 3, 6, 0, 0)), calendar)).Code);

        ServiceRecord On(LocalDateTime entered) => ServiceRecord.Log(
            Guid.CreateVersion7(), Guid.CreateVersion7(), facts, new RecordingBody(DemoData.RescueTeam, 140431000000), new Actor(Guid.CreateVersion7(), null),
            entered.InZoneStrictly(ChinaTime.China).ToInstant());
    }

    [Fact]
    public async Task The_recorder_appraises_the_service_on_a_day_not_before_it_and_nobody_their_own()
    {
        var hours = await (await Log("2026-11-10")).Expect(HttpStatusCode.Created);
        var recorder = await app.As("recorder");
        await (await Appraise(recorder, "2026-11-09")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "service-hours.appraisal-day");
        await (await Appraise(recorder, "2026-11-21")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "service-hours.appraisal-day");
        await (await Appraise(await app.As(hours.GetProperty("personId").GetGuid(), DemoData.RescueTeam, Right.Record), "2026-11-10")).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-hours");
        await (await Appraise(recorder, "2026-11-10")).Expect(HttpStatusCode.OK);
        var appraised = await (await Appraise(recorder, "2026-11-12", "satisfactory")).Expect(HttpStatusCode.OK);
        Assert.Equal(["good", "satisfactory"], appraised.GetProperty("appraisals").EnumerateArray().Select(a => a.GetProperty("quality").GetString()));
        await (await (await app.As("verifier")).PostAsJsonAsync($"{Path}/{hours.Id()}/rejection", new { reason = "未参加" })).Expect(HttpStatusCode.OK);
        await (await Appraise(recorder, "2026-11-12")).ExpectProblem(HttpStatusCode.Conflict, "service-hours.nothing-to-appraise");

        Task<HttpResponseMessage> Appraise(HttpClient client, string on, string quality = "good") => client.PostAsJsonAsync($"{Path}/{hours.Id()}/appraisal", new { quality, on });
    }
}
