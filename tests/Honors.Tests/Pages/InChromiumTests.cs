using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Tests.Notices;
using Honors.Tests.Support;
using Microsoft.Playwright;

namespace Honors.Tests.Pages;

[Trait("Engine", "Sqlite")] // a browser sees no engine
public sealed class InChromiumTests(InChromiumTests.Scene app) : IClassFixture<InChromiumTests.Scene>
{
    /// <summary>As many characters as a name may have.</summary>
    private const string LongName = "阿卜杜拉赫曼·买买提明江·阿卜杜热依木·古丽巴哈尔", Widest = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaug";

    /// <summary>One notice that runs, with names as long as they may be, and one that is over.</summary>
    public sealed class Scene() : NoticeScene(onTheWire: true), IAsyncLifetime
    {
        public string Running { get; private set; } = "";

        public string Ended { get; private set; } = "";

        public Uri Origin => ClientOptions.BaseAddress;

        public async Task InitializeAsync()
        {
            var facts = Facts();
            facts["period"] = new JsonObject { ["length"] = 1, ["unit"] = "days" };
            Ended = (await Published(facts, "仇为民")).Id();
            GoTo(2024, 4, 8);
            facts = Facts();
            facts["heading"] = string.Concat(Enumerable.Repeat("关于沁源县身边好人拟推荐上报对象的公示", 5))[..95];
            ((JsonObject)facts["acceptance"]!)["email"] = "a-very-long-address-that-somebody-might-have-after-all@a-long-name-of-an-office.example.org";
            Running = (await Published(facts, "曾广善", LongName)).Id();
            await Done(Running, $"entries/{Entry(await Read(Running), "曾广善")}/change",
                new { name = Widest, unit = new string('单', 100), deed = new string('事', 500), reason = "核实" });
        }

        Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;
    }

    /// <summary>Each page in each of its states, and how a reader gets there.</summary>
    private Dictionary<string, (string Path, Func<IPage, Task>? Then)> Pages => new()
    {
        ["notices"] = ("/notices", null),
        ["notice that runs"] = ($"/notices/{app.Running}", null),
        ["notice that is over"] = ($"/notices/{app.Ended}", null),
        ["notice to print"] = ($"/notices/{app.Running}/print", null),
        ["objection"] = ($"/notices/{app.Running}/objection", null),
        ["objection, nothing filled in"] = ($"/notices/{app.Running}/objection", Send),
        ["objection, refused"] = ($"/notices/{app.Running}/objection", async page =>
        {
            await page.FillAsync("#Text", new string('文', 1200));
            await page.FillAsync("#Name", Widest);
            await Send(page);
        }
        ),
        ["objection, taken"] = ($"/notices/{app.Running}/objection", async page =>
        {
            await page.FillAsync("#Text", "事迹是别人做的。");
            await page.FillAsync("#Leads", "可以去问石匠。");
            await Send(page);
            await page.WaitForSelectorAsync(".slip");
        }
        ),
        ["objection, too late"] = ($"/notices/{app.Ended}/objection", null),
        ["recommendation"] = ("/recommend", null),
        ["recommendation, nothing filled in"] = ("/recommend", Send),
        ["report"] = ("/honor-report", null),
        ["report, nothing filled in"] = ("/honor-report", Send),
        ["receipts"] = ("/receipts", null),
        ["receipts, unknown"] = ("/receipts", async page =>
        {
            await page.FillAsync("#Receipt", "0000-0000-0000-0000-0000-0000-00");
            await Send(page);
        }
        ),
        ["receipts, told"] = ("/receipts", async page =>
        {
            await page.FillAsync("#Receipt", "QYXDEM00BJECT10N0000000001");
            await Send(page);
            await page.WaitForSelectorAsync(".told");
        }
        ),
        ["withdrawal"] = ("/objection-withdrawal", null),
        ["withdrawal, unknown"] = ("/objection-withdrawal", async page =>
        {
            await page.FillAsync("#Receipt", "0000-0000-0000-0000-0000-0000-00");
            await Send(page);
        }
        ),
        ["appeal"] = ("/appeal", null),
        ["appeal, nothing filled in"] = ("/appeal", Send),
        ["search"] = ("/search", null),
        ["search, found"] = ("/search?q=%E6%B2%81", null),
        ["search, a person and a deed"] = ("/search?q=%E5%8D%AB%E6%97%AD%E6%96%8C", null),
        ["search, words of a deed"] = ("/search?q=%E6%95%91", null),
        ["search, nothing found"] = ($"/search?q={Uri.EscapeDataString(Widest[..50])}", null),
        ["team"] = ($"/teams/{DemoData.RescueTeam}", null),
        ["team of which nothing is known"] = ($"/teams/{DemoData.EpidemicTeam}", null),
        ["village"] = ("/villages/140431207218", null),
        ["village without a posting"] = ("/villages/140431207202", null),
        ["statistics"] = ("/statistics", null),
        ["statistics, as tables"] = ("/statistics", async page =>
        {
            foreach (var summary in await page.QuerySelectorAllAsync(".columns-chart summary")) await summary.ClickAsync();
        }
        ),
        ["guide"] = ("/guide", null),
        ["no such page"] = ("/notices/018e9800-0000-7000-8000-000000000000", null),
    };

    private static Task Send(IPage page) => page.ClickAsync("main form button");

    [OutsideTheory(Chromium.Needs)]
    [InlineData(1200, 1, true, false, "zh-CN")]
    [InlineData(1200, 1, true, true, "zh-CN")]
    [InlineData(360, 3, true, false, "zh-CN")]
    [InlineData(600, 2, true, false, "zh-CN")]
    [InlineData(360, 1, true, true, "en")]
    [InlineData(360, 1, false, false, "zh-CN")]
    public async Task Every_page_fits_complains_of_nothing_and_leaves_axe_nothing_to_find(int width, float scale, bool script, bool dark, string language)
    {
        List<string> wrong = [];
        foreach (var (name, (path, then)) in Pages)
        {
            await using var window = await Chromium.Open(app.Origin, width, scale, script, dark, language);
            await window.Page.GotoAsync(path);
            if (then is not null) await then(window.Page);
            if (await window.Overflow() is > 0 and var pixels) wrong.Add($"{name} can be scrolled {pixels} px to the side");
            wrong.AddRange(window.Complaints.Select(c => $"{name}: {c}"));
            if (script) wrong.AddRange((await window.Axe()).Select(v => $"{name}: {v}"));
        }

        Assert.Empty(wrong);
    }

    [OutsideFact(Chromium.Needs)]
    public async Task An_objection_is_made_and_followed_up_by_the_keyboard_alone()
    {
        await using var window = await Chromium.Open(app.Origin);
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await page.GotoAsync($"/notices/{app.Running}");
        await TabTo(page, "a.button");
        await Enter(page);
        await TabTo(page, "#EntryId");
        await keys.PressAsync("ArrowDown");
        await TabTo(page, "#Text");
        await keys.TypeAsync("事迹是别人做的。");
        await TabTo(page, "main form button");
        await Enter(page);

        // What is wrong has the focus, leads to its field, and is read out with it.
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('[role=alert]')"));
        await TabTo(page, "a[href='#Leads']");
        await keys.PressAsync("Enter");
        Assert.Equal("Leads", await page.EvaluateAsync<string>("document.activeElement.id"));
        await keys.TypeAsync("可以去问石匠。");
        Assert.Equal("事迹是别人做的。", await page.InputValueAsync("#Text"));
        Assert.NotEqual("", await page.InputValueAsync("#EntryId"));
        await TabTo(page, "main form button");
        await Enter(page);

        var receipt = await page.InnerTextAsync(".slip code");
        Assert.EndsWith($"/notices/{app.Running}/objection", page.Url.Split('#')[0], StringComparison.Ordinal);
        await TabTo(page, "main a[href='/receipts']");
        await Enter(page);
        Assert.EndsWith("/receipts", page.Url, StringComparison.Ordinal);
        await TabTo(page, "#Receipt");
        await keys.TypeAsync(receipt);
        await Enter(page);
        Assert.Equal("已收到", await page.InnerTextAsync(".told .who"));
        Assert.EndsWith("/receipts", page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [OutsideFact(Chromium.Needs)]
    public async Task Called_up_again_the_receipt_is_the_same_and_going_back_shows_it_to_nobody()
    {
        await using var window = await Chromium.Open(app.Origin, script: false);
        var page = window.Page;
        await page.GotoAsync($"/notices/{app.Running}/objection");
        await page.FillAsync("#Text", "又一件事。");
        await page.FillAsync("#Leads", "可以去问石匠。");
        await Send(page);
        var receipt = await page.InnerTextAsync(".slip code");
        await page.ReloadAsync();
        Assert.Equal(receipt, await page.InnerTextAsync(".slip code"));
        await page.GotoAsync("/notices");
        Assert.DoesNotContain(receipt, await page.ContentAsync(), StringComparison.Ordinal);
    }

    [OutsideFact(Chromium.Needs)]
    public async Task Nothing_that_the_office_or_a_reader_writes_is_taken_for_more_than_text()
    {
        await using var window = await Chromium.Open(app.Origin);
        var page = window.Page;
        var shown = 0;
        foreach (var chunk in Hostile.Texts.Where(t => !t.Contains('\u2028')).Chunk(8))
        {
            var facts = NoticeScene.Facts();
            (facts["heading"], facts["basis"]) = (chunk[0][..Math.Min(100, chunk[0].Length)], chunk[1 % chunk.Length]);
            var acceptance = (JsonObject)facts["acceptance"]!;
            (acceptance["department"], acceptance["person"], acceptance["phone"]) = (chunk[2 % chunk.Length], Short(chunk[3 % chunk.Length]), Short(chunk[4 % chunk.Length]));
            (acceptance["address"], acceptance["hoursNote"]) = (chunk[5 % chunk.Length], Short(chunk[6 % chunk.Length]));
            var notice = await app.Published(facts, "曾广善");
            foreach (var text in chunk)
            {
                await app.Done(notice.Id(), $"entries/{notice.GetProperty("entries")[0].Id()}/change", new { name = text, unit = text, deed = text, reason = "核实" });
                await page.GotoAsync($"/notices/{notice.Id()}");
                Assert.Equal(text, await page.InnerTextAsync(".entries .name"));
                await page.GotoAsync($"/notices/{notice.Id()}/print");
                await page.GotoAsync($"/notices/{notice.Id()}/objection");
                await page.FillAsync("#Text", text);
                await page.FillAsync("#Name", text[..Math.Min(50, text.Length)]);
                await page.FillAsync("#Contact", text);
                await page.FillAsync("#Leads", text + new string('长', 600));
                await Send(page);
                Assert.Equal(text, await page.InputValueAsync("#Text"));
                shown++;
            }

            await page.GotoAsync("/notices");
        }

        Assert.Equal(40, shown);
        Assert.Empty(window.Complaints);

        static string Short(string text) => text[..Math.Min(50, text.Length)];
    }

    /// <summary>Steps on until the element has the focus, which must then be seen.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector)) continue;

            Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            return;
        }

        Assert.Fail($"{selector} is not reached.");
    }

    private static async Task Enter(IPage page)
    {
        await page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 200; i++)
        {
            await Task.Delay(50);
            try
            {
                if (await page.EvaluateAsync<bool>("document.documentElement.dataset.left === undefined && document.readyState === 'complete'")) return;
            }
            catch (PlaywrightException)
            {
                // The page went while it was asked.
            }
        }

        Assert.Fail("Enter led nowhere.");
    }
}
