using System.Net;
using System.Net.Sockets;
using System.Text;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Guards;

public sealed class GuardsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [Theory]
    [InlineData("/api/v1/me")]
    [InlineData("/api/v1/public/honor-roll")]
    [InlineData("/account/sign-in")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    [InlineData("/healthz")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/nowhere")]
    public async Task Every_answer_tells_browsers_to_be_careful(string path)
    {
        var answer = await app.Anonymous().GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.All(["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "default-src"], p => Assert.Contains(p, policy));
        Assert.DoesNotContain("unsafe-eval", policy);
        Assert.DoesNotContain("script-src 'unsafe-inline'", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task Over_TLS_browsers_are_told_to_stay_there()
    {
        await using var own = new HonorsApp { Settings = { ["AllowedHosts"] = "honors.example" } };
        var client = own.CreateClient(new() { BaseAddress = new Uri("https://honors.example") });
        Assert.True((await client.GetAsync("/account/sign-in")).Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/api/v1/me")]
    [InlineData("/account/sign-in")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task A_foreign_host_is_refused_and_never_repeated(string path)
    {
        var client = app.Anonymous();
        client.DefaultRequestHeaders.Host = "evil.example";
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("evil.example", answer + await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/v1/me")]
    [InlineData("/account")]
    [InlineData("/account/sign-in")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task What_a_stranger_says_was_forwarded_is_not_believed(string path)
    {
        var client = app.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var name in (string[])["X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-For", "X-Original-URL", "Forwarded"])
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, name is "Forwarded" ? "host=evil.example;proto=https" : "evil.example");
        var answer = await client.GetAsync(path);
        Assert.DoesNotContain("evil.example", answer + await answer.Content.ReadAsStringAsync());
        Assert.Null(answer.Headers.Location?.Scheme is "https" ? answer.Headers.Location : null);
    }

    [Fact]
    public async Task The_issuer_is_one_value_whatever_the_host()
    {
        foreach (var host in (string[])["localhost", "127.0.0.1"])
        {
            var client = app.Anonymous();
            client.DefaultRequestHeaders.Host = host;
            Assert.Equal(HonorsApp.Issuer, (await client.Read("/.well-known/openid-configuration")).GetProperty("issuer").GetString());
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task No_other_site_may_read_an_answer(string origin)
    {
        var client = await app.As("office");
        client.DefaultRequestHeaders.Add("Origin", origin);
        foreach (var path in (string[])["/api/v1/me", "/api/v1/public/honor-roll", "/openapi/v1.json", "/connect/token"])
            Assert.DoesNotContain((await client.GetAsync(path)).Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        var asked = await client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/v1/people") { Headers = { { "Access-Control-Request-Method", "POST" } } });
        Assert.DoesNotContain(asked.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Every route that changes something, asked by every method that must not.</summary>
    [Fact]
    public async Task Nothing_changes_by_GET_HEAD_OPTIONS_or_an_overriding_header()
    {
        var office = await app.As("office");
        office.DefaultRequestHeaders.Add("X-HTTP-Method-Override", "POST");
        var before = await AuditEntries();
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .Select(e => (Path: e.RoutePattern.RawText!, Method: e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()))
            .ToList();
        Assert.True(routes.Count(r => r.Method is "POST") > 20);
        foreach (var route in routes.Where(r => r.Method is "POST" && !routes.Contains((r.Path, "GET"))))
        {
            var path = System.Text.RegularExpressions.Regex.Replace(route.Path, @"\{[^}]*\}", Guid.NewGuid().ToString());
            foreach (var method in (string[])["GET", "HEAD", "OPTIONS", "TRACE", "PATCH", "DELETE"])
            {
                var answer = await office.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
                Assert.True(answer.StatusCode is HttpStatusCode.MethodNotAllowed, $"{method} {path}: {(int)answer.StatusCode}");
            }
        }

        Assert.Equal(before, await AuditEntries());
    }

    private async Task<int> AuditEntries()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HonorsDb>().AuditEntries.CountAsync();
    }

    [Theory]
    [InlineData("/api/v1/people")]
    [InlineData("/api/v1/me")]
    [InlineData("/api/v1/people/00000000-0000-7000-8000-000000000000")]
    [InlineData("/api/v1/nowhere")]
    public async Task HEAD_is_GET_without_the_body(string path)
    {
        foreach (var client in (HttpClient[])[await app.As("office"), app.Anonymous()])
        {
            var (get, head) = (await client.GetAsync(path), await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path)));
            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/api/v1/me/x.css")]
    [InlineData("/api/v1/people/1;.js")]
    [InlineData("/api/v1/people/x.png")]
    [InlineData("/account/x.css")]
    public async Task A_path_that_looks_like_a_file_is_no_record(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As("office")).GetAsync(path)).StatusCode);

    [Fact]
    public async Task What_is_somebodys_own_is_kept_by_no_cache()
    {
        var office = await app.As("office");
        var own = await office.GetAsync("/api/v1/people");
        Assert.True(own.Headers.CacheControl!.NoStore);
        Assert.Contains("Authorization", own.Headers.Vary);
        var shared = await app.Anonymous().GetAsync("/api/v1/public/honor-roll");
        Assert.False(shared.Headers.CacheControl!.NoStore);
        Assert.True((await app.Anonymous().GetAsync("/api/v1/me")).Headers.CacheControl!.NoStore);
        Assert.True((await app.Anonymous().GetAsync("/account/sign-in")).Headers.CacheControl!.NoStore);
        Assert.NotEqual(own.Headers.ETag, (await (await app.As("person")).GetAsync("/api/v1/people")).Headers.ETag);
    }

    [Fact]
    public async Task A_cache_in_between_keeps_no_answer_that_is_for_one_reader_and_none_that_another_has_spoiled()
    {
        var (office, targets) = (await app.As("office"), await Accounts.Targets.Make(app));
        foreach (var route in ((IEnumerable<object[]>)Accounts.RightsMatrixTests.Routes()).Select(r => (string)r[0]).Where(r => r.StartsWith("GET ", StringComparison.Ordinal) && !r.StartsWith("GET /public", StringComparison.Ordinal)))
        {
            foreach (var client in (HttpClient[])[office, app.Anonymous()])
            {
                var answer = await client.SendAsync((await targets.For(route)).Message());
                Assert.True(answer.Headers.CacheControl is { NoStore: true }, $"{route}: {(int)answer.StatusCode} {answer.Headers.CacheControl}");
                if (answer.IsSuccessStatusCode) Assert.Contains("Authorization", answer.Headers.Vary);
            }
        }

        foreach (var path in (string[])["/api/v1/public/honor-roll", "/api/v1/public/people/SXBH6NPZGG"])
        {
            var clean = await app.Anonymous().GetAsync(path);
            var spoiler = app.Anonymous();
            foreach (var name in (string[])["X-Forwarded-Host", "X-Forwarded-Prefix", "X-Original-URL"]) spoiler.DefaultRequestHeaders.Add(name, "evil.example");
            Assert.Equal(await clean.Content.ReadAsStringAsync(), await (await spoiler.GetAsync(path)).Content.ReadAsStringAsync());
            Assert.True((await spoiler.GetAsync(path + "?cb=1")).Headers.CacheControl!.NoStore);
            Assert.True(clean.Headers.CacheControl is { NoStore: false, NoCache: true });
            Assert.Contains("Accept-Language", clean.Headers.Vary);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer x")]
    [InlineData("Basic b2ZmaWNlOmRlbW8=")]
    [InlineData("Bearer")]
    public async Task Without_a_good_token_a_caller_is_told_how_to_sign_in(string? authorization)
    {
        var client = app.Anonymous();
        if (authorization is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        var answer = await client.GetAsync("/api/v1/me");
        await answer.ExpectProblem(HttpStatusCode.Unauthorized, "http.401");
        Assert.Contains(answer.Headers.WwwAuthenticate, w => w.Scheme is "Bearer");
    }

    [Fact]
    public async Task A_token_in_the_address_is_no_sign_in()
    {
        var token = app.Mint(DemoLogins.IdOf("office").ToString());
        await (await app.Anonymous().GetAsync($"/api/v1/me?access_token={token}")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task JSON_that_calls_itself_text_is_refused() =>
        await (await (await app.As("office")).Send(HttpMethod.Post, "/api/v1/people", """{"name":"苏见山"}""", "text/plain")).ExpectProblem(HttpStatusCode.UnsupportedMediaType, "http.415");

    /// <summary>What a sender may not set: ids, versions, states, whose it is.</summary>
    [Theory]
    [InlineData("id", "\"018e9800-0000-7000-8000-000000000000\"")]
    [InlineData("version", "7")]
    [InlineData("status", "\"verified\"")]
    [InlineData("number", "\"0000000000\"")]
    [InlineData("recordedIn", "110000000000")]
    [InlineData("isPublic", "true")]
    public async Task A_member_that_the_registry_sets_is_refused_by_name(string member, string value)
    {
        var problem = await (await (await app.As("office")).Send(HttpMethod.Post, "/api/v1/people", $$"""{"name":"苏见山","{{member}}":{{value}} }""")).Expect(HttpStatusCode.BadRequest);
        Assert.True(problem.GetProperty("errors").TryGetProperty(member, out _));
    }

    [Fact]
    public async Task The_wire_is_guarded_by_Kestrel()
    {
        await using var own = new HonorsServer();
        own.StartServer();
        var port = own.ClientOptions.BaseAddress.Port;
        const string Host = "Host: 127.0.0.1\r\n";
        Dictionary<string, string> raw = new()
        {
            ["two lengths"] = "POST /api/v1/people HTTP/1.1\r\n" + Host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            ["two hosts"] = "GET /healthz HTTP/1.1\r\n" + Host + "Host: evil.example\r\n\r\n",
            ["no host"] = "GET /healthz HTTP/1.1\r\n\r\n",
            ["folded"] = "GET /healthz HTTP/1.1\r\n" + Host + "X-A: a\r\n b\r\n\r\n",
            ["40 kB header"] = "GET /healthz HTTP/1.1\r\n" + Host + "X-A: " + new string('a', 40_000) + "\r\n\r\n",
            ["9 kB address"] = "GET /healthz?" + new string('a', 9_000) + " HTTP/1.1\r\n" + Host + "\r\n",
            ["length and chunks"] = "POST /api/v1/people HTTP/1.1\r\n" + Host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            ["trace"] = "TRACE /api/v1/me HTTP/1.1\r\n" + Host + "\r\n",
            ["forwarded"] = "GET /account HTTP/1.1\r\n" + Host + "X-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\n\r\n",
            ["head"] = "HEAD /healthz HTTP/1.1\r\n" + Host + "Connection: close\r\n\r\n",
        };
        Dictionary<string, string> answers = [];
        foreach (var (name, request) in raw) answers[name] = await Say(port, request);

        Assert.StartsWith("HTTP/1.1 400", answers["two lengths"]);
        Assert.StartsWith("HTTP/1.1 400", answers["two hosts"]);
        Assert.StartsWith("HTTP/1.1 400", answers["no host"]);
        Assert.StartsWith("HTTP/1.1 400", answers["folded"]);
        Assert.StartsWith("HTTP/1.1 431", answers["40 kB header"]);
        Assert.StartsWith("HTTP/1.1 414", answers["9 kB address"]);
        Assert.DoesNotContain("HTTP/1.1 2", answers["length and chunks"]);
        Assert.StartsWith("HTTP/1.1 405", answers["trace"]);
        Assert.DoesNotContain("evil.example", answers["forwarded"]);
        Assert.DoesNotContain("https:", answers["forwarded"]);
        Assert.StartsWith("HTTP/1.1 200", answers["head"]);
        Assert.EndsWith("\r\n\r\n", answers["head"]);
    }

    private static async Task<string> Say(int port, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        var buffer = new byte[8192];
        var read = 0;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            for (int n; read < buffer.Length && (n = await stream.ReadAsync(buffer.AsMemory(read), patience.Token)) > 0;)
            {
                read += n;
                if (Encoding.ASCII.GetString(buffer, 0, read).Contains("\r\n\r\n", StringComparison.Ordinal)) break;
            }
        }
        catch (IOException)
        {
            // Closed on us: what came so far is the answer.
        }

        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
