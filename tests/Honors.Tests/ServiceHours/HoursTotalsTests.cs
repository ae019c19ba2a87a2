using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Api.ServiceHours;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Honors.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace Honors.Tests.ServiceHours;

/// <summary>Totals that say of which records they are the sum, at any day they are asked for.</summary>
public sealed class HoursTotalsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/service-hours";

    private static readonly string[] Singles = ["counted", "confirmed", "withinPriorTotals", "awaitingVerification", "contested", "training"], Lists = ["byProvenance", "byKind"];

    private static readonly string[] NeverCounted = ["duty", "villagePosting", "paid"], OfTheTime = ["counted", "awaitingVerification", "contested"];

    private async Task<string> NewPerson() => (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();

    private static object Timed(string person, string from, string to, string kind = "service") => new
    {
        personId = person,
        activity = "巡河",
        category = "community",
        organizerId = DemoData.RescueTeam,
        provenance = "attendance",
        startsAt = from,
        endsAt = to,
        teamIds = new[] { DemoData.RescueTeam },
        kind,
    };

    private async Task<string> Logged(string person, string from, string to, string kind = "service") =>
        (await (await app.As("recorder")).Created(Path, Timed(person, from, to, kind))).Id();

    private async Task<string> Verified(string person, string from, string to, string kind = "service")
    {
        var id = await Logged(person, from, to, kind);
        await (await (await app.As("verifier")).PostAsync($"{Path}/{id}/verification", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<JsonElement> Total(string scope, string query = "") => await (await app.As("office")).Read($"/api/v1/{scope}/hours-total{query}");

    private static int Counted(JsonElement total) => total.GetProperty("counted").GetProperty("minutes").GetInt32();

    /// <summary>Every figure of the total is the sum of the records at its link, over all pages.</summary>
    private async Task AddsUp(JsonElement total)
    {
        var office = await app.As("office");
        List<JsonElement> figures =
        [
            .. Singles.Select(total.GetProperty),
            .. Lists.SelectMany(l => total.GetProperty(l).EnumerateArray()).Select(p => p.GetProperty("figure")),
        ];
        foreach (var figure in figures)
        {
            var (minutes, given, records) = (0, 0, 0);
            string? after = null;
            do
            {
                var page = await office.Read($"{figure.GetProperty("link").GetString()}&limit=3{(after is null ? "" : $"&after={after}")}");
                foreach (var item in page.GetProperty("items").EnumerateArray())
                {
                    minutes += item.GetProperty("minutes").GetInt32();
                    given += item.GetProperty("minutesGiven").GetInt32();
                    records++;
                }

                after = page.GetProperty("next").GetString();
            }
            while (after is not null);

            Assert.Equal(
                (figure.GetProperty("minutes").GetInt32(), figure.GetProperty("minutesGiven").GetInt32(), figure.GetProperty("records").GetInt32()), (minutes, given, records));
        }
    }

    [Fact]
    public async Task What_the_person_denies_counts_nothing_until_it_is_settled_and_verified_anew()
    {
        var person = await NewPerson();
        var id = await Verified(person, "2026-03-02T01:00:00Z", "2026-03-02T02:00:00Z");
        await Shows(counted: 60, awaiting: 0, contested: 0);

        var self = await app.As(Guid.Parse(person), DemoData.School);
        await (await self.PostAsJsonAsync($"{Path}/{id}/denial", new { reason = "没有参加" })).Expect(HttpStatusCode.OK);
        await Shows(counted: 0, awaiting: 0, contested: 60);

        await (await (await app.As("office")).PostAsJsonAsync($"{Path}/{id}/settlement", new { counts = "this", reason = "签到表有本人签字" })).Expect(HttpStatusCode.OK);
        await Shows(counted: 0, awaiting: 60, contested: 0);

        await (await (await app.As("verifier")).PostAsync($"{Path}/{id}/verification", null)).Expect(HttpStatusCode.OK);
        await Shows(counted: 60, awaiting: 0, contested: 0);

        async Task Shows(int counted, int awaiting, int contested)
        {
            var total = await Total($"people/{person}");
            await AddsUp(total);
            Assert.Equal((counted, awaiting, contested), (Of("counted"), Of("awaitingVerification"), Of("contested")));

            int Of(string figure) => total.GetProperty(figure).GetProperty("minutes").GetInt32();
        }
    }

    [Fact]
    public async Task A_night_over_New_Year_counts_to_both_years_by_its_minutes_and_is_listed_in_both()
    {
        var person = await NewPerson();
        await Verified(person, "2025-12-31T14:00:00Z", "2025-12-31T19:00:00Z"); // 22:00 to 03:00 in China
        Assert.Equal((120, 180, 300), (
            Counted(await Total($"people/{person}", "?year=2025")), Counted(await Total($"people/{person}", "?year=2026")), Counted(await Total($"people/{person}", "?schoolYear=2025"))));
        foreach (var query in new[] { "?year=2025", "?year=2026", "?from=2025-12-31&to=2026-01-01", "" })
        {
            var total = await Total($"people/{person}", query);
            Assert.Equal(1, total.GetProperty("counted").GetProperty("records").GetInt32());
            await AddsUp(total);
        }
    }

    [Fact]
    public async Task What_waits_is_rejected_or_is_training_stands_apart_and_prior_totals_are_in_no_figure()
    {
        var person = await NewPerson();
        await Verified(person, "2026-03-01T01:00:00Z", "2026-03-01T02:00:00Z");
        await Verified(person, "2026-03-02T01:00:00Z", "2026-03-02T03:00:00Z", "training");
        await Verified(person, "2026-03-03T01:00:00Z", "2026-03-03T03:00:00Z", "duty");
        await Logged(person, "2026-03-04T01:00:00Z", "2026-03-04T02:30:00Z");
        await Verified(person, "2020-03-04T01:00:00Z", "2020-03-04T02:30:00Z");
        await (await app.As("recorder")).Created(
            $"/api/v1/people/{person}/prior-totals", new { asOf = new { date = "2020-12-31" }, minutes = 6000, source = new { title = "年鉴", publishedOn = new { date = "2021" } } });
        var total = await Total($"people/{person}");
        Assert.Equal((60, 120, 90, 90), (Counted(total), Minutes("training"), Minutes("awaitingVerification"), Minutes("withinPriorTotals")));
        Assert.Equal(180, total.GetProperty("counted").GetProperty("minutesGiven").GetInt32());
        Assert.Equal(6000, total.GetProperty("priorTotals")[0].GetProperty("minutes").GetInt32());
        await AddsUp(total);

        int Minutes(string figure) => total.GetProperty(figure).GetProperty("minutes").GetInt32();
    }

    [Fact]
    public async Task Of_a_teacher_who_changes_schools_in_October_each_school_has_its_own_days()
    {
        var (person, office) = (await NewPerson(), await app.As("office"));
        var schools = new[] { DemoData.School, Guid.Parse((await office.Created("/api/v1/organizations", new { name = "沁源县某某小学", kind = "school", divisionCode = 140431000000 })).Id()) };
        foreach (var (school, from, until) in new[] { (schools[0], "2025-09-01", "2025-10-15"), (schools[1], "2025-10-16", (string?)null) })
        {
            var work = await (await app.As("recorder")).Created($"/api/v1/people/{person}/employments", new
            {
                organizationId = school,
                from = new { date = from },
                until = until is null ? null : new { date = until },
            });
            await (await office.PostAsync($"/api/v1/people/{person}/employments/{work.Id()}/confirmation", null)).Expect(HttpStatusCode.OK);
        }

        await Verified(person, "2025-10-10T01:00:00Z", "2025-10-10T02:00:00Z");
        await Verified(person, "2025-10-15T15:00:00Z", "2025-10-15T17:00:00Z"); // 23:00 to 01:00 in China
        var totals = new[] { await Total($"organizations/{schools[0]}", "?schoolYear=2025"), await Total($"organizations/{schools[1]}", "?schoolYear=2025") };
        Assert.Equal([120, 60], totals.Select(Counted));
        foreach (var total in totals) await AddsUp(total);
    }

    [Fact]
    public async Task A_period_is_said_in_one_way()
    {
        var (person, office) = (await NewPerson(), await app.As("office"));
        foreach (var query in new[] { "?year=2026&schoolYear=2026", "?year=2026&to=2026-02-01", "?from=2026-02-02&to=2026-02-01" })
            await (await office.GetAsync($"/api/v1/people/{person}/hours-total{query}")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "hours-total.period");
    }

    /// <summary>Random logs, verifications, rejections, reversals with and without replacement, new rules and recreditings, one a day.</summary>
    [Fact]
    public async Task Totals_are_the_sums_of_their_records_and_a_total_of_a_past_day_is_what_it_was_then()
    {
        var start = app.Clock.Now;
        try
        {
            await Gen.Select(Gen.Int[0, 6], Gen.Int[0, 9], Gen.Int[1, 180]).Array[4, 12].SampleAsync(async acts =>
            {
                var person = await NewPerson();
                var (recorder, verifier, office, second) = (await app.As("recorder"), await app.As("verifier"), await app.As("office"), await app.As("office2"));
                List<string> ids = [];
                List<(string Day, string Before)> then = [];
                foreach (var (act, pick, minutes) in acts)
                {
                    var id = ids.Count is 0 ? Guid.CreateVersion7().ToString() : ids[pick % ids.Count];
                    var began = Instant.FromUtc(2025, 12, 29, 13, 0) + Duration.FromHours(pick * 7);
                    object log = Timed(person, InstantPattern.General.Format(began), InstantPattern.General.Format(began + Duration.FromMinutes(minutes)));
                    var answer = act switch
                    {
                        0 or 5 => await recorder.PostAsJsonAsync(Path, log),
                        1 or 6 => await verifier.PostAsync($"{Path}/{id}/verification", null),
                        2 => await verifier.PostAsJsonAsync($"{Path}/{id}/reversal", new { reason = "更正", replacement = log }),
                        3 => await verifier.PostAsJsonAsync($"{Path}/{id}/rejection", new { reason = "不符" }),
                        _ => await Recredited(office, second, 1 + pick % 4 * 20),
                    };
                    if (answer.StatusCode is HttpStatusCode.Created) ids.Add((await answer.Expect(HttpStatusCode.Created)).Id());
                    if (act is 2 && answer.IsSuccessStatusCode) ids.Add((await answer.Expect(HttpStatusCode.OK)).GetProperty("replacedById").GetString()!);
                    var total = await Total($"people/{person}", "?year=2025");
                    await AddsUp(total);
                    then.Add((ChinaTime.Today(app.Clock.Now).ToString("uuuu-MM-dd", null), Figures(total)));
                    app.Clock.Now += Duration.FromDays(1);
                }

                foreach (var (day, before) in then)
                {
                    var asOf = await Total($"people/{person}", $"?year=2025&asOf={day}");
                    Assert.Equal(before, Figures(asOf));
                    await AddsUp(asOf);
                }

                await AddsUp(await Total($"people/{person}"));
                foreach (var id in ids) await verifier.PostAsJsonAsync($"{Path}/{id}/reversal", new { reason = "全部冲正" });
                Assert.Equal(0, Counted(await Total($"people/{person}")));
            }, iter: 8, threads: 1);
        }
        finally
        {
            app.Clock.Now = start;
            await Rule(await app.As("office"), 1);
        }

        static string Figures(JsonElement total) => string.Join(' ', OfTheTime.Select(f => total.GetProperty(f).GetProperty("minutes").GetInt32()));

        async Task<HttpResponseMessage> Recredited(HttpClient one, HttpClient other, int unit)
        {
            await Rule(one, unit);
            var proposed = await one.Created("/api/v1/recreditings", new { divisionCode = 140431000000, from = "2025-12-29", to = "2026-01-03", reason = "办法有改" });
            return await other.PostAsync($"/api/v1/recreditings/{proposed.Id()}/application", null);
        }

        static Task<JsonElement> Rule(HttpClient client, int unit) => client.Created("/api/v1/crediting-rules", new
        {
            divisionCode = 140431000000,
            validFrom = "2025-12-01",
            unitMinutes = unit,
            rounding = "down",
            tiers = new[] { new { verifier = "recorder" } },
            neverCounted = NeverCounted,
        });
    }
}

/// <summary>Reading a total costs what its answer holds, not what the table holds: each way goes by an index.</summary>
[Trait("Engine", "Sqlite")]
public sealed class HoursTotalsPlanTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [SqliteFact]
    public async Task Totals_of_a_person_a_team_a_unit_and_a_division_read_by_index_and_scan_no_records()
    {
        await app.As("office");
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
        var period = new HoursPeriod(2026, null, null, null, null);
        foreach (var asked in new HoursScope[] { new(Guid.NewGuid(), null, null, null), new(null, DemoData.RescueTeam, null, null), new(null, null, DemoData.School, null), new(null, null, null, 140431000000) })
        {
            var question = new HoursQuestion(asked, period, app.Clock.Now, HoursState.Verified, WithinPriorTotals: false);
            var steps = await Plan(db, question.Days(db).IgnoreQueryFilters([HonorsDb.Visible]).GroupBy(d => 1).Select(g => g.Sum(d => d.Credited)).ToQueryString());
            Assert.Contains(steps, s => s.StartsWith("SEARCH", StringComparison.Ordinal));
            Assert.DoesNotContain(steps, s => Regex.IsMatch(s, @"^SCAN (s\d*|r\d*)( |$)") && !s.Contains("USING COVERING INDEX", StringComparison.Ordinal));
        }
    }

    private static async Task<List<string>> Plan(HonorsDb db, string sql)
    {
        await using var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + string.Join('\n', sql.Split('\n').Where(l => !l.StartsWith(".param", StringComparison.Ordinal)));
        foreach (var name in Regex.Matches(command.CommandText, "@\\w+").Select(m => m.Value).Distinct()) command.Parameters.AddWithValue(name, DBNull.Value);
        await using var rows = await command.ExecuteReaderAsync();
        List<string> steps = [];
        while (await rows.ReadAsync()) steps.Add(rows.GetString(3));
        return steps;
    }
}
