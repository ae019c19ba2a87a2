using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Honors.Api.Demo;
using Honors.Tests.PublicApi;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.Pages;

/// <summary>Search, teams, villages and statistics, as pages and in the public API.</summary>
public sealed class FindingPagesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private readonly RollScene _scene = new(app);

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private async Task<string> Page(string path, HttpStatusCode status = HttpStatusCode.OK) => await (await app.Anonymous().GetAsync(path)).ExpectPage(status);

    [Fact]
    public async Task A_search_leads_to_the_page_of_a_role_model_and_a_withdrawal_ends_it_at_the_next_request()
    {
        var person = await _scene.Person("仇可寻");
        Assert.DoesNotContain("/people/", await Page("/search?q=仇可寻"));
        var ground = await _scene.Ground(person.Id());
        Assert.Contains($"/people/{person.GetProperty("number").GetString()}", await Page("/search?q=qiukexun"));
        await _scene.End(person.Id(), ground);
        Assert.DoesNotContain("/people/", await Page("/search?q=qiukexun"));
    }

    [Fact]
    public async Task A_ground_that_ends_with_a_day_shows_its_person_on_that_day_and_not_on_the_next()
    {
        var person = await _scene.Person("祝到期");
        await (await app.As("office")).Created($"/api/v1/people/{person.Id()}/grounds", new
        {
            kind = "notice",
            source = RollScene.Source,
            until = "2026-11-20",
            showsName = true,
            showsUnit = false,
            showsStory = false,
            recordIds = Array.Empty<string>(),
        });
        Assert.Contains("/people/", await Page("/search?q=祝到期"));
        app.Clock.Now += Duration.FromDays(1);
        try
        {
            Assert.DoesNotContain("/people/", await Page("/search?q=祝到期"));
        }
        finally
        {
            app.Clock.Now -= Duration.FromDays(1);
        }
    }

    [Fact]
    public async Task What_was_asked_is_only_text_on_the_page()
    {
        foreach (var hostile in Hostile.Texts.Where(t => t.Length <= 50))
        {
            var page = await Page($"/search?q={Uri.EscapeDataString(hostile)}");
            Assert.DoesNotContain("<script", page.Replace("<script type=\"application/ld+json\">", "", StringComparison.Ordinal));
            if (Html.Encode(hostile) != hostile) Assert.DoesNotContain(hostile, page);
        }
    }

    [Fact]
    public async Task A_team_counts_exact_figures_of_its_own_and_lets_the_others_stand()
    {
        var office = await app.As("office");
        var team = (await office.Created("/api/v1/organizations", new { name = "沁源县试算救援队", kind = "team", teamKind = "rescue", divisionCode = 140431000000 })).Id();
        var other = DemoData.RescueTeam.ToString();
        await Deployed("2020", [team], ("peopleRescued", 3, "exact", "team"), ("peopleRescued", 200, "nearly", "team"));
        await Deployed("2020-05", [team], ("peopleRescued", 4, "exact", "team"), ("peopleRescued", 50, "exact", "joint"));
        await Deployed("2022", [team, other], ("peopleRescued", 9, "exact", "team"));

        var page = await app.Anonymous().Read($"/api/v1/public/teams/{team}");
        Assert.Equal("""[{"year":2022,"count":1},{"year":2020,"count":2}]""", page.GetProperty("deployments").GetRawText());
        var result = Assert.Single(page.GetProperty("results").EnumerateArray());
        Assert.Equal(7, result.GetProperty("exact").GetInt32());
        Assert.Equal(["近200人"], result.GetProperty("approximate").EnumerateArray().Select(q => q.GetProperty("text").GetString()));
        Assert.Equal(["50人", "9人"], result.GetProperty("joint").EnumerateArray().Select(q => q.GetProperty("text").GetString()));
        var html = await Page($"/teams/{team}");
        Assert.Contains("近200人", html);
        Assert.Contains("7人", html);

        async Task Deployed(string when, string[] teams, params (string Kind, int Value, string Qualifier, string Scope)[] outcomes) => await office.Created("/api/v1/deployments", new
        {
            name = "河堤抢险",
            kind = "floodRescue",
            when = new { date = when },
            teams = teams.Select(t => new { teamId = t }),
            roster = Array.Empty<object>(),
            outcomes = outcomes.Select(o => new { kind = o.Kind, quantity = new { value = o.Value, qualifier = o.Qualifier, scope = o.Scope } }),
            source = new { title = "队内简报", publishedOn = new { date = "2023" } },
        });
    }

    [Fact]
    public async Task Members_of_a_team_are_those_whom_a_ground_shows()
    {
        var recorder = await app.As("recorder");
        var (shown, hidden) = ((await _scene.Person("解可见")).Id(), (await _scene.Person("解不见")).Id());
        var membership = (await recorder.Created($"/api/v1/teams/{DemoData.RescueTeam}/memberships", new { personId = shown })).Id();
        await recorder.Created($"/api/v1/teams/{DemoData.RescueTeam}/memberships", new { personId = hidden });
        await _scene.Ground(hidden);
        var ground = await _scene.Ground(shown, membership);
        var page = await Page($"/teams/{DemoData.RescueTeam}");
        Assert.Contains("解可见", page);
        Assert.DoesNotContain("解不见", page);
        await _scene.End(shown, ground);
        Assert.DoesNotContain("解可见", await Page($"/teams/{DemoData.RescueTeam}"));
    }

    [Fact]
    public async Task A_posting_without_a_ground_is_nameless_and_kinds_of_help_of_few_people_are_not_told()
    {
        const long village = 140431207204;
        var office = await app.As("office");
        var ids = new List<string>();
        foreach (var (name, help) in ((string, string)[])[("驻一", "buyingMedicine"), ("驻二", "mediation"), ("驻三", "homeVisit")])
        {
            var person = (await _scene.Person(name)).Id();
            var posting = (await office.Created("/api/v1/village-assignments", new
            {
                personId = person,
                villageCode = village,
                role = "member",
                from = new { date = "2023-05-06" },
                until = new { date = "2024-06-07" },
                sendingUnitId = DemoData.School,
                help = new[] { new { kind = help } },
            })).Id();
            ids.Add(posting);
            if (name is "驻二") await _scene.Ground(person, posting);
            var page = await Page($"/villages/{village}");
            Assert.DoesNotContain("驻一", page);
            Assert.DoesNotContain("05-06", page);
            var read = await app.Anonymous().Read($"/api/v1/public/villages/{village}");
            Assert.Equal(name switch { "驻一" => "", "驻二" => "矛盾调解", _ => "入户走访 代购买药 矛盾调解" }, string.Join(' ', read.GetProperty("help").EnumerateArray().Select(h => h.GetString())));
        }

        var postings = (await app.Anonymous().Read($"/api/v1/public/villages/{village}")).GetProperty("postings").EnumerateArray().ToList();
        Assert.Equal(["驻二", "姓名未公开", "姓名未公开"], postings.Select(p => p.GetProperty("name").GetString()));
        Assert.Equal("2023年—2024年", postings[1].GetProperty("years").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, postings[1].GetProperty("sentBy").ValueKind);
    }

    [Theory]
    [InlineData("/teams/018e9800-0000-7000-8000-000000000000")]
    [InlineData("/villages/140431207")]
    [InlineData("/villages/140431207000")]
    [InlineData("/villages/9999999999999")]
    public async Task What_is_no_team_and_no_village_has_no_page(string path)
    {
        await Page(path, HttpStatusCode.NotFound);
        await (await app.Anonymous().GetAsync($"/api/v1/public{path}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_school_is_no_team() => await Page($"/teams/{DemoData.School}", HttpStatusCode.NotFound);

    [Fact]
    public async Task Statistics_are_a_page_and_tables_in_which_Excel_runs_nothing()
    {
        await _scene.Award(await _scene.Title("=cmd|' /C calc'!A0"), (await _scene.Person("统计人")).Id(), "2012");
        var page = await Page("/statistics");
        Assert.Contains("href=\"/honors?year=2012\"", page);
        var csv = await app.Anonymous().GetAsync("/statistics/honours.csv");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        var text = await csv.Content.ReadAsStringAsync();
        Assert.StartsWith("\ufeff口径,项目,数量\r\n", text);
        Assert.Contains("\r\n称号,'=cmd|' /C calc'!A0,1\r\n", text);
        foreach (var table in (string[])["hours", "deployments"]) Assert.Contains("合计", await (await app.Anonymous().GetAsync($"/statistics/{table}.csv")).ExpectPage(HttpStatusCode.OK));
    }

    [Fact]
    public async Task English_readers_get_English_words()
    {
        foreach (var (path, word) in ((string, string)[])[("/search?q=zzzz", "Nothing found"), ("/statistics", "Hours of volunteer service"), ($"/teams/{DemoData.RescueTeam}", "Members"), ("/villages/140431207218", "Kinds of help")])
        {
            var client = app.Anonymous();
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
            Assert.Contains(word, await (await client.GetAsync(path)).ExpectPage(HttpStatusCode.OK));
        }
    }
}
