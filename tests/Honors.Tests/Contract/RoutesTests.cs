using Honors.Api.Contract;
using Honors.Domain;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Contract;

public sealed class RoutesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [Fact]
    public void Every_route_of_the_API_names_its_policy_or_says_that_it_is_open()
    {
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)).ToList();

        Assert.True(routes.Count > 40);
        Assert.All(routes, r => Assert.True(
            r.Metadata.GetMetadata<IAllowAnonymous>() is not null || r.Metadata.GetMetadata<IAuthorizeData>() is not null, r.DisplayName));
        Assert.All(routes.Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is not null), r => Assert.StartsWith("/api/v1/public", r.RoutePattern.RawText));
    }

    [Fact]
    public void The_domain_knows_nothing_but_NodaTime()
    {
        var domain = typeof(RuleViolationException).Assembly;
        Assert.True(domain.GetTypes().Length > 50);
        Assert.DoesNotContain(domain.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_example_of_the_contract_is_accepted_by_its_own_route()
    {
        var document = await app.Anonymous().Read("/openapi/v1.json");
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Method: o.Name, Operation: o.Value)))
            .OrderBy(o => o.Method is "get" ? 0 : o.Method is "put" ? 1 : o.Path.EndsWith('}') || !o.Path.Contains('{') ? 2 : 3).ToList();
        Assert.Equal(ExamplesOfOperations.All.Count, operations.Count(o => ExamplesOfOperations.All.ContainsKey(Id(o.Operation))));

        foreach (var (path, method, operation) in operations)
        {
            var needs = path.Contains('{') || operation.TryGetProperty("requestBody", out _);
            if (!ExamplesOfOperations.All.TryGetValue(Id(operation), out var example))
            {
                Assert.False(needs, $"{Id(operation)} has no example.");
                continue;
            }

            var client = example.As is { } name ? await app.As(name) : app.Anonymous();
            var url = (example.Path ?? []).Aggregate(path, (u, p) => u.Replace($"{{{p.Key}}}", p.Value!.ToString()));
            var body = operation.TryGetProperty("requestBody", out var declared)
                ? declared.GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText()
                : "";
            var answer = method switch
            {
                "get" => await client.GetAsync(url),
                "put" => await client.Put(url, System.Text.Json.JsonSerializer.Deserialize<object>(body)!, (await client.GetAsync(url)).Headers.ETag!.Tag),
                _ => await client.Send(HttpMethod.Post, url, body),
            };
            Assert.True(answer.IsSuccessStatusCode, $"{Id(operation)} {url}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static string Id(System.Text.Json.JsonElement operation) => operation.GetProperty("operationId").GetString()!;
}
