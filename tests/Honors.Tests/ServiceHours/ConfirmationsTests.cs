using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CsCheck;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.ServiceHours;

public sealed class ConfirmationsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = Units.Hours;

    private readonly Units _units = new(app);

    private async Task<HttpResponseMessage> Act(string client, string id, JsonElement confirmation, string act, object body) =>
        await (await app.As(client)).PostAsJsonAsync($"{Hours}/{id}/confirmations/{confirmation.Id()}/{act}", body);

    [Fact]
    public async Task A_school_disputes_the_recorder_disagrees_the_county_decides_and_the_hours_follow_by_reversal()
    {
        var (school, teacher) = (await _units.School(), await _units.Teacher());
        var id = await _units.Verified(teacher, "2026-10-14");
        Assert.Equal("120 verified, 0 confirmed, 0 disputed, 0 logged, 0 contested", await Units.Figures(school, teacher));

        var dispute = await (await Units.Say(school, id, new { answer = "partly", minutes = 60, reason = "standby", note = "七点到八点值班" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("disputed", "2026-12-04"), (dispute.GetProperty("status").GetString(), dispute.GetProperty("replyDue").GetString()));
        Assert.Equal("120 verified, 0 confirmed, 120 disputed, 0 logged, 0 contested", await Units.Figures(school, teacher));
        await (await Act("office", id, dispute, "decision", new { minutes = 60, reason = "半场" })).ExpectProblem(HttpStatusCode.Conflict, "confirmation.awaits-reply");

        await (await Act("recorder", id, dispute, "reply", new { agrees = false, reason = "签到表为证" })).Expect(HttpStatusCode.OK);
        await (await Act("office", id, dispute, "decision", new { minutes = 121, reason = "多算" })).ExpectProblem(HttpStatusCode.Conflict, "confirmation.more-than-recorded");
        var decided = await (await Act("office", id, dispute, "decision", new { minutes = 90, reason = "值班半小时" })).Expect(HttpStatusCode.OK);
        Assert.Equal("upheld", decided.GetProperty("status").GetString());
        Assert.Equal(["answered", "disagreed", "decided"], decided.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("act").GetString()));
        Assert.Equal("0 verified, 0 confirmed, 0 disputed, 90 logged, 0 contested", await Units.Figures(school, teacher));

        var replaced = (await school.Read($"{Hours}/{id}")).GetProperty("replacedById").GetString()!;
        await _units.Verify(replaced);
        Assert.Equal("90 verified, 90 confirmed, 0 disputed, 0 logged, 0 contested", await Units.Figures(school, teacher));
        var counted = (await (await app.As("office")).Read($"/api/v1/people/{teacher}/record")).GetProperty("recordedHours");
        Assert.Equal(90, counted.GetProperty("minutes").GetInt32());
    }

    [Fact]
    public async Task A_recorder_who_agrees_takes_the_hours_back_and_logs_what_is_left()
    {
        var (school, teacher) = (await _units.School(), await _units.Teacher());
        var (part, none) = (await _units.Logged(teacher, "2026-10-14"), await _units.Logged(teacher, "2026-10-15"));
        var partly = await (await Units.Say(school, part, new { answer = "partly", minutes = 45, reason = "otherMinutes" })).Expect(HttpStatusCode.OK);
        var untrue = await (await Units.Say(school, none, new { answer = "untrue", reason = "didNotTakePart" })).Expect(HttpStatusCode.OK);
        await (await Act("recorder", part, partly, "reply", new { agrees = true, reason = "核对签退时间" })).Expect(HttpStatusCode.OK);
        await (await Act("recorder", none, untrue, "reply", new { agrees = true, reason = "签到表无此人" })).Expect(HttpStatusCode.OK);
        Assert.Equal("0 verified, 0 confirmed, 0 disputed, 45 logged, 0 contested", await Units.Figures(school, teacher));
        await (await Act("recorder", none, untrue, "reply", new { agrees = true, reason = "再次" })).ExpectProblem(HttpStatusCode.Conflict, "confirmation.not-open");
    }

    [Fact]
    public async Task Verified_hours_are_not_lowered_by_whoever_logged_them()
    {
        var (school, teacher) = (await _units.School(), await _units.Teacher());
        var id = await _units.Verified(teacher, "2026-10-14");
        var dispute = await (await Units.Say(school, id, new { answer = "untrue", reason = "onDuty" })).Expect(HttpStatusCode.OK);
        await (await Act("recorder", id, dispute, "reply", new { agrees = true, reason = "认可" })).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        var logger = await app.As(DemoId.Of("李记远"), DemoData.RescueTeam, Right.Record, Right.Verify);
        await (await logger.PostAsJsonAsync($"{Hours}/{id}/confirmations/{dispute.Id()}/reply", new { agrees = true, reason = "认可" }))
            .ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-record");
        await (await Act("verifier", id, dispute, "reply", new { agrees = true, reason = "认可" })).Expect(HttpStatusCode.OK);
        Assert.Equal("0 verified, 0 confirmed, 0 disputed, 0 logged, 0 contested", await Units.Figures(school, teacher));
    }

    [Fact]
    public async Task Each_school_answers_for_the_days_that_the_teacher_worked_there()
    {
        var teacher = await _units.Teacher(until: "2026-10-15");
        await _units.Employ(teacher, DemoData.DisabledTeam, from: "2026-10-16");
        var (before, after) = (await _units.School(), await _units.School(DemoData.DisabledTeam));
        var (first, second) = (await _units.Logged(teacher, "2026-10-15"), await _units.Logged(teacher, "2026-10-16"));
        await (await Units.Say(before, first, new { answer = "true" })).Expect(HttpStatusCode.OK);
        await (await Units.Say(after, second, new { answer = "true" })).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, (await Units.Say(before, second, new { answer = "true" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Units.Say(after, first, new { answer = "true" })).StatusCode);
    }

    [Fact]
    public async Task The_hours_of_a_head_are_confirmed_above_and_nobody_confirms_their_own()
    {
        var head = await _units.Teacher(isHead: true);
        var id = await _units.Logged(head, "2026-10-14");
        await (await Units.Say(await _units.School(), id, new { answer = "true" })).ExpectProblem(HttpStatusCode.Forbidden, "confirmation.of-the-head");
        var above = await app.As(null, DemoData.CountyOffice, Right.Confirm);
        await (await Units.Say(above, id, new { answer = "true" })).Expect(HttpStatusCode.OK);

        var teacher = await _units.Teacher();
        var own = await _units.Logged(teacher, "2026-10-14");
        var self = await app.As(Guid.Parse(teacher), DemoData.School, Right.Confirm);
        await (await Units.Say(self, own, new { answer = "true" })).ExpectProblem(HttpStatusCode.Conflict, "confirmation.own-hours");
        await (await Units.Say(above, own, new { answer = "true" })).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        var logger = await app.As(DemoId.Of("李记远"), DemoData.School, Right.Confirm);
        await (await Units.Say(logger, own, new { answer = "true" })).ExpectProblem(HttpStatusCode.Conflict, "confirmation.own-record");
    }

    [Fact]
    public async Task A_unit_says_one_thing_with_its_reason_and_never_more_than_recorded()
    {
        var (school, teacher) = (await _units.School(), await _units.Teacher());
        var id = await _units.Logged(teacher, "2026-10-14");
        await (await Units.Say(school, id, new { answer = "partly", minutes = 120, reason = "otherMinutes" })).ExpectProblem(HttpStatusCode.Conflict, "confirmation.more-than-recorded");
        await (await Units.Say(school, id, new { answer = "partly", reason = "paid" })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "confirmation.minutes");
        await (await Units.Say(school, id, new { answer = "untrue" })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "confirmation.reason");
        await (await Units.Say(school, id, new { answer = "unknown" })).Expect(HttpStatusCode.OK);
        var known = await (await Units.Say(school, id, new { answer = "true" })).Expect(HttpStatusCode.OK);
        Assert.Equal(2, known.GetProperty("steps").GetArrayLength());
        await (await Units.Say(school, id, new { answer = "true" })).ExpectProblem(HttpStatusCode.Conflict, "confirmation.said-already");
        await (await Units.Say(school, id, new { answer = "untrue", reason = "paid" })).Expect(HttpStatusCode.OK);
        await (await Units.Say(school, id, new { answer = "true" })).ExpectProblem(HttpStatusCode.Conflict, "confirmation.in-dispute");
        var recorder = await app.As("recorder");
        await (await recorder.Put($"{Hours}/{id}", Units.Entry(teacher, "2026-10-14", 30), "\"1.f\"")).ExpectProblem(HttpStatusCode.Conflict, "confirmation.given");
        await (await recorder.DeleteAsync($"{Hours}/{id}")).ExpectProblem(HttpStatusCode.Conflict, "draft.linked");
    }

    [Fact]
    public async Task What_is_not_answered_in_its_working_days_goes_to_the_county_and_a_year_that_is_not_loaded_is_pending()
    {
        await using var own = new HonorsApp();
        var units = new Units(own);
        var (school, office, teacher) = (await units.School(), await own.As("office"), await units.Teacher());
        var id = await units.Logged(teacher, "2026-10-14");
        var dispute = await (await Units.Say(school, id, new { answer = "untrue", reason = "onLeave" })).Expect(HttpStatusCode.OK);
        await Decide(HttpStatusCode.Conflict);
        own.Clock.Now = Instant.FromUtc(2026, 12, 4, 15, 59);
        await Decide(HttpStatusCode.Conflict);
        own.Clock.Now = Instant.FromUtc(2026, 12, 4, 16, 0); // the next day in China
        await Decide(HttpStatusCode.OK);

        id = await units.Logged(teacher, "2026-10-15");
        own.Clock.Now = Instant.FromUtc(2026, 12, 28, 1, 0);
        dispute = await (await Units.Say(school, id, new { answer = "untrue", reason = "onLeave" })).Expect(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, dispute.GetProperty("replyDue").ValueKind);
        own.Clock.Now = Instant.FromUtc(2027, 11, 1, 1, 0);
        await Decide(HttpStatusCode.Conflict);

        async Task Decide(HttpStatusCode expected) =>
            await (await office.PostAsJsonAsync($"{Hours}/{id}/confirmations/{dispute.Id()}/decision", new { minutes = 120, reason = "属实" })).Expect(expected);
    }

    [Fact]
    public async Task A_person_denies_hours_they_never_gave_and_they_count_nothing_until_somebody_answers()
    {
        var (school, teacher) = (await _units.School(), await _units.Teacher());
        var (mine, stays) = (await _units.Verified(teacher, "2026-10-14"), await _units.Verified(teacher, "2026-10-15"));
        var person = await app.As(Guid.Parse(teacher), DemoData.School);
        foreach (var id in (string[])[mine, stays]) await (await person.PostAsJsonAsync($"{Hours}/{id}/denial", new { reason = "没有参加" })).Expect(HttpStatusCode.OK);
        Assert.Equal("0 verified, 0 confirmed, 0 disputed, 0 logged, 240 contested", await Units.Figures(school, teacher));

        var recorder = await app.As("recorder");
        var waiting = (await recorder.Read($"{Hours}/queue?for=answer&personId={teacher}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([mine, stays], waiting.Select(w => w.GetProperty("hours").Id()));
        Assert.All(waiting, w => Assert.Equal("没有参加", w.GetProperty("hours").GetProperty("denialReason").GetString()));
        await (await recorder.PostAsJsonAsync($"{Hours}/{mine}/reversal", new { reason = "录入时选错了人" })).Expect(HttpStatusCode.OK);
        await (await (await app.As("office")).PostAsJsonAsync($"{Hours}/{stays}/settlement", new { counts = "this", reason = "签到照片为证" })).Expect(HttpStatusCode.OK);
        await _units.Verify(stays);
        Assert.Equal("120 verified, 0 confirmed, 0 disputed, 0 logged, 0 contested", await Units.Figures(school, teacher));
        await (await person.PostAsJsonAsync($"{Hours}/{stays}/denial", new { reason = "再次" })).ExpectProblem(HttpStatusCode.Conflict, "service-hours.nothing-to-deny");
        await (await recorder.PostAsJsonAsync($"{Hours}/{stays}/denial", new { reason = "代为" })).ExpectProblem(HttpStatusCode.Forbidden, "service-hours.not-yours");
    }

    /// <summary>Random words, replies, decisions, denials, settlements, verifications and reversals, refused or not.</summary>
    [Fact]
    public async Task Whatever_the_order_of_disputes_and_denials_what_counts_never_overlaps_and_is_the_sum_of_its_records()
    {
        var (school, recorder, verifier, office, second) = (await _units.School(), await app.As("recorder"), await app.As("verifier"), await app.As("office"), await app.As("office2"));
        await Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[1, 119]).Array[1, 25].SampleAsync(async acts =>
        {
            var teacher = await _units.Teacher();
            var person = await app.As(Guid.Parse(teacher), DemoData.School);
            foreach (var (act, pick, minutes) in acts)
            {
                var ids = (await office.Read($"{Hours}?personId={teacher}&limit=100")).GetProperty("items").EnumerateArray().Select(r => r.Id()).ToList();
                var id = ids.Count is 0 ? Guid.CreateVersion7().ToString() : ids[pick % ids.Count];
                var said = ids.Count is 0 ? [] : (await office.Send(HttpMethod.Get, $"{Hours}/{id}/confirmations", "")) is { IsSuccessStatusCode: true } list
                    ? (await list.Expect(HttpStatusCode.OK)).EnumerateArray().Select(c => c.Id()).ToList() : [];
                var dispute = $"{Hours}/{id}/confirmations/{(said.Count is 0 ? Guid.CreateVersion7().ToString() : said[0])}";
                var answer = act switch
                {
                    0 or 1 => await recorder.PostAsJsonAsync(Hours, Units.Entry(teacher, "2026-10-14", minutes, pick % 5 * 3)),
                    2 => await (pick % 2 is 0 ? verifier : second).PostAsync($"{Hours}/{id}/verification", null),
                    3 => await Units.Say(school, id, new { answer = "true" }),
                    4 => await Units.Say(school, id, new { answer = "partly", minutes, reason = "otherMinutes" }),
                    5 => await verifier.PostAsJsonAsync($"{dispute}/reply", new { agrees = pick % 2 is 0, reason = "核对" }),
                    6 => await office.PostAsJsonAsync($"{dispute}/decision", new { minutes, reason = "裁定" }),
                    7 => await person.PostAsJsonAsync($"{Hours}/{id}/denial", new { reason = "没有参加" }),
                    8 => await office.PostAsJsonAsync($"{Hours}/{id}/settlement", new { counts = pick % 2 is 0 ? "this" : "other", reason = "裁定" }),
                    _ => await verifier.PostAsJsonAsync($"{Hours}/{id}/reversal", new { reason = "更正" }),
                };
                if (!answer.IsSuccessStatusCode) Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Conflict]);
            }

            var records = (await office.Read($"{Hours}?personId={teacher}&limit=100")).GetProperty("items").EnumerateArray().ToList();
            var standing = records.Where(r => r.GetProperty("status").GetString() is not ("reversed" or "rejected")).Select(r => r.GetProperty("startsAt").GetString()).ToList();
            Assert.Equal(standing.Distinct().Count(), standing.Count);
            var figures = await Units.Figures(school, teacher);
            Assert.StartsWith($"{Sum("verified")} verified, ", figures);
            Assert.EndsWith($"{Sum("logged")} logged, {Sum("contested")} contested", figures);
            Assert.True(records.All(r => r.GetProperty("replacesId").ValueKind is JsonValueKind.Null || Minutes(r) <= Minutes(Replaced(r))), "A replacement never says more.");

            int Sum(string status) => records.Where(r => r.GetProperty("status").GetString() == status).Sum(Minutes);
            JsonElement Replaced(JsonElement r) => records.Single(o => o.Id() == r.GetProperty("replacesId").GetString());
            static int Minutes(JsonElement r) => r.GetProperty("minutes").GetInt32();
        }, iter: 20, threads: 1);
    }
}
