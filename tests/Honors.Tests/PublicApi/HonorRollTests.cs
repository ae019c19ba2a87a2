using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Values;
using Honors.Tests.Support;

namespace Honors.Tests.PublicApi;

public sealed class HonorRollTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Roll = RollScene.Roll;

    private static readonly string[] Names = ["曾一一", "单二二", "王丁", "欧阳青", "解又又", "王一"];

    private readonly RollScene _scene = new(app);

    private static string Of(JsonElement honour) => honour.GetProperty("recipient").GetString()!;

    [Theory]
    [InlineData("newest")]
    [InlineData("pinyin")]
    [InlineData("strokes")]
    public async Task Pages_of_any_length_give_each_honour_once_and_in_order(string order)
    {
        var title = await _scene.Title($"阅览{order}");
        foreach (var (name, i) in Names.Select((n, i) => (n, i)))
        {
            var person = (await _scene.Person(name)).Id();
            var award = await _scene.Award(title, person, i % 2 is 0 ? $"202{i}" : $"202{i}-05-0{i + 1}");
            if (i is not 3) await _scene.Ground(person, award);
            await _scene.Award(title, (await _scene.Person("匿名人")).Id(), $"202{i}-12-31");
        }

        var whole = await _scene.Pages($"title={title}&order={order}");
        Assert.Equal(12, whole.Count);
        foreach (var limit in (int[])[1, 2, 3, 5]) Assert.Equal(whole.Select(h => h.GetRawText()), (await _scene.Pages($"title={title}&order={order}", limit)).Select(h => h.GetRawText()));

        var named = whole.Where(h => h.GetProperty("awardId").ValueKind is not JsonValueKind.Null).Select(Of).ToList();
        Assert.Equal(order switch
        {
            "pinyin" => [.. named.Order(NameOrder.ByPinyin)],
            "strokes" => [.. named.Order(NameOrder.ByStrokes)],
            _ => ["王一", "解又又", "王丁", "单二二", "曾一一"],
        }, named);
        if (order is "pinyin") Assert.Equal(["单二二", "王丁", "王一", "解又又", "曾一一"], named);
    }

    [Fact]
    public async Task Whoever_is_not_named_stands_after_the_named_of_the_year_whatever_the_day_and_where_a_page_ends_tells_nothing()
    {
        var title = await _scene.Title("隐名");
        var (early, late) = ((await _scene.Person("安早")).Id(), (await _scene.Person("安晚")).Id());
        await _scene.Ground(early, await _scene.Award(title, early, "2022-01-02"));
        await _scene.Ground(late, await _scene.Award(title, late, "2022-11-02"));
        var hidden = await _scene.Award(title, (await _scene.Person("阿隐")).Id(), "2022-06-17");

        foreach (var order in (string[])["newest", "pinyin", "strokes"])
        {
            Assert.Equal("姓名未公开", Of((await _scene.Pages($"title={title}&order={order}"))[2]));
            var next = "";
            for (var i = 0; i < 3; i++)
            {
                var text = (await app.Anonymous().GetStringAsync(new Uri($"{Roll}?limit=1&title={title}&order={order}{next}", UriKind.Relative)));
                var cursor = JsonDocument.Parse(text).RootElement.GetProperty("next").GetString();
                Assert.DoesNotContain("06-17", text);
                if (cursor is null) break;

                var bytes = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(cursor));
                Assert.DoesNotContain(Guid.Parse(hidden).ToString("N"), bytes);
                Assert.DoesNotContain("2022", bytes);
                next = $"&after={cursor}";
            }
        }
    }

    [Fact]
    public async Task What_a_nameless_honour_does_not_show_filters_nothing_and_counts_for_nothing()
    {
        var title = await _scene.Title("筛选");
        var (shown, hidden) = ((await _scene.Person("柏可见")).Id(), (await _scene.Person("柏不见")).Id());
        var recorder = await app.As("recorder");
        var membership = (await recorder.Created($"/api/v1/teams/{DemoData.RescueTeam}/memberships", new { personId = shown })).Id();
        await recorder.Created($"/api/v1/teams/{DemoData.RescueTeam}/memberships", new { personId = hidden });
        var award = await _scene.Award(title, shown, "2023", teams: [DemoData.RescueTeam]);
        var ground = await _scene.Ground(shown, award);
        await _scene.Award(title, hidden, "2023", teams: [DemoData.RescueTeam]);
        await _scene.Award(title, null, "2024", organization: DemoData.RescueTeam);

        var page = await app.Anonymous().Read($"{Roll}?title={title}");
        Assert.Equal(3, page.GetProperty("count").GetInt32());
        Assert.Equal("person=1 team=1", Facet(page, "kinds"));
        Assert.Equal(1, page.GetProperty("facets").GetProperty("unnamed").GetInt32());
        Assert.Equal("2024=1 2023=2", Facet(page, "years"));
        Assert.Equal($"{DemoData.RescueTeam}=1", Facet(page, "teams")); // the membership has no ground yet
        Assert.Equal(["柏可见"], (await _scene.Pages($"title={title}&kind=person")).Select(Of));
        Assert.Equal(["沁源县蓝天救援队"], (await _scene.Pages($"title={title}&team={DemoData.RescueTeam}")).Select(Of));
        Assert.Empty(await _scene.Pages($"title={title}&q=柏不见"));

        await _scene.Ground(shown, membership);
        Assert.Equal(["沁源县蓝天救援队", "柏可见"], (await _scene.Pages($"title={title}&team={DemoData.RescueTeam}")).Select(Of));
        Assert.Equal($"{DemoData.RescueTeam}=2", Facet(await app.Anonymous().Read($"{Roll}?title={title}"), "teams"));

        await _scene.End(shown, ground);
        Assert.Equal("team=1", Facet(await app.Anonymous().Read($"{Roll}?title={title}"), "kinds"));
        Assert.Empty(await _scene.Pages($"title={title}&kind=person"));
    }

    [Fact]
    public async Task Each_count_is_what_its_filter_gives()
    {
        var city = await _scene.Title("分面市级", "city");
        var county = await _scene.Title("分面县级");
        for (var i = 0; i < 6; i++)
        {
            var person = (await _scene.Person($"分面{"甲乙丙丁戊己"[i]}")).Id();
            var award = await _scene.Award(i < 2 ? city : county, person, $"202{i % 3}", division: i < 2 ? 140400000000 : 140431000000);
            if (i % 2 is 0) await _scene.Ground(person, award);
        }

        foreach (var query in (string[])["", "year=2021", "level=county", "division=140431000000", "kind=person", "q=分面", $"title={county}", $"title={county}&year=2020&kind=person"])
        {
            var page = await app.Anonymous().Read($"{Roll}?{query}");
            Assert.Equal((await _scene.Pages(query)).Count, page.GetProperty("count").GetInt32());
            foreach (var (facet, filter) in (IEnumerable<(string, string)>)[("titles", "title"), ("levels", "level"), ("divisions", "division"), ("years", "year"), ("teams", "team"), ("kinds", "kind")])
            {
                var others = string.Join('&', query.Split('&').Where(q => !q.StartsWith(filter + "=", StringComparison.Ordinal)));
                foreach (var value in page.GetProperty("facets").GetProperty(facet).EnumerateArray())
                    Assert.Equal(value.GetProperty("count").GetInt32(), (await _scene.Pages($"{others}&{filter}={value.GetProperty("value")}")).Count);
            }
        }
    }

    [Fact]
    public async Task A_cursor_of_another_list_and_a_filter_that_is_none_are_refused()
    {
        var other = (await app.Anonymous().Read("/api/v1/public/notices?limit=1")).GetProperty("next").GetString();
        foreach (var query in (string[])["order=name", "kind=robot", "year=1000", "division=14", "after=AAAA", $"after={other ?? "BBBB"}", "title=x"])
            await (await app.Anonymous().GetAsync($"{Roll}?{query}")).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void Keys_of_a_column_sort_as_the_orders_of_names_do()
    {
        string[] names = ["曾一", "单二", "单", "尉迟恭", "王", "王一", "王一一", "汪一", "Anna", "Ånna", "阿依古丽·买买提", "阿依", "𠮷田", "解", "仇英", "仇", "重庆", "龘", "〇"];
        Assert.Equal(names.Order(NameOrder.ByPinyin), names.OrderBy(NameOrder.PinyinKey, StringComparer.Ordinal));
        Assert.Equal(names.Order(NameOrder.ByStrokes), names.OrderBy(NameOrder.StrokeKey, StringComparer.Ordinal));
        var random = new Random(7);
        var many = Enumerable.Range(0, 3000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => (char)random.Next(0x4E00, 0x9FA5)))).Distinct().ToList();
        Assert.Equal(many.Order(NameOrder.ByPinyin), many.OrderBy(NameOrder.PinyinKey, StringComparer.Ordinal));
        Assert.Equal(many.Order(NameOrder.ByStrokes), many.OrderBy(NameOrder.StrokeKey, StringComparer.Ordinal));
    }

    private static string Facet(JsonElement page, string facet) =>
        string.Join(' ', page.GetProperty("facets").GetProperty(facet).EnumerateArray().Select(f => $"{f.GetProperty("value").GetString()}={f.GetProperty("count")}"));
}
