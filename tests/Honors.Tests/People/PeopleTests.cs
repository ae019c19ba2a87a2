using System.Net;
using System.Net.Http.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.People;

public sealed class PeopleTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/people";

    private static readonly object Source = new { title = "沁源县年鉴", publishedOn = new { date = "2025" } };

    [Fact]
    public async Task Two_people_of_one_name_are_two_people_with_numbers_of_their_own()
    {
        var office = await app.As("office");
        var (first, second) = (await office.Created(Path, new { name = "同名人员" }), await office.Created(Path, new { name = "同名人员" }));
        Assert.NotEqual(first.GetProperty("number").GetString(), second.GetProperty("number").GetString());
        Assert.Equal(2, (await office.Read($"{Path}?name=同名")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_name_is_written_one_way_however_it_was_typed()
    {
        var made = await (await app.As("office")).Created(Path, new { name = " 阿依古丽•买买提 " });
        Assert.Equal("阿依古丽·买买提", made.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var office = await app.As("office");
        var made = await office.Created(Path, new { name = "改名人员" });
        await (await office.Put($"{Path}/{made.Id()}", new { name = "新名人员" }, null)).ExpectProblem(HttpStatusCode.PreconditionRequired, "if-match.required");
        await (await office.Put($"{Path}/{made.Id()}", new { name = "新名人员" }, "\"1.f\"")).Expect(HttpStatusCode.OK);
        await (await office.Put($"{Path}/{made.Id()}", new { name = "旧名人员" }, "\"1.f\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "if-match.stale");
    }

    [Fact]
    public async Task A_school_sees_its_teacher_and_the_hours_of_the_days_of_employment_alone()
    {
        var recorder = await app.As("recorder");
        var person = (await recorder.Created(Path, new { name = "教师人员" })).Id();
        var employment = $"{Path}/{person}/employments/"
            + (await recorder.Created($"{Path}/{person}/employments", new { organizationId = DemoData.School, from = new { date = "2026-03-01" } })).Id();
        foreach (var day in (string[])["2026-02-28", "2026-03-01", "2026-04-01"])
        {
            await recorder.Created("/api/v1/service-hours", new
            {
                personId = person,
                activity = "巡河",
                category = "community",
                organizerId = DemoData.RescueTeam,
                provenance = "recorded",
                servedOn = day,
                minutes = 30,
            });
        }

        var school = await app.As(null, DemoData.School, Right.Record);
        await (await school.GetAsync($"{Path}/{person}")).Expect(HttpStatusCode.NotFound); // stated, but nobody has confirmed it
        await (await recorder.PostAsync(employment + "/confirmation", null)).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await (await app.As("verifier")).PostAsync(employment + "/confirmation", null)).Expect(HttpStatusCode.OK);
        await (await (await app.As("verifier")).PostAsync(employment + "/confirmation", null)).ExpectProblem(HttpStatusCode.Conflict, "employment.already-confirmed");
        await (await recorder.PostAsJsonAsync(employment + "/ending", new { until = new { date = "2026-02" } })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "period.ends-before-it-begins");
        await (await recorder.PostAsJsonAsync(employment + "/ending", new { until = new { date = "2026-03-31" } })).Expect(HttpStatusCode.OK);
        await (await recorder.PostAsJsonAsync(employment + "/ending", new { until = new { date = "2026-03-31" } })).ExpectProblem(HttpStatusCode.Conflict, "employment.ended");
        await school.Read($"{Path}/{person}");
        var seen = (await school.Read($"/api/v1/service-hours?personId={person}")).GetProperty("items");
        Assert.Equal("2026-03-01", Assert.Single(seen.EnumerateArray()).GetProperty("servedOn").GetString());
    }

    [Fact]
    public async Task A_person_sees_their_own_record()
    {
        var person = Guid.Parse((await (await app.As("recorder")).Created(Path, new { name = "本人人员" })).Id());
        var self = await app.As(person, DemoData.NeighbourOffice, Right.Administer);
        await self.Read($"{Path}/{person}/record");
    }

    [Fact]
    public async Task A_ground_lists_only_records_of_that_person()
    {
        var recorder = await app.As("recorder");
        var problem = await (await recorder.PostAsJsonAsync($"{Path}/{DemoId.Of("林予安")}/grounds", new
        {
            kind = "published",
            source = Source,
            showsName = true,
            showsUnit = false,
            recordIds = new[] { DemoId.Of("宋知行 member") },
        })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");
        Assert.True(problem.GetProperty("errors").TryGetProperty("recordIds[0]", out _));
    }

    [Fact]
    public async Task A_member_is_in_a_team_once_at_a_time_and_may_come_back()
    {
        var recorder = await app.As("recorder");
        var person = (await recorder.Created(Path, new { name = "队员人员" })).Id();
        var path = $"/api/v1/teams/{DemoData.RescueTeam}/memberships";
        await recorder.Created(path, new { personId = person, from = new { date = "2010" }, until = new { date = "2015" } });
        await recorder.Created(path, new { personId = person, from = new { date = "2018" } });
        await (await recorder.PostAsJsonAsync(path, new { personId = person })).ExpectProblem(HttpStatusCode.Conflict, "membership.running");
        await (await recorder.PostAsJsonAsync($"/api/v1/teams/{DemoData.DisabledTeam}/memberships", new { personId = person }))
            .ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
    }

    [Fact]
    public async Task A_body_records_in_its_own_name_alone() => await (await (await app.As("recorder"))
        .PostAsJsonAsync(Path, new { name = "越权人员", recordedBy = DemoData.CountyOffice })).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");

    [Fact]
    public async Task Whoever_has_a_composed_answer_already_gets_304()
    {
        var office = await app.As("office");
        var first = await office.GetAsync($"{Path}/{FirstStory.Person}/record");
        var again = new HttpRequestMessage(HttpMethod.Get, $"{Path}/{FirstStory.Person}/record");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await office.SendAsync(again)).StatusCode);
    }
}
