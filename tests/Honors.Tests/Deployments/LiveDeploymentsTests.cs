using System.Net;
using System.Net.Http.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.Deployments;

public sealed class LiveDeploymentsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/deployments";

    private async Task<string> Open(string kind = "lecture") =>
        (await (await app.As("recorder")).Created(Path, new { name = "夜间搜寻", kind })).Id();

    private async Task<string> Person(string? born = null) =>
        (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试队员", born = born is null ? null : new { date = born } })).Id();

    private async Task<HttpResponseMessage> Post(string path, object? body = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await (await app.As("recorder")).SendAsync(request);
    }

    private static object Rescue(string from, string to) => new { activity = "rescue", from, to };

    private static object Line(string person, bool isUnfit = false, string day = "2026-10-09") => new
    {
        personId = person,
        isUnfit,
        segments = new[] { Rescue($"{day}T10:00:00Z", $"{day}T11:00:00Z") },
        ending = new { kind = "returned", at = $"{day}T12:00:00Z" },
    };

    [Fact]
    public async Task Parts_arrive_one_by_one_in_any_order_and_a_repeat_adds_nothing()
    {
        var id = await Open();
        var person = await Person();
        await (await Post($"{id}/times", new { point = "allSafe", at = "2026-10-09T13:00:00Z" })).Expect(HttpStatusCode.OK);
        await (await Post($"{id}/times", new { point = "calledOut", at = "2026-10-09T09:00:00Z", source = "值班电话" })).Expect(HttpStatusCode.OK);
        await (await Post($"{id}/log", new { at = "2026-10-09T11:00:00Z", text = "撤离。" })).Expect(HttpStatusCode.Created);
        var line = await (await Post($"{id}/roster", new { personId = person, teamId = DemoData.EpidemicTeam }, "phone-7-line-000001")).Expect(HttpStatusCode.Created);
        var again = await (await Post($"{id}/roster", new { personId = person, teamId = DemoData.EpidemicTeam }, "phone-7-line-000001")).Expect(HttpStatusCode.Created);
        await (await Post($"{id}/log", new { at = "2026-10-09T10:00:00Z", text = "到达。" })).Expect(HttpStatusCode.Created);
        foreach (var (from, to) in ((string, string)[])[("11", "12"), ("10", "11"), ("11", "12")])
            Assert.True((await Post($"{id}/roster/{line.Id()}/segments", new { segments = new[] { Rescue($"2026-10-09T{from}:00:00Z", $"2026-10-09T{to}:00:00Z") } })).IsSuccessStatusCode);
        await (await Post($"{id}/roster/{line.Id()}/ending", new { kind = "returned", at = "2026-10-09T12:30:00Z" })).Expect(HttpStatusCode.OK);
        await (await Post($"{id}/outcomes", new { kind = "supplies", quantity = new { value = 30, qualifier = "over", scope = "team" } })).Expect(HttpStatusCode.OK);

        Assert.Equal(line.Id(), again.Id());
        await (await Post($"{id}/roster", new { personId = person })).ExpectProblem(HttpStatusCode.Conflict, "deployment.person-twice");
        var read = await (await app.As("recorder")).Read($"{Path}/{id}");
        Assert.Equal(["calledOut", "allSafe"], read.GetProperty("times").EnumerateArray().Select(t => t.GetProperty("point").GetString()));
        Assert.Equal(120, read.GetProperty("roster")[0].GetProperty("serviceMinutes").GetInt32());
        Assert.Equal(DemoData.EpidemicTeam.ToString(), read.GetProperty("teams")[0].GetProperty("teamId").GetString());
        Assert.Equal("30余件", read.GetProperty("outcomes")[0].GetProperty("quantity").GetProperty("text").GetString());
        var log = (await (await app.As("recorder")).Read($"{Path}/{id}/log")).GetProperty("items").EnumerateArray();
        Assert.Equal(["到达。", "撤离。"], log.Select(l => l.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_put_keeps_the_lines_that_it_names_and_needs_the_version_it_has_seen()
    {
        var recorder = await app.As("recorder");
        var made = await recorder.Created(Path, new { name = "搜寻", kind = "waterRescue", roster = new[] { Line(await Person()) } });
        var line = made.GetProperty("roster")[0].Id();
        object Body(string lineId) => new { name = "水域搜寻", kind = "waterRescue", roster = new object[] { new { id = lineId, name = "耿远帆" }, new { name = "尚未登记" } } };

        await (await recorder.Put($"{Path}/{made.Id()}", Body(line), null)).Expect((HttpStatusCode)428);
        await (await Post($"{made.Id()}/times", new { point = "calledOut", at = "2026-10-09T09:00:00Z" })).Expect(HttpStatusCode.OK);
        await (await recorder.Put($"{Path}/{made.Id()}", Body(line), "\"1.f\"")).Expect(HttpStatusCode.PreconditionFailed);
        var unknown = await (await recorder.Put($"{Path}/{made.Id()}", Body(Guid.CreateVersion7().ToString()), "\"2.f\"")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");
        Assert.True(unknown.GetProperty("errors").TryGetProperty("roster[0].id", out _));
        var changed = await (await recorder.Put($"{Path}/{made.Id()}", Body(line), "\"2.f\"")).Expect(HttpStatusCode.OK);
        Assert.Equal(line, changed.GetProperty("roster")[0].Id());
        Assert.Equal(2, changed.GetProperty("roster").GetArrayLength());
        Assert.Equal(0, changed.GetProperty("times").GetArrayLength());
        Assert.Equal(changed.GetRawText(), (await recorder.Read($"{Path}/{made.Id()}")).GetRawText());
    }

    [Fact]
    public async Task It_is_not_closed_without_an_ending_for_every_line_and_the_refusal_names_them()
    {
        var recorder = await app.As("recorder");
        var made = await recorder.Created(Path, new { name = "搜寻", kind = "waterRescue", roster = new object[] { Line(await Person()), new { name = "耿远帆" } } });
        var problem = await (await Post($"{made.Id()}/closing")).ExpectProblem(HttpStatusCode.Conflict, "deployment.lines-without-ending");
        Assert.Equal([made.GetProperty("roster")[1].Id()], problem.GetProperty("facts").GetProperty("lineIds").EnumerateArray().Select(l => l.GetString()));
    }

    [Theory]
    [InlineData("2008-10-10", "eventSupport", false, "minor")]
    [InlineData("2008-10-09", "eventSupport", false, null)]
    [InlineData("2008", "eventSupport", false, null)]
    [InlineData("2009", "eventSupport", false, "minor")]
    [InlineData(null, "eventSupport", true, "unfit")]
    [InlineData(null, "waterRescue", false, "uninsured")]
    [InlineData(null, "drill", false, "notService")]
    public async Task What_bars_a_line_from_counting_flags_it_and_stops_nothing(string? born, string kind, bool isUnfit, string? flag)
    {
        var id = await Open(kind);
        await (await Post($"{id}/roster", Line(await Person(born), isUnfit))).Expect(HttpStatusCode.Created);
        var closed = await (await Post($"{id}/closing")).Expect(HttpStatusCode.OK);

        var flags = closed.GetProperty("roster")[0].GetProperty("flags").EnumerateArray().Select(f => f.GetString()).ToList();
        var hours = (await (await app.As("recorder")).Read($"/api/v1/service-hours?deploymentId={id}")).GetProperty("items");
        if (flag is null) Assert.Empty(flags);
        else Assert.Contains(flag, flags);
        Assert.Equal(flag is null ? 1 : 0, hours.GetArrayLength());
    }

    [Fact]
    public async Task Where_hours_without_times_leave_the_day_no_room_all_of_it_is_contested()
    {
        var person = await Person();
        await (await app.As("recorder")).Created("/api/v1/service-hours", new
        {
            personId = person,
            activity = "值守",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = "2026-10-09",
            minutes = 15 * 60 + 1,
        });
        var id = await Open();
        await (await Post($"{id}/roster", Line(person))).Expect(HttpStatusCode.Created);
        await (await Post($"{id}/closing")).Expect(HttpStatusCode.OK);
        var made = (await (await app.As("recorder")).Read($"/api/v1/service-hours?deploymentId={id}")).GetProperty("items")[0];
        Assert.Equal(("contested", 60), (made.GetProperty("status").GetString(), made.GetProperty("minutes").GetInt32()));
    }

    [Fact]
    public async Task Hours_of_a_roster_change_only_with_the_roster()
    {
        var id = await Open();
        await (await Post($"{id}/roster", Line(await Person()))).Expect(HttpStatusCode.Created);
        await (await Post($"{id}/closing")).Expect(HttpStatusCode.OK);
        var recorder = await app.As("recorder");
        var hours = (await recorder.Read($"/api/v1/service-hours?deploymentId={id}")).GetProperty("items")[0];
        var body = new
        {
            personId = hours.GetProperty("personId").GetString(),
            activity = "搜寻",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "roster",
            servedOn = "2026-10-09",
            minutes = 600,
        };
        await (await recorder.Put($"/api/v1/service-hours/{hours.Id()}", body, "\"1.f\"")).ExpectProblem(HttpStatusCode.Conflict, "service-hours.from-roster");
    }

    [Theory]
    [InlineData("times", """{"point":"finished","at":"2026-10-09T08:59:00Z"}""", "deployment.times-decrease", "times")]
    [InlineData("times", """{"point":"finished","at":"2026-12-09T08:59:00Z"}""", "deployment.in-future", "times[0].at")]
    [InlineData("roster", """{}""", "deployment.line-person", "personId")]
    [InlineData("roster", """{"name":"耿远帆","segments":[{"activity":"rescue","from":"2026-10-09T10:00:30Z","to":"2026-10-09T11:00:00Z"}]}""", "deployment.segment-unfit", "segments")]
    [InlineData("roster", """{"name":"耿远帆","segments":[{"activity":"rescue","from":"2026-10-09T10:00:00Z","to":"2026-10-09T11:00:00Z"},{"activity":"travel","from":"2026-10-09T10:59:00Z","to":"2026-10-09T12:00:00Z"}]}""", "deployment.segments-overlap", "segments")]
    [InlineData("roster", """{"name":"耿远帆","segments":[{"activity":"rescue","from":"2026-10-09T10:00:00Z","to":"2026-10-09T11:00:00Z"}],"ending":{"kind":"returned","at":"2026-10-09T10:59:00Z"}}""", "deployment.ending-too-early", "ending.at")]
    [InlineData("log", """{"at":"2026-10-09T10:00:00Z","text":"家属电话 138 0035 5001。"}""", "text.personal-number", "text")]
    [InlineData("roster", """{"name":"耿远帆","vehicle":"司机13800355001"}""", "text.personal-number", "vehicle")]
    [InlineData("roster", """{"name":"耿远帆","ending":{"kind":"handedOver","at":"2026-10-09T10:59:00Z","note":"0355-7012345"}}""", "text.personal-number", "ending.note")]
    [InlineData("outcomes", """{"kind":"peopleMoved","quantity":{"value":1,"qualifier":"exact","scope":"joint","asWritten":"140431197806150008"}}""", "text.personal-number", "quantity.asWritten")]
    [InlineData("reopening", """{"reason":"见 +86 13800355001"}""", "text.personal-number", "reason")]
    public async Task An_impossible_part_is_refused_by_its_member(string part, string json, string code, string member)
    {
        var id = await Open();
        await (await Post($"{id}/times", new { point = "calledOut", at = "2026-10-09T09:00:00Z" })).Expect(HttpStatusCode.OK);
        if (part is "reopening") await (await Post($"{id}/closing")).Expect(HttpStatusCode.OK);
        var answer = await (await app.As("recorder")).Send(HttpMethod.Post, $"{Path}/{id}/{part}", json);
        var problem = await answer.ExpectProblem(HttpStatusCode.UnprocessableEntity, code);
        Assert.True(problem.GetProperty("errors").TryGetProperty(member, out _), problem.GetRawText());
        var said = string.Concat(problem.EnumerateObject().Where(m => m.Name is not "traceId").Select(m => m.Value.GetRawText())); // whose digits are drawn
        Assert.All((string[])["138", "7012345", "197806"], number => Assert.DoesNotContain(number, said));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("place")]
    [InlineData("base")]
    [InlineData("taskedBy")]
    [InlineData("orderNumber")]
    [InlineData("filedWith")]
    [InlineData("summary")]
    public async Task A_phone_number_is_caught_in_every_text_of_a_deployment(string member)
    {
        Dictionary<string, object> body = new() { ["name"] = "搜寻", ["kind"] = "waterRescue", [member] = "联系１３８００３５５００１" };
        var problem = await (await (await app.As("recorder")).PostAsJsonAsync(Path, body)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "text.personal-number");
        Assert.True(problem.GetProperty("errors").TryGetProperty(member, out _));
    }

    [Fact]
    public async Task A_deployment_from_a_source_has_no_moments_and_is_never_closed()
    {
        var recorder = await app.As("recorder");
        var source = new { title = "队内简报", publishedOn = new { date = "2021" } };
        var made = await recorder.Created(Path, new { name = "河堤抢险", kind = "floodRescue", source });
        Assert.Equal("fromSource", made.GetProperty("status").GetString());
        await (await Post($"{made.Id()}/closing")).ExpectProblem(HttpStatusCode.Conflict, "deployment.from-source");
        await (await Post($"{made.Id()}/log", new { at = "2026-10-09T10:00:00Z", text = "到达。" })).ExpectProblem(HttpStatusCode.Conflict, "deployment.from-source");
        Assert.Equal(HttpStatusCode.NotFound, (await recorder.GetAsync($"{Path}/{made.Id()}/briefing")).StatusCode);
        await (await recorder.PostAsJsonAsync(Path, new { name = "河堤抢险", kind = "floodRescue", source, times = new[] { new { point = "calledOut", at = "2021-07-20T00:00:00Z" } } }))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "deployment.other-kind");
        await (await recorder.PostAsJsonAsync(Path, new { name = "河堤抢险", kind = "floodRescue", when = new { date = "2021" } }))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "deployment.other-kind");
        await (await recorder.Put($"{Path}/{await Open()}", new { name = "河堤抢险", kind = "floodRescue", source }, "\"1.f\"")).ExpectProblem(HttpStatusCode.Conflict, "deployment.live");
    }

    [Fact]
    public async Task Expiring_policies_are_listed_and_a_mistake_in_one_is_put_right()
    {
        var recorder = await app.As("recorder");
        object Body(string until, object? team = null) => new { teamId = team ?? DemoData.DisabledTeam, insurer = "某某保险", policyNumber = "P-7", from = "2026-01-01", until };
        var made = await recorder.Created("/api/v1/insurance-policies", Body("2026-11-30"));
        Assert.Contains(made.Id(), await Listed("2026-12-01"));
        Assert.DoesNotContain(made.Id(), await Listed("2026-11-30"));

        await (await recorder.Put($"/api/v1/insurance-policies/{made.Id()}", Body("2027-11-30"), "\"1.f\"")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain(made.Id(), await Listed("2026-12-01"));
        await (await recorder.PostAsJsonAsync("/api/v1/insurance-policies", Body("2025-12-31"))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "period.ends-before-it-begins");
        await (await recorder.PostAsJsonAsync("/api/v1/insurance-policies", new { insurer = "某某保险", policyNumber = "P-8", from = "2026-01-01", until = "2026-12-31" }))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "insurance-policy.holder");

        async Task<List<string>> Listed(string before) =>
            [.. (await recorder.Read($"/api/v1/insurance-policies?teamId={DemoData.DisabledTeam}&expiringBefore={before}")).GetProperty("items").EnumerateArray().Select(p => p.Id())];
    }
}
