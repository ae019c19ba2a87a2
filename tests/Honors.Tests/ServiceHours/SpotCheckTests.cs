using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

/// <summary>Spot checks that nobody can choose and anybody can draw again.</summary>
public sealed class SpotCheckTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = Units.Hours, Checks = "/api/v1/spot-checks";

    private readonly Units _units = new(app);

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    private async Task<List<string>> Month(string month, int records)
    {
        var person = (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();
        List<string> ids = [];
        for (var day = 1; day <= records; day++) ids.Add(await _units.Verified(person, $"{month}-{day:00}"));
        return ids;
    }

    private static object Of(string month, int size) => new { divisionCode = 140431000000, from = $"{month}-01", to = $"{month}-28", size, recordedBy = DemoData.CountyOffice };

    private async Task<JsonElement> Draw(string month, int size) => await (await app.As("office")).Created(Checks, Of(month, size));

    private async Task<List<JsonElement>> Items(JsonElement check) => [.. (await (await app.As("office")).Read($"{Checks}/{check.Id()}/items")).EnumerateArray()];

    private async Task<HttpResponseMessage> Find(string by, JsonElement check, int place, object result) =>
        await (await app.As(by)).PostAsJsonAsync($"{Checks}/{check.Id()}/items/{place}/result", result);

    [Fact]
    public async Task Whoever_has_the_list_and_the_seed_of_the_draw_before_draws_the_same_records()
    {
        var ids = await Month("2026-03", 12);
        var person = (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();
        await _units.Logged(person, "2026-03-20"); // not verified, and not drawn
        var before = await Draw("2026-03", 3);
        var check = await Draw("2026-03", 5);
        Assert.Equal(before.GetProperty("nextSeed").GetString(), check.GetProperty("seed").GetString());
        Assert.Equal(1 + before.GetProperty("number").GetInt32(), check.GetProperty("number").GetInt32());
        Assert.NotEqual(before.GetProperty("nextSeed").GetString(), check.GetProperty("nextSeed").GetString());

        var list = (await (await app.As("office")).Read($"{Checks}/{check.Id()}/population")).EnumerateArray().Select(i => i.GetString()!).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), list);
        Assert.Equal((12, Sha(string.Concat(list.Select(i => i + "\n")))), (check.GetProperty("population").GetInt32(), check.GetProperty("listDigest").GetString()));
        var seed = before.GetProperty("nextSeed").GetString();
        var again = list.Select(i => (Id: i, Hash: Sha($"{seed}:{i}"))).OrderBy(i => i.Hash, StringComparer.Ordinal).Take(5).Select(i => i.Id);
        Assert.Equal(again, (await Items(check)).Select(i => i.GetProperty("recordId").GetString()));

        // What changes later does not change the list.
        app.Clock.Now += NodaTime.Duration.FromMinutes(1);
        await (await (await app.As("office")).PostAsJsonAsync($"{Hours}/{ids[0]}/reversal", new { reason = "重复" })).Expect(HttpStatusCode.OK);
        await Month("2026-03", 1);
        Assert.Equal(list, (await (await app.As("office")).Read($"{Checks}/{check.Id()}/population")).EnumerateArray().Select(i => i.GetString()!));
        Assert.Contains(check.Id(), (await (await app.As("person")).Read($"{Checks}?limit=100")).GetRawText());
    }

    [Fact]
    public async Task A_result_is_given_once_by_somebody_else_and_what_is_wrong_waits_until_it_is_reversed_or_said_to_stand()
    {
        var ids = await Month("2026-04", 3);
        var check = await Draw("2026-04", 3);
        var items = await Items(check);
        await (await Find("verifier", check, 1, new { result = "asRecorded" })).ExpectProblem(HttpStatusCode.Conflict, "spot-check.own-record");
        await (await Find("office", check, 1, new { result = "differs" })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "spot-check.note");
        await (await Find("office", check, 4, new { result = "asRecorded" })).Expect(HttpStatusCode.NotFound);
        await (await Find("office", check, 1, new { result = "asRecorded" })).Expect(HttpStatusCode.OK);
        await (await Find("office", check, 1, new { result = "asRecorded" })).ExpectProblem(HttpStatusCode.Conflict, "spot-check.found");
        await (await Find("office", check, 2, new { result = "differs", note = "签到表上是一小时" })).Expect(HttpStatusCode.OK);
        await (await Find("office", check, 3, new { result = "notFound", note = "组织单位无此活动" })).Expect(HttpStatusCode.OK);

        var (differs, missing) = (Record(1), Record(2));
        Assert.Equal(new[] { differs, missing }.Order(StringComparer.Ordinal), await Waiting());
        Assert.Equal((3, 2), ((await Shown()).GetProperty("found").GetInt32(), (await Shown()).GetProperty("differing").GetInt32()));
        Assert.Equal("verified", (await (await app.As("office")).Read($"{Hours}/{missing}")).GetProperty("status").GetString()); // nothing changes by itself

        await (await (await app.As("office")).PostAsJsonAsync($"{Hours}/{missing}/reversal", new { reason = "抽查查无此事" })).Expect(HttpStatusCode.OK);
        Assert.Equal([differs], await Waiting());
        await (await Conclude("office", 2)).ExpectProblem(HttpStatusCode.Conflict, "spot-check.second-person");
        await (await Conclude("office2", 1)).ExpectProblem(HttpStatusCode.Conflict, "spot-check.nothing-to-conclude");
        await (await Conclude("office2", 2)).Expect(HttpStatusCode.OK);
        Assert.Empty(await Waiting());

        string Record(int place) => items[place].GetProperty("recordId").GetString()!;
        async Task<JsonElement> Shown() => await (await app.As("office")).Read($"{Checks}/{check.Id()}");
        async Task<IEnumerable<string>> Waiting() => (await (await app.As("office2")).Read($"{Hours}/queue?for=spotCheck&limit=100")).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("hours").Id()).Where(ids.Contains).Order(StringComparer.Ordinal);
        async Task<HttpResponseMessage> Conclude(string by, int place) =>
            await (await app.As(by)).PostAsJsonAsync($"{Checks}/{check.Id()}/items/{place}/conclusion", new { reason = "另有签到" });
    }

    [Fact]
    public async Task A_draw_is_of_past_days_with_records_and_by_the_office()
    {
        var office = await app.As("office");
        foreach (var (from, to) in ((string, string)[])[("2026-04-02", "2026-04-01"), ("2026-11-01", "2026-11-21"), ("2025-01-01", "2026-11-01")])
            await (await office.PostAsJsonAsync(Checks, new { divisionCode = 140431000000, from, to, size = 3 })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "spot-check.period");
        await (await office.PostAsJsonAsync(Checks, Of("2001-01", 3))).ExpectProblem(HttpStatusCode.Conflict, "spot-check.nothing-to-draw");
        await (await (await app.As(null, DemoData.RescueTeam, Right.Verify)).PostAsJsonAsync(Checks, Of("2026-04", 3))).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
    }
}
