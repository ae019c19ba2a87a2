using System.Runtime.CompilerServices;
using System.Text.Json;
using Honors.Tests.Support;

namespace Honors.Tests.Contract;

public sealed class OpenApiTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    /// <summary>A change of the contract is a reviewed change of the committed file: <c>HONORS_ACCEPT_CONTRACT=1 dotnet test</c> rewrites it.</summary>
    [Fact]
    public async Task The_served_document_is_the_committed_contract()
    {
        var served = (await app.Anonymous().GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var file = Path.Combine(Root(), "openapi", "honors.v1.json");
        if (Environment.GetEnvironmentVariable("HONORS_ACCEPT_CONTRACT") is "1") await File.WriteAllTextAsync(file, served);

        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), served);
    }

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_names_no_host()
    {
        var client = app.Anonymous();
        client.DefaultRequestHeaders.Host = "evil.example";
        var document = await client.GetStringAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", JsonSerializer.Deserialize<JsonElement>(document).GetProperty("openapi").GetString());
        Assert.DoesNotContain("evil.example", document);
    }

    [Fact]
    public async Task Every_text_number_and_list_has_a_limit_and_every_operation_a_summary_and_an_id()
    {
        var document = await app.Anonymous().Read("/openapi/v1.json");
        List<string> unlimited = [];
        Walk(document, "$", unlimited);
        Assert.Empty(unlimited);

        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value).ToList();
        Assert.True(operations.Count > 40);
        Assert.All(operations, o => Assert.NotEqual("", o.GetProperty("summary").GetString()));
        Assert.Equal(operations.Count, operations.Select(o => o.GetProperty("operationId").GetString()).Distinct().Count());
    }

    private static void Walk(JsonElement node, string path, List<string> unlimited)
    {
        if (node.ValueKind is JsonValueKind.Array)
        {
            foreach (var (item, i) in node.EnumerateArray().Select((item, i) => (item, i))) Walk(item, $"{path}[{i}]", unlimited);
        }

        if (node.ValueKind is not JsonValueKind.Object || path.Contains(".example")) return;

        if (node.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String or JsonValueKind.Array && !node.TryGetProperty("enum", out _)
            && !path.Contains("ProblemDetails") && !path.Contains("securitySchemes"))
        {
            var types = type.ToString();
            if (types.Contains("string") && !node.TryGetProperty("maxLength", out _)) unlimited.Add(path);
            if (types.Contains("integer") && !node.TryGetProperty("maximum", out _)) unlimited.Add(path);
            if (types.Contains("array") && !node.TryGetProperty("maxItems", out _)) unlimited.Add(path);
        }

        foreach (var member in node.EnumerateObject()) Walk(member.Value, $"{path}.{member.Name}", unlimited);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
