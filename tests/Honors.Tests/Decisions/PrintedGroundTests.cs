using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.Decisions;

/// <summary>What a required notice or decision printed may be shown for as long as the procedure says, and no longer than its recipient wants.</summary>
public sealed class PrintedGroundTests
{
    private static async Task<(string Award, string Person, string Number)> Given(Desk desk, string name, string? born = null, int? months = 6)
    {
        var person = await (await desk.School()).Created("/api/v1/people", new { name, born = born is null ? null : new { date = born } });
        var title = await desk.Title(p => p["publicity"] = months is { } m ? new JsonObject { ["months"] = m, ["source"] = "《试点办法》" } : null, "selection", "county");
        return (await desk.Award(title, n => n["personId"] = person.Id()), person.Id(), person.GetProperty("number").GetString()!);
    }

    private static async Task<int> OnRoll(HonorsApp app, string name) => (await app.Anonymous().Read($"/api/v1/public/honor-roll?q={name}")).GetProperty("items").GetArrayLength();

    private static async Task<HttpStatusCode> Page(HonorsApp app, string number) => (await app.Anonymous().GetAsync($"/api/v1/public/people/{number}")).StatusCode;

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string award, string kind, string channel = "paper") =>
        await client.PostAsJsonAsync($"/api/v1/awards/{award}/wishes", new { kind, on = "2026-11-19", channel });

    [Fact]
    public async Task A_confirmed_decision_shows_the_name_with_this_award_until_its_time_is_over()
    {
        await using var app = new HonorsApp();
        var desk = new Desk(app);
        var (award, person, number) = await Given(desk, "樊见榜");
        var (_, _, unsaid) = await Given(desk, "樊未说", months: null);
        var (_, _, child) = await Given(desk, "樊小童", "2015-05-01");
        var ground = Assert.Single((await desk.Read($"people/{person}/grounds")).GetProperty("items").EnumerateArray());
        Assert.Equal(("notice", "2027-05-20", true, false, false), (
            ground.GetProperty("kind").GetString(), ground.GetProperty("until").GetString(), ground.GetProperty("showsName").GetBoolean(), ground.GetProperty("showsUnit").GetBoolean(),
            ground.GetProperty("showsStory").GetBoolean()));
        Assert.Equal(award, Assert.Single(ground.GetProperty("recordIds").EnumerateArray()).GetString());
        Assert.Equal(1, await OnRoll(app, "樊见榜"));
        Assert.Equal(HttpStatusCode.OK, await Page(app, number));
        foreach (var hidden in (string[])[unsaid, child]) Assert.Equal(HttpStatusCode.NotFound, await Page(app, hidden));

        desk.Go(new LocalDate(2027, 5, 20));
        Assert.Equal(1, await OnRoll(app, "樊见榜"));
        desk.Go(new LocalDate(2027, 5, 21));
        Assert.Equal((0, HttpStatusCode.NotFound), (await OnRoll(app, "樊见榜"), await Page(app, number)));
    }

    [Fact]
    public async Task Who_declines_or_asks_not_to_be_published_through_their_own_account_is_named_no_more()
    {
        await using var app = new HonorsApp();
        var desk = new Desk(app);
        var (award, person, number) = await Given(desk, "樊自愿");
        var (own, stranger) = (await app.As(Guid.Parse(person), DemoData.School), await app.As(null, DemoData.School));
        await (await Ask(own, award, "notPublished")).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await Ask(await app.As("office"), award, "notPublished", "page")).ExpectProblem(HttpStatusCode.Conflict, "award.page-is-ones-own");
        await (await Ask(stranger, award, "notPublished", "page")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        var hidden = await (await Ask(own, award, "notPublished", "page")).Expect(HttpStatusCode.OK);
        Assert.Equal(("2026-11-20", "page"), (hidden.GetProperty("wishes")[0].GetProperty("on").GetString(), hidden.GetProperty("wishes")[0].GetProperty("channel").GetString()));
        Assert.Equal((0, HttpStatusCode.NotFound), (await OnRoll(app, "樊自愿"), await Page(app, number)));
        await (await Ask(own, award, "published", "page")).Expect(HttpStatusCode.OK);
        Assert.Equal((1, HttpStatusCode.OK), (await OnRoll(app, "樊自愿"), await Page(app, number)));
        Assert.Equal("declined", (await (await Ask(own, award, "decline", "page")).Expect(HttpStatusCode.OK)).GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NotFound, await Page(app, number));
        var grounds = (await desk.Read($"people/{person}/grounds")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, grounds.Count);
        Assert.All(grounds, g => Assert.Contains("\"person\"", g.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revoked_award_names_nobody_and_a_reinstated_one_does_again_unless_the_person_had_refused()
    {
        await using var app = new HonorsApp();
        var desk = new Desk(app);
        var (kept, _, named) = await Given(desk, "樊撤复");
        var (refused, person, silent) = await Given(desk, "樊不愿");
        var ground = (await desk.Read($"people/{person}/grounds")).GetProperty("items")[0].Id();
        await (await (await app.As(Guid.Parse(person), DemoData.School)).PostAsync($"/api/v1/people/{person}/grounds/{ground}/ending", null)).Expect(HttpStatusCode.OK);
        foreach (var award in (string[])[kept, refused])
            await Change(award, "revocation", new { ground = "falseDeeds", bodyId = DemoData.CountyOffice, documentNumber = "沁文明撤〔2026〕3号", issuedOn = "2026-11-20", reason = "不属实" });
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await Page(app, named), await Page(app, silent)));
        foreach (var award in (string[])[kept, refused])
            await Change(award, "reinstatement", new { bodyId = DemoData.CountyOffice, documentNumber = "沁文明复〔2026〕3号", issuedOn = "2026-11-20", reason = "复核" });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await Page(app, named), await Page(app, silent)));

        async Task Change(string award, string act, object body)
        {
            var change = (await (await app.As("office")).Created($"/api/v1/awards/{award}/{act}", body)).Id();
            await (await (await app.As("office2")).PostAsync($"/api/v1/awards/{award}/changes/{change}/confirmation", null)).Expect(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task An_ended_notice_names_bodies_and_groups_that_were_awarded_and_people_on_a_ground_each_by_their_own_case()
    {
        await using var app = new HonorsApp();
        var desk = new Desk(app);
        var title = await desk.Title(
            p => (p["steps"], p["publicity"], p["clocks"]) = (
                new JsonArray("acceptance", "notice", "decision"), new JsonObject { ["months"] = 12 },
                new JsonArray(new JsonObject { ["kind"] = "notice", ["length"] = 5, ["unit"] = "workingDays", ["counting"] = "excludeStart" })),
            "selection", "county");
        var (member, other) = (await desk.Person("甲某"), await desk.Person("乙某"));
        var cases = new Dictionary<string, string>
        {
            ["童见榜"] = await desk.Case(title),
            ["赤石桥中心学校"] = await desk.Case(title, n => (n["nomineeKind"], n["organizationId"]) = ("unit", DemoData.School.ToString())),
            ["蓝天救援队"] = await desk.Case(title, n => (n["nomineeKind"], n["organizationId"]) = ("team", DemoData.RescueTeam.ToString())),
            ["河湾救人群体"] = await desk.Case(title, n => (n["nomineeKind"], n["groupName"], n["memberIds"]) = ("group", "河湾救人群体", new JsonArray(member, other))),
            ["童未获"] = await desk.Case(title),
        };
        var office = await app.As("office");
        var notice = (await office.Created("/api/v1/notices", NoticeOf(title))).Id();
        foreach (var (name, opened) in cases)
            await (await office.PostAsJsonAsync($"/api/v1/notices/{notice}/entries", new { caseId = opened, name, deed = "常年义务接送邻居就医" })).Expect(HttpStatusCode.OK);
        await (await (await app.As("office2")).PostAsync($"/api/v1/notices/{notice}/publication", null)).Expect(HttpStatusCode.OK);
        desk.Go(new LocalDate(2026, 12, 1));
        Assert.Empty(await Named());
        var body = Desk.Body(title, [.. cases.Where(c => c.Key is not "童未获").Select(c => c.Value)]);
        body["decidedOn"] = "2026-12-01";
        await desk.Confirmed(await desk.Draft(body));

        Assert.Equal(((string[])["河湾救人群体", "童见榜", "蓝天救援队", "赤石桥中心学校"]).Order(StringComparer.Ordinal), (await Named()).Order(StringComparer.Ordinal));
        var award = (await desk.Read($"awards?titleId={title}&limit=100")).GetProperty("items").EnumerateArray().Single(a => a.GetProperty("organizationId").GetString() == DemoData.School.ToString()).Id();
        await (await Ask(office, award, "notPublished")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("赤石桥中心学校", await Named());

        async Task<List<string>> Named() =>
            [.. (await app.Anonymous().Read($"/api/v1/public/notices/{notice}")).GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("name").GetString()!)];
    }

    private static object NoticeOf(string title) => new
    {
        titleId = title,
        heading = "关于2026年度先进拟表彰对象的公示",
        basis = "《试点办法》",
        stage = "toBeHonoured",
        acceptance = new { department = "县文明办", person = "乔办成", channels = Web },
    };

    private static readonly string[] Web = ["web"];
}
