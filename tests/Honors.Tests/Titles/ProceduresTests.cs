using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Domain.Titles;
using Honors.Tests.Support;

namespace Honors.Tests.Titles;

public sealed class ProceduresTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private static JsonObject Body(string validFrom = "2025-01-01") => new()
    {
        ["validFrom"] = validFrom,
        ["verb"] = "name",
        ["divisionCode"] = 140431000000,
        ["recipients"] = new JsonArray("person"),
        ["steps"] = new JsonArray("acceptance", "expertReview", "notice", "decision"),
        ["clocks"] = new JsonArray(new JsonObject { ["kind"] = "notice", ["length"] = 5, ["unit"] = "workingDays", ["counting"] = "inclusive", ["source"] = "沁文明办〔2024〕3号" }),
        ["quota"] = new JsonObject { ["places"] = 10, ["allotments"] = new JsonArray(new JsonObject { ["organizationId"] = DemoData.School.ToString(), ["places"] = 2 }) },
        ["quorum"] = 5,
    };

    private async Task<string> NewTitle(string kind = "selection", string level = "county") => (await (await app.As("office"))
        .Created("/api/v1/titles", new { name = "试点称号", @class = kind, level, ownerId = DemoData.CountyOffice })).Id();

    private static string Path(string title) => $"/api/v1/titles/{title}/procedures";

    [Fact]
    public async Task A_change_is_the_next_version_and_each_day_has_the_one_that_held()
    {
        var (office, title) = (await app.As("office"), await NewTitle());
        var first = await office.Created(Path(title), Body());
        var changed = Body("2026-01-01");
        changed["quorum"] = 7;
        var second = await office.Created(Path(title), changed);

        Assert.Equal((1, 2), (first.GetProperty("edition").GetInt32(), second.GetProperty("edition").GetInt32()));
        Assert.Equal([second.Id(), first.Id()], await Ids(office, Path(title)));
        Assert.Equal([first.Id()], await Ids(office, $"{Path(title)}?on=2025-12-31"));
        Assert.Equal([second.Id()], await Ids(office, $"{Path(title)}?on=2026-01-01"));
        Assert.Empty(await Ids(office, $"{Path(title)}?on=2024-12-31"));
        Assert.Equal(first.GetRawText(), (await office.Read($"{Path(title)}/{first.Id()}")).GetRawText());

        var problem = await (await office.PostAsJsonAsync(Path(title), Body("2026-01-01"))).ExpectProblem(HttpStatusCode.Conflict, "procedure.not-later");
        Assert.Equal("2026-01-01", problem.GetProperty("facts").GetProperty("before").GetString());
    }

    [Fact]
    public async Task A_figure_has_its_source_or_says_that_it_is_unverified()
    {
        var shown = await (await app.As("office")).Created(Path(await NewTitle()), Body());
        Assert.Equal("沁文明办〔2024〕3号", shown.GetProperty("clocks")[0].GetProperty("source").GetString());
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("quota").GetProperty("source").ValueKind);
        Assert.Equal("命名为", shown.GetProperty("verbAsPrinted").GetString());
    }

    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "verb", "\"confer\"", "procedure.verb-of-class", "verb" },
        { "act", "\"confirmation\"", "procedure.verb-of-class", "verb" },
        { "steps", """["notice","acceptance","expertReview","decision"]""", "procedure.step-order", "steps" },
        { "steps", """["acceptance","acceptance","expertReview","notice","decision"]""", "procedure.step-order", "steps" },
        { "steps", """["expertReview","notice","decision"]""", "procedure.steps-missing", "steps" },
        { "steps", """["acceptance","expertReview","notice"]""", "procedure.steps-missing", "steps" },
        { "clocks", "[]", "procedure.notice-clock", "clocks" },
        { "clocks", """[{"kind":"notice","length":5,"unit":"days"},{"kind":"notice","length":7,"unit":"days"}]""", "procedure.clock-twice", "clocks" },
        { "clocks", """[{"kind":"notice","length":5,"unit":"days"},{"kind":"appealAnswer","length":7,"unit":"days"}]""", "procedure.appeal-clocks", "clocks" },
        { "quorum", "null", "procedure.quorum", "quorum" },
        { "recipients", "[]", "procedure.no-recipient", "recipients" },
        { "repeat", """{"rule":"once","years":3}""", "procedure.repeat-years", "repeat.years" },
        { "repeat", """{"rule":"onceInYears"}""", "procedure.repeat-years", "repeat.years" },
        { "quota", """{"places":2,"allotments":[{"organizationId":"@","places":3}]}""", "procedure.allotted-over-quota", "quota.allotments" },
        { "quota", """{"places":9,"allotments":[{"organizationId":"@","places":3},{"organizationId":"@","places":3}]}""", "procedure.allotted-twice", "quota.allotments" },
        { "grantingBodyIds", """["018e9800-0000-7000-8000-000000000000"]""", "reference.not-found", "grantingBodyIds[0]" },
        { "requiredTitleIds", """["018e9800-0000-7000-8000-000000000000"]""", "reference.not-found", "requiredTitleIds[0]" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task A_procedure_that_does_not_hold_together_is_refused_by_name(string member, string json, string code, string named)
    {
        var (office, body) = (await app.As("office"), Body());
        body[member] = JsonNode.Parse(json.Replace("@", DemoData.School.ToString(), StringComparison.Ordinal));
        var title = await NewTitle();
        var problem = await (await office.PostAsJsonAsync(Path(title), body)).ExpectProblem(HttpStatusCode.UnprocessableEntity, code);
        Assert.True(problem.GetProperty("errors").TryGetProperty(named, out _), problem.GetRawText());
        Assert.Empty(await Ids(office, Path(title)));
    }

    [Fact]
    public async Task A_commendation_rests_on_an_approval_or_on_a_statute()
    {
        var (office, title) = (await app.As("office"), await NewTitle("commendation"));
        var body = Body();
        body["verb"] = "confer";
        await (await office.PostAsJsonAsync(Path(title), body)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "procedure.no-approval");
        body["approvalNumber"] = "晋评组〔2025〕1号";
        Assert.Equal("授予", (await office.Created(Path(title), body)).GetProperty("verbAsPrinted").GetString());
    }

    [Fact]
    public async Task A_title_does_not_require_itself()
    {
        var (office, title, body) = (await app.As("office"), await NewTitle(), Body());
        body["requiredTitleIds"] = new JsonArray(title);
        await (await office.PostAsJsonAsync(Path(title), body)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "procedure.requires-itself");
    }

    [Fact]
    public async Task Only_those_who_decide_for_the_owner_set_a_procedure()
    {
        var title = await NewTitle();
        foreach (var body in (Guid[])[DemoData.NeighbourOffice, DemoData.RescueTeam])
            await (await (await app.As(null, body, Right.Decide)).PostAsJsonAsync(Path(title), Body())).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await app.As(null, DemoData.CityOffice, Right.Decide)).Created(Path(title), Body());
    }

    [Fact]
    public async Task Bravery_is_two_acts_and_the_title_asks_for_the_confirmation()
    {
        var office = await app.As("office");
        var confirmation = (await office.Read(Path(DemoId.Of("见义勇为确认").ToString()))).GetProperty("items")[0];
        Assert.Equal(("confirmation", "确认为"), (confirmation.GetProperty("act").GetString(), confirmation.GetProperty("verbAsPrinted").GetString()));
        var title = (await office.Read(Path(DemoId.Of("见义勇为先进分子").ToString()))).GetProperty("items")[0];
        Assert.Equal([DemoId.Of("见义勇为确认").ToString()], title.GetProperty("requiredTitleIds").EnumerateArray().Select(t => t.GetString()));
    }

    [Theory]
    [InlineData("见义勇为确认")]
    [InlineData("见义勇为先进分子")]
    [InlineData("新时代文明实践“十佳志愿者”")]
    [InlineData("优秀队员")]
    [InlineData("道德模范")]
    [InlineData("身边好人")]
    [InlineData("最美志愿者")]
    [InlineData("志愿服务先进集体")]
    [InlineData("见义勇为先进群体")]
    public async Task Each_title_that_is_shipped_has_a_procedure(string title) =>
        Assert.Single(await Ids(await app.As("office"), $"{Path(DemoId.Of(title).ToString())}?on=2026-11-20"));

    [Theory]
    [InlineData(TitleClass.Commendation, Verb.Confer)]
    [InlineData(TitleClass.Selection, Verb.Name, Verb.Elect)]
    [InlineData(TitleClass.Internal, Verb.Rate)]
    [InlineData(TitleClass.Media, Verb.Rate)]
    public void The_verb_follows_from_the_class_alone(TitleClass kind, params Verb[] verbs)
    {
        Assert.Equal(verbs, Verbs.Of(kind, TitleAct.Title));
        Assert.Equal([Verb.Confirm], Verbs.Of(kind, TitleAct.Confirmation));
    }

    private static async Task<IEnumerable<string>> Ids(HttpClient client, string path) =>
        (await client.Read(path)).GetProperty("items").EnumerateArray().Select(p => p.Id()).ToList();
}
