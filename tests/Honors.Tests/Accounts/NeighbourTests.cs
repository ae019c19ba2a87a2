using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Accounts;

/// <summary>
/// Two counties: a clerk of Huguan with every right there asks for what the rescue team of Qinyuan has recorded. Whatever is asked, the answer is
/// the one that an id gets which nobody ever gave out.
/// </summary>
public sealed partial class NeighbourTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Api = "/api/v1";

    private static readonly string[] Features = ["people", "service-hours", "deployments", "deeds", "awards", "village-assignments", "accounts", "service-clients"];

    private readonly HttpClient _clerk = app.As(null, DemoData.NeighbourOffice, Enum.GetValues<Right>()).GetAwaiter().GetResult();

    /// <summary>Every route that names a record: what is new in the table of rights is asked here too.</summary>
    public static TheoryData<string> RoutesById() =>
        [.. ((IEnumerable<object[]>)RightsMatrixTests.Routes()).Select(r => (string)r[0]).Where(r => r.Contains("{id}") && Array.Exists(Features, f => r.Contains($" /{f}/")))];

    [Theory]
    [MemberData(nameof(RoutesById))]
    public async Task An_id_of_the_other_county_is_answered_as_one_that_is_nobodys(string route)
    {
        var targets = await Targets.Make(app);
        var ask = await targets.For(route) with { Shown = null };
        foreach (var tag in (string?[])[ask.IfMatch, null, "\"1.f\"", "\"99.f\"", "*"])
        {
            var theirs = await Answer(ask with { IfMatch = tag });
            Assert.Equal(await Answer(ask with { IfMatch = tag, Path = AnyId().Replace(ask.Path, _ => Guid.CreateVersion7().ToString()) }), theirs);
            Assert.StartsWith("404", theirs);
            Assert.Equal(theirs, await Answer(ask with { IfMatch = tag }, ifNoneMatch: tag ?? "*"));
        }
    }

    [Theory]
    [InlineData("service-hours")]
    [InlineData("deployments")]
    [InlineData("deeds")]
    [InlineData("awards")]
    [InlineData("village-assignments")]
    public async Task A_filter_by_an_id_of_the_other_county_finds_what_one_finds_that_is_nobodys(string feature)
    {
        var targets = await Targets.Make(app);
        var listed = await targets.For($"GET /{feature}");
        var posting = feature is "village-assignments" ? null : (await targets.For("GET /village-assignments/{id}")).Shown;
        Assert.Contains(listed.Shown!, await (await (await app.As("office")).GetAsync(listed.Path)).Content.ReadAsStringAsync());
        foreach (var filter in (string[])
            [
                $"personId={targets.Person}", $"organizationId={DemoData.RescueTeam}", $"organizationId={DemoData.CountyOffice}",
                .. posting is null ? (string[])[] : [$"teamId={DemoData.RescueTeam}", $"villageAssignmentId={posting}"],
            ])
        {
            var path = $"{Api}/{feature}?limit=1&{filter}";
            var theirs = await Answer(new Ask(HttpMethod.Get, path));
            Assert.Equal(await Answer(new Ask(HttpMethod.Get, AnyId().Replace(path, _ => Guid.CreateVersion7().ToString()))), theirs);
            Assert.Contains("\"items\":[],\"next\":null", theirs);
        }
    }

    [Fact]
    public async Task A_list_shows_no_more_and_counts_no_more_for_what_the_other_county_records()
    {
        var before = await Lists();
        var targets = await Targets.Make(app);
        foreach (var feature in Features[..6]) await targets.For($"GET /{feature}");
        await targets.For("GET /accounts/{id}");
        Assert.Equal(before, await Lists());

        async Task<List<string>> Lists()
        {
            List<string> answers = [];
            foreach (var path in Features.Append($"teams/{DemoData.RescueTeam}/memberships").Append($"teams/{DemoData.RescueTeam}/record")) answers.Add(await Answer(new Ask(HttpMethod.Get, $"{Api}/{path}")));
            return answers;
        }
    }

    [Fact]
    public async Task A_cursor_copied_from_the_other_county_is_refused_as_one_that_is_none()
    {
        var office = await app.As("office");
        var targets = await Targets.Make(app);
        foreach (var feature in Features[..6])
        {
            await targets.For($"GET /{feature}");
            await targets.For($"GET /{feature}");
            var next = (await office.Read($"{Api}/{feature}?limit=1")).GetProperty("next").GetString();
            Assert.NotNull(next);
            await office.Read($"{Api}/{feature}?limit=1&after={next}");
            var theirs = await Answer(new Ask(HttpMethod.Get, $"{Api}/{feature}?limit=1&after={next}"));
            Assert.StartsWith("400", theirs);
            Assert.Equal(await Answer(new Ask(HttpMethod.Get, $"{Api}/{feature}?limit=1&after=none")), theirs);
        }
    }

    [Fact]
    public async Task A_record_of_the_other_county_in_a_body_is_answered_as_an_id_that_is_nobodys()
    {
        var targets = await Targets.Make(app);
        var (deed, deployment, hours, posting, account) = (
            await Theirs("deeds"), await Theirs("deployments"), await Theirs("service-hours"), await Theirs("village-assignments"), (await targets.For("GET /accounts/{id}")).Path.Split('/')[^1]);
        var person = targets.Person.ToString();
        var own = (await _clerk.Created($"{Api}/people", new { name = "邻县人" })).Id();
        var team = (await _clerk.Created($"{Api}/organizations", new { name = "壶关县邻队", kind = "team", teamKind = "volunteer", divisionCode = 140427000000 })).Id();
        var source = new { title = "某报", publishedOn = new { date = "2025-01" } };

        await Same("service-hours", person, id => Hours(id, []));
        await Same("service-hours", posting, id => Hours(own, [id]));
        await Same("deployments", person, id => Deployment([new { personId = id }], [], []));
        await Same("deployments", person, id => Deployment([], [new { kind = "peopleMoved", personId = id, quantity = new { value = 2, qualifier = "exact", scope = "person" } }], []));
        await Same("deployments", posting, id => Deployment([], [], [id]));
        await Same("deeds", person, id => Deed(id, []));
        await Same("deeds", posting, id => Deed(own, [id]));
        await Same("awards", person, id => Award(id));
        await Same("awards", deed, id => Award(own, deedIds: [id]));
        await Same("awards", deployment, id => Award(own, deploymentIds: [id]));
        await Same("awards", hours, id => Award(own, serviceHourIds: [id]));
        await Same("awards", posting, id => Award(own, villageAssignmentIds: [id]));
        await Same("village-assignments", person, id => new { personId = id, villageCode = 140431207218, from = new { date = "2016-01-01" } });
        await Same($"teams/{team}/memberships", person, id => new { personId = id });
        await Same($"people/{own}/guardians", person, id => new { guardianId = id, kind = "parent" });
        await Same($"people/{own}/grounds", deed, id => new { kind = "published", source, showsName = true, showsUnit = false, recordIds = new[] { id } });
        await Same("accounts", person, id => new { name = "某某", organizationId = DemoData.NeighbourOffice, personId = id });
        await Same("service-clients", account, id => new { name = "某某系统", organizationId = DemoData.NeighbourOffice, responsibleId = id });

        async Task<string> Theirs(string feature) => (await targets.For($"GET /{feature}")).Shown!;

        async Task Same(string path, string theirs, Func<string, object> body)
        {
            var answer = await Answer(new Ask(HttpMethod.Post, $"{Api}/{path}", Body: body(theirs)));
            Assert.Equal(await Answer(new Ask(HttpMethod.Post, $"{Api}/{path}", Body: body(Guid.CreateVersion7().ToString()))), answer);
            Assert.True(answer.StartsWith("422", StringComparison.Ordinal) && answer.Contains("reference.not-found"), $"{path}: {answer}");
        }

        object Hours(string id, string[] postings) => new
        {
            personId = id,
            activity = "巡河",
            category = "emergencyRescue",
            organizerId = team,
            provenance = "recorded",
            servedOn = "2026-08-01",
            minutes = 60,
            villageAssignmentIds = postings,
        };
        object Deployment(object[] roster, object[] outcomes, string[] postings) =>
            new { name = "内涝转移", kind = "floodRescue", when = new { date = "2023-08" }, roster, outcomes, villageAssignmentIds = postings, source };
        object Deed(string id, string[] postings) =>
            new { name = "冰面救人", kind = "lifeSaving", when = new { date = "2025-01" }, actors = new[] { new { personId = id } }, villageAssignmentIds = postings, source };
        object Award(string id, string[]? deedIds = null, string[]? deploymentIds = null, string[]? serviceHourIds = null, string[]? villageAssignmentIds = null) => new
        {
            titleId = DemoId.Of("见义勇为先进分子"),
            divisionCode = 140427000000,
            personId = id,
            conferredOn = new { date = "2024" },
            source,
            deedIds,
            deploymentIds,
            serviceHourIds,
            villageAssignmentIds,
        };
    }

    [Fact]
    public async Task Hours_that_overlap_the_other_countys_are_refused_without_naming_its_record()
    {
        var city = await app.As(null, DemoData.CityOffice, Right.Record);
        var team = (await _clerk.Created($"{Api}/organizations", new { name = "壶关县同队", kind = "team", teamKind = "volunteer", divisionCode = 140427000000 })).Id();
        var person = (await city.Created($"{Api}/people", new { name = "两县人" })).Id();
        foreach (var body in (string[])[team, DemoData.RescueTeam.ToString()]) await city.Created($"{Api}/teams/{body}/memberships", new { personId = person });
        var (recorder, neighbour) = (await app.As("recorder"), await app.As(null, Guid.Parse(team), Right.Record));
        var theirs = (await recorder.Created($"{Api}/service-hours", Hours(DemoData.RescueTeam.ToString()))).Id();

        var refused = await (await neighbour.PostAsJsonAsync($"{Api}/service-hours", Hours(team))).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap");
        Assert.DoesNotContain(theirs, refused.GetRawText());
        Assert.DoesNotContain("巡查他县河道", refused.GetRawText());
        var named = await (await recorder.PostAsJsonAsync($"{Api}/service-hours", Hours(DemoData.RescueTeam.ToString()))).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap");
        Assert.Contains(theirs, named.GetRawText());
        Assert.DoesNotContain(theirs, await (await neighbour.GetAsync($"{Api}/people/{person}/record")).Content.ReadAsStringAsync());

        object Hours(string organizer) => new
        {
            personId = person,
            activity = organizer == team ? "巡河" : "巡查他县河道",
            category = "emergencyRescue",
            organizerId = organizer,
            provenance = "recorded",
            startsAt = "2026-08-02T01:00:00Z",
            endsAt = "2026-08-02T04:00:00Z",
        };
    }

    /// <summary>Everything that the clerk is told, but for the id asked for and what no two answers share.</summary>
    private async Task<string> Answer(Ask ask, string? ifNoneMatch = null)
    {
        var message = ask.Message();
        if (ifNoneMatch is not null) message.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        var answer = await _clerk.SendAsync(message);
        var headers = answer.Headers.Concat(answer.Content.Headers).OrderBy(h => h.Key).Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        var text = TraceId().Replace(await answer.Content.ReadAsStringAsync(), "TRACE");
        foreach (Match id in AnyId().Matches(ask.Path)) text = text.Replace(id.Value, "ID", StringComparison.OrdinalIgnoreCase);
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{text}";
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex AnyId();

    [GeneratedRegex("(?<=\"traceId\":\")[^\"]*")]
    private static partial Regex TraceId();
}
