using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.Decisions;

/// <summary>A title from the call to the ceremony, the clock moved day by day.</summary>
public sealed class WholeTitleTests
{
    private static readonly LocalDate Called = new(2026, 12, 28), Published = new(2026, 12, 30), Changed = new(2027, 1, 5);

    private static readonly string[] NewYear = ["2027-01-01", "2027-01-02", "2027-01-03"], MakeUp = ["2027-01-10"];

    /// <summary>Eight working days over New Year, from the Friday to the Sunday, and over the Sunday of 01-10 that is worked; one entry begins anew within them.</summary>
    [Fact]
    public async Task Fourteen_nominations_become_fourteen_awards_and_not_a_day_too_early()
    {
        await using var app = new HonorsApp();
        var desk = new Desk(app);
        await (await app.As("office")).Created("/api/v1/calendar/years", new { year = 2027, daysOff = NewYear, makeUpDays = MakeUp, source = new { title = "国务院办公厅通知（试编）", publishedOn = new { date = "2026-11" } } });
        desk.Go(Called);
        var title = await desk.Title(
            p => (p["steps"], p["quota"], p["clocks"]) = (
                new JsonArray("acceptance", "review", "notice", "decision", "conferral"), new JsonObject { ["places"] = 14 },
                new JsonArray(new JsonObject { ["kind"] = "notice", ["length"] = 8, ["unit"] = "workingDays", ["counting"] = "excludeStart" })),
            "selection", "county");
        List<string> cases = [];
        for (var i = 0; i < 14; i++)
            cases.Add(await desk.Case(title, n => n["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-09-01", ["proof"] = "同意书" }));
        await desk.Lacks(await Drafted(), [.. cases.SelectMany(_ => (string[])["decision.case-not-ready", "decision.notice-missing"])]);
        foreach (var nomination in cases) await desk.Act(nomination, "examinations", new { result = "approved" });
        await desk.Lacks(await Drafted(), [.. cases.Select(_ => "decision.notice-missing")]);

        desk.Go(Published);
        var notice = await desk.Notice(title, 3, [.. cases]);
        var office = await app.As("office");
        var listed = await office.Read(notice);
        Assert.Equal("2027-01-11", listed.GetProperty("lastDay").GetString());
        await desk.Lacks(await Drafted(), [.. cases.SelectMany(_ => (string[])["decision.dated-too-early", "decision.notice-runs"])]);
        var early = await Drafted();
        var second = await app.As("office2");

        await GoOnTo(Changed);
        var entry = listed.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("caseId").GetString() == cases[13]).Id();
        await (await office.PostAsJsonAsync($"{notice}/entries/{entry}/change", new { name = "苏见山", deed = "照料孤寡老人八年", reason = "事迹有误" })).Expect(HttpStatusCode.OK);

        await GoOnTo(new LocalDate(2027, 1, 11));
        var problem = await desk.Lacks(await Drafted(), [.. cases.SelectMany(_ => (string[])["decision.dated-too-early", "decision.notice-runs"])]);
        Assert.Contains("公示要到 2027-01-11 期满", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("公示要到 2027-01-14 期满", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        await GoOnTo(new LocalDate(2027, 1, 14));
        await desk.Lacks(await Drafted(), [
            .. cases.Skip(1).SelectMany(_ => (string[])["decision.dated-too-early", "decision.grace-runs"]), "decision.dated-too-early", "decision.notice-runs",
        ]);
        var first = listed.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("caseId").GetString() == cases[0]).Id();
        // Posted on the last day of the list, it comes in on the last day of grace.
        var letter = (await second.Created(
            $"{notice}/objections", new { text = "事迹是别人做的。", channel = "letter", postedOn = "2027-01-11", arrivedOn = "2027-01-14", entryId = first, leads = "可问同村村民。" })).Id();
        await GoOnTo(new LocalDate(2027, 1, 17));
        Assert.Contains(
            "信件宽限日要到 2027-01-17 届满",
            (await desk.Lacks(await Drafted(), "decision.objection-open", "decision.dated-too-early", "decision.grace-runs")).GetProperty("title").GetString(), StringComparison.Ordinal);
        await GoOnTo(new LocalDate(2027, 1, 18));
        await desk.Lacks(await Drafted(), "decision.objection-open");
        foreach (var (act, step) in ((string, object?)[])[("acceptance", null), ("finding", new { outcome = "notUpheld", reason = "属实" }), ("answer", new { text = "经核查属实。" })])
            await (await second.PostAsync($"/api/v1/objections/{letter}/{act}", step is null ? null : JsonContent.Create(step))).Expect(HttpStatusCode.OK);
        var backdated = Body();
        backdated["decidedOn"] = "2027-01-17";
        await desk.Lacks(await desk.Draft(backdated), "decision.dated-too-early");

        var body = Body();
        body["ceremony"] = new JsonObject { ["name"] = "全县表彰大会", ["on"] = "2027-01-25" };
        var awards = await desk.Confirmed(await desk.Draft(body));
        Assert.Equal(14, awards.Count);
        Assert.Equal(14, (await desk.Read($"awards?titleId={title}&limit=100")).GetProperty("items").GetArrayLength());
        var events = (await desk.Read($"awards/{awards[13]}/history")).GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(["nominated", "accepted", "examined", "published", "decided", "confirmed", "ceremony"], events.Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal("2026-12-31/2027-01-14", events[3].GetProperty("on").GetProperty("date").GetString());
        cases = [await One()];
        await desk.Lacks(await Drafted(), "decision.quota-passed", "decision.case-not-ready", "decision.notice-missing");

        async Task<string> Drafted() => await desk.Draft(Body());

        // Day by day, the days off and the Sunday that is worked too; on none of them can a decision be confirmed.
        async Task GoOnTo(LocalDate last)
        {
            for (var day = app.Clock.Now.InUtc().Date.PlusDays(1); day <= last; day = day.PlusDays(1))
            {
                desk.Go(day);
                await (await desk.Confirm(early, second)).ExpectProblem(HttpStatusCode.Conflict, "decision.not-ready");
            }
        }

        JsonObject Body()
        {
            var draft = Desk.Body(title, [.. cases]);
            draft["decidedOn"] = $"{app.Clock.Now.InUtc().Date:uuuu-MM-dd}";
            return draft;
        }

        Task<string> One() => desk.Case(title, n => n["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-09-01", ["proof"] = "同意书" });
    }
}
