using System.Net;
using Honors.Api.Demo;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.ServiceHours;

/// <summary>What a verifier is shown to look at twice.</summary>
public sealed class SignsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/service-hours";

    private async Task<string> NewPerson() => (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();

    private async Task<string> Logged(string person, string day, int minutes = 60, string provenance = "attendance", string? evidence = null, string activity = "巡河") =>
        (await (await app.As("recorder")).Created(Path, new
        {
            personId = person,
            activity,
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance,
            servedOn = day,
            minutes,
            evidence,
        })).Id();

    private async Task<List<(string Kind, int Count, int Of)>> Signs(string record) =>
        [.. (await (await app.As("verifier")).Read($"{Path}/{record}/signs")).GetProperty("signs").EnumerateArray()
            .Select(s => (s.GetProperty("kind").GetString()!, s.GetProperty("count").GetInt32(), s.GetProperty("of").GetInt32()))];

    [Fact]
    public async Task Hours_without_sign_in_or_evidence_are_a_sign_that_is_kept_with_the_verification_it_does_not_stop()
    {
        var person = await NewPerson();
        Assert.Empty(await Signs(await Logged(person, "2026-05-01")));
        Assert.Empty(await Signs(await Logged(person, "2026-05-02", provenance: "recorded", evidence: "签到表由队里保存")));
        var bare = await Logged(person, "2026-05-03", provenance: "recorded");
        Assert.Equal([("noSignIn", 0, 0)], await Signs(bare));
        var verified = await (await (await app.As("verifier")).PostAsync($"{Path}/{bare}/verification", null)).Expect(HttpStatusCode.OK);
        var kept = verified.GetProperty("signs").EnumerateArray().Single();
        Assert.Equal("没有名册和签到，也没有写明证据。", kept.GetProperty("text").GetString());
    }

    [Fact]
    public async Task One_recorder_again_and_again_with_equal_minutes_is_told_with_its_figures()
    {
        var person = await NewPerson();
        var last = "";
        for (var i = 1; i <= 10; i++) last = await Logged(person, $"2026-06-{i:00}");
        Assert.Equal([("oneRecorder", 10, 10), ("equalDurations", 10, 10)], await Signs(last));
        Assert.Equal([("oneRecorder", 11, 11)], await Signs(await Logged(person, "2026-06-11", 95)));
    }

    [Fact]
    public async Task More_people_than_signed_in_at_an_event_and_fifty_entries_within_an_hour_are_signs()
    {
        var last = await NewPerson();
        app.Clock.Now += Duration.FromHours(2);
        for (var i = 0; i < 4; i++) last = await Logged(await NewPerson(), "2026-07-01", activity: "植树");
        for (var i = 0; i < 46; i++) last = await Logged(await NewPerson(), "2026-07-01", provenance: "recorded", evidence: "照片", activity: "植树");
        Assert.Equal(("eventLargerThanSignIns", 4, 50), (await Signs(last))[^1]);
        for (var i = 0; i < 4; i++) last = await Logged(await NewPerson(), "2026-07-02", provenance: "recorded", evidence: "照片");
        Assert.Contains(await Signs(last), s => s is { Kind: "bulkEntry", Count: >= 50 });
        app.Clock.Now -= Duration.FromHours(2);
    }

    [Fact]
    public async Task Many_entries_in_the_ten_days_before_the_end_of_the_year_are_a_sign()
    {
        var (start, person) = (app.Clock.Now, await NewPerson());
        try
        {
            app.Clock.Now = Instant.FromUtc(2026, 12, 22, 4, 0);
            var last = "";
            for (var i = 1; i <= 10; i++) last = await Logged(person, $"2026-09-{i:00}", 60 + i);
            Assert.Contains(("beforeDeadline", 10, 10), await Signs(last));
            app.Clock.Now = Instant.FromUtc(2026, 12, 21, 4, 0);
            Assert.DoesNotContain(await Signs(await Logged(person, "2026-09-20", 90)), s => s.Kind is "beforeDeadline");
        }
        finally
        {
            app.Clock.Now = start;
        }
    }
}
