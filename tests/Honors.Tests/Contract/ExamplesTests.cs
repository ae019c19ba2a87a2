using System.Text.Json;
using Honors.Api.Contract;
using Honors.Tests.Support;

namespace Honors.Tests.Contract;

public sealed class ExamplesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [Fact]
    public async Task Every_operation_has_an_example_and_every_example_an_operation()
    {
        var operations = await Operations();
        Assert.Equal(operations.Select(o => o.Id).Order(StringComparer.Ordinal), ExamplesOfOperations.All.Keys.Order(StringComparer.Ordinal));
        foreach (var operation in operations)
        {
            Assert.True(!operation.Json.Has("requestBody") || Body(operation) is not null, $"{operation.Id} has a body without an example.");
            Assert.All(
                operation.Parameters().Where(p => p.GetProperty("in").GetString() is "path"),
                p => Assert.True(p.Has("example"), $"{operation.Id} has no example of {p.GetProperty("name")}."));
        }

        var known = operations.SelectMany(o => o.Parameters().Select(p => (o.Id, p.GetProperty("name").GetString()))).ToHashSet();
        Assert.All(
            ExamplesOfOperations.All.SelectMany(e => (e.Value.Path ?? []).Concat(e.Value.Query ?? []).Select(p => (e.Key, (string?)p.Key))),
            p => Assert.Contains(p, known));
    }

    /// <summary>As a reader of the contract would: reads first, then changes, then new records, then acts.</summary>
    [Fact]
    public async Task Every_example_is_accepted_by_its_own_route()
    {
        var operations = await Operations();
        Assert.True(operations.Count > 40);
        foreach (var operation in operations.OrderBy(Turn))
        {
            var example = ExamplesOfOperations.All[operation.Id];
            var client = example.As is { } name ? await app.As(name) : app.Anonymous();
            var url = Url(operation);
            var answer = operation.Method switch
            {
                "get" => await client.GetAsync(url),
                "put" => await client.Put(url, JsonSerializer.Deserialize<object>(Body(operation)!)!, (await client.GetAsync(url)).Headers.ETag!.Tag),
                "delete" => await client.DeleteAsync(url),
                _ => await client.Send(HttpMethod.Post, url, Body(operation) ?? ""),
            };
            Assert.True(answer.IsSuccessStatusCode, $"{operation.Id} {url}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            Assert.True(operation.Json.GetProperty("responses").Has($"{(int)answer.StatusCode}"), $"{operation.Id} does not declare {(int)answer.StatusCode}.");
        }
    }

    private static int Turn(Operation operation) => operation switch
    {
        { Method: "get" } => 0,
        { Method: "put" } => 1,
        _ => operation.Json.GetProperty("responses").Has("201") ? 2 : 3,
    };

    /// <summary>From the document alone, so that what it shows is what is sent.</summary>
    private static string Url(Operation operation)
    {
        var (url, query) = (operation.Path, "");
        foreach (var parameter in operation.Parameters().Where(p => p.Has("example")))
        {
            var (name, value) = (parameter.GetProperty("name").GetString()!, Uri.EscapeDataString(parameter.GetProperty("example").ToString()));
            if (parameter.GetProperty("in").GetString() is "path") url = url.Replace($"{{{name}}}", value);
            else query += $"{(query is "" ? '?' : '&')}{name}={value}";
        }

        return url + query;
    }

    private static string? Body(Operation operation) =>
        operation.Json.TryGetProperty("requestBody", out var body) && body.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out var example)
            ? example.GetRawText()
            : null;

    private async Task<List<Operation>> Operations() => [.. (await app.Anonymous().Read("/openapi/v1.json")).Operations()];
}
