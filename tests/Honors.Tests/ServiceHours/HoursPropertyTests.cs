using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CsCheck;
using Honors.Api.Demo;
using Honors.Domain.Values;
using Honors.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace Honors.Tests.ServiceHours;

/// <summary>
/// Whatever happens to the hours of one person, in whichever order, day by day: logs, imports, verifications, rejections, reversals, words of the unit, disputes
/// and their ends, denials and their settlements, closings of deployments, new rules and recreditings, prior totals.
/// </summary>
public sealed class HoursPropertyTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = Units.Hours;

    private static readonly string[] Figures = ["counted", "withinPriorTotals", "confirmed", "awaitingVerification", "contested", "training"];

    private static readonly string[] NeverCounted = ["duty", "villagePosting", "paid"];

    private sealed class Story
    {
        public required string Person { get; init; }

        public required Dictionary<string, HttpClient> Clients { get; init; }

        public List<string> Ids { get; } = [];

        public List<string> Deployments { get; } = [];

        public List<(string Id, string Word)> Words { get; } = [];

        public HashSet<string> Done { get; } = [];
    }

    [Fact]
    public async Task No_two_counted_records_overlap_each_total_is_its_list_a_past_day_keeps_its_total_and_reversing_all_leaves_nothing()
    {
        var start = app.Clock.Now;
        HashSet<string> done = [];
        try
        {
            await Gen.Select(Gen.Int[0, 19], Gen.Int[0, 9], Gen.Int[1, 240]).Array[10, 24].SampleAsync(async acts =>
            {
                var story = await Begin();
                List<(string Day, string Before)> then = [];
                // Half of the histories begin with a dispute that waits for its decision: few would come so far by chance.
                var opening = acts[0].Item2 % 2 is 0 ? ((int, int, int)[])[(0, 1, 200), (4, 0, 1), (11, 0, 1), (13, 0, 1)] : [];
                foreach (var (act, pick, minutes) in opening.Concat(acts))
                {
                    if ((await Do(story, act, pick, minutes)).IsSuccessStatusCode) story.Done.Add(Name(act));
                    await Holds(story, $"?year=2026&asOf={Today()}");
                    then.Add((Today(), await Totals(story, Today())));
                    app.Clock.Now += Duration.FromDays(1);
                }

                foreach (var (day, before) in then) Assert.Equal($"{day}: {before}", $"{day}: {await Totals(story, day)}");
                foreach (var deployment in story.Deployments) await story.Clients["recorder"].PostAsJsonAsync($"/api/v1/deployments/{deployment}/reopening", new { reason = "全部冲正" });
                for (var left = await Standing(story); left is not []; left = await Standing(story))
                {
                    foreach (var id in left)
                    {
                        // What a reply or a decision logged, another than its author takes back.
                        var first = await story.Clients["office"].PostAsJsonAsync($"{Hours}/{id}/reversal", new { reason = "全部冲正" });
                        if (!first.IsSuccessStatusCode) await (await story.Clients["office2"].PostAsJsonAsync($"{Hours}/{id}/reversal", new { reason = "全部冲正" })).Expect(HttpStatusCode.OK);
                    }
                }

                var end = await story.Clients["office"].Read($"/api/v1/people/{story.Person}/hours-total");
                Assert.All(Figures, f => Assert.Equal(0, end.GetProperty(f).GetProperty("minutes").GetInt32()));
                done.UnionWith(story.Done);
            }, iter: 14, threads: 1);
        }
        finally
        {
            app.Clock.Now = start;
            await Rule(await app.As("office"), 1);
        }

        Assert.True(done.Count >= 11, $"The histories say less than the property's name: only {string.Join(", ", done)} were done.");
    }

    private async Task<Story> Begin()
    {
        var units = new Units(app);
        var person = await units.Teacher();
        return new Story
        {
            Person = person,
            Clients = new()
            {
                ["recorder"] = await app.As("recorder"),
                ["verifier"] = await app.As("verifier"),
                ["office"] = await app.As("office"),
                ["office2"] = await app.As("office2"),
                ["school"] = await units.School(),
                ["self"] = await app.As(Guid.Parse(person), DemoData.EpidemicTeam),
            },
        };
    }

    private string Today() => ChinaTime.Today(app.Clock.Now).ToString("uuuu-MM-dd", null);

    private static string Name(int act) => act switch
    {
        0 or 1 or 2 => "log",
        3 => "import",
        4 or 5 or 6 or 7 => "verification",
        8 => "rejection",
        9 => "reversal",
        10 or 11 or 12 => "word",
        13 => "reply",
        14 => "decision",
        15 => "denial",
        16 => "settlement",
        17 => "closing",
        18 => "rule",
        _ => "prior total",
    };

    private static async Task<HttpResponseMessage> Do(Story story, int act, int pick, int minutes)
    {
        var id = story.Ids.Count is 0 ? Guid.CreateVersion7().ToString() : story.Ids[pick * 7 % story.Ids.Count];
        var (word, said) = story.Words.Count is 0 ? (Guid.CreateVersion7().ToString(), id) : (story.Words[^1].Word, story.Words[^1].Id);
        var clients = story.Clients;
        var answer = Name(act) switch
        {
            "log" => await clients["recorder"].PostAsJsonAsync(Hours, Entry(story.Person, pick, minutes, "attendance")),
            "import" => await clients["recorder"].PostAsJsonAsync(Hours, Entry(story.Person, pick, minutes, "imported")),
            "verification" => await clients["verifier"].PostAsync($"{Hours}/{id}/verification", null),
            "rejection" => await clients["verifier"].PostAsJsonAsync($"{Hours}/{id}/rejection", new { reason = "不符" }),
            "reversal" => await clients["verifier"].PostAsJsonAsync($"{Hours}/{id}/reversal", new { reason = "更正", replacement = Entry(story.Person, pick + 1, minutes, "attendance") }),
            "word" => await Units.Say(clients["school"], id, act is 10 ? new { answer = "true" } : minutes % 2 is 0 ? new { answer = "partly", minutes = 1, reason = "otherMinutes" } : new { answer = "untrue", reason = "onDuty" }),
            "reply" => await clients["office"].PostAsJsonAsync($"{Hours}/{said}/confirmations/{word}/reply", new { agrees = minutes % 3 is 0, reason = "核对签到表" }),
            "decision" => await clients["office2"].PostAsJsonAsync($"{Hours}/{said}/confirmations/{word}/decision", new { minutes = pick * 5, reason = "核定" }),
            "denial" => await clients["self"].PostAsJsonAsync($"{Hours}/{id}/denial", new { reason = "没有参加" }),
            "settlement" => await clients["office2"].PostAsJsonAsync($"{Hours}/{id}/settlement", new { counts = minutes % 2 is 0 ? "this" : "other", reason = "裁定" }),
            "closing" => await Close(story, pick, minutes),
            "rule" => await Recredited(clients["office"], clients["office2"], 1 + pick % 4 * 20),
            _ => await clients["recorder"].PostAsJsonAsync($"/api/v1/people/{story.Person}/prior-totals", new
            {
                asOf = new { date = $"2026-03-{1 + pick:00}" },
                minutes = 600,
                source = new { title = "年鉴", publishedOn = new { date = "2026" } },
            }),
        };
        Assert.True((int)answer.StatusCode < 500, $"{Name(act)}: {await answer.Content.ReadAsStringAsync()}");
        if (answer.IsSuccessStatusCode && Name(act) is "word") story.Words.Add((id, (await answer.Expect(HttpStatusCode.OK)).Id()));
        story.Ids.Clear();
        story.Ids.AddRange((await clients["office"].Read($"{Hours}?personId={story.Person}&limit=100")).GetProperty("items").EnumerateArray().Select(r => r.Id()).Order(StringComparer.Ordinal));
        return answer;
    }

    /// <summary>In one of ten slots of three days, so that some meet.</summary>
    private static object Entry(string person, int slot, int minutes, string provenance)
    {
        var from = Instant.FromUtc(2026, 3, 1, 13, 0) + Duration.FromHours(slot * 7);
        return new
        {
            personId = person,
            activity = "巡河",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance,
            startsAt = InstantPattern.General.Format(from),
            endsAt = InstantPattern.General.Format(from + Duration.FromMinutes(minutes)),
        };
    }

    private static async Task<HttpResponseMessage> Close(Story story, int slot, int minutes)
    {
        var from = Instant.FromUtc(2026, 3, 1, 14, 0) + Duration.FromHours(slot * 7);
        var made = (await story.Clients["recorder"].Created("/api/v1/deployments", new
        {
            name = "夜间搜寻",
            kind = "missingPersonSearch",
            roster = new[]
            {
                new
                {
                    personId = story.Person,
                    segments = new[] { new { activity = "rescue", from = InstantPattern.General.Format(from), to = InstantPattern.General.Format(from + Duration.FromMinutes(minutes)) } },
                    ending = new { kind = "returned", at = InstantPattern.General.Format(from + Duration.FromMinutes(minutes)) },
                },
            },
        })).Id();
        story.Deployments.Add(made);
        return await story.Clients["recorder"].PostAsync($"/api/v1/deployments/{made}/closing", null);
    }

    private static async Task<HttpResponseMessage> Recredited(HttpClient one, HttpClient other, int unit)
    {
        await Rule(one, unit);
        var proposed = await one.Created("/api/v1/recreditings", new { divisionCode = 140431000000, from = "2026-03-01", to = "2026-03-31", reason = "办法有改" });
        return await other.PostAsync($"/api/v1/recreditings/{proposed.Id()}/application", null);
    }

    private static Task<JsonElement> Rule(HttpClient client, int unit) => client.Created("/api/v1/crediting-rules", new
    {
        divisionCode = 140431000000,
        validFrom = "2026-02-01",
        unitMinutes = unit,
        rounding = "down",
        tiers = new[] { new { verifier = "recorder" } },
        neverCounted = NeverCounted,
    });

    private static async Task Holds(Story story, string query)
    {
        var office = story.Clients["office"];
        var total = await office.Read($"/api/v1/people/{story.Person}/hours-total{query}");
        foreach (var figure in Figures.Select(total.GetProperty))
        {
            var listed = (await office.Read($"{figure.GetProperty("link").GetString()}&limit=100")).GetProperty("items").EnumerateArray().ToList();
            Assert.Equal(
                (figure.GetProperty("minutes").GetInt32(), figure.GetProperty("minutesGiven").GetInt32(), figure.GetProperty("records").GetInt32()),
                (listed.Sum(i => i.GetProperty("minutes").GetInt32()), listed.Sum(i => i.GetProperty("minutesGiven").GetInt32()), listed.Count));
        }

        var items = (await office.Read($"{Hours}/counted?personId={story.Person}&state=verified&limit=100")).GetProperty("items").EnumerateArray().ToList();
        var confirmed = 0;
        foreach (var item in items)
        {
            var said = (await office.Read($"{Hours}/{item.GetProperty("record").Id()}/confirmations")).EnumerateArray();
            if (said.Any(c => c.GetProperty("status").GetString() is "confirmed" or "overruled")) confirmed += item.GetProperty("minutes").GetInt32();
        }

        Assert.Equal(confirmed, await Confirmed(story, ""));
        var counted = items.Select(i => i.GetProperty("record")).Select(r => (From: At(r, "startsAt"), To: At(r, "endsAt"))).OrderBy(s => s.From).ToList();
        Assert.All(counted.Zip(counted.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From, $"{pair.First} meets {pair.Second}"));

        static Instant At(JsonElement record, string member) => InstantPattern.ExtendedIso.Parse(record.GetProperty(member).GetString()!).Value;
    }

    /// <summary>A prior total that is entered later parts the counted in two and moves no minute: the sums are what stays.</summary>
    private static async Task<string> Totals(Story story, string asOf)
    {
        var total = await story.Clients["office"].Read($"/api/v1/people/{story.Person}/hours-total?year=2026&asOf={asOf}");
        var confirmed = await Confirmed(story, $"&asOf={asOf}");
        return $"{Of("counted") + Of("withinPriorTotals")} verified, {confirmed} confirmed, {Of("awaitingVerification")} awaiting, {Of("contested")} contested";

        int Of(string figure) => total.GetProperty(figure).GetProperty("minutes").GetInt32();
    }

    private static async Task<int> Confirmed(Story story, string query) =>
        (await story.Clients["office"].Read($"{Hours}/counted?personId={story.Person}&state=verified&confirmed=true&limit=100{query}")).GetProperty("items")
            .EnumerateArray().Sum(i => i.GetProperty("minutes").GetInt32());

    private static async Task<List<string>> Standing(Story story) =>
        [.. (await story.Clients["office"].Read($"{Hours}?personId={story.Person}&limit=100")).GetProperty("items").EnumerateArray()
            .Where(r => r.GetProperty("status").GetString() is "logged" or "verified" or "contested" && r.GetProperty("deploymentId").ValueKind is JsonValueKind.Null).Select(r => r.Id())];
}
