using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.Decisions;

/// <summary>The county office's desk: titles, cases and decisions as its two clerks and the school's nominator make them.</summary>
internal sealed class Desk(HonorsApp app)
{
    public const string Api = "/api/v1", Path = Api + "/decisions";

    private static readonly object WitnessStatement = new { kind = "witness", source = "同村村民", holder = "学校办公室" };

    private static readonly string[] Letter = ["letter"];

    private HttpClient? _school;

    public async Task<HttpClient> School() => _school ??= await app.As(null, DemoData.School, Right.Record, Right.Nominate);

    /// <summary>A title of the office and its procedure.</summary>
    /// <param name="change">What differs from: rated, given to anybody, accepted and decided.</param>
    public async Task<string> Title(Action<JsonObject>? change = null, string kind = "internal", string level = "unit")
    {
        var office = await app.As("office");
        var title = (await office.Created($"{Api}/titles", new { name = $"试点称号{Guid.NewGuid():N}"[..12], @class = kind, level, ownerId = DemoData.CountyOffice })).Id();
        var procedure = new JsonObject
        {
            ["validFrom"] = "2025-01-01",
            ["verb"] = kind is "internal" ? "rate" : kind is "selection" ? "name" : "confer",
            ["divisionCode"] = 140431000000,
            ["recipients"] = new JsonArray("person", "unit", "team", "group"),
            ["posthumous"] = true,
            ["steps"] = new JsonArray("acceptance", "decision"),
            ["legalBasis"] = kind is "commendation" ? "某条例" : null,
        };
        change?.Invoke(procedure);
        await office.Created($"{Api}/titles/{title}/procedures", procedure);
        return title;
    }

    public async Task<string> Person(string name = "苏见山") => (await (await School()).Created($"{Api}/people", new { name })).Id();

    /// <summary>An accepted nomination of a new person, or of what <paramref name="change"/> says.</summary>
    public async Task<string> Case(string title, Action<JsonObject>? change = null, HttpClient? nominator = null)
    {
        var client = nominator ?? await School();
        var nomination = new JsonObject
        {
            ["titleId"] = title,
            ["nomineeKind"] = "person",
            ["summary"] = "常年义务接送邻居就医",
            ["evidence"] = new JsonArray(JsonSerializer.SerializeToNode(WitnessStatement)),
            ["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-11-01", ["proof"] = "同意书" },
        };
        change?.Invoke(nomination);
        if (!nomination.ContainsKey("personId") && nomination["nomineeKind"]!.GetValue<string>() is "person") nomination["personId"] = await Person();
        var id = (await client.Created($"{Api}/nominations", nomination)).Id();
        await (await client.PostAsync($"{Api}/nominations/{id}/submission", null)).Expect(HttpStatusCode.OK);
        await Act(id, "acceptance");
        return id;
    }

    public async Task<JsonElement> Act(string nomination, string act, object? body = null, string login = "office") =>
        await (await (await app.As(login)).PostAsync($"{Api}/nominations/{nomination}/{act}", body is null ? null : JsonContent.Create(body))).Expect(HttpStatusCode.OK);

    public static JsonObject Body(string title, params string[] cases) => new()
    {
        ["titleId"] = title,
        ["bodyIds"] = new JsonArray(DemoData.CountyOffice.ToString()),
        ["name"] = "关于评定2026年度先进的决定",
        ["documentNumber"] = "沁文明〔2026〕21号",
        ["decidedOn"] = "2026-11-20",
        ["entries"] = new JsonArray([.. cases.Select(c => new JsonObject { ["nominationId"] = c })]),
    };

    public async Task<string> Draft(JsonObject body, HttpClient? client = null) => (await (client ?? await app.As("office")).Created(Path, body)).Id();

    public async Task<string> Draft(string title, params string[] cases) => await Draft(Body(title, cases));

    public async Task<HttpResponseMessage> Confirm(string decision, HttpClient? client = null) =>
        await (client ?? await app.As("office2")).PostAsync($"{Path}/{decision}/confirmation", null);

    /// <returns>The awards' ids.</returns>
    public async Task<List<string>> Confirmed(string decision) =>
        [.. (await (await Confirm(decision)).Expect(HttpStatusCode.OK)).GetProperty("awardIds").EnumerateArray().Select(a => a.GetString()!)];

    /// <param name="found">Whether the procedure examines the case.</param>
    public async Task<string> Award(string title, Action<JsonObject>? change = null, bool found = false)
    {
        var nomination = await Case(title, change);
        if (found) await Act(nomination, "examinations", new { result = "approved" });
        return Assert.Single(await Confirmed(await Draft(title, nomination)));
    }

    public async Task<JsonElement> Read(string path, string login = "office") => await (await app.As(login)).Read($"{Api}/{path}");

    /// <summary>Refused once, with all of these named; the draft says the same, and nothing was conferred.</summary>
    public async Task<JsonElement> Lacks(string decision, params string[] codes)
    {
        var problem = await (await Confirm(decision)).ExpectProblem(HttpStatusCode.Conflict, "decision.not-ready");
        Assert.Equal(codes, problem.GetProperty("facts").GetProperty("missing").EnumerateArray().Select(m => m.GetProperty("code").GetString()));
        var missing = (await Read($"decisions/{decision}/missing")).GetProperty("missing");
        Assert.Equal(codes, missing.EnumerateArray().Select(m => m.GetProperty("code").GetString()));
        Assert.All(missing.EnumerateArray(), m => Assert.Contains(m.GetProperty("text").GetString()!, problem.GetProperty("title").GetString(), StringComparison.Ordinal));
        var draft = await Read($"decisions/{decision}");
        Assert.Equal(("draft", 0), (draft.GetProperty("status").GetString(), draft.GetProperty("awardIds").GetArrayLength()));
        return problem;
    }

    /// <summary>Puts the cases before the public from today on.</summary>
    /// <param name="graceDays">For letters.</param>
    /// <returns>The path of the notice.</returns>
    public async Task<string> Notice(string title, int graceDays, params string[] cases)
    {
        var (office, second) = (await app.As("office"), await app.As("office2"));
        var path = $"{Api}/notices/" + (await office.Created($"{Api}/notices", new
        {
            titleId = title,
            heading = "关于2026年度先进拟表彰对象的公示",
            basis = "《试点办法》",
            stage = "toBeHonoured",
            acceptance = new { department = "县文明办", person = "乔办成", channels = Letter, address = "沁源县胜利路1号", graceDays },
        })).Id();
        foreach (var nomination in cases)
        {
            await (await office.PostAsJsonAsync($"{path}/entries", new { caseId = nomination, name = "苏见山", deed = "常年义务接送邻居就医" })).Expect(HttpStatusCode.OK);
        }

        await (await second.PostAsync($"{path}/publication", null)).Expect(HttpStatusCode.OK);
        return path;
    }

    /// <summary>Noon of the day, in China.</summary>
    public void Go(LocalDate day) => app.Clock.Now = Instant.FromUtc(day.Year, day.Month, day.Day, 4, 0);
}
