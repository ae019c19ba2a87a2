using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.Notices;

/// <summary>A registry on the day before the spring festival of the dead, 2024-04-03, a Wednesday; what follows is asked of it through HTTP.</summary>
public class NoticeScene : HonorsApp
{
    public const string Notices = "/api/v1/notices", Nominations = "/api/v1/nominations", GoodPerson = "身边好人", RoleModel = "道德模范", Bravery = "见义勇为确认";

    private readonly Dictionary<string, HttpClient> _clerks = [];

    public NoticeScene() : this(onTheWire: false) { }

    /// <summary>The demo's own records are of 2026; they are loaded then.</summary>
    /// <param name="onTheWire">Behind its real web server, for a browser.</param>
    protected NoticeScene(bool onTheWire)
    {
        if (onTheWire)
        {
            UseKestrel(0);
            StartServer();
        }
        else
        {
            _ = Server;
        }

        Clock.Now = Instant.FromUtc(2024, 4, 3, 2, 0);
    }

    /// <summary>The clerks of the county office: <c>office</c> and <c>office2</c>, and <c>verifier</c>, who does not decide.</summary>
    public new async Task<HttpClient> As(string clerk) => _clerks.TryGetValue(clerk, out var known)
        ? known
        : _clerks[clerk] = await As(null, DemoData.CountyOffice, clerk is "verifier" ? [Right.Verify] : [Right.Record, Right.Verify, Right.Decide]);

    public void GoTo(int year, int month, int day, int hour = 10) => Clock.Now = Instant.FromUtc(year, month, day, 0, 0) + Duration.FromHours(hour - 8);

    public static JsonObject Facts(string title = GoodPerson) => new()
    {
        ["titleId"] = DemoId.Of(title).ToString(),
        ["heading"] = "关于身边好人拟推荐对象的公示",
        ["basis"] = "《身边好人推荐办法》",
        ["stage"] = "toBeRecommended",
        ["period"] = new JsonObject { ["length"] = 10, ["unit"] = "workingDays" },
        ["acceptance"] = new JsonObject
        {
            ["department"] = "文明办",
            ["person"] = "某某",
            ["channels"] = new JsonArray("letter", "phone"),
            ["phone"] = "00-0000-0000",
            ["address"] = "示例路0号",
            ["graceDays"] = 3,
            ["hours"] = new JsonArray(new JsonObject { ["from"] = "08:30:00", ["to"] = "12:00:00" }, new JsonObject { ["from"] = "13:00:00", ["to"] = "17:00:00" }),
        },
    };

    public async Task<string> Person(string name, string? born = null) =>
        (await (await As("office")).Created("/api/v1/people", new { name, born = born is null ? null : new { date = born } })).Id();

    /// <returns>An accepted case.</returns>
    public async Task<string> Case(string person, string title = GoodPerson, string ground = "consent")
    {
        // The office recorded the person; it nominates in its own name, through another account than those that handle the case.
        var nominator = await As(null, DemoData.CountyOffice, Right.Nominate);
        var id = (await nominator.Created(Nominations, new JsonObject
        {
            ["titleId"] = DemoId.Of(title).ToString(),
            ["nomineeKind"] = "person",
            ["personId"] = person,
            ["summary"] = "照料孤寡老人",
            ["evidence"] = new JsonArray(new JsonObject { ["kind"] = "witness", ["source"] = "同村村民", ["holder"] = "学校办公室" }),
            ["ground"] = new JsonObject { ["kind"] = ground, ["on"] = "2024-04-01", ["proof"] = "同意书" },
        })).Id();
        await (await nominator.PostAsync($"{Nominations}/{id}/submission", null)).Expect(HttpStatusCode.OK);
        await (await (await As("office")).PostAsync($"{Nominations}/{id}/acceptance", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    public async Task<string> Approved(string person, string ground = "consent")
    {
        var id = await Case(person, ground: ground);
        await (await (await As("office")).PostAsJsonAsync($"{Nominations}/{id}/examinations", new { result = "approved" })).Expect(HttpStatusCode.OK);
        return id;
    }

    public async Task<JsonElement> Draft(JsonObject? facts = null) => await (await As("office")).Created(Notices, facts ?? Facts());

    public async Task<JsonElement> Draft(JsonObject facts, params string[] names)
    {
        var draft = await Draft(facts);
        foreach (var name in names) draft = await Added(draft.Id(), await Approved(await Person(name)), name);
        return draft;
    }

    public async Task<JsonElement> Added(string notice, string opened, string name) =>
        await Done(notice, "entries", new { caseId = opened, name, unit = "学校", deed = "照料孤寡老人" });

    public async Task<JsonElement> Published(JsonObject facts, params string[] names) => await Done((await Draft(facts, names)).Id(), "publication", null, "office2");

    public async Task<HttpResponseMessage> Act(string notice, string act, object? body, string login = "office") =>
        await (await As(login)).PostAsync($"{Notices}/{notice}/{act}", body is null ? null : JsonContent.Create(body));

    public async Task<JsonElement> Done(string notice, string act, object? body, string login = "office") => await (await Act(notice, act, body, login)).Expect(HttpStatusCode.OK);

    public async Task<JsonElement> Refused(string code, string notice, string act, object? body, string login = "office", HttpStatusCode status = HttpStatusCode.Conflict) =>
        await (await Act(notice, act, body, login)).ExpectProblem(status, code);

    public async Task<JsonElement> Read(string notice) => await (await As("office")).Read($"{Notices}/{notice}");

    public async Task<JsonElement> PublicPage(string notice) => await Anonymous().Read($"/api/v1/public/notices/{notice}");

    public static string Entry(JsonElement notice, string name) =>
        notice.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("name").GetString() == name).Id();

    public static object Change(string name, string deed) => new { name, unit = "学校", deed, reason = "核实" };
}
