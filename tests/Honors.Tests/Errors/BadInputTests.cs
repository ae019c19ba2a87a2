using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.Errors;

public sealed class BadInputTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/service-hours";

    private static readonly string Good = $$"""
        {"personId":"{{DemoId.Of("林予安")}}","activity":"巡河","category":"community","organizerId":"{{DemoData.RescueTeam}}","provenance":"recorded","servedOn":"2026-01-05","minutes":60}
        """;

    public static TheoryData<string, string> Bodies() => new()
    {
        { Good.Replace("60", "\"60\""), "minutes" },
        { Good.Replace("60", "60.5"), "minutes" },
        { Good.Replace("60", "1e400"), "minutes" },
        { Good.Replace("60", "0"), "minutes" },
        { Good.Replace("60", "null,\"extra\":1"), "extra" },
        { Good.Replace("\"minutes\":60", "\"minutes\":60,\"minutes\":61"), "minutes" },
        { Good.Replace("\"minutes\":60", "\"minutes\":60,\"Minutes\":61"), "Minutes" },
        { Good.Replace("\"activity\":\"巡河\",", ""), "activity" },
        { Good.Replace("\"巡河\"", "null"), "activity" },
        { Good.Replace("\"巡河\"", "\"\""), "activity" },
        { Good.Replace("\"巡河\"", "[]"), "activity" },
        { Good.Replace("巡河", new string('巡', 101)), "activity" },
        { Good.Replace("巡河", "\\ud800"), "activity" },
        { Good.Replace("巡河", "a\\u0000b"), "activity" },
        { Good.Replace("巡河", "a\\u202eb"), "activity" },
        { Good.Replace("巡河", "a\\u200bb"), "activity" },
        { Good.Replace("2026-01-05", "2026-02-30"), "servedOn" },
        { Good.Replace("2026-01-05", "0000-00-00"), "servedOn" },
        { Good.Replace("2026-01-05", "2027-01-05"), "servedOn" },
        { Good.Replace("\"community\"", "\"cooking\""), "category" },
        { Good.Replace("\"community\"", "0"), "category" },
        { Good.Replace(DemoId.Of("林予安").ToString(), "nobody"), "personId" },
        { Good.Replace(DemoId.Of("林予安").ToString(), Guid.Empty.ToString()), "personId" },
        { Good.Replace("60}", "60,\"teamIds\":[\"" + Guid.Empty + "\"]}"), "teamIds[0]" },
        { Good.Replace("60}", "60,\"teamIds\":[" + string.Join(',', Enumerable.Repeat($"\"{Guid.Empty}\"", 51)) + "]}"), "teamIds" },
        { Good.Replace("60}", "60,\"startsAt\":\"2026-01-05T09:00:00Z\"}"), "servedOn" },
        { Good.Replace("60}", "60,\"startsAt\":\"2026-01-05T09:00:00Z\",\"endsAt\":\"2026-01-05T08:00:00Z\"}"), "endsAt" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_member_is_named_and_nothing_is_stored(string body, string member)
    {
        var recorder = await app.As("recorder");
        var before = await recorder.GetStringAsync($"{Path}?from=2026-01-01&to=2026-01-31");

        var problem = await Refused(await recorder.Send(HttpMethod.Post, Path, body));

        Assert.Contains(member, problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Equal(before, await recorder.GetStringAsync($"{Path}?from=2026-01-01&to=2026-01-31"));
    }

    public static TheoryData<string> Wholes() => ["", "null", "[]", "7", "{", "{}", Good + "x", "// no\n" + Good, Good.Replace("60}", "60,}"), Good.Replace("60", "NaN"), Deep()];

    private static string Deep() => string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1000);

    [Theory]
    [MemberData(nameof(Wholes))]
    public async Task A_body_that_is_no_such_object_is_refused(string body) =>
        await Refused(await (await app.As("recorder")).Send(HttpMethod.Post, Path, body));

    [Theory]
    [InlineData("/api/v1/deployments", """{"name":"x","kind":"other","source":{"title":"x","publishedOn":{"date":"2021"}},"roster":[null]}""", "roster")]
    [InlineData("/api/v1/deeds", """{"name":"x","kind":"other","actors":[null]}""", "actors")]
    [InlineData("/api/v1/deeds", """{"name":"x","kind":"other","actors":[],"when":{"date":"2021-13"}}""", "when.date")]
    public async Task A_bad_part_of_a_whole_is_named_by_its_path(string path, string body, string member)
    {
        var problem = await Refused(await (await app.As("recorder")).Send(HttpMethod.Post, path, body));
        Assert.Contains(member, problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Theory]
    [InlineData(100_000, "x")]
    [InlineData(1, "x was missing required properties including: 'a', 'a'.")]
    public async Task The_name_of_an_unknown_member_neither_floods_nor_breaks_the_answer(int times, string name)
    {
        var body = Good.Replace("60}", "60,\"" + string.Concat(Enumerable.Repeat(name, times)) + "\":1}");
        var problem = await Refused(await (await app.As("recorder")).Send(HttpMethod.Post, Path, body));
        Assert.InRange(problem.GetRawText().Length, 10, 1000);
    }

    [Fact]
    public async Task Every_missing_member_is_named_at_once()
    {
        var problem = await Refused(await (await app.As("recorder")).Send(HttpMethod.Post, Path, "{}"));
        Assert.Equal(
            ["activity", "category", "organizerId", "personId", "provenance"],
            problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_too_large() => await (await (await app.As("recorder"))
        .Send(HttpMethod.Post, Path, Good.Replace("巡河", new string('x', 1 << 20)))).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "http.413");

    [Theory]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("text/plain; charset=utf-8")]
    public async Task A_body_of_another_kind_is_415(string contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        await (await (await app.As("recorder")).PostAsync(Path, content)).ExpectProblem(HttpStatusCode.UnsupportedMediaType, "http.415");
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes(Good[..60]), 0xED, 0xA0, 0x80, .. Encoding.UTF8.GetBytes(Good[60..])]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await Refused(await (await app.As("recorder")).PostAsync(Path, content));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=abc", "limit")]
    [InlineData("after=rubbish", "after")]
    [InlineData("from=2026-02-30", "from")]
    [InlineData("personId=me", "personId")]
    [InlineData("status=done", "status")]
    [InlineData("perssonId=1", "perssonId")]
    public async Task A_bad_query_member_is_named(string query, string member)
    {
        var problem = await Refused(await (await app.As("recorder")).GetAsync($"{Path}?{query}"));
        Assert.Contains(member, problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task A_problem_speaks_Chinese_first_and_English_when_asked()
    {
        var recorder = await app.As("recorder");
        Assert.Contains("须为 1 至 100 个字符", await (await recorder.Send(HttpMethod.Post, Path, Good.Replace("巡河", new string('巡', 101)))).Content.ReadAsStringAsync());
        recorder.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Contains("1 to 100 characters", await (await recorder.Send(HttpMethod.Post, Path, Good.Replace("巡河", new string('巡', 101)))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unknown_route_and_a_wrong_method_are_problems_too()
    {
        var recorder = await app.As("recorder");
        await (await recorder.GetAsync("/api/v1/nothing")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await recorder.DeleteAsync(Path)).ExpectProblem(HttpStatusCode.MethodNotAllowed, "http.405");
    }

    [Fact]
    public async Task A_line_break_of_another_system_is_a_line_break()
    {
        var made = await (await (await app.As("recorder")).Send(HttpMethod.Post, Path, Good.Replace("60}", "60,\"content\":\"one\\r\\ntwo\"}").Replace("2026-01-05", "2026-03-05")))
            .Expect(HttpStatusCode.Created);
        Assert.Equal("one\ntwo", made.GetProperty("content").GetString());
    }

    private static async Task<JsonElement> Refused(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is 400 or 422, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotMatch("System\\.|Honors\\.|Microsoft\\.|   at |Exception", text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
