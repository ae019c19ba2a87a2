using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Deployments;

/// <summary>A school asks where the hours of its teacher came from: from a night on which a colleague from elsewhere and a helper were out too.</summary>
public sealed class UnitSightTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/deployments", Helper = "耿远帆", LogText = "耿远帆在沟底喊话";

    private HttpClient _recorder = null!, _school = null!;

    private async Task<string> Person(string name) => (await _recorder.Created("/api/v1/people", new { name })).Id();

    private async Task<string> Teacher(string name, string from = "2020-09", string? until = null, bool isConfirmed = true)
    {
        var person = await Person(name);
        var work = (await _recorder.Created(
            $"/api/v1/people/{person}/employments", new { organizationId = DemoData.School, from = new { date = from }, until = until is null ? null : new { date = until } })).Id();
        if (isConfirmed) await (await (await app.As("verifier")).PostAsync($"/api/v1/people/{person}/employments/{work}/confirmation", null)).Expect(HttpStatusCode.OK);
        return person;
    }

    private static object Line(string? person, string? name = null) => new
    {
        personId = person,
        name,
        teamId = DemoData.RescueTeam,
        vehicle = person is null ? null : "晋D·演001",
        segments = new[] { new { activity = "rescue", from = "2026-05-09T10:00:00Z", to = "2026-05-09T13:00:00Z" } },
        ending = new { kind = "returned", at = "2026-05-09T14:00:00Z", note = person is null ? $"{name}自行返回" : null },
    };

    private async Task<string> Night(params string[] people)
    {
        var made = await _recorder.Created(Path, new
        {
            name = "五月夜间搜寻",
            kind = "missingPersonSearch",
            teams = new[] { new { teamId = DemoData.RescueTeam } },
            roster = people.Select(p => Line(p)).Append(Line(null, Helper)),
            outcomes = new object[]
            {
                new { kind = "missingFound", quantity = new { value = 1, qualifier = "exact", scope = "joint" } },
                new { kind = "peopleTreated", quantity = new { value = 3, qualifier = "exact", scope = "person" }, personId = people[^1] },
            },
        });
        await _recorder.Created($"{Path}/{made.Id()}/log", new { at = "2026-05-09T11:00:00Z", text = LogText });
        return made.Id();
    }

    private async Task Close(string deployment) => await (await _recorder.PostAsync($"{Path}/{deployment}/closing", null)).Expect(HttpStatusCode.OK);

    private async Task Begin() => (_recorder, _school) = (await app.As("recorder"), await app.As(null, DemoData.School, Right.Confirm));

    private async Task<HttpStatusCode> Sees(string deployment) => (await _school.GetAsync($"{Path}/{deployment}")).StatusCode;

    [Fact]
    public async Task A_unit_sees_the_deployment_behind_its_members_hours_and_nobody_who_was_there()
    {
        await Begin();
        var (teacher, colleague) = (await Teacher("钟授业"), await Person("龚同行"));
        var id = await Night(teacher, colleague);
        Assert.Equal(HttpStatusCode.NotFound, await Sees(id)); // still out
        await Close(id);

        var hours = Assert.Single((await _school.Read($"/api/v1/service-hours?personId={teacher}")).GetProperty("items").EnumerateArray());
        Assert.Equal(id, hours.GetProperty("deploymentId").GetString());
        var seen = await _school.Read($"{Path}/{id}");
        Assert.Equal(("五月夜间搜寻", "2026-05-09"), (seen.GetProperty("name").GetString(), seen.GetProperty("when").GetProperty("date").GetString()));
        Assert.Equal("missingFound", Assert.Single(seen.GetProperty("outcomes").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Empty((await _school.Read($"{Path}/{id}/log")).GetProperty("items").EnumerateArray());
        Assert.Empty((await _school.Read($"{Path}/{id}/record-sheet")).GetProperty("rows").EnumerateArray());

        List<JsonElement> answers = [seen];
        foreach (var part in (string[])["roster", "outcomes", "log", "briefing", "record-sheet"]) answers.Add(await _school.Read($"{Path}/{id}/{part}"));
        answers.Add(await _school.Read($"{Path}?limit=100"));
        answers.Add(await _school.Read($"{Path}?limit=100&changedSince=0"));
        answers.Add(await _school.Read($"/api/v1/people/{teacher}/record"));
        Assert.Contains(id, answers[^1].GetProperty("deployments").GetRawText(), StringComparison.Ordinal);
        foreach (var text in answers.Select(a => a.GetRawText()))
        {
            foreach (var secret in (string[])[colleague, Helper, "龚同行", LogText]) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        Assert.Contains(Helper, (await _recorder.Read($"{Path}/{id}")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(LogText, (await _recorder.Read($"{Path}/{id}/log")).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020", null, true, true)]
    [InlineData("2026-05-09", "2026-05-09", true, true)]
    [InlineData("2026-05-10", null, true, false)]
    [InlineData("2020", "2026-05-08", true, false)]
    [InlineData("2020", null, false, false)]
    public async Task A_unit_sees_it_for_a_day_of_a_confirmed_employment_alone(string from, string? until, bool isConfirmed, bool sees)
    {
        await Begin();
        var id = await Night(await Teacher("钟授业", from, until, isConfirmed));
        await Close(id);
        Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, await Sees(id));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(null, DemoData.NeighbourOffice, Right.Confirm)).GetAsync($"{Path}/{id}")).StatusCode);
    }

    [Fact]
    public async Task Whom_a_roster_names_besides_is_not_found_by_asking_for_them()
    {
        await Begin();
        var (teacher, former) = (await Teacher("钟授业"), await Teacher("田离任", until: "2026-04"));
        var id = await Night(teacher, former);
        await Close(id);
        Assert.Equal(id, Assert.Single((await _school.Read($"{Path}?personId={teacher}")).GetProperty("items").EnumerateArray()).Id());
        Assert.Empty((await _school.Read($"{Path}?personId={former}")).GetProperty("items").EnumerateArray());
        Assert.Empty((await _school.Read($"/api/v1/people/{former}/record")).GetProperty("deployments").GetProperty("items").EnumerateArray());
        Assert.Single((await _recorder.Read($"{Path}?personId={former}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_unit_that_follows_the_list_is_told_of_it_when_it_is_over_and_when_the_employment_says_otherwise()
    {
        await Begin();
        var teacher = await Teacher("钟授业");
        var work = (await _recorder.Read($"/api/v1/people/{teacher}/employments")).GetProperty("items")[0].Id();
        var id = await Night(teacher);
        var position = await Read("0");
        Assert.Null(position.Reason);
        await Close(id);
        position = await Read(position.Next);
        Assert.True(position.IsListed);

        await (await _recorder.PostAsJsonAsync($"/api/v1/people/{teacher}/employments/{work}/ending", new { until = new { date = "2026-05-08" } })).Expect(HttpStatusCode.OK);
        position = await Read(position.Next);
        Assert.Equal((false, "hidden"), (position.IsListed, position.Reason));

        async Task<(string Next, bool IsListed, string? Reason)> Read(string since)
        {
            var (listed, reason) = (false, (string?)null);
            while (true)
            {
                var answer = await _school.Read($"{Path}?limit=100&changedSince={since}");
                var (items, gone) = (answer.GetProperty("items"), answer.GetProperty("tombstones"));
                listed |= items.EnumerateArray().Any(d => d.Id() == id);
                reason ??= gone.EnumerateArray().Where(t => t.Id() == id).Select(t => t.GetProperty("reason").GetString()).FirstOrDefault();
                since = answer.GetProperty("next").GetString()!;
                if (items.GetArrayLength() + gone.GetArrayLength() is 0) return (since, listed, reason);
            }
        }
    }
}
