using System.Net;
using System.Net.Http.Json;
using CsCheck;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

public sealed class ReversalTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/service-hours";

    private async Task<string> NewPerson() => (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();

    private static object Timed(string person, int hour, int minutes = 60) => new
    {
        personId = person,
        activity = "巡河",
        category = "community",
        organizerId = DemoData.RescueTeam,
        provenance = "attendance",
        startsAt = $"2026-05-04T{hour:00}:00:00Z",
        endsAt = $"2026-05-04T{hour + 1:00}:00:00Z",
        minutes,
    };

    private async Task<string> Logged(string person, int hour = 1) => (await (await app.As("recorder")).Created(Path, Timed(person, hour))).Id();

    private async Task<string> Verified(string person, int hour = 1)
    {
        var id = await Logged(person, hour);
        await (await (await app.As("verifier")).PostAsync($"{Path}/{id}/verification", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<HttpResponseMessage> Reverse(string client, string id, object body) => await (await app.As(client)).PostAsJsonAsync($"{Path}/{id}/reversal", body);

    private async Task<(int Counted, int Logged)> Minutes(string person)
    {
        var hours = (await (await app.As("office")).Read($"/api/v1/people/{person}/record")).GetProperty("recordedHours");
        return (hours.GetProperty("minutes").GetInt32(), hours.GetProperty("minutesLogged").GetInt32());
    }

    [Fact]
    public async Task Reversed_hours_count_nothing_and_free_their_time_for_what_replaces_them()
    {
        var person = await NewPerson();
        var id = await Verified(person);
        Assert.Equal((60, 0), await Minutes(person));

        var reversed = await (await Reverse("verifier", id, new { reason = "签到表上是半小时", replacement = Timed(person, 1, 30) })).Expect(HttpStatusCode.OK);
        Assert.Equal("reversed", reversed.GetProperty("status").GetString());
        Assert.Equal((0, 30), await Minutes(person));

        var replacement = await (await app.As("office")).Read($"{Path}/{reversed.GetProperty("replacedById").GetString()}");
        Assert.Equal(id, replacement.GetProperty("replacesId").GetString());
        await (await (await app.As("verifier")).PostAsync($"{Path}/{replacement.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-record");
        await (await (await app.As("office")).PostAsync($"{Path}/{replacement.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        Assert.Equal((30, 0), await Minutes(person));
        await (await Reverse("verifier", id, new { reason = "再次" })).ExpectProblem(HttpStatusCode.Conflict, "service-hours.not-reversible");
    }

    [Fact]
    public async Task Verified_hours_are_not_reversed_by_whoever_logged_or_gave_them()
    {
        var person = await NewPerson();
        var id = await Verified(person);
        var logger = await app.As(DemoId.Of("李记远"), DemoData.RescueTeam, Right.Record, Right.Verify);
        await (await logger.PostAsJsonAsync($"{Path}/{id}/reversal", new { reason = "写错" })).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-record");
        var self = await app.As(Guid.Parse(person), DemoData.RescueTeam, Right.Verify);
        await (await self.PostAsJsonAsync($"{Path}/{id}/reversal", new { reason = "写错" })).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-hours");
        await (await Reverse("recorder", id, new { reason = "写错" })).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        Assert.Equal((60, 0), await Minutes(person));
    }

    [Fact]
    public async Task A_replacement_that_overlaps_other_hours_leaves_everything_as_it_was()
    {
        var person = await NewPerson();
        var id = await Verified(person, 1);
        await Verified(person, 3);
        await (await Reverse("verifier", id, new { reason = "时间写错", replacement = Timed(person, 3) })).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap");
        Assert.Equal((120, 0), await Minutes(person));
        var other = await NewPerson();
        await (await Reverse("verifier", id, new { reason = "人写错", replacement = Timed(other, 5) })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "member.fixed");
    }

    [Fact]
    public async Task A_draft_is_deleted_by_the_account_that_logged_it_and_by_no_other()
    {
        var person = await NewPerson();
        var id = await Logged(person);
        var colleague = await app.As(null, DemoData.RescueTeam, Right.Record);
        await (await colleague.DeleteAsync($"{Path}/{id}")).ExpectProblem(HttpStatusCode.Conflict, "draft.not-yours");
        await (await (await app.As("recorder")).DeleteAsync($"{Path}/{id}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As("recorder")).GetAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal((0, 0), await Minutes(person));
        await Logged(person); // its time is free
    }

    [Fact]
    public async Task What_was_settled_reversed_or_named_by_an_award_is_never_deleted()
    {
        var person = await NewPerson();
        var recorder = await app.As("recorder");
        await (await recorder.DeleteAsync($"{Path}/{await Verified(person, 1)}")).ExpectProblem(HttpStatusCode.Conflict, "draft.kept");
        var reversed = await Logged(person, 3);
        await (await Reverse("recorder", reversed, new { reason = "重复" })).Expect(HttpStatusCode.OK);
        await (await recorder.DeleteAsync($"{Path}/{reversed}")).ExpectProblem(HttpStatusCode.Conflict, "draft.kept");
        var linked = await Logged(person, 5);
        await recorder.Created("/api/v1/awards", new
        {
            titleId = DemoId.Of("优秀队员"),
            divisionCode = 140431000000,
            personId = person,
            source = new { title = "年鉴", publishedOn = new { date = "2025" } },
            serviceHourIds = new[] { linked },
        });
        await (await recorder.DeleteAsync($"{Path}/{linked}")).ExpectProblem(HttpStatusCode.Conflict, "draft.linked");
    }

    /// <summary>Random logs, verifications, rejections, reversals with and without replacement, and deletions, refused or not.</summary>
    [Fact]
    public async Task The_totals_of_a_person_are_the_sums_of_the_records_that_count()
    {
        var recorder = await app.As("recorder");
        var verifier = await app.As("verifier");
        var office = await app.As("office");
        await Gen.Select(Gen.Int[0, 4], Gen.Int[0, 9], Gen.Int[1, 60]).Array[1, 15].SampleAsync(async acts =>
        {
            var person = await NewPerson();
            List<string> ids = [];
            foreach (var (act, pick, minutes) in acts)
            {
                var id = ids.Count is 0 ? Guid.CreateVersion7().ToString() : ids[pick % ids.Count];
                var answer = act switch
                {
                    0 => await recorder.PostAsJsonAsync(Path, Timed(person, pick, minutes)),
                    1 => await (pick % 2 is 0 ? verifier : office).PostAsync($"{Path}/{id}/verification", null),
                    2 => await verifier.PostAsJsonAsync($"{Path}/{id}/reversal", new { reason = "更正", replacement = Timed(person, pick, minutes) }),
                    3 => await verifier.PostAsJsonAsync($"{Path}/{id}/reversal", new { reason = "更正" }),
                    _ => await recorder.DeleteAsync($"{Path}/{id}"),
                };
                if (!answer.IsSuccessStatusCode) Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Conflict]);
                if (answer.StatusCode is HttpStatusCode.Created) ids.Add((await answer.Expect(HttpStatusCode.Created)).Id());
                if (act is 2 && answer.IsSuccessStatusCode) ids.Add((await answer.Expect(HttpStatusCode.OK)).GetProperty("replacedById").GetString()!);
            }

            var records = (await office.Read($"{Path}?personId={person}&limit=100")).GetProperty("items").EnumerateArray().ToList();
            Assert.Equal((Sum("verified"), Sum("logged")), await Minutes(person));
            var standing = records.Where(r => r.GetProperty("status").GetString() is "verified" or "logged").Select(r => r.GetProperty("startsAt").GetString());
            Assert.Equal(standing.Distinct().Count(), standing.Count());

            int Sum(string status) => records.Where(r => r.GetProperty("status").GetString() == status).Sum(r => r.GetProperty("minutes").GetInt32());
        }, iter: 25, threads: 1);
    }
}
