using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

/// <summary>未报、已报、退回: where a record stands in the national system, and what is due there.</summary>
public sealed class NationalTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = Units.Hours, Due = $"{Hours}/national-due";

    private static readonly string[] NeverCounted = ["duty", "villagePosting", "paid"];

    private readonly Units _units = new(app);

    private async Task<string> NewPerson() => (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();

    private async Task<HttpResponseMessage> Note(string id, object word, string by = "recorder") => await (await app.As(by)).PostAsJsonAsync($"{Hours}/{id}/national-report", word);

    private async Task<List<JsonElement>> DueOf(string day) =>
        [.. (await (await app.As("recorder")).Read($"{Due}?from={day}&to={day}&limit=100")).GetProperty("items").EnumerateArray()];

    private async Task<string> State(string id) => (await (await app.As("office")).Read($"{Hours}/{id}")).GetProperty("national").GetString()!;

    [Fact]
    public async Task What_counts_is_due_until_it_is_reported_and_what_comes_back_is_due_again()
    {
        var id = await _units.Logged(await NewPerson(), "2026-02-01");
        Assert.Empty(await DueOf("2026-02-01"));
        await (await Note(id, new { act = "reported", number = "SX-1" })).ExpectProblem(HttpStatusCode.Conflict, "national.not-due");
        await _units.Verify(id);
        Assert.Equal("notReported", Assert.Single(await DueOf("2026-02-01")).GetProperty("national").GetString());

        await (await Note(id, new { act = "reported", number = "SX-1", on = "2026-11-18" })).Expect(HttpStatusCode.OK);
        Assert.Empty(await DueOf("2026-02-01"));
        await (await Note(id, new { act = "reported", number = "SX-2" })).ExpectProblem(HttpStatusCode.Conflict, "national.not-due");
        await (await Note(id, new { act = "withdrawn" })).ExpectProblem(HttpStatusCode.Conflict, "national.not-due");

        await (await Note(id, new { act = "returned", reason = "活动名称不符" })).Expect(HttpStatusCode.OK);
        var due = Assert.Single(await DueOf("2026-02-01"));
        Assert.Equal(("returned", "活动名称不符", "SX-1"), (due.GetProperty("national").GetString(), due.GetProperty("returnReason").GetString(), due.GetProperty("nationalNumber").GetString()));
        var done = await (await Note(id, new { act = "reported", number = "SX-3" }, "office")).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ["reported 2026-11-18 SX-1", "returned 2026-11-20 ", "reported 2026-11-20 SX-3"],
            done.GetProperty("nationalSteps").EnumerateArray().Select(s => $"{s.GetProperty("act").GetString()} {s.GetProperty("on").GetString()} {s.GetProperty("number").GetString()}"));
        Assert.Contains(id, (await (await app.As("recorder")).Read($"{Hours}?national=reported&from=2026-02-01&to=2026-02-01")).GetRawText());
        Assert.DoesNotContain(id, (await (await app.As("recorder")).Read($"{Hours}?national=notReported&from=2026-02-01&to=2026-02-01")).GetRawText());
    }

    [Fact]
    public async Task What_is_reversed_here_is_to_be_withdrawn_there_and_what_takes_its_place_to_be_reported()
    {
        var person = await NewPerson();
        var id = await _units.Verified(person, "2026-02-02");
        await (await Note(id, new { act = "reported", number = "SX-9" })).Expect(HttpStatusCode.OK);
        var reversal = new { reason = "只有一小时", replacement = Units.Entry(person, "2026-02-02", 60) };
        var reversed = await (await (await app.As("office")).PostAsJsonAsync($"{Hours}/{id}/reversal", reversal)).Expect(HttpStatusCode.OK);
        var replacement = reversed.GetProperty("replacedById").GetString()!;
        await _units.Verify(replacement);
        Assert.Equal([(id, "toWithdraw"), (replacement, "notReported")], (await DueOf("2026-02-02")).Select(d => (d.Id(), d.GetProperty("national").GetString())));

        await (await Note(id, new { act = "reported", number = "SX-10" })).ExpectProblem(HttpStatusCode.Conflict, "national.not-due");
        await (await Note(id, new { act = "withdrawn" })).Expect(HttpStatusCode.OK);
        await (await Note(id, new { act = "withdrawn" })).ExpectProblem(HttpStatusCode.Conflict, "national.not-due");
        Assert.Equal(replacement, Assert.Single(await DueOf("2026-02-02")).Id());
    }

    [Fact]
    public async Task A_denial_that_is_upheld_withdraws_it_and_one_that_is_not_leaves_it_as_reported()
    {
        var person = await NewPerson();
        var (kept, gone) = (await _units.Verified(person, "2026-02-03"), await _units.Verified(person, "2026-02-04"));
        var self = await app.As(Guid.Parse(person), DemoData.School);
        foreach (var id in (string[])[kept, gone])
        {
            await (await Note(id, new { act = "reported", number = "SX-4" })).Expect(HttpStatusCode.OK);
            await (await self.PostAsJsonAsync($"{Hours}/{id}/denial", new { reason = "没有参加" })).Expect(HttpStatusCode.OK);
            Assert.Equal("reported", await State(id));
        }

        await (await (await app.As("office")).PostAsJsonAsync($"{Hours}/{kept}/settlement", new { counts = "this", reason = "有签字" })).Expect(HttpStatusCode.OK);
        await (await (await app.As("office")).PostAsJsonAsync($"{Hours}/{gone}/settlement", new { counts = "other", reason = "确未参加" })).Expect(HttpStatusCode.OK);
        await _units.Verify(kept);
        Assert.Equal(("reported", "toWithdraw"), (await State(kept), await State(gone)));
    }

    [Fact]
    public async Task What_is_rejected_or_rewritten_after_a_denial_does_not_stand_there_as_if_nothing_had_been()
    {
        var person = await NewPerson();
        var (rejected, rewritten) = (await _units.Verified(person, "2026-02-11"), await _units.Verified(person, "2026-02-12"));
        var (self, recorder) = (await app.As(Guid.Parse(person), DemoData.School), await app.As("recorder"));
        foreach (var id in (string[])[rejected, rewritten])
        {
            await (await Note(id, new { act = "reported", number = "SX-8" })).Expect(HttpStatusCode.OK);
            await (await self.PostAsJsonAsync($"{Hours}/{id}/denial", new { reason = "没有参加" })).Expect(HttpStatusCode.OK);
            await (await (await app.As("office")).PostAsJsonAsync($"{Hours}/{id}/settlement", new { counts = "this", reason = "有签字" })).Expect(HttpStatusCode.OK);
        }

        await (await (await app.As("verifier")).PostAsJsonAsync($"{Hours}/{rejected}/rejection", new { reason = "签字不是本人" })).Expect(HttpStatusCode.OK);
        await (await recorder.DeleteAsync($"{Hours}/{rewritten}")).ExpectProblem(HttpStatusCode.Conflict, "draft.kept");
        var tag = (await recorder.GetAsync($"{Hours}/{rewritten}")).Headers.ETag!.Tag;
        await (await recorder.Put($"{Hours}/{rewritten}", Units.Entry(person, "2026-02-12", 60), tag)).Expect(HttpStatusCode.OK);
        await _units.Verify(rewritten);
        Assert.Equal(("toWithdraw", "toReportAgain"), (await State(rejected), await State(rewritten)));
    }

    [Fact]
    public async Task What_is_credited_anew_with_other_minutes_is_to_be_reported_again()
    {
        var id = await _units.Verified(await NewPerson(), "2026-02-05", 110);
        await (await Note(id, new { act = "reported", number = "SX-5" })).Expect(HttpStatusCode.OK);
        var office = await app.As("office");
        await Rule(60);
        try
        {
            var proposed = await office.Created("/api/v1/recreditings", new { divisionCode = 140431000000, from = "2026-02-05", to = "2026-02-05", reason = "办法有改" });
            await (await (await app.As("office2")).PostAsync($"/api/v1/recreditings/{proposed.Id()}/application", null)).Expect(HttpStatusCode.OK);
            var due = Assert.Single(await DueOf("2026-02-05"));
            Assert.Equal(("toReportAgain", 60, "SX-5"), (due.GetProperty("national").GetString(), due.GetProperty("minutes").GetInt32(), due.GetProperty("nationalNumber").GetString()));
            await (await Note(id, new { act = "reported", number = "SX-5" })).Expect(HttpStatusCode.OK);
            Assert.Empty(await DueOf("2026-02-05"));
        }
        finally
        {
            await Rule(1);
        }

        Task<JsonElement> Rule(int unit) => office.Created("/api/v1/crediting-rules", new
        {
            divisionCode = 140431000000,
            validFrom = "2026-02-05",
            unitMinutes = unit,
            rounding = "down",
            tiers = new[] { new { verifier = "recorder" } },
            neverCounted = NeverCounted,
        });
    }

    [Fact]
    public async Task Training_and_what_is_credited_with_nothing_is_never_due()
    {
        var (person, recorder) = (await NewPerson(), await app.As("recorder"));
        foreach (var (kind, hour) in ((string, int)[])[("training", 1), ("duty", 5)])
        {
            var id = (await recorder.Created(Hours, new
            {
                personId = person,
                activity = "培训",
                category = "community",
                organizerId = DemoData.RescueTeam,
                provenance = "attendance",
                startsAt = $"2026-02-06T{hour:00}:00:00Z",
                endsAt = $"2026-02-06T{hour + 1:00}:00:00Z",
                kind,
            })).Id();
            await _units.Verify(id);
        }

        Assert.Empty(await DueOf("2026-02-06"));
    }

    [Theory]
    [InlineData("""{"act":"reported"}""", "national.number")]
    [InlineData("""{"act":"reported","number":"一号"}""", "national.number")]
    [InlineData("""{"act":"reported","number":"140431197806150008"}""", "text.personal-number")]
    [InlineData("""{"act":"returned"}""", "national.reason")]
    [InlineData("""{"act":"returned","reason":"不符","number":"SX-1"}""", "national.number")]
    [InlineData("""{"act":"reported","number":"SX-1","on":"2026-11-21"}""", "national.day")]
    [InlineData("""{"act":"reversed"}""", "national.act")]
    public async Task What_does_not_hold_together_is_refused(string word, string code)
    {
        var id = await _units.Verified(await NewPerson(), "2026-02-07");
        await (await (await app.As("recorder")).Send(HttpMethod.Post, $"{Hours}/{id}/national-report", word)).ExpectProblem(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task Many_are_written_down_at_once_each_with_an_answer()
    {
        var person = await NewPerson();
        var (one, other) = (await _units.Verified(person, "2026-02-08"), await _units.Logged(person, "2026-02-09"));
        object[] rows = [new { id = one, act = "reported", number = "SX-6" }, new { id = other, act = "reported", number = "SX-7" }];
        await (await (await app.As("recorder")).PostAsJsonAsync($"{Hours}/national-reports", new { mode = "all", rows })).ExpectProblem(HttpStatusCode.Conflict, "batch.refused");
        var answer = await (await (await app.As("recorder")).PostAsJsonAsync($"{Hours}/national-reports", new { mode = "each", rows })).Expect(HttpStatusCode.OK);
        Assert.Equal([null, "national.not-due"], answer.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_table_disarms_what_Excel_would_run_and_leaves_an_audit_entry()
    {
        var recorder = await app.As("recorder");
        var entry = JsonSerializer.SerializeToNode(Units.Entry(await NewPerson(), "2026-02-10"))!;
        entry["activity"] = "=1+1";
        entry["place"] = "一楼，\"东\"";
        await _units.Verify((await recorder.Created(Hours, entry)).Id());
        var answer = await recorder.GetAsync($"{Due}/csv?from=2026-02-10&to=2026-02-10");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("\ufeff办理,姓名,人员编号,活动名称", lines[0]);
        Assert.StartsWith("上报,测试人员,", lines[1]);
        Assert.Contains(",'=1+1,", lines[1]);
        Assert.Contains("\"一楼，\"\"东\"\"\"", lines[1]);
        Assert.Contains(",120,2小时,", lines[1]);
        await (await (await app.As(null, DemoData.RescueTeam, Right.Verify)).GetAsync(Due)).ExpectProblem(HttpStatusCode.Forbidden, "http.403");
    }
}
