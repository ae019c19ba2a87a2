using System.Net;
using System.Text.Json;
using CsCheck;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.People;

/// <summary>Grounds of every kind come and go in any order: after each step the public sees of the person what the running ones cover, and nothing besides.</summary>
public sealed class WithdrawalPropertyTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/people";

    private static readonly string[] Kinds = ["published", "consent", "notice"];
    private static readonly string[] Records = ["deed 冰面救人", "deed 火场救人", "membership 沁源县蓝天救援队", "priorTotal 600", "award 优秀队员"];
    private static readonly string[] RecordKinds = ["deed", "membership", "priorTotal", "award"];

    /// <param name="End">Which of the running grounds ends; null: one more begins.</param>
    private sealed record Step(int? End, string Kind, bool Name, bool Unit, bool Story, bool Hours, string[] Lists, string[] AllOf);

    private static Gen<string> OneOf(string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static readonly Gen<Step> Begins = Gen.Select(
        OneOf(Kinds), Gen.Bool.Array[4], OneOf(Records).Array[0, 3], OneOf(RecordKinds).Array[0, 2],
        // Mostly with a name, for without one nothing is shown.
        (kind, fields, lists, allOf) => new Step(null, kind, fields[0] || lists.Length > 0, fields[1], fields[2], fields[3], [.. lists.Distinct()], kind is "consent" ? [.. allOf.Distinct()] : []))
        .Where(s => s.Name || s.Unit || s.Story || s.Hours || s.Lists.Length + s.AllOf.Length > 0);

    private static readonly Gen<Step[]> Steps = Gen.OneOf(Begins, Begins, Gen.Int[0, 20].Select(i => new Step(i, "", false, false, false, false, [], []))).Array[2, 8];

    [Fact]
    public async Task The_public_sees_what_a_running_ground_covers_and_nothing_besides() => await Steps.SampleAsync(Follow, iter: 15, threads: 1);

    private async Task Follow(Step[] steps)
    {
        var (recorder, office) = (await app.As("recorder"), await app.As("office"));
        var person = await recorder.Created(Path, new { name = $"苏{Guid.NewGuid().ToString("N")[..20]}", born = new { date = "1990" } });
        var self = await app.As(Guid.Parse(person.Id()), DemoData.NeighbourOffice);
        var ids = await MakeRecords(person.Id());
        List<(Step Step, string Id)> running = [];
        foreach (var step in steps)
        {
            if (step.End is null)
            {
                running.Add((step, (await office.Created($"{Path}/{person.Id()}/grounds", Ground(step, ids))).Id()));
            }
            else if (running.Count > 0)
            {
                var ended = running[step.End.Value % running.Count];
                running.Remove(ended);
                await (await self.PostAsync($"{Path}/{person.Id()}/grounds/{ended.Id}/ending", null)).Expect(HttpStatusCode.OK);
            }

            var grounds = running.ConvertAll(r => r.Step);
            Assert.Equal(Covered(grounds), await Shown(person));
        }
    }

    /// <summary>What the rule says, from the grounds alone.</summary>
    private static List<string> Covered(List<Step> grounds)
    {
        var naming = grounds.FindAll(g => g.Name);
        if (naming is []) return [];

        List<string> covered = ["name"];
        if (grounds.Exists(g => g.Unit)) covered.Add("unit");
        if (grounds.Exists(g => g.Hours)) covered.Add("hours");
        foreach (var record in Records)
        {
            var covering = naming.FindAll(g => g.Lists.Contains(record) || g.AllOf.Contains(record.Split(' ')[0]));
            if (covering is []) continue;

            covered.Add(record);
            if (record.StartsWith("award", StringComparison.Ordinal)) covered.Add("on the roll");
            if (record.StartsWith("deed", StringComparison.Ordinal) && covering.Exists(g => g.Story)) covered.Add($"story of {record}");
        }

        return [.. covered.Order(StringComparer.Ordinal)];
    }

    private async Task<List<string>> Shown(JsonElement person)
    {
        List<string> shown = [];
        var name = person.GetProperty("name").GetString()!;
        var roll = (await app.Anonymous().Read($"/api/v1/public/honor-roll?q={name}")).GetProperty("items");
        if (roll.GetArrayLength() > 0) shown.Add("on the roll");
        Assert.Equal(roll.GetArrayLength() > 0, (await app.Anonymous().Read("/api/v1/public/honor-roll?limit=100")).GetRawText().Contains(name, StringComparison.Ordinal));

        var answer = await app.Anonymous().GetAsync($"/api/v1/public/people/{person.GetProperty("number").GetString()}");
        if (answer.StatusCode is HttpStatusCode.NotFound) return shown;

        var page = await answer.Expect(HttpStatusCode.OK);
        shown.Add("name");
        if (page.GetProperty("unit").ValueKind is not JsonValueKind.Null) shown.Add("unit");
        if (page.GetProperty("recordedHours").ValueKind is not JsonValueKind.Null) shown.Add("hours");
        foreach (var deed in page.GetProperty("deeds").EnumerateArray())
        {
            shown.Add($"deed {deed.GetProperty("name")}");
            if (deed.GetProperty("summary").ValueKind is not JsonValueKind.Null) shown.Add($"story of deed {deed.GetProperty("name")}");
        }

        shown.AddRange(page.GetProperty("teams").EnumerateArray().Select(t => $"membership {t.GetProperty("name")}"));
        shown.AddRange(page.GetProperty("priorTotals").EnumerateArray().Select(t => $"priorTotal {t.GetProperty("minutes")}"));
        shown.AddRange(page.GetProperty("awards").EnumerateArray().Select(a => $"award {a.GetProperty("title")}"));
        return [.. shown.Order(StringComparer.Ordinal)];
    }

    private static object Ground(Step step, Dictionary<string, string> ids) => new
    {
        kind = step.Kind,
        source = step.Kind is "consent" ? null : Source,
        until = step.Kind is "notice" ? "2026-12-31" : null,
        consent = step.Kind is not "consent" ? null : new
        {
            purpose = "宣传先进典型",
            textId = "publication",
            textVersion = "1",
            givenOn = "2026-11-01",
            channel = "paper",
            givers = new[] { new { by = "person" } },
            proofLocator = "档案柜3-2",
        },
        showsName = step.Name,
        showsUnit = step.Unit,
        showsStory = step.Story,
        showsHours = step.Hours,
        recordIds = step.Lists.Select(l => ids[l]),
        allOf = step.AllOf,
    };

    private static object Source => new { title = "沁源县年鉴", publishedOn = new { date = "2025" } };

    private async Task<Dictionary<string, string>> MakeRecords(string person)
    {
        var (recorder, office, verifier) = (await app.As("recorder"), await app.As("office"), await app.As("verifier"));
        await recorder.Created($"{Path}/{person}/employments", new { organizationId = DemoData.School });
        var hours = (await recorder.Created("/api/v1/service-hours", new
        {
            personId = person,
            activity = "巡河",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = "2026-10-01",
            minutes = 60,
        })).Id();
        await (await verifier.PostAsync($"/api/v1/service-hours/{hours}/verification", null)).Expect(HttpStatusCode.OK);
        var award = (await office.Created("/api/v1/awards", new
        {
            titleId = DemoId.Of("优秀队员"),
            divisionCode = 140431000000,
            personId = person,
            conferredOn = new { date = "2025" },
            source = Source,
        })).Id();
        await (await verifier.PostAsync($"/api/v1/awards/{award}/confirmation", null)).Expect(HttpStatusCode.OK);
        return new()
        {
            [Records[0]] = await Deed("冰面救人"),
            [Records[1]] = await Deed("火场救人"),
            [Records[2]] = (await recorder.Created($"/api/v1/teams/{DemoData.RescueTeam}/memberships", new { personId = person })).Id(),
            [Records[3]] = (await recorder.Created($"{Path}/{person}/prior-totals", new { asOf = new { date = "2023" }, minutes = 600, source = Source })).Id(),
            [Records[4]] = award,
        };

        async Task<string> Deed(string name) => (await recorder.Created("/api/v1/deeds", new
        {
            name,
            kind = "lifeSaving",
            when = new { date = "2025-01" },
            summary = "经过如下。",
            actors = new[] { new { personId = person } },
            source = Source,
        })).Id();
    }
}
