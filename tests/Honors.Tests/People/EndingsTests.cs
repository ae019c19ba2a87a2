using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.People;

public sealed class EndingsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private static readonly object Source = new { title = "沁源县融媒体中心", publishedOn = new { date = "2026-01" } };

    private async Task<JsonElement> NewPerson() => await (await app.As("recorder")).Created("/api/v1/people", new { name = "苏见山" });

    private async Task<JsonElement> Published(JsonElement person, string record)
    {
        await (await app.As("recorder")).Created($"/api/v1/people/{person.Id()}/grounds", new { kind = "published", source = Source, showsName = true, showsUnit = false, recordIds = new[] { record } });
        return await OnPage(person);
    }

    private async Task<JsonElement> OnPage(JsonElement person) => await app.Anonymous().Read($"/api/v1/public/people/{person.GetProperty("number").GetString()}");

    [Fact]
    public async Task An_ended_membership_stays_on_record_leaves_the_public_page_and_lets_the_person_come_back()
    {
        var person = await NewPerson();
        var recorder = await app.As("recorder");
        var members = $"/api/v1/teams/{DemoData.RescueTeam}/memberships";
        var id = (await recorder.Created(members, new { personId = person.Id(), from = new { date = "2024-05" } })).Id();
        Assert.Single((await Published(person, id)).GetProperty("teams").EnumerateArray());

        await (await recorder.PostAsJsonAsync($"{members}/{id}/ending", new { until = new { date = "2024-04" } })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "period.ends-before-it-begins");
        await (await recorder.PostAsJsonAsync($"{members}/{id}/ending", new { until = new { date = "2026-04/.." } })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "period.end-unknown");
        await (await recorder.PostAsJsonAsync($"{members}/{id}/ending", new { until = new { date = "2026-04" } })).Expect(HttpStatusCode.OK);
        await (await recorder.PostAsJsonAsync($"{members}/{id}/ending", new { until = new { date = "2026-05" } })).ExpectProblem(HttpStatusCode.Conflict, "membership.ended");

        var kept = (await recorder.Read($"/api/v1/people/{person.Id()}/record")).GetProperty("memberships")[0];
        Assert.Equal("2026-04", kept.GetProperty("until").GetProperty("date").GetString());
        Assert.Empty((await OnPage(person)).GetProperty("teams").EnumerateArray());
        await recorder.Created(members, new { personId = person.Id() });
    }

    [Fact]
    public async Task After_an_employment_has_ended_the_unit_sees_no_later_hours()
    {
        var person = await NewPerson();
        var recorder = await app.As("recorder");
        var employments = $"/api/v1/people/{person.Id()}/employments";
        var id = (await recorder.Created(employments, new { organizationId = DemoData.School, from = new { date = "2019-09" } })).Id();
        await (await (await app.As("verifier")).PostAsync($"{employments}/{id}/confirmation", null)).Expect(HttpStatusCode.OK);
        var (early, late) = (await Hours("2026-03-01"), await Hours("2026-09-01"));
        var school = await app.As(null, DemoData.School, Right.Confirm);
        await school.Read($"/api/v1/service-hours/{late}");

        await (await recorder.PostAsJsonAsync($"{employments}/{id}/ending", new { until = new { date = "2026-07" } })).Expect(HttpStatusCode.OK);

        await school.Read($"/api/v1/service-hours/{early}");
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/api/v1/service-hours/{late}")).StatusCode);
        await (await recorder.PostAsJsonAsync($"{employments}/{id}/ending", new { until = new { date = "2026-07" } })).ExpectProblem(HttpStatusCode.Conflict, "employment.ended");

        async Task<string> Hours(string day) => (await recorder.Created("/api/v1/service-hours", new
        {
            personId = person.Id(),
            activity = "巡河",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = day,
            minutes = 60,
        })).Id();
    }

    [Fact]
    public async Task A_corrected_prior_total_changes_the_record_and_the_public_page()
    {
        var person = await NewPerson();
        var recorder = await app.As("recorder");
        var totals = $"/api/v1/people/{person.Id()}/prior-totals";
        var id = (await recorder.Created(totals, new { asOf = new { date = "2023" }, minutes = 600, source = Source })).Id();
        Assert.Equal(600, (await Published(person, id)).GetProperty("priorTotals")[0].GetProperty("minutes").GetInt32());
        var right = new { asOf = new { date = "2022" }, minutes = 660, source = Source };

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await recorder.Put($"{totals}/{id}", right, null)).StatusCode);
        await (await recorder.Put($"{totals}/{id}", right, "\"1.f\"")).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await recorder.Put($"{totals}/{id}", right, "\"1.f\"")).StatusCode);

        Assert.Equal(660, (await recorder.Read($"/api/v1/people/{person.Id()}/record")).GetProperty("priorTotals").GetProperty("items")[0].GetProperty("minutes").GetInt32());
        Assert.Equal(660, (await OnPage(person)).GetProperty("priorTotals")[0].GetProperty("minutes").GetInt32());
    }
}
