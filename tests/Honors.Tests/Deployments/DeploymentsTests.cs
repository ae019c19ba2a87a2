using System.Net;
using System.Net.Http.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Deployments;

public sealed class DeploymentsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/deployments";

    private static object Body(string scope = "joint", Guid? outcomePerson = null, Guid? team = null, long headCount = 6) => new
    {
        name = "河堤抢险",
        kind = "floodRescue",
        when = new { date = "2021", asWritten = "2021年汛期" },
        teams = new[] { new { teamId = team ?? DemoData.RescueTeam, headCount = new { value = headCount, qualifier = "exact", scope = "team" } } },
        roster = new[] { new { personId = DemoId.Of("林予安"), teamId = team ?? DemoData.RescueTeam } },
        outcomes = new[] { new { kind = "peopleRescued", quantity = new { value = 200, qualifier = "nearly", scope, asWritten = "近200人" }, personId = outcomePerson } },
        source = new { title = "队内简报", publishedOn = new { date = "2021" } },
    };

    private async Task<HttpResponseMessage> Post(object body) => await (await app.As("recorder")).PostAsJsonAsync(Path, body);

    [Fact]
    public async Task Nearly_200_stays_nearly_200_and_a_year_stays_a_year()
    {
        var made = await (await Post(Body())).Expect(HttpStatusCode.Created);
        var read = await (await app.As("office")).Read($"{Path}/{made.Id()}");
        Assert.Equal(made.GetRawText(), read.GetRawText());
        Assert.Equal("2021年", read.GetProperty("when").GetProperty("text").GetString());
        Assert.Equal("近200人", read.GetProperty("outcomes")[0].GetProperty("quantity").GetProperty("text").GetString());
        Assert.Equal("nearly", read.GetProperty("outcomes")[0].GetProperty("quantity").GetProperty("qualifier").GetString());
    }

    [Fact]
    public async Task A_persons_own_figure_names_the_person_and_a_joint_one_nobody()
    {
        await (await Post(Body(scope: "person"))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "deployment.outcome-scope");
        await (await Post(Body(outcomePerson: DemoId.Of("林予安")))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "deployment.outcome-scope");
        await (await Post(Body(scope: "person", outcomePerson: DemoId.Of("林予安")))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task No_more_are_named_than_were_counted() =>
        await (await Post(Body(headCount: 0))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "deployment.roster-over-head-count");

    [Fact]
    public async Task An_unknown_team_is_named_by_its_path()
    {
        var problem = await (await Post(Body(team: Guid.CreateVersion7()))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");
        Assert.True(problem.GetProperty("errors").TryGetProperty("teams[0].teamId", out _));
    }

    [Fact]
    public async Task Lists_find_it_by_person_team_and_possible_days_and_a_change_counts_its_version()
    {
        var made = await (await Post(Body())).Expect(HttpStatusCode.Created);
        var recorder = await app.As("recorder");
        foreach (var filter in (string[])[$"personId={DemoId.Of("林予安")}", $"teamId={DemoData.RescueTeam}", "from=2021-12-31", "to=2021-01-01", "kind=floodRescue"])
            Assert.Contains(made.Id(), (await recorder.Read($"{Path}?{filter}&limit=100")).GetProperty("items").EnumerateArray().Select(d => d.Id()));
        Assert.DoesNotContain(made.Id(), (await recorder.Read($"{Path}?from=2022-01-01")).GetProperty("items").EnumerateArray().Select(d => d.Id()));

        var changed = await recorder.Put($"{Path}/{made.Id()}", Body(headCount: 7), "\"1.f\"");
        Assert.Equal(7, (await changed.Expect(HttpStatusCode.OK)).GetProperty("teams")[0].GetProperty("headCount").GetProperty("value").GetInt32());
        Assert.Equal("\"2.f\"", changed.Headers.ETag!.Tag);
        var known = new HttpRequestMessage(HttpMethod.Get, $"{Path}/{made.Id()}");
        known.Headers.IfNoneMatch.ParseAdd("\"2.f\"");
        Assert.Equal(HttpStatusCode.NotModified, (await recorder.SendAsync(known)).StatusCode);
    }

    [Fact]
    public async Task Another_county_sees_nothing_of_it()
    {
        var made = await (await Post(Body())).Expect(HttpStatusCode.Created);
        var neighbour = await app.As(null, DemoData.NeighbourOffice, Right.Record);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Path}/{made.Id()}")).StatusCode);
    }
}
