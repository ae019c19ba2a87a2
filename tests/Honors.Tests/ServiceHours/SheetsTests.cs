using System.Net;
using Honors.Api.Demo;
using Honors.Api.ServiceHours;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

public sealed class SheetsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Year = "from=2026-01-01&to=2026-12-31";

    private readonly Units _units = new(app);

    [Fact]
    public async Task A_sheet_holds_the_days_of_its_period_and_of_the_unit_and_lists_what_it_adds_up()
    {
        var school = await _units.School();
        var teacher = await _units.Teacher(from: "2026-01-01", until: "2026-10-15");
        await _units.Verified(teacher, "2026-10-15");
        await _units.Verified(teacher, "2026-10-16");
        var recorder = await app.As("recorder");
        var acrossTheYear = await recorder.Created(Units.Hours, new
        {
            personId = teacher,
            activity = "跨年值守",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "attendance",
            startsAt = "2025-12-31T14:00:00Z",
            endsAt = "2025-12-31T17:00:00Z",
        });
        Assert.Equal("120 verified, 0 confirmed, 0 disputed, 0 logged, 0 contested", await Units.Figures(school, teacher));
        var own = await (await app.As(Guid.Parse(teacher), DemoData.EpidemicTeam)).Read($"/api/v1/people/{teacher}/service-sheet?{Year}");
        Assert.Equal((240, 60), (own.GetProperty("total").GetProperty("verified").GetInt32(), own.GetProperty("total").GetProperty("logged").GetInt32()));
        Assert.Contains(acrossTheYear.Id(), $"{own}");
        await (await school.GetAsync($"/api/v1/organizations/{DemoData.School}/service-sheet?from=2026-12-31&to=2026-01-01")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "sheet.period");
        await (await (await _units.School(DemoData.DisabledTeam)).GetAsync($"/api/v1/organizations/{DemoData.School}/service-sheet?{Year}"))
            .ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
    }

    [Fact]
    public async Task The_table_opens_in_Excel_and_runs_nothing()
    {
        var (school, teacher) = (await _units.School(), await _units.Teacher());
        await (await app.As("recorder")).Created(Units.Hours, new
        {
            personId = teacher,
            activity = "=HYPERLINK(\"http://x\")",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = "2026-10-14",
            minutes = 30,
        });
        var answer = await school.GetAsync($"/api/v1/organizations/{DemoData.School}/service-sheet/csv?{Year}");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("姓名,服务日期,活动名称,服务类别,记录单位,分钟数,审核状态,单位核实,理由,计入分钟,核实分钟", lines[0]);
        Assert.Contains("测试教师,2026-10-14,\"'=HYPERLINK(\"\"http://x\"\")\",社区服务,沁源县蓝天救援队,30,待审核,未核实,,0,0", lines);
    }

    [Theory]
    [InlineData("巡河", "巡河")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" @x", "' @x")]
    [InlineData("-2", "'-2")]
    [InlineData("＝1", "'＝1")]
    [InlineData("甲,乙", "\"甲,乙\"")]
    [InlineData("甲\n乙", "\"甲\n乙\"")]
    public void A_cell_is_text_whatever_it_begins_with(string text, string cell) => Assert.Equal(cell, SheetCsv.Cell(text));

    [Fact]
    public async Task The_page_to_print_is_for_whoever_confirms_for_the_unit_and_for_oneself()
    {
        var school = await new Browser(app).SignedIn("school");
        var page = await school.Read($"/units/{DemoData.School}/service-sheet?{Year}");
        Assert.Contains("田清禾", page);
        Assert.Contains("单位负责人（签章）", page);
        Assert.Contains("有异议，待答复", page);
        var person = await new Browser(app).SignedIn("person");
        Assert.Contains("林予安", await person.Read($"/account/service-sheet?{Year}"));
        Assert.Equal(HttpStatusCode.NotFound, (await person.Get($"/units/{DemoData.School}/service-sheet?{Year}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Get("/account/service-sheet?from=2026-01-01&to=2020-01-01")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await new Browser(app).Get($"/units/{DemoData.School}/service-sheet")).StatusCode);
    }
}
