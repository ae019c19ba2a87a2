using System.Net;
using System.Net.Http.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.VillageAssignments;

public sealed class HelpLogTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/village-assignments";

    private async Task<string> NewPerson() => (await (await app.As("office")).Created("/api/v1/people", new { name = "驻村人员" })).Id();

    private async Task<string> Posting(string person, string from, long village = 140431200201, string role = "member") => (await (await app.As("office")).Created(
        Path, new { personId = person, villageCode = village, role, from = new { date = from } })).Id();

    private static object Help(string? household = "WGS", string? followUp = null, string day = "2026-03-01") =>
        new { day, kind = "reimbursement", matter = "住院费用报销", household, action = "代交材料", followUp };

    private async Task<HttpResponseMessage> End(string id, string until, string? handedOverTo = null, string ending = "rotated") =>
        await (await app.As("office")).PostAsJsonAsync($"{Path}/{id}/ending", new { ending, until, handedOverTo });

    private async Task<List<string>> Log(string id) =>
        [.. (await (await app.As("office")).Read($"{Path}/{id}/help-log")).GetProperty("items").EnumerateArray().Select(e => e.Id())];

    [Theory]
    [InlineData("WGS", true)]
    [InlineData("W-12", true)]
    [InlineData("037", true)]
    [InlineData("王桂三", false)]
    [InlineData("WANGGUISAN", false)]
    [InlineData("1395550", false)]
    [InlineData("wgs", false)]
    public async Task A_household_is_initials_or_a_code(string household, bool fits)
    {
        var id = await Posting(await NewPerson(), "2026-01-01");
        var answer = await (await app.As("office")).PostAsJsonAsync($"{Path}/{id}/help-log", Help(household));
        if (fits) await answer.Expect(HttpStatusCode.Created);
        else await answer.ExpectProblem(HttpStatusCode.UnprocessableEntity, "help-log.household-named");
    }

    [Fact]
    public async Task A_phone_or_identity_number_is_kept_out_of_the_log()
    {
        const string Phone = "电话 139 0000 0000", Identity = "证件140431190001010000";
        var id = await Posting(await NewPerson(), "2026-01-01");
        var office = await app.As("office");
        foreach (var (member, body) in ((string, object)[])
            [
                ("matter", new { day = "2026-03-01", kind = "homeVisit", matter = Phone }),
                ("action", new { day = "2026-03-01", kind = "homeVisit", matter = "走访", action = Identity }),
                ("result", new { day = "2026-03-01", kind = "homeVisit", matter = "走访", result = Phone }),
                ("followUp", new { day = "2026-03-01", kind = "homeVisit", matter = "走访", followUp = Identity }),
                ("evidence", new { day = "2026-03-01", kind = "homeVisit", matter = "走访", evidence = Phone }),
            ])
        {
            await Refused(await office.PostAsJsonAsync($"{Path}/{id}/help-log", body), member);
        }

        var open = (await office.Created($"{Path}/{id}/help-log", Help(followUp: "周五送药"))).Id();
        await Refused(await office.PostAsJsonAsync($"{Path}/{id}/help-log/{open}/follow-up", new { result = Phone }), "result");
        Assert.Single(await Log(id));

        static async Task Refused(HttpResponseMessage answer, string member) =>
            Assert.True((await answer.ExpectProblem(HttpStatusCode.UnprocessableEntity, "text.personal-number")).GetProperty("errors").TryGetProperty(member, out _));
    }

    [Fact]
    public async Task The_posted_person_keeps_the_log_and_nothing_of_it_becomes_hours()
    {
        var person = await NewPerson();
        var id = await Posting(person, "2026-01-01");
        var posted = await app.As(Guid.Parse(person), DemoData.School);
        await posted.Created($"{Path}/{id}/help-log", Help());
        var record = await (await app.As("office")).Read($"/api/v1/people/{person}/record");
        Assert.Equal((0, 0, 0), (
            record.GetProperty("serviceHours").GetProperty("items").GetArrayLength(),
            record.GetProperty("recordedHours").GetProperty("minutes").GetInt32(),
            record.GetProperty("recordedHours").GetProperty("minutesLogged").GetInt32()));
        Assert.Single((await (await app.As("office")).Read($"{Path}/{id}/record")).GetProperty("helpLog").GetProperty("items").EnumerateArray());
        await (await posted.PostAsJsonAsync($"{Path}/{id}/help-log", Help(day: "2025-12-31"))).ExpectProblem(HttpStatusCode.Conflict, "help-log.outside-posting");
        var somebody = await app.As(null, DemoData.School);
        Assert.Equal(HttpStatusCode.NotFound, (await somebody.PostAsJsonAsync($"{Path}/{id}/help-log", Help())).StatusCode);
    }

    [Fact]
    public async Task A_posting_with_open_follow_ups_ends_only_with_someone_to_take_them_over_in_whose_posting_they_then_stand()
    {
        const long Village = 140431200202;
        var (first, second) = (await NewPerson(), await NewPerson());
        var before = await Posting(first, "2025-01-01", Village, "firstSecretary");
        var office = await app.As("office");
        var open = (await office.Created($"{Path}/{before}/help-log", Help(followUp: "周五送药"))).Id();
        await office.Created($"{Path}/{before}/help-log", Help());

        await (await End(before, "2026-06-30")).ExpectProblem(HttpStatusCode.Conflict, "village-assignment.hand-over-needed");
        await (await End(before, "2026-06-30", first)).ExpectProblem(HttpStatusCode.Conflict, "village-assignment.own-successor");
        var ended = await (await End(before, "2026-06-30", second, "termServed")).Expect(HttpStatusCode.OK);
        Assert.Equal(("termServed", "2026-06-30", second), (
            ended.GetProperty("ending").GetString(), ended.GetProperty("until").GetProperty("date").GetString(), ended.GetProperty("handedOverTo").GetString()));
        await (await End(before, "2026-06-30", second)).ExpectProblem(HttpStatusCode.Conflict, "village-assignment.ended");

        var after = await Posting(second, "2026-07-01", Village, "firstSecretary");
        Assert.Equal([open], await Log(after));
        var successor = await app.As(Guid.Parse(second), DemoData.School);
        await (await successor.PostAsJsonAsync($"{Path}/{after}/help-log/{open}/follow-up", new { result = "药已送到" })).Expect(HttpStatusCode.OK);
        await (await successor.PostAsJsonAsync($"{Path}/{after}/help-log/{open}/follow-up", new { result = "再送" })).ExpectProblem(HttpStatusCode.Conflict, "help-log.nothing-open");
        await (await End(after, "2026-11-01")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_posting_ends_after_it_began_and_not_after_today_and_frees_person_and_village()
    {
        const long Village = 140431200204;
        var person = await NewPerson();
        var id = await Posting(person, "2025-01-01", Village, "firstSecretary");
        await (await End(id, "2024-12-31")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "period.ends-before-it-begins");
        await (await End(id, "2026-11-21")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "village-assignment.ends-in-future");
        await (await End(id, "2026-10-31", ending: "recalled")).Expect(HttpStatusCode.OK);
        await Posting(person, "2026-11-01", 140431200205);
        await Posting(await NewPerson(), "2026-11-01", Village, "firstSecretary");
    }
}
