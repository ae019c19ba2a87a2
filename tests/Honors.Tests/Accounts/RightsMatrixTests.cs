using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Accounts;

/// <summary>
/// <c>rights.csv</c>, written by hand and read by no program: every route × role × where the role is held, seen from a record of the rescue
/// team: <c>own</c> the team itself, <c>below</c> the office above it (the record lies below the caller), <c>neighbour</c> another team of the
/// county, <c>other</c> the office of another county. For <c>person</c>: <c>own</c> is the person of the record, <c>neighbour</c> somebody else. A list or
/// record <c>shows</c> it or <c>hides</c> it. <c>others</c>: every role that the route does not name.
/// </summary>
public sealed class RightsMatrixTests(RightsMatrixTests.Server app) : IClassFixture<RightsMatrixTests.Server>
{
    /// <summary>Behind its real web server, and without the limits that a table driven in one minute would meet.</summary>
    public sealed class Server : HonorsApp
    {
        private readonly Dictionary<(string, string), HttpClient> _callers = [];

        private Actors? _actors;

        public Server()
        {
            UseKestrel(0);
            Settings["Identity:MostLookUpsPerMinute"] = "100000";
        }

        /// <summary>The same people ask for every route; what is asked for is each route's own.</summary>
        internal async Task<Actors> Actors() => _actors ??= await Accounts.Actors.Of(this);

        /// <summary>Whoever holds the role there; not the person of a record.</summary>
        internal async Task<HttpClient> Caller(string role, string placement)
        {
            if (_callers.TryGetValue((role, placement), out var known)) return known;

            var body = BodyOf(placement);
            return _callers[(role, placement)] = role switch
            {
                "nobody" => Anonymous(),
                "person" => await As(null, body),
                "program" => await AsProgram(body, Right.Record),
                _ => await As(null, body, Roles[role]!.Value),
            };
        }
    }

    private static readonly string[] Placements = ["own", "below", "neighbour", "other"];

    private static readonly Dictionary<string, Right?> Roles = new()
    {
        ["recorder"] = Right.Record,
        ["verifier"] = Right.Verify,
        ["nominator"] = Right.Nominate,
        ["decider"] = Right.Decide,
        ["auditor"] = Right.Audit,
        ["administrator"] = Right.Administer,
        ["program"] = Right.Record,
        ["person"] = null,
    };

    public static TheoryData<string> Routes() => [.. Rows().Select(r => r.Route).Distinct()];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Each_role_gets_what_the_table_says(string route)
    {
        var targets = await Targets.Make(app, await app.Actors());
        var person = await app.As(targets.Person, BodyOf("own"));
        var rows = Rows().Where(r => r.Route == route).ToList();
        List<string> wrong = [];
        Ask? untouched = null;
        foreach (var (role, placement, expected) in Cells(rows))
        {
            var client = (role, placement) is ("person", "own") ? person : await app.Caller(role, placement);
            var ask = untouched ?? await targets.For(route);
            var answer = await client.SendAsync(ask.Message());
            var text = await answer.Content.ReadAsStringAsync();
            untouched = ask.Method == HttpMethod.Get || !answer.IsSuccessStatusCode ? ask : null;
            if (Said(answer, text, ask.Shown) != expected) wrong.Add($"{role} {placement}: {expected} expected, {Said(answer, text, ask.Shown)} {text}");
            if (ask.Method == HttpMethod.Get && placement is "own" or "other") wrong.AddRange(await OtherSpellings(client, ask, answer, role, placement));
        }

        Assert.True(wrong.Count is 0, $"{route}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Every_route_stands_in_the_table_with_every_role()
    {
        var served = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .Select(e => $"{e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {Regex.Replace(e.RoutePattern.RawText!["/api/v1".Length..], ":[a-z]+", "").TrimEnd('/')}")
            .ToList();
        Assert.True(served.Count > 60);
        Assert.Equal(served.Order(StringComparer.Ordinal), Rows().Select(r => r.Route).Distinct().Order(StringComparer.Ordinal));
        foreach (var route in Rows().GroupBy(r => r.Route))
        {
            var named = Cells([.. route]).Select(c => (c.Role, c.Placement)).ToList();
            Assert.Equal(named.Count, named.Distinct().Count());
            Assert.All(Roles.Keys.Append("nobody"), role => Assert.Contains(role, named.Select(c => c.Role)));
        }
    }

    private static string Said(HttpResponseMessage answer, string text, string? shown) => (int)answer.StatusCode is 200 && shown is not null
        ? $"200 {(text.Contains(shown, StringComparison.Ordinal) ? "shows" : "hides")}"
        : ((int)answer.StatusCode) + (answer.IsSuccessStatusCode || (IsProblem(answer, text) && (shown is null || !text.Contains(shown, StringComparison.Ordinal))) ? "" : " without a problem, or naming the record");

    private static bool IsProblem(HttpResponseMessage answer, string text) =>
        answer.Content.Headers.ContentType?.MediaType is "application/problem+json" && text.Contains("\"code\"", StringComparison.Ordinal);

    /// <summary>HEAD, a slash at the end, other letters, percent signs: never more than the plain address gives.</summary>
    private static async Task<IEnumerable<string>> OtherSpellings(HttpClient client, Ask ask, HttpResponseMessage plain, string role, string placement)
    {
        var (path, query) = new Uri(client.BaseAddress!, ask.Path) is var asked ? (asked.AbsolutePath, asked.Query) : default;
        var encoded = path[..8] + string.Concat(path[8..].Select((c, i) => i == 1 ? $"%{(int)c:X2}" : c.ToString()));
        List<string> wrong = [];
        foreach (var (method, spelling) in ((HttpMethod, string)[])
            [
                (HttpMethod.Head, path), (HttpMethod.Get, path + "/"), (HttpMethod.Get, path.ToUpperInvariant()), (HttpMethod.Get, encoded),
                (HttpMethod.Get, "/%61pi" + path[4..]), (HttpMethod.Get, "//" + path[1..]), (HttpMethod.Get, "/api/v1/public/%2e%2e" + path[7..]),
                (HttpMethod.Get, path.Replace("/v1/", "/v1%2F")),
            ])
        {
            var asTyped = new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + spelling + query, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            var answer = await client.SendAsync(new HttpRequestMessage(method, asTyped));
            var alike = answer.StatusCode == plain.StatusCode || answer.StatusCode is HttpStatusCode.NotFound && (spelling.Contains("//", StringComparison.Ordinal) || spelling.Contains("%2", StringComparison.Ordinal));
            if (!alike) wrong.Add($"{role} {placement}: {method} {spelling} answers {(int)answer.StatusCode}");
        }

        return wrong;
    }

    private static IEnumerable<(string Role, string Placement, string Expected)> Cells(List<Row> rows)
    {
        var named = rows.SelectMany(r => r.Roles).ToHashSet();
        foreach (var row in rows)
        {
            foreach (var role in row.Roles is ["others"] ? Roles.Keys.Where(r => !named.Contains(r)) : row.Roles)
            {
                for (var i = 0; i < Placements.Length; i++)
                {
                    if (row.Cells[i] is not "-" && !(role is "person" && i is 1 or 3)) yield return (role, Placements[i], row.Cells[i]);
                }
            }
        }
    }

    private static Guid BodyOf(string placement) => placement switch
    {
        "own" => DemoData.RescueTeam,
        "below" => DemoData.CountyOffice,
        "neighbour" => DemoData.EpidemicTeam,
        _ => DemoData.NeighbourOffice,
    };

    private static List<Row> Rows([CallerFilePath] string here = "") =>
    [
        .. File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "rights.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => new Row(cells[0], cells[1].Split(' '), cells[2..])),
    ];

    private sealed record Row(string Route, string[] Roles, string[] Cells);
}

/// <param name="Shown">What the answer contains exactly where the caller sees the record.</param>
internal sealed record Ask(HttpMethod Method, string Path, string? Shown = null, object? Body = null, string? IfMatch = null, Func<HttpContent>? Content = null)
{
    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(Method, Path);
        if (Body is not null) message.Content = new StringContent(JsonSerializer.Serialize(Body), Encoding.UTF8, "application/json");
        if (Content is not null) message.Content = Content();
        if (IfMatch is not null) message.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        return message;
    }
}
