using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.Site;

public sealed partial class SitePagesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private static readonly string Teacher = $"/people/{DemoData.NumberOf("卫旭斌")}";

    private readonly SiteScene _site = new(app);

    [Fact]
    public async Task The_front_page_shows_the_latest_honours_open_notices_and_what_one_can_do()
    {
        var page = await _site.Read("/");
        Assert.Contains("卫旭斌", page);
        Assert.Contains("/search", page);
        Assert.Matches("还有 \\d+ 天", page);
        foreach (var path in (string[])["/honors", "/notices", "/statistics", "/check", "/recommend", "/honor-report"]) Assert.Contains($"href=\"{path}\"", page);
    }

    [Fact]
    public async Task The_teachers_page_tells_what_the_newspaper_told_as_vaguely_as_it_did()
    {
        var page = Text(await _site.Read(Teacher));
        foreach (var told in (string[])
        [
            "卫旭斌", "沁源县赤石桥中心学校", "1999年8月19日", "中午，上班途中", "从臭水池救起落水儿童", "河南新乡洪涝救援", "救出 近200人（联合行动）", "寻回走失人员 6人（本队）", "时间未载明",
            "不晚于2024年4月", "几个月来", "帮生病老人买药", "近200次", "400小时", "200余人", "见义勇为先进分子", "未载明", "全市第十一次见义勇为先进奖励大会", "沁源县蓝天救援队", "1999年以后", "长治日报",
        ]) Assert.Contains(told, page);
        foreach (var untold in (string[])["1977", "1978", "21岁", "妻", "父母", "有记录的志愿服务"]) Assert.DoesNotContain(untold, page);
        Assert.True(page.IndexOf("从臭水池", StringComparison.Ordinal) < page.IndexOf("河南新乡", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_speaks_of_itself_to_machines_as_far_as_the_grounds_go()
    {
        var page = await _site.Read(Teacher);
        Assert.Contains($"<link rel=\"canonical\" href=\"{HonorsApp.Issuer}{Teacher[1..]}\">", page);
        Assert.Contains($"<meta property=\"og:image\" content=\"{HonorsApp.Issuer}{Teacher[1..]}/card.png\">", page);
        var data = JsonDocument.Parse(Data().Match(page).Groups[1].Value).RootElement.GetProperty("mainEntity");
        Assert.Equal("卫旭斌", data.GetProperty("name").GetString());
        Assert.Equal(3, data.GetProperty("award").GetArrayLength());
        Assert.Equal("沁源县赤石桥中心学校", data.GetProperty("worksFor").GetProperty("name").GetString());
        Assert.Equal(["@type", "@id", "name", "url", "worksFor", "award", "memberOf"], data.EnumerateObject().Select(p => p.Name));
        var card = await _site.Get($"{Teacher}/card.png");
        Assert.Equal("image/png", card.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await card.Content.ReadAsByteArrayAsync())[..4]);
    }

    [Fact]
    public async Task Without_a_ground_nobody_has_a_page_a_name_or_a_link()
    {
        var person = await _site.Person("苏无名");
        var award = await _site.Award(await _site.Title("无名之星"), person.Id());

        Assert.Equal(HttpStatusCode.NotFound, (await _site.Get($"/people/{SiteScene.Number(person)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Get($"/people/{SiteScene.Number(person)}/card.png")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Get($"/awards/{award}")).StatusCode);
        var roll = await _site.Read("/honors?q=无名之星");
        Assert.Contains("姓名未公开", roll);
        foreach (var path in (string[])["/", "/honors", "/honors?q=无名之星", "/honors?q=苏无名", "/feeds/honors.atom", $"/check?q={award}"])
        {
            var page = await _site.Read(path);
            Assert.DoesNotContain(path.Contains("苏无名") ? "无名之星" : "苏无名", page);
            Assert.DoesNotContain(SiteScene.Number(person), page);
            if (!path.StartsWith("/check", StringComparison.Ordinal)) Assert.DoesNotContain(award, page);
        }
    }

    [Fact]
    public async Task Hours_are_shown_by_kind_where_a_ground_shows_them_and_apart_from_what_was_before()
    {
        var person = await _site.Person("苏时长");
        await _site.VerifiedHours(person.Id(), 150);
        await _site.VerifiedHours(person.Id(), 60, "emergencyRescue");
        var path = $"/people/{SiteScene.Number(person)}";
        var ground = await _site.Ground(person.Id());
        Assert.DoesNotContain("2小时30分钟", await _site.Read(path));
        await _site.End(person.Id(), ground);

        await _site.Ground(person.Id(), new { showsHours = true });

        var page = Text(await _site.Read(path));
        Assert.Contains("3小时30分", page);
        Assert.Contains("社区服务 2小时30分钟 应急救援 1小时", page[page.IndexOf("按服务类别", StringComparison.Ordinal)..]);
        var kinds = (await app.Anonymous().Read($"/api/v1/public{path}")).GetProperty("hoursByKind");
        Assert.Equal([150, 60], kinds.EnumerateArray().Select(k => k.GetProperty("minutes").GetInt32()));
    }

    [Fact]
    public async Task The_roll_is_narrowed_turned_over_and_linked_to()
    {
        var title = await _site.Title("翻页之星");
        List<string> names = [.. Enumerable.Range(0, 30).Select(i => $"翻{(char)(0x4e00 + i)}山")];
        foreach (var name in names)
        {
            var person = await _site.Person(name);
            await _site.Ground(person.Id(), await _site.Award(title, person.Id()));
        }

        var first = await _site.Read($"/honors?title={title}&order=pinyin");
        Assert.Contains("共 30 项", first);
        var next = WebUtility.HtmlDecode(Next().Match(first).Groups[1].Value);
        Assert.Contains("order=pinyin", next);
        var second = await _site.Read(next);
        Assert.All(names, n => Assert.True(first.Contains(n) ^ second.Contains(n), n));
        Assert.Equal(24, names.Count(first.Contains));

        Assert.Contains("荣誉榜", await _site.Read("/honors?after=nonsense"));
        Assert.Contains("荣誉榜", await _site.Read("/honors?level=nonsense&year=20x5&title=1&division=7&kind=%00&order=&q=%20"));
        Assert.Contains("没有符合条件的荣誉", await _site.Read("/honors?q=没有这个人"));
    }

    [Fact]
    public async Task An_honour_tells_how_it_came_to_be_and_is_checked_by_its_number()
    {
        var award = HrefOfAward().Match(await _site.Read(Teacher)).Groups[1].Value;
        var page = Text(await _site.Read($"/awards/{award}"));
        Assert.Contains(award, page);
        Assert.Contains("据来源补登", page);
        foreach (var q in (string[])[award, award.ToUpperInvariant(), award.Replace("-", ""), $" http://127.0.0.1:5080/awards/{award} "])
            Assert.Contains("目前有效", await _site.Read($"/check?q={Uri.EscapeDataString(q)}"));
    }

    [Fact]
    public async Task A_check_answers_plainly_and_tells_no_more_than_the_public_may_know()
    {
        var person = await _site.Person("苏查验");
        var title = await _site.Title("查验之星");
        var (office, second) = (await app.As("office"), await app.As("office2"));
        async Task<string> Answer(string award) => Verdict().Match(Text(await _site.Read($"/check?q={award}"))).Groups[1].Value.Trim();

        var waiting = await _site.Award(title, person.Id(), confirmed: false);
        Assert.Equal("未查到", await Answer(waiting));
        Assert.Equal("未查到", await Answer(Guid.CreateVersion7().ToString()));
        Assert.Equal("未查到", await Answer("31-415926"));

        var valid = await _site.Award(title, person.Id(), date: "2024");
        Assert.Equal("有效", await Answer(valid));
        var nameless = await _site.Read($"/check?q={valid}");
        Assert.Contains("查验之星", nameless);
        Assert.DoesNotContain("苏查验", nameless);

        var voided = await _site.Award(title, person.Id(), date: "2023");
        await Change(voided, "voidance", new { reason = "重复录入。" });
        Assert.Equal("作废", await Answer(voided));
        Assert.DoesNotContain("查验之星", await _site.Read($"/check?q={voided}"));

        var revoked = await _site.Award(title, person.Id(), date: "2022");
        await Change(revoked, "revocation", new
        {
            ground = "falseDeeds",
            bodyId = DemoData.CountyOffice,
            documentNumber = "沁文明〔2026〕9号",
            issuedOn = "2026-11-01",
            reason = "不便公开的缘由",
        });
        Assert.Equal("已撤销", await Answer(revoked));
        var page = await _site.Read($"/check?q={revoked}");
        Assert.Contains("沁文明〔2026〕9号", page);
        Assert.DoesNotContain("苏查验", page);
        Assert.DoesNotContain("不便公开的缘由", page);

        async Task Change(string award, string act, object body)
        {
            var change = await office.Created($"/api/v1/awards/{award}/{act}", body);
            await (await second.PostAsync($"/api/v1/awards/{award}/changes/{change.Id()}/confirmation", null)).Expect(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_feed_of_honours_names_only_whom_a_ground_shows()
    {
        var answer = await _site.Get("/feeds/honors.atom");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        Assert.Contains(feed.Elements(atom + "entry"), e => e.Element(atom + "title")!.Value == "卫旭斌 · 见义勇为先进分子");
        Assert.DoesNotContain("姓名未公开", feed.ToString());
    }

    [Fact]
    public async Task Every_answer_of_the_site_bears_the_headers_of_a_page_and_no_script()
    {
        foreach (var path in (string[])["/", "/honors", Teacher, "/check", "/site.css", "/error/404"])
        {
            var answer = await _site.Get(path);
            Assert.StartsWith("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single());
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("<script(?! type=\"application/ld)", text);
            Assert.DoesNotMatch(" (style|on[a-z]+)=", text);
        }
    }

    [Fact]
    public async Task The_foot_says_who_runs_the_site_and_all_links_keep_to_the_base_path()
    {
        await using var own = new HonorsApp
        {
            Settings = { ["PathBase"] = "/honour", ["Site:Sponsor"] = "沁源县文明办", ["Site:IcpNumber"] = "晋ICP备1号", ["Site:PoliceNumber"] = "晋公网安备2号", ["Site:Name"] = "沁源好人" },
        };
        var site = new SiteScene(own);
        foreach (var path in (string[])["/honour/", "/honour/honors", $"/honour{Teacher}", "/honour/check?q=1"])
        {
            var page = await site.Read(path);
            foreach (var said in (string[])["沁源县文明办", "晋ICP备1号", "晋公网安备2号", "沁源好人"]) Assert.Contains(said, page);
            Assert.All(Links().Matches(page).Select(m => m.Groups[1].Value).Where(l => l.StartsWith('/')), l => Assert.StartsWith("/honour", l));
        }
    }

    /// <summary>What is read of a page, its tags and its line breaks left out.</summary>
    private static string Text(string page) => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(page, " "), " "));

    [GeneratedRegex("<script[^>]*>.*?</script>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>")]
    private static partial Regex Data();

    [GeneratedRegex("href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex Next();

    [GeneratedRegex("href=\"/awards/([0-9a-f-]{36})\"")]
    private static partial Regex HrefOfAward();

    [GeneratedRegex("(?:href|src|action)=\"([^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("共 36 个字符。 (.+?) (?:没有这个编号|这项荣誉|这条登记)")]
    private static partial Regex Verdict();
}
