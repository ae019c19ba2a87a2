using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace Honors.Tests.ServiceHours;

/// <summary>Whole stories: of an hour from its log to the county's decision, of two claims to the same day, of a teacher who moves.</summary>
public sealed class HoursStoryTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = Units.Hours;

    private readonly Units _units = new(app);

    [Fact]
    public async Task A_team_logs_a_school_disputes_the_recorder_stands_by_it_the_county_decides_and_each_day_keeps_its_total()
    {
        await using var own = new HonorsApp();
        var units = new Units(own);
        var (school, teacher, office) = (await units.School(), await units.Teacher(), await own.As("office"));
        var id = await units.Logged(teacher, "2026-10-14");
        await Shows("2026-11-20", verified: 0, confirmed: 0, awaiting: 120);

        await Next();
        await units.Verify(id);
        await Next();
        var dispute = await (await Units.Say(school, id, new { answer = "partly", minutes = 60, reason = "standby" })).Expect(HttpStatusCode.OK);
        var path = $"{Hours}/{id}/confirmations/{dispute.Id()}";
        await (await (await own.As("recorder")).PostAsJsonAsync($"{path}/reply", new { agrees = false, reason = "签到表为证" })).Expect(HttpStatusCode.OK);
        await Next();
        await (await office.PostAsJsonAsync($"{path}/decision", new { minutes = 90, reason = "值班半小时" })).Expect(HttpStatusCode.OK);
        await Next();
        var replacement = (await office.Read($"{Hours}/{id}")).GetProperty("replacedById").GetString()!;
        await units.Verify(replacement);
        await Next();
        await (await (await own.As("office2")).PostAsJsonAsync($"{Hours}/{replacement}/reversal", new { reason = "活动取消" })).Expect(HttpStatusCode.OK);

        foreach (var client in (HttpClient[])[office, school, await own.As(Guid.Parse(teacher), DemoData.EpidemicTeam)])
        {
            await Shows("2026-11-19", 0, 0, 0, client);
            await Shows("2026-11-20", 0, 0, 120, client);
            await Shows("2026-11-21", 120, 0, 0, client);
            await Shows("2026-11-22", 120, 0, 0, client); // disputed: it counts as recorded, not as confirmed
            await Shows("2026-11-23", 0, 0, 90, client);
            await Shows("2026-11-24", 90, 90, 0, client); // what the county settled is confirmed
            await Shows("2026-11-25", 0, 0, 0, client);
        }

        Task Next()
        {
            own.Clock.Now += Duration.FromDays(1);
            return Task.CompletedTask;
        }

        async Task Shows(string asOf, int verified, int confirmed, int awaiting, HttpClient? client = null)
        {
            var total = await (client ?? office).Read($"/api/v1/people/{teacher}/hours-total?year=2026&asOf={asOf}");
            Assert.Equal((asOf, verified, confirmed, awaiting), (asOf, Of("counted"), Of("confirmed"), Of("awaitingVerification")));
            foreach (var figure in (string[])["counted", "confirmed", "awaitingVerification"])
            {
                var listed = await (client ?? office).Read(total.GetProperty(figure).GetProperty("link").GetString()!);
                Assert.Equal(Of(figure), listed.GetProperty("items").EnumerateArray().Sum(i => i.GetProperty("minutes").GetInt32()));
            }

            int Of(string figure) => total.GetProperty(figure).GetProperty("minutes").GetInt32();
        }
    }

    [Fact]
    public async Task What_a_unit_takes_back_or_confirms_again_is_confirmed_on_the_days_on_which_it_was()
    {
        await using var own = new HonorsApp();
        var units = new Units(own);
        var (school, teacher) = (await units.School(), await units.Teacher());
        var id = await units.Verified(teacher, "2026-10-14");
        foreach (var answer in (string[])["true", "unknown", "true", "unknown"])
        {
            await (await Units.Say(school, id, new { answer })).Expect(HttpStatusCode.OK);
            own.Clock.Now += Duration.FromDays(1);
        }

        List<int> confirmed = [];
        foreach (var day in (string[])["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"])
            confirmed.Add((await school.Read($"/api/v1/organizations/{DemoData.School}/hours-total?year=2026&asOf={day}")).GetProperty("confirmed").GetProperty("minutes").GetInt32());
        Assert.Equal([0, 120, 0, 120, 0, 0], confirmed);
    }

    [Fact]
    public async Task A_deployment_of_five_days_and_a_school_event_on_the_third_are_counted_once_and_both_recorders_see_why()
    {
        var (recorder, office, teacher) = (await app.As("recorder"), await app.As("verifier"), await _units.Teacher());
        var school = await app.As(null, DemoData.School, Right.Record, Right.Confirm);
        var community = await app.As(null, DemoData.DisabledTeam, Right.Record);
        var first = new LocalDate(2026, 7, 20);
        var made = (await recorder.Created("/api/v1/deployments", new
        {
            name = "外省防汛",
            kind = "floodRescue",
            teams = new[] { new { teamId = DemoData.RescueTeam } },
            roster = new[]
            {
                new
                {
                    personId = teacher,
                    teamId = DemoData.RescueTeam,
                    segments = Enumerable.Range(0, 5).Select(d => new { activity = "rescue", from = At(d, 8), to = At(d, 18) }),
                    ending = new { kind = "returned", at = At(4, 20) },
                },
            },
        })).Id();
        var meeting = await school.Created(Hours, Event(teacher, DemoData.School, At(2, 14), At(2, 17)));
        await (await office.PostAsync($"{Hours}/{meeting.Id()}/verification", null)).Expect(HttpStatusCode.OK);

        await (await recorder.PostAsync($"/api/v1/deployments/{made}/closing", null)).Expect(HttpStatusCode.OK);
        var hours = (await recorder.Read($"{Hours}?deploymentId={made}&limit=100")).GetProperty("items").EnumerateArray().OrderBy(h => h.GetProperty("startsAt").GetString(), StringComparer.Ordinal).ToList();
        var contested = Assert.Single(hours, h => h.GetProperty("status").GetString() is "contested");
        Assert.Equal((At(2, 14), At(2, 17), 180), (contested.GetProperty("startsAt").GetString(), contested.GetProperty("endsAt").GetString(), contested.GetProperty("minutes").GetInt32()));
        Assert.Equal(50 * 60 - 180, hours.Where(h => h.GetProperty("status").GetString() is "logged").Sum(h => h.GetProperty("minutes").GetInt32()));

        // Each side sees which of its own time is in question, and against what; the other's record itself only who may see it anyway.
        Assert.Equal(meeting.Id(), contested.GetProperty("contestedWithId").GetString());
        await (await recorder.GetAsync($"{Hours}/{meeting.Id()}")).Expect(HttpStatusCode.NotFound);
        var seen = await school.Read($"{Hours}/{contested.Id()}");
        Assert.Equal((meeting.Id(), "contested"), (seen.GetProperty("contestedWithId").GetString(), seen.GetProperty("status").GetString()));
        await (await community.GetAsync($"{Hours}/{contested.Id()}")).Expect(HttpStatusCode.NotFound);

        foreach (var logged in hours.Where(h => h.GetProperty("status").GetString() is "logged")) await (await office.PostAsync($"{Hours}/{logged.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        await Counted(50 * 60, 180);
        await (await office.PostAsJsonAsync($"{Hours}/{contested.Id()}/settlement", new { counts = "other", reason = "当天下午在校参加活动" })).Expect(HttpStatusCode.OK);
        await Counted(50 * 60, 0);

        // A third body that records the same afternoon learns the interval, and not whose record it is.
        await (await app.As("office")).Created($"/api/v1/teams/{DemoData.DisabledTeam}/memberships", new { personId = teacher });
        var refused = await (await community.PostAsJsonAsync(Hours, Event(teacher, DemoData.DisabledTeam, At(2, 16), At(2, 19)))).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap");
        Assert.Equal("timedWithTimed", refused.GetProperty("facts").GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("facts").GetProperty("otherId").ValueKind);
        Assert.DoesNotContain("家长", refused.GetRawText());

        string At(int day, int hour) => InstantPattern.General.Format((first.PlusDays(day) + new LocalTime(hour, 0)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant());

        static object Event(string person, Guid body, string from, string to) => new
        {
            personId = person,
            activity = "家长学校志愿讲座",
            category = "teaching",
            organizerId = body,
            provenance = "attendance",
            startsAt = from,
            endsAt = to,
            recordedBy = body,
        };

        async Task Counted(int minutes, int inContest)
        {
            var total = await office.Read($"/api/v1/people/{teacher}/hours-total?year=2026");
            Assert.Equal((minutes, inContest), (total.GetProperty("counted").GetProperty("minutes").GetInt32(), total.GetProperty("contested").GetProperty("minutes").GetInt32()));
        }
    }

    [Fact]
    public async Task A_teacher_who_moves_in_October_is_answered_for_by_each_school_on_its_own_days()
    {
        var office = await app.As("office");
        var later = Guid.Parse((await office.Created("/api/v1/organizations", new { name = "沁源县某某初中", kind = "school", divisionCode = 140431000000 })).Id());
        var teacher = await _units.Teacher(DemoData.School, "2015", "2026-10-15");
        await _units.Employ(teacher, later, "2026-10-16");
        var (before, after) = (await _units.Verified(teacher, "2026-10-15"), await _units.Verified(teacher, "2026-10-16"));
        var (old, current) = (await _units.School(), await _units.School(later));
        Assert.Equal([before], await Waiting(old));
        Assert.Equal([after], await Waiting(current));

        await (await Units.Say(old, after, new { answer = "true" })).Expect(HttpStatusCode.NotFound);
        await (await Units.Say(current, before, new { answer = "true" })).Expect(HttpStatusCode.NotFound);
        await (await Units.Say(old, before, new { answer = "true" })).Expect(HttpStatusCode.OK);
        await (await Units.Say(current, after, new { answer = "untrue", reason = "onDuty" })).Expect(HttpStatusCode.OK);
        Assert.Equal((120, 120), await Total(old, DemoData.School));
        Assert.Equal((120, 0), await Total(current, later));

        async Task<List<string>> Waiting(HttpClient school) =>
            [.. (await school.Read($"{Hours}/queue?for=confirmation&personId={teacher}")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("hours").Id())];

        async Task<(int Counted, int Confirmed)> Total(HttpClient school, Guid unit)
        {
            var total = await school.Read($"/api/v1/organizations/{unit}/hours-total?from=2026-10-15&to=2026-10-16");
            return (total.GetProperty("counted").GetProperty("minutes").GetInt32(), total.GetProperty("confirmed").GetProperty("minutes").GetInt32());
        }
    }
}
