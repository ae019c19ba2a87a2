using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Api.SignIn;
using Honors.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Honors.Tests.Errors;

/// <summary>Whatever is sent, the answer says what is wrong with it, in the reader's language, and nothing of the program or of it is kept.</summary>
public sealed class RefusalsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = "/api/v1/service-hours", Bodies = "/api/v1/organizations";

    private static readonly string Person = DemoId.Of("李记远").ToString();

    private static JsonObject GoodHours() => new()
    {
        ["personId"] = Person,
        ["activity"] = "河道清理",
        ["category"] = "environment",
        ["organizerId"] = DemoData.RescueTeam.ToString(),
        ["provenance"] = "attendance",
        ["servedOn"] = "2026-03-01",
        ["minutes"] = 60,
    };

    private static JsonObject GoodBody() => new() { ["name"] = "沁源县摄影协会", ["kind"] = "association", ["divisionCode"] = 140431000000 };

    private static string With(string member, string json, JsonObject? body = null)
    {
        body ??= GoodHours();
        body[member] = "@";
        return body.ToJsonString().Replace("\"@\"", json, StringComparison.Ordinal);
    }

    private static string Without(params string[] members)
    {
        var body = GoodHours();
        foreach (var member in members) body.Remove(member);
        return body.ToJsonString();
    }

    private static string Guids(int count) => JsonSerializer.Serialize(Enumerable.Repeat(Person, count));

    /// <summary>What is sent as hours, the code of the answer, and the members it names.</summary>
    public static TheoryData<string, string, string, string[]> BadHours => new()
    {
        { "a number for a text", With("activity", "7"), "request.unreadable", ["activity"] },
        { "a list for a text", With("activity", "[]"), "request.unreadable", ["activity"] },
        { "an object for a number", With("minutes", "{}"), "request.unreadable", ["minutes"] },
        { "a text for a number", With("minutes", "\"60\""), "request.unreadable", ["minutes"] },
        { "a fraction for a whole number", With("minutes", "60.5"), "request.unreadable", ["minutes"] },
        { "1e400", With("minutes", "1e400"), "request.unreadable", ["minutes"] },
        { "a number of 100,000 digits", With("minutes", new string('9', 100_000)), "request.unreadable", ["minutes"] },
        { "true for a number", With("minutes", "true"), "request.unreadable", ["minutes"] },
        { "NaN", With("minutes", "NaN"), "request.unreadable", ["minutes"] },
        { "a text for a list", With("teamIds", "\"x\""), "request.unreadable", ["teamIds"] },
        { "a bad id in a list", With("teamIds", $"[\"{Person}\",\"x\"]"), "request.unreadable", ["teamIds[1]"] },
        { "null in a list", With("teamIds", "[null]"), "request.unreadable", ["teamIds[0]"] },
        { "no such category", With("category", "\"gardening\""), "request.unreadable", ["category"] },
        { "a category by its number", With("category", "1"), "request.unreadable", ["category"] },
        { "a bad id", With("personId", "\"1\""), "request.unreadable", ["personId"] },
        { "a day that does not exist", With("servedOn", "\"2026-02-30\""), "request.unreadable", ["servedOn"] },
        { "a time that does not exist", With("startsAt", "\"2026-03-01T25:00:00Z\""), "request.unreadable", ["startsAt"] },
        { "an unknown member", With("hours", "1"), "request.unreadable", ["hours"] },
        { "an unknown member with an odd name", With("a b.c", "1"), "request.unreadable", ["['a b.c']"] },
        { "an unknown member named like a message", With("missing required properties including: 'x', 'x'", "1"), "request.unreadable", ["['missing required properties including: 'x', 'x'']"] },
        { "a member in other capitals", With("Activity", "\"x\""), "request.unreadable", ["Activity"] },
        { "a doubled member", "{\"minutes\":60," + GoodHours().ToJsonString()[1..], "request.unreadable", ["minutes"] },
        { "a missing member", Without("activity"), "request.unreadable", ["activity"] },
        { "three missing members", Without("activity", "personId", "category"), "request.unreadable", ["activity", "category", "personId"] },
        { "nothing in it", "{}", "request.unreadable", ["activity", "category", "organizerId", "personId", "provenance"] },
        { "null for a text", With("activity", "null"), "request.unreadable", ["activity"] },
        { "null for an id", With("personId", "null"), "request.unreadable", ["personId"] },
        { "half a character", With("activity", "\"x\\ud800\""), "request.unreadable", ["activity"] },
        { "half a character in a choice", With("category", "\"x\\ud800\""), "request.unreadable", ["category"] },
        { "half a character in a day", With("servedOn", "\"2026\\ud800\""), "request.unreadable", ["servedOn"] },
        { "half a character in a name", With("@@", "1").Replace("@@", "\\ud800", StringComparison.Ordinal), "request.unreadable", [] },
        { "NUL", With("activity", "\"x\\u0000y\""), "request.unreadable", ["activity"] },
        { "a raw control character", With("activity", "\"x\u0001y\""), "request.unreadable", ["activity"] },
        { "a turned reading direction", With("activity", "\"x\u202Ey\""), "request.unreadable", ["activity"] },
        { "a character of no width", With("place", "\"x\u200By\""), "request.unreadable", ["place"] },
        { "a lone carriage return", With("content", "\"x\\ry\""), "request.unreadable", ["content"] },
        { "1000 lists deep", With("activity", new string('[', 1000) + new string(']', 1000)), "request.unreadable", ["activity"] },
        { "1000 objects deep", string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1000), "request.unreadable", ["a"] },
        { "a comment", "/* so */" + GoodHours().ToJsonString(), "request.unreadable", [] },
        { "a trailing comma", GoodHours().ToJsonString()[..^1] + ",}", "request.unreadable", [] },
        { "a second value behind the first", GoodHours().ToJsonString() + "{}", "request.unreadable", [] },
        { "half of it", GoodHours().ToJsonString()[..40], "request.unreadable", ["personId"] },
        { "no JSON", "personId=1", "request.unreadable", [] },
        { "nothing", "", "request.unreadable", [] },
        { "null", "null", "request.unreadable", [] },
        { "a list", "[]", "request.unreadable", [] },
        { "a text", "\"x\"", "request.unreadable", [] },
        { "too few minutes", With("minutes", "0"), "request.unfit", ["minutes"] },
        { "too many minutes", With("minutes", "10081"), "request.unfit", ["minutes"] },
        { "too long a text", With("activity", $"\"{new string('长', 101)}\""), "request.unfit", ["activity"] },
        { "an empty text", With("activity", "\"\""), "request.unfit", ["activity"] },
        { "only white space", With("activity", "\" \\n\""), "request.unfit", ["activity"] },
        { "too many teams and no minutes", With("teamIds", Guids(51)).Replace(":60", ":0", StringComparison.Ordinal), "request.unfit", ["minutes", "teamIds"] },
    };

    [Theory, MemberData(nameof(BadHours))]
    public async Task Bad_hours_are_refused_by_name(string what, string json, string code, string[] members)
    {
        var recorder = await app.As("recorder");
        var before = await Everything(recorder, Hours);

        var chinese = await Problem(await recorder.Send(HttpMethod.Post, Hours, json), HttpStatusCode.BadRequest, code);
        Assert.True(members.SequenceEqual(Named(chinese)), $"{what}: {chinese.GetRawText()}");
        Assert.All(Sentences(chinese), s => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", s));

        recorder.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,en;q=0.9");
        var english = await Problem(await recorder.Send(HttpMethod.Post, Hours, json), HttpStatusCode.BadRequest, code);
        Assert.Equal(members, Named(english));
        Assert.All(Sentences(english), s => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", s));

        Assert.Equal(before, await Everything(recorder, Hours));
    }

    public static TheoryData<string, string[]> BadBodies => new()
    {
        { With("divisionCode", "\"140431000000\"", GoodBody()), ["divisionCode"] },
        { With("divisionCode", "12", GoodBody()), ["divisionCode"] },
        { With("divisionCode", "1e400", GoodBody()), ["divisionCode"] },
        { With("kind", "\"club\"", GoodBody()), ["kind"] },
        { With("name", "\"\"", GoodBody()), ["name"] },
        { With("name", "null", GoodBody()), ["name"] },
        { With("name", $"\"{new string('长', 101)}\"", GoodBody()), ["name"] },
        { With("title", "\"x\"", GoodBody()), ["title"] },
        { "{}", ["divisionCode", "kind", "name"] },
    };

    [Theory, MemberData(nameof(BadBodies))]
    public async Task A_bad_organization_is_refused_by_name(string json, string[] members)
    {
        var office = await app.As("office");
        var before = await Everything(office, Bodies);

        var problem = await Problem(await office.Send(HttpMethod.Post, Bodies, json), HttpStatusCode.BadRequest);
        Assert.Equal(members, Named(problem));
        Assert.All(Sentences(problem), s => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", s));
        Assert.Equal(before, await Everything(office, Bodies));
    }

    [Fact]
    public async Task A_text_one_character_too_long_is_told_its_limits()
    {
        var office = await app.As("office");
        var problem = await Problem(await office.Send(HttpMethod.Post, Bodies, With("name", $"\"{new string('长', 101)}\"", GoodBody())), HttpStatusCode.BadRequest, "request.unfit");
        Assert.Equal(["须为 1 至 100 个字符。"], Sentences(problem)[1..]);
        await (await office.Send(HttpMethod.Post, Bodies, With("name", $"\"{new string('长', 100)}\"", GoodBody()))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Members_of_members_are_named_by_their_path()
    {
        const string Deployment = """
            {"name":"x","kind":"floodRescue","when":{"date":"2021-13"},"source":{"title":"","publishedOn":{"date":"2026-02-30"}},
             "teams":[{"teamId":"@","headCount":{"value":-1,"qualifier":"exact","scope":"team"}}],"roster":[null]}
            """;
        var office = await app.As("office");
        var problem = await Problem(
            await office.Send(HttpMethod.Post, "/api/v1/deployments", Deployment.Replace("@", Person, StringComparison.Ordinal)), HttpStatusCode.BadRequest, "request.unfit");
        Assert.Equal(["roster", "source.publishedOn.date", "source.title", "teams[0].headCount.value", "when.date"], Named(problem));
    }

    [Theory]
    [InlineData("""{"title":"x","publishedOn":{"date":null},"page":1}""", "source.page", "没有这一项，请检查拼写。")]
    [InlineData("""{"title":"x","title":"y","publishedOn":{"date":null}}""", "source.title", "这一项出现了两次。")]
    [InlineData("""{"title":null,"publishedOn":{"date":null}}""", "source.title", "这一项不能为空（null）。")]
    [InlineData("""{"publishedOn":{"date":null}}""", "source.title", "缺少这一项。")]
    [InlineData("""{"title":"x","publishedOn":{}}""", "source.publishedOn.date", "缺少这一项。")]
    [InlineData("""{"title":"x","publishedOn":{"date":2021}}""", "source.publishedOn.date", "格式不正确。")]
    [InlineData("""{"title":"x\u202e","publishedOn":{"date":null}}""", "source.title", "文字中含有不可见、控制或反转方向的字符，请删除后重试。")]
    public async Task What_is_wrong_with_a_member_of_a_member_is_said(string source, string member, string sentence)
    {
        var json = $$"""{"name":"x","kind":"floodRescue","source":{{source}}}""";
        var problem = await Problem(await (await app.As("office")).Send(HttpMethod.Post, "/api/v1/deployments", json), HttpStatusCode.BadRequest, "request.unreadable");
        Assert.Equal([member], Named(problem));
        Assert.Equal([sentence], Sentences(problem)[1..]);
    }

    [Fact]
    public async Task What_is_unfit_is_refused_before_it_waits_to_be_written()
    {
        var recorder = await app.As("recorder");
        recorder.DefaultRequestHeaders.Add("Idempotency-Key", "short");
        await Problem(await recorder.Send(HttpMethod.Post, Hours, With("minutes", "0")), HttpStatusCode.BadRequest, "request.unfit");
        await Problem(await recorder.Send(HttpMethod.Post, Hours, GoodHours().ToJsonString()), HttpStatusCode.UnprocessableEntity, "idempotency.key-unfit");
    }

    [Fact]
    public async Task A_line_end_of_Windows_is_a_line_end()
    {
        var recorder = await app.As("recorder");
        var made = await (await recorder.Send(HttpMethod.Post, Hours, With("content", "\"一\\r\\n二\""))).Expect(HttpStatusCode.Created);
        Assert.Equal("一\n二", made.GetProperty("content").GetString());
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        var json = With("activity", "\"@@\"");
        byte[] bad = [.. Encoding.UTF8.GetBytes(json[..json.IndexOf('@')]), 0xED, 0xA0, 0x80, 0xFF, .. Encoding.UTF8.GetBytes(json[(json.IndexOf('@') + 2)..])];
        var problem = await Problem(await Post(bad, "application/json"), HttpStatusCode.BadRequest, "request.unreadable");
        Assert.Equal(["activity"], Named(problem));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=\"gb18030\"")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Only_JSON_in_UTF8_is_read(string? mediaType) =>
        await Problem(await Post(Encoding.UTF8.GetBytes(GoodHours().ToJsonString()), mediaType), HttpStatusCode.UnsupportedMediaType, "http.415");

    [Fact]
    public async Task A_megabyte_is_too_much() =>
        await Problem(await (await app.As("recorder")).Send(HttpMethod.Post, Hours, With("activity", $"\"{new string('x', 1 << 20)}\"")),
            HttpStatusCode.RequestEntityTooLarge, "http.413");

    [Fact]
    public async Task A_long_name_is_not_sent_back_whole()
    {
        var answer = await (await app.As("recorder")).Send(HttpMethod.Post, Hours, With(new string('x', 100_000), "1"));
        await Problem(answer, HttpStatusCode.BadRequest, "request.unreadable");
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 2_000);
    }

    [Theory]
    [InlineData(Hours + "?limit=0", "limit")]
    [InlineData(Hours + "?limit=101", "limit")]
    [InlineData(Hours + "?limit=abc", "limit")]
    [InlineData(Hours + "?limit=1&limit=2", "limit")]
    [InlineData(Hours + "?limit=99999999999999999999", "limit")]
    [InlineData(Hours + "?after=rubbish", "after")]
    [InlineData(Hours + "?after=%00%ff", "after")]
    [InlineData(Hours + "?status=gone", "status")]
    [InlineData(Hours + "?from=2026-02-30", "from")]
    [InlineData(Hours + "?personId=1", "personId")]
    [InlineData(Hours + "?page=1", "page")]
    [InlineData(Bodies + "?limit=-1", "limit")]
    [InlineData(Bodies + "?kind=club", "kind")]
    [InlineData(Bodies + "?name=", "name")]
    [InlineData(Bodies + "?name=a%00b", "name")]
    [InlineData(Bodies + "?divisionCode=12", "divisionCode")]
    [InlineData(Bodies + "?sort=name", "sort")]
    public async Task A_bad_query_is_refused_by_name(string path, string member)
    {
        var problem = await Problem(await (await app.As("recorder")).GetAsync(path), HttpStatusCode.BadRequest);
        Assert.Equal([member], Named(problem));
        Assert.All(Sentences(problem), s => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", s));
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_done_are_problems_too()
    {
        var recorder = await app.As("recorder");
        await Problem(await recorder.GetAsync(Hours + "/not-an-id"), HttpStatusCode.NotFound, "http.404");
        await Problem(await recorder.GetAsync($"{Hours}/{Guid.Empty}"), HttpStatusCode.NotFound, "http.404");
        await Problem(await recorder.GetAsync("/api/v1/no-such-thing"), HttpStatusCode.NotFound, "http.404");
        await Problem(await recorder.DeleteAsync(Hours), HttpStatusCode.MethodNotAllowed, "http.405");
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_JSON_even_to_those_who_ask_for_a_page()
    {
        var recorder = await app.As("recorder");
        recorder.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await Problem(await recorder.Send(HttpMethod.Post, Hours, "{}"), HttpStatusCode.BadRequest, "request.unreadable");
        await Problem(await recorder.Send(HttpMethod.Post, Hours, With("minutes", "0")), HttpStatusCode.BadRequest, "request.unfit");
        await Problem(await recorder.GetAsync("/api/v1/no-such-thing"), HttpStatusCode.NotFound, "http.404");
    }

    [Fact]
    public async Task What_is_made_is_shown_in_the_language_of_whoever_made_it()
    {
        var office = await app.As("office");
        office.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var made = await (await office.Send(HttpMethod.Post, "/api/v1/deeds", $$"""
            {"name":"x","kind":"lifeSaving","when":{"date":null},"actors":[{"personId":"{{Person}}"}],"source":{"title":"x","publishedOn":{"date":null} } }
            """)).Expect(HttpStatusCode.Created);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", made.GetProperty("when").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_fault_of_ours_tells_its_trace_and_nothing_else()
    {
        await using var whole = new HonorsApp();
        var clock = new BreakingClock();
        var broken = whole.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<IClock>(clock)));
        var client = broken.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HonorsApp.Mint(DemoLogins.IdOf("recorder").ToString(), broken.Services.GetRequiredService<IssuerKeys>()));
        clock.IsBroken = true;

        var problem = await Problem(await client.GetAsync(Hours), HttpStatusCode.InternalServerError, "http.500");
        Assert.Equal(["code", "status", "title", "traceId", "type"], problem.EnumerateObject().Select(p => p.Name).Order());
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
    }

    private sealed class BreakingClock : IClock
    {
        public bool IsBroken { get; set; }

        public Instant GetCurrentInstant() => IsBroken ? throw new InvalidOperationException("The spring in System.Clock broke.") : Instant.FromUtc(2026, 11, 20, 4, 0);
    }

    private async Task<HttpResponseMessage> Post(byte[] bytes, string? mediaType)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return await (await app.As("recorder")).PostAsync(Hours, content);
    }

    private static async Task<string> Everything(HttpClient client, string path) => (await client.Read(path + "?limit=100")).GetRawText();

    /// <summary>A problem with a sentence for its code, from which nothing of the program can be learnt.</summary>
    private static async Task<JsonElement> Problem(HttpResponseMessage answer, HttpStatusCode status, string? code = null)
    {
        var problem = await answer.Expect(status);
        var text = problem.GetRawText();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        if (code is not null) Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEqual(problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString());
        Assert.All(
            ["System.", "Honors.Api", "Honors.Domain", "NodaTime", "Microsoft", "Exception", "   at ", "Request\"", "BytePosition"],
            word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        return problem;
    }

    private static string[] Named(JsonElement problem) =>
        problem.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal)] : [];

    /// <summary>The problem's own, then its members'.</summary>
    private static string[] Sentences(JsonElement problem) =>
    [
        problem.GetProperty("title").GetString()!,
        .. problem.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().SelectMany(e => e.Value.EnumerateArray()).Select(s => s.GetString()!) : [],
    ];
}
