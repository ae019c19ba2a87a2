using System.Net;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.Site;

/// <summary>The pages of the core in a real browser: each in its states, as readers have it.</summary>
[Trait("Engine", "Sqlite")] // a browser sees no engine
public sealed class SiteInChromiumTests(SiteInChromiumTests.Scene app) : IClassFixture<SiteInChromiumTests.Scene>
{
    private const string LongName = "阿卜杜拉赫曼·买买提明江·阿卜杜热依木·古丽巴哈尔", Widest = "Wolfeschlegelsteinhausenbergerdorff-Featherstoneha";

    /// <summary>A person with all that a page can show, one with a name alone, two with names as long as they may be, and one of whom every text is hostile.</summary>
    public sealed class Scene : HonorsApp, IAsyncLifetime
    {
        public Scene() => UseKestrel(0);

        public Uri Origin => ClientOptions.BaseAddress;

        public Dictionary<string, string> People { get; } = [];

        public string Award { get; private set; } = "";

        /// <summary>What of the hostile texts was let into the registry.</summary>
        public List<string> Taken { get; } = [];

        public string Hostile { get; private set; } = "";

        public async Task InitializeAsync()
        {
            StartServer();
            var site = new SiteScene(this);
            var title = await site.Title("年度服务之星");

            var full = await site.Person("苏满页");
            await site.VerifiedHours(full.Id(), 150);
            await site.VerifiedHours(full.Id(), 60, "emergencyRescue");
            Award = await site.Award(title, full.Id(), "全县表彰大会");
            await site.Ground(full.Id(), new { showsHours = true, showsStory = true, showsPortrait = true, portraitFileId = await site.Picture() },
                Award, await site.Deed(full.Id(), "雪夜送医", "雪夜背病人走了十里山路。", "赤石桥乡", "夜里"));
            People["full"] = Path(full);

            var bare = await site.Person("苏空页");
            await site.Ground(bare.Id());
            People["bare"] = Path(bare);

            foreach (var name in (string[])[LongName, Widest])
            {
                var person = await site.Person(name);
                await site.Ground(person.Id(), new { showsStory = true }, await site.Award(title, person.Id(), new string('会', 200)), await site.Deed(person.Id(), new string('事', 100), new string('善', 900)));
                People[name] = Path(person);
            }

            await Attack(site);
        }

        Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

        private static string Path(System.Text.Json.JsonElement person) => $"/people/{SiteScene.Number(person)}";

        private async Task Attack(SiteScene site)
        {
            var person = await site.Person("苏攻击");
            var (office, recorder) = (await As("office"), await As("recorder"));
            List<string> records = [];
            foreach (var text in Support.Hostile.Texts)
            {
                var title = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
                    office, "/api/v1/titles", new { name = text, @class = "selection", level = "county", ownerId = DemoData.CountyOffice });
                if (title.StatusCode is not HttpStatusCode.Created) continue; // refused at the door is as good

                Taken.Add(text);
                records.Add(await site.Award((await title.Expect(HttpStatusCode.Created)).Id(), person.Id(), text));
                records.Add(await site.Deed(person.Id(), text, text, text, text[..Math.Min(50, text.Length)]));
                records.Add((await recorder.Created("/api/v1/deployments", new
                {
                    name = text,
                    kind = "floodRescue",
                    when = new { date = "2021", asWritten = text },
                    place = text,
                    @base = text,
                    summary = text,
                    callOuts = new { value = 2, qualifier = "atLeast", scope = "team", asWritten = text },
                    roster = new[] { new { personId = person.Id(), role = "member" } },
                    source = SiteScene.Source,
                })).Id());
            }

            records.Add((await recorder.Created($"/api/v1/people/{person.Id()}/prior-totals", new
            {
                asOf = new { date = "2023" },
                minutes = 600,
                kinds = Taken.Where(t => t.Length <= 50).Take(20),
                spanAsWritten = Taken[0],
                source = SiteScene.Source,
            })).Id());
            records.Add((await office.Created("/api/v1/village-assignments", new
            {
                personId = person.Id(),
                villageCode = 140431207218,
                durationAsWritten = Taken[2],
                help = Taken.Where(t => t.Length <= 50).Take(20).Select(t => new { kind = "other", asWritten = t }),
                source = SiteScene.Source,
            })).Id());
            await site.Ground(person.Id(), new { showsStory = true, source = new { title = Taken[0], publishedOn = new { date = "2024", asWritten = Taken[3] }, locator = Taken[1] } }, [.. records]);
            Hostile = Path(person);
        }
    }

    private IEnumerable<string> Pages =>
    [
        "/", "/honors", "/honors?view=cards&order=strokes", "/honors?q=%E6%B2%A1%E6%9C%89", "/check", $"/check?q={app.Award}", "/check?q=1", $"/awards/{app.Award}",
        $"/people/{DemoData.NumberOf("卫旭斌")}", .. app.People.Values, "/people/0000000000",
    ];

    [OutsideTheory(Chromium.Needs)]
    [InlineData(1200, 1, true, false, "zh-CN")]
    [InlineData(1200, 1, true, true, "en")]
    [InlineData(360, 3, true, false, "zh-CN")]
    [InlineData(600, 2, true, true, "zh-CN")]
    [InlineData(360, 1, false, false, "zh-CN")]
    public async Task Every_page_fits_complains_of_nothing_and_leaves_axe_nothing_to_find(int width, float scale, bool script, bool dark, string language)
    {
        List<string> wrong = [];
        await using var window = await Chromium.Open(app.Origin, width, scale, script, dark, language);
        foreach (var path in Pages)
        {
            await window.Page.GotoAsync(path);
            if (await window.Overflow() is > 0 and var pixels) wrong.Add($"{path} can be scrolled {pixels} px to the side");
            wrong.AddRange(window.Complaints.Select(c => $"{path}: {c}"));
            window.Complaints.Clear();
            if (script) wrong.AddRange((await window.Axe()).Select(v => $"{path}: {v}"));
        }

        Assert.Empty(wrong);
    }

    [OutsideFact(Chromium.Needs)]
    public async Task Nothing_that_a_record_says_is_taken_for_more_than_text()
    {
        Assert.InRange(app.Taken.Count, 40, Hostile.Texts.Length);
        await using var window = await Chromium.Open(app.Origin);
        var page = window.Page;
        await page.GotoAsync(app.Hostile);
        var read = await page.InnerTextAsync("main");
        Assert.All(app.Taken.Where(t => !t.Contains('\u2028')), t => Assert.Contains(t, read));
        Assert.Equal("苏攻击", await page.EvaluateAsync<string>("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent).mainEntity.name"));
        Assert.Equal(1, await page.EvaluateAsync<int>("document.scripts.length"));

        var awards = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/awards/\"]')].map(a => a.getAttribute('href'))");
        foreach (var award in awards.Distinct()) await page.GotoAsync(award);
        foreach (var text in Hostile.Texts)
        {
            await page.GotoAsync($"/honors?q={Uri.EscapeDataString(text[..Math.Min(50, text.Length)])}&level={Uri.EscapeDataString(text)}");
            await page.GotoAsync($"/check?q={Uri.EscapeDataString(text)}");
            Assert.Equal(text.Trim(), await page.InputValueAsync("#q"));
        }

        await page.GotoAsync("/honors");
        await page.GotoAsync("/");
        Assert.Empty(window.Complaints);
    }

    [OutsideFact(Chromium.Needs)]
    public async Task A_role_model_prints_on_one_good_sheet()
    {
        await using var window = await Chromium.Open(app.Origin);
        await window.Page.GotoAsync($"/people/{DemoData.NumberOf("卫旭斌")}");
        var pdf = System.Text.Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(pdf, "/Type\\s*/Page\\b"));
    }

    [OutsideFact(Chromium.Needs)]
    public async Task By_the_keyboard_alone_a_reader_gets_from_the_front_page_to_a_role_model()
    {
        await using var window = await Chromium.Open(app.Origin);
        var page = window.Page;
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.skip')"));
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement.matches('a[href^=\"/people/\"]')")) break;
        }

        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        Assert.StartsWith("/people/", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("main.person");
        Assert.Empty(window.Complaints);
    }
}
