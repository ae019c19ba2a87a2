using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Deployments;

/// <summary>Ten people of two teams, one night across New Year: a collision, an unregistered helper, a lad of 17 and one in hospital.</summary>
public sealed class NightRescueTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/deployments";

    private static readonly long[] Places = [140431102000];

    private HttpClient _recorder = null!;

    /// <summary>China time of the night from 31 December 2025 to 1 January 2026, as the contract spells it.</summary>
    private static string At(string time) =>
        DateTimeOffset.Parse($"{(string.CompareOrdinal(time, "12:00") > 0 ? "2025-12-31" : "2026-01-01")}T{time}:00+08:00", CultureInfo.InvariantCulture)
            .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static object Segment(string activity, string from, string to) => new { activity, from = At(from), to = At(to) };

    private static object Ending(string kind, string at) => new { kind, at = At(at) };

    /// <summary>Of these segments 240 minutes are rescue and support, 110 of them before midnight.</summary>
    private static object[] Night => [Segment("travel", "20:30", "21:40"), Segment("rescue", "21:40", "23:00"), Segment("standBy", "23:00", "23:30"), Segment("support", "23:30", "02:10"), Segment("travel", "02:10", "03:00")];

    private async Task<string> Person(string? born = null) =>
        (await _recorder.Created("/api/v1/people", new { name = "测试队员", born = born is null ? null : new { date = born } })).Id();

    private async Task<(JsonElement Deployment, string[] People)> Record()
    {
        _recorder = await app.As("recorder");
        await _recorder.Created("/api/v1/insurance-policies", new { teamId = DemoData.RescueTeam, insurer = "某某保险", policyNumber = "P-2025", from = "2025-01-01", until = "2026-01-01" });
        await _recorder.Created("/api/v1/insurance-policies", new { teamId = DemoData.HostTeam, insurer = "某某保险", policyNumber = "P-2026", from = "2025-12-31", until = "2026-01-01" });
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Person()).Append(Person("2008-01-02")));
        var collision = await app.As(null, DemoData.EpidemicTeam, Right.Record);
        await (await app.As("office")).Created($"/api/v1/teams/{DemoData.EpidemicTeam}/memberships", new { personId = people[2] });
        await collision.Created("/api/v1/service-hours", new
        {
            personId = people[2],
            activity = "跨年巡逻",
            category = "publicSafety",
            organizerId = DemoData.EpidemicTeam,
            provenance = "attendance",
            startsAt = At("22:30"),
            endsAt = At("00:20"),
        });

        object Line(int i, object? ending = null) => new
        {
            personId = people[i],
            teamId = i < 6 ? DemoData.RescueTeam : DemoData.HostTeam,
            role = i is 0 ? "commander" : "member",
            vehicle = "晋D·演001",
            segments = ending is null ? Night : Night[..4],
            ending = ending ?? Ending("returned", "03:10"),
        };
        var made = await _recorder.Created(Path, new
        {
            name = "跨年夜山地搜救",
            kind = "mountainSearch",
            place = "沁源县灵空山镇",
            divisionCodes = Places,
            taskedBy = "沁源县应急管理局",
            orderNumber = "沁应急调〔2025〕31号",
            filedWith = "蓝天救援协调中心",
            filedAt = At("20:20"),
            times = new[]
            {
                new { point = "allSafe", at = At("03:20"), source = "后台登记" },
                new { point = "calledOut", at = At("20:15"), source = "值班电话记录" },
                new { point = "arrived", at = At("21:40"), source = "对讲记录" },
            },
            vehicles = new[] { new { kind = "car", name = "晋D·演001", teamId = DemoData.RescueTeam, kilometres = 86 }, new { kind = "rubberBoat", name = "一号艇", teamId = DemoData.RescueTeam, kilometres = 0 } },
            teams = new[] { new { teamId = DemoData.RescueTeam }, new { teamId = DemoData.HostTeam } },
            roster = (object[])
            [
                Line(0), Line(1), Line(2), Line(3, Ending("inHospital", "02:40")), Line(4), Line(5), Line(6), Line(7), Line(8),
                new { name = "耿远帆", memberNumber = "SX-088", teamName = "武乡县蓝天救援队", segments = Night, ending = Ending("handedOver", "03:00") },
            ],
            outcomes = new[] { new { kind = "peopleMoved", quantity = new { value = 200, qualifier = "nearly", scope = "joint" } } },
        });
        return (made, people);
    }

    private async Task<List<JsonElement>> Hours(string deployment, HttpClient? client = null) =>
        [.. (await (client ?? _recorder).Read($"/api/v1/service-hours?deploymentId={deployment}&limit=100")).GetProperty("items").EnumerateArray()];

    private static string[] Facts(IEnumerable<JsonElement> hours) =>
    [
        .. hours.Select(h => $"{h.GetProperty("servedOn").GetString()} {h.GetProperty("status").GetString()} {h.GetProperty("minutes").GetInt32()}").Order(StringComparer.Ordinal),
    ];

    private static bool IsOf(JsonElement hours, string person) => hours.GetProperty("personId").GetString() == person;

    [Fact]
    public async Task It_goes_in_whole_closes_and_yields_exactly_the_minutes_that_the_segments_say()
    {
        var (made, people) = await Record();
        Assert.Equal("2025-12-31/2026-01-01", made.GetProperty("when").GetProperty("date").GetString());
        Assert.Equal(["calledOut", "arrived", "allSafe"], made.GetProperty("times").EnumerateArray().Select(t => t.GetProperty("point").GetString()));
        Assert.Equal("open", made.GetProperty("status").GetString());

        var closed = await (await _recorder.PostAsync($"{Path}/{made.Id()}/closing", null)).Expect(HttpStatusCode.OK);
        var hours = await Hours(made.Id());

        Assert.Equal("closed", closed.GetProperty("status").GetString());
        // 21:40–23:00 and 23:30–24:00 are 110 minutes of the old year; 00:00–02:10 are 130 of the new one.
        foreach (var ordinary in (int[])[0, 1, 3, 4, 5, 6, 7])
            Assert.Equal(["2025-12-31 logged 110", "2026-01-01 logged 130"], Facts(hours.Where(h => IsOf(h, people[ordinary]))));
        // Hours of another team from 22:30 to 00:20: 22:30–23:00 and 23:30–24:00 are contested, and so is 00:00–00:20.
        Assert.Equal(
            ["2025-12-31 contested 60", "2025-12-31 logged 50", "2026-01-01 contested 20", "2026-01-01 logged 110"],
            Facts(hours.Where(h => IsOf(h, people[2]))));
        Assert.DoesNotContain(hours, h => IsOf(h, people[8]));
        Assert.Equal(8 * 240, hours.Sum(h => h.GetProperty("minutes").GetInt32()));
        Assert.All(hours, h => Assert.Equal("roster", h.GetProperty("provenance").GetString()));
        Assert.All(hours, h => Assert.Equal("测试队员", h.GetProperty("inCharge").GetString()));

        var roster = closed.GetProperty("roster").EnumerateArray().ToList();
        Assert.Equal(["minor"], Flags(roster[8]));
        Assert.Equal(["collision"], Flags(roster[2]));
        Assert.Equal(["uninsured"], Flags(roster[9]));
        Assert.All((int[])[0, 1, 3, 4, 5, 6, 7], i => Assert.Empty(Flags(roster[i])));
        Assert.All(roster, line => Assert.Equal(240, line.GetProperty("serviceMinutes").GetInt32()));
        Assert.Equal("inHospital", roster[3].GetProperty("ending").GetProperty("kind").GetString());

        static IEnumerable<string?> Flags(JsonElement line) => line.GetProperty("flags").EnumerateArray().Select(f => f.GetString());
    }

    [Fact]
    public async Task A_second_person_verifies_the_roster_in_one_act_and_nobody_their_own_line()
    {
        var (made, people) = await Record();
        var early = await (await app.As("verifier")).PostAsync($"{Path}/{made.Id()}/verification", null);
        await early.ExpectProblem(HttpStatusCode.Conflict, "deployment.open");
        await (await _recorder.PostAsync($"{Path}/{made.Id()}/closing", null)).Expect(HttpStatusCode.OK);

        var sameHuman = await app.As(DemoId.Of("李记远"), DemoData.RescueTeam, Right.Verify);
        await (await sameHuman.PostAsync($"{Path}/{made.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "deployment.own-roster");
        var one = (await Hours(made.Id()))[0].Id();
        await (await sameHuman.PostAsync($"/api/v1/service-hours/{one}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "deployment.own-roster");

        var member = await app.As(Guid.Parse(people[0]), DemoData.RescueTeam, Right.Verify);
        var first = await (await member.PostAsync($"{Path}/{made.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        Assert.Equal((14, 2, 2), (first.GetProperty("verified").GetInt32(), first.GetProperty("ownLeft").GetInt32(), first.GetProperty("contested").GetInt32()));
        Assert.Equal(["2025-12-31 logged 110", "2026-01-01 logged 130"], Facts((await Hours(made.Id())).Where(h => IsOf(h, people[0]))));
        await (await member.PostAsync($"{Path}/{made.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-hours");

        var second = await (await (await app.As("verifier")).PostAsync($"{Path}/{made.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        Assert.Equal(240, second.GetProperty("minutes").GetInt32());
        await (await (await app.As("verifier")).PostAsync($"{Path}/{made.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "deployment.nothing-to-verify");

        var total = (await (await app.As("office")).Read($"/api/v1/people/{people[2]}/record")).GetProperty("recordedHours");
        Assert.Equal((160, 80), (total.GetProperty("minutes").GetInt32(), total.GetProperty("minutesContested").GetInt32()));
    }

    [Fact]
    public async Task Reopening_replaces_the_hours_by_reversal_and_the_totals_follow()
    {
        var (made, people) = await Record();
        await (await _recorder.PostAsync($"{Path}/{made.Id()}/closing", null)).Expect(HttpStatusCode.OK);
        await (await (await app.As("verifier")).PostAsync($"{Path}/{made.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        Assert.Equal(240, await Counted());

        var late = await _recorder.PostAsJsonAsync($"{Path}/{made.Id()}/roster", new { name = "晚报的人" });
        await late.ExpectProblem(HttpStatusCode.Conflict, "deployment.closed");
        await (await _recorder.PostAsJsonAsync($"{Path}/{made.Id()}/reopening", new { reason = "撤离时间记早了" })).Expect(HttpStatusCode.OK);
        Assert.Equal(0, await Counted());
        Assert.All(await Hours(made.Id()), h => Assert.Equal(("reversed", "撤离时间记早了"), (h.GetProperty("status").GetString(), h.GetProperty("reversalReason").GetString())));

        var line = made.GetProperty("roster")[0].Id();
        await (await _recorder.PostAsJsonAsync($"{Path}/{made.Id()}/roster/{line}/segments", new { segments = new[] { Segment("support", "03:00", "03:05") } })).Expect(HttpStatusCode.OK);
        await (await _recorder.PostAsync($"{Path}/{made.Id()}/closing", null)).Expect(HttpStatusCode.OK);
        await (await (await app.As("verifier")).PostAsync($"{Path}/{made.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        Assert.Equal(245, await Counted());
        Assert.Equal("撤离时间记早了", (await _recorder.Read($"{Path}/{made.Id()}")).GetProperty("reopenings")[0].GetProperty("reason").GetString());

        async Task<int> Counted() =>
            (await (await app.As("office")).Read($"/api/v1/people/{people[0]}/record")).GetProperty("recordedHours").GetProperty("minutes").GetInt32();
    }

    [Fact]
    public async Task Both_bodies_see_what_is_contested_and_the_office_above_settles_it()
    {
        var (made, people) = await Record();
        await (await _recorder.PostAsync($"{Path}/{made.Id()}/closing", null)).Expect(HttpStatusCode.OK);
        var contested = (await Hours(made.Id())).Where(h => h.GetProperty("status").GetString() is "contested").OrderBy(h => h.GetProperty("servedOn").GetString()).ToList();
        var otherBody = await app.As(null, DemoData.EpidemicTeam, Right.Record, Right.Verify);
        var seen = await otherBody.Read($"/api/v1/service-hours/{contested[0].Id()}");
        await otherBody.Read($"/api/v1/service-hours/{seen.GetProperty("contestedWithId").GetString()}");
        foreach (var side in (HttpClient[])[otherBody, await app.As(null, DemoData.RescueTeam, Right.Verify)])
            await (await Settle(side, contested[0], "this")).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");

        var office = await app.As("verifier");
        var upheld = await (await Settle(office, contested[0], "this")).Expect(HttpStatusCode.OK);
        Assert.Equal("logged", upheld.GetProperty("status").GetString());
        var other = await otherBody.Read($"/api/v1/service-hours/{seen.GetProperty("contestedWithId").GetString()}");
        Assert.Equal(("reversed", "以名册为准"), (other.GetProperty("status").GetString(), other.GetProperty("reversalReason").GetString()));
        await (await Settle(office, contested[0], "other")).ExpectProblem(HttpStatusCode.Conflict, "service-hours.not-contested");

        var given = await (await Settle(office, contested[1], "other")).Expect(HttpStatusCode.OK);
        Assert.Equal("rejected", given.GetProperty("status").GetString());
        Assert.Equal(
            ["2025-12-31 logged 50", "2025-12-31 logged 60", "2026-01-01 logged 110", "2026-01-01 rejected 20"],
            Facts((await Hours(made.Id())).Where(h => IsOf(h, people[2]))));

        static Task<HttpResponseMessage> Settle(HttpClient client, JsonElement hours, string counts) =>
            client.PostAsJsonAsync($"/api/v1/service-hours/{hours.Id()}/settlement", new { counts, reason = "以名册为准" });
    }

    [Fact]
    public async Task The_briefing_and_the_record_sheet_come_from_the_same_facts()
    {
        var (made, _) = await Record();
        var briefing = (await _recorder.Read($"{Path}/{made.Id()}/briefing")).GetProperty("text").GetString()!;
        Assert.Contains("跨年夜山地搜救　简报（未结束）", briefing);
        Assert.Contains("12月31日 20:15 接警；12月31日 21:40 到达；1月1日 03:20 全员安全报平安", briefing);
        Assert.Contains("沁源县应急管理局，调度令 沁应急调〔2025〕31号，已向蓝天救援协调中心报备", briefing);
        Assert.Contains("沁源县蓝天救援队6人、河南新乡蓝天救援队3人、武乡县蓝天救援队1人", briefing);
        Assert.Contains("车辆1、橡皮艇1、里程86公里", briefing);
        Assert.Contains("转移近200人（联合行动）", briefing);
        Assert.Contains("归队8人、移交1人、送医1人", briefing);
        Assert.DoesNotContain("测试队员", briefing);
        Assert.DoesNotContain("耿远帆", briefing);

        var sheet = await _recorder.Read($"{Path}/{made.Id()}/record-sheet");
        var rows = sheet.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 10), rows.Select(r => r.GetProperty("number").GetInt32()));
        Assert.Equal(
            ("2025-12-31", "测试队员", "沁源县蓝天救援队", "晋D·演001", 1, 6, 400, 240),
            (Text(rows[0], "day"), Text(rows[0], "name"), Text(rows[0], "team"), Text(rows[0], "plate"), Number(rows[0], "vehicles"), Number(rows[0], "people"),
                Number(rows[0], "minutesOut"), Number(rows[0], "serviceMinutes")));
        Assert.Equal(("耿远帆", "SX-088", 390), (Text(rows[9], "name"), Text(rows[9], "memberNumber"), Number(rows[9], "minutesOut")));

        static string? Text(JsonElement row, string member) => row.GetProperty(member).GetString();
        static int Number(JsonElement row, string member) => row.GetProperty(member).GetInt32();
    }

    [Fact]
    public async Task A_participant_sees_their_own_line_and_a_team_its_own()
    {
        var (made, people) = await Record();
        var self = await app.As(Guid.Parse(people[0]), DemoData.RescueTeam);
        Assert.Equal([people[0]], await Lines(self));
        var hostTeam = await app.As(null, DemoData.HostTeam, Right.Audit);
        Assert.Equal([.. people[6..]], await Lines(hostTeam));
        Assert.Equal(10, (await Lines(await app.As("office"))).Count);
        var programElsewhere = await app.AsProgram(DemoData.DisabledTeam, Right.Record);
        Assert.Equal(HttpStatusCode.NotFound, (await programElsewhere.GetAsync($"{Path}/{made.Id()}")).StatusCode); // an unnamed helper is not "nobody's own"

        async Task<List<string?>> Lines(HttpClient client)
        {
            var whole = (await client.Read($"{Path}/{made.Id()}")).GetProperty("roster").EnumerateArray().Select(l => l.GetProperty("personId").GetString()).ToList();
            Assert.Equal(whole, (await client.Read($"{Path}/{made.Id()}/roster")).GetProperty("items").EnumerateArray().Select(l => l.GetProperty("personId").GetString()));
            Assert.Equal(whole.Count, (await client.Read($"{Path}/{made.Id()}/record-sheet")).GetProperty("rows").GetArrayLength());
            return whole;
        }
    }
}
