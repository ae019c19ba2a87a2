using System.Collections;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Honors.Api.PublicApi;
using Honors.Tests.Support;

namespace Honors.Tests.Codes;

public sealed class CodesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/codes";

    [Fact]
    public async Task Every_choice_of_the_contract_stands_there_with_both_labels()
    {
        var lists = (await (await app.As("person")).Read(Path)).GetProperty("lists").EnumerateArray().ToDictionary(l => l.GetProperty("name").GetString()!, l => l.GetProperty("codes").EnumerateArray().ToList());
        var choices = (await app.Anonymous().Read("/openapi/v1.json")).GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(s => s.Value.TryGetProperty("enum", out _)).ToList();
        Assert.True(choices.Count > 20);
        foreach (var choice in choices)
        {
            var codes = lists[JsonNamingPolicy.CamelCase.ConvertName(choice.Name)];
            Assert.Equal(choice.Value.GetProperty("enum").EnumerateArray().Select(c => c.GetString()), codes.Select(c => c.GetProperty("code").GetString()));
        }

        // No word is left of a choice that is no more.
        var words = Words.Resources.GetResourceSet(CultureInfo.GetCultureInfo("zh-CN"), true, true)!.Cast<DictionaryEntry>().Select(e => (string)e.Key).Where(k => k.Contains('.')).ToList();
        var said = lists.SelectMany(l => l.Value.Select(c => $"{l.Key}.{c.GetProperty("code").GetString()}")).ToHashSet();
        Assert.All(words, word => Assert.Contains(string.Join('.', word.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName)), said));

        Assert.All(lists.Values.SelectMany(c => c), code =>
        {
            Assert.False(string.IsNullOrWhiteSpace(code.GetProperty("zh").GetString()));
            Assert.Contains(code.GetProperty("zh").GetString()!, c => c is >= '一' and <= '龥');
            Assert.DoesNotContain(code.GetProperty("en").GetString()!, c => c is >= '一' and <= '龥');
        });
    }

    [Fact]
    public async Task Whoever_has_this_version_is_not_sent_it_again()
    {
        var client = await app.As("person");
        var first = await client.GetAsync(Path);
        Assert.Equal(16, (await first.Expect(HttpStatusCode.OK)).GetProperty("version").GetString()!.Length);
        var again = new HttpRequestMessage(HttpMethod.Get, Path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }
}
