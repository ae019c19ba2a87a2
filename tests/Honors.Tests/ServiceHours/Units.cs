using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

/// <summary>A school, its teachers, and what the rescue team recorded of them.</summary>
internal sealed class Units(HonorsApp app)
{
    public const string Hours = "/api/v1/service-hours";

    public Task<HttpClient> School(Guid? school = null) => app.As(null, school ?? DemoData.School, Right.Confirm);

    public async Task<string> Teacher(Guid? school = null, string from = "2015", string? until = null, bool isHead = false)
    {
        var person = (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试教师" })).Id();
        await Employ(person, school, from, until, isHead);
        return person;
    }

    public async Task Employ(string person, Guid? school = null, string from = "2015", string? until = null, bool isHead = false)
    {
        var path = $"/api/v1/people/{person}/employments";
        var employment = await (await app.As("recorder")).Created(path, new
        {
            organizationId = school ?? DemoData.School,
            position = "教师",
            from = new { date = from },
            until = new { date = until },
            isHead,
        });
        await (await (await app.As("verifier")).PostAsync($"{path}/{employment.Id()}/confirmation", null)).Expect(HttpStatusCode.OK);
    }

    public static object Entry(string person, string day, int minutes = 120, int hour = 1) => new
    {
        personId = person,
        activity = "巡河",
        category = "community",
        organizerId = DemoData.RescueTeam,
        provenance = "attendance",
        startsAt = $"{day}T{hour:00}:00:00Z",
        endsAt = $"{day}T{hour + 2:00}:00:00Z",
        minutes,
    };

    public async Task<string> Logged(string person, string day, int minutes = 120, int hour = 1) =>
        (await (await app.As("recorder")).Created(Hours, Entry(person, day, minutes, hour))).Id();

    public async Task<string> Verified(string person, string day, int minutes = 120, int hour = 1)
    {
        var id = await Logged(person, day, minutes, hour);
        await Verify(id);
        return id;
    }

    public async Task Verify(string id) => await (await (await app.As("verifier")).PostAsync($"{Hours}/{id}/verification", null)).Expect(HttpStatusCode.OK);

    public static Task<HttpResponseMessage> Say(HttpClient unit, string id, object word) => unit.PostAsJsonAsync($"{Hours}/{id}/confirmation", word);

    /// <summary>Verified, confirmed, disputed, logged and contested minutes of a person in 2026, as the school's sheet says.</summary>
    public static async Task<string> Figures(HttpClient school, string person, Guid? unit = null)
    {
        var sheet = await school.Read($"/api/v1/organizations/{unit ?? DemoData.School}/service-sheet?from=2026-01-01&to=2026-12-31");
        var own = sheet.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("personId").GetString() == person);
        var figures = own.GetProperty("figures");
        var lines = own.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(Of("verified"), Sum(lines, "verified"));
        Assert.Equal(Of("logged"), Sum(lines, "logged"));
        Assert.Equal(Of("contested"), Sum(lines, "contested"));
        Assert.Equal(Of("verified"), own.GetProperty("byCategory").EnumerateArray().Sum(c => c.GetProperty("minutes").GetInt32()));
        return $"{Of("verified")} verified, {Of("confirmed")} confirmed, {Of("disputed")} disputed, {Of("logged")} logged, {Of("contested")} contested";

        int Of(string name) => figures.GetProperty(name).GetInt32();
    }

    private static int Sum(List<JsonElement> lines, string status) =>
        lines.Where(l => l.GetProperty("status").GetString() == status).Sum(l => l.GetProperty("minutes").GetInt32());
}
