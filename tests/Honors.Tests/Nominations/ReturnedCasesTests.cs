using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Tests.Decisions;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.Nominations;

public sealed class ReturnedCasesTests
{
    [Fact]
    public async Task A_case_that_came_back_from_the_city_is_due_by_the_same_clock_counted_anew_and_stops_move_that_day()
    {
        await using var app = new HonorsApp();
        var desk = new Desk(app);
        var title = await desk.Title(
            p => (p["steps"], p["clocks"]) = (
                new JsonArray("acceptance", "review", "sendingUp", "decision"), new JsonArray(new JsonObject { ["kind"] = "examination", ["length"] = 10, ["unit"] = "workingDays" })),
            "selection", "county");
        var nomination = await desk.Case(title);
        Assert.Equal("2026-12-04", await Due());
        await desk.Act(nomination, "examinations", new { result = "approved" });
        Assert.Null(await Due());
        await desk.Act(nomination, "recommendation", new { officeId = DemoData.CityOffice, number = "推1号", on = "2026-11-20" });

        desk.Go(new LocalDate(2026, 12, 10));
        await desk.Act(nomination, "recommendation/answer", new { result = "returned", on = "2026-12-08", note = "补充近两年材料" });
        Assert.Equal("2026-12-22", await Due());
        await desk.Act(nomination, "stops", new { ground = "authority", note = "等待证明" });
        desk.Go(new LocalDate(2026, 12, 14));
        await desk.Act(nomination, "resumption");
        Assert.Equal("2026-12-24", await Due());

        async Task<string?> Due() => (await desk.Read($"nominations/{nomination}/case")).GetProperty("dueOn") is { ValueKind: JsonValueKind.String } day ? day.GetString() : null;
    }
}
