using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Honors.Api.Demo;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Honors.Api.Contract;

/// <summary>
/// The examples of <c>examples.json</c>: by operation id, the client that sends it, the path's ids, the query and the body. A text <c>@name</c>
/// there stands for the demo id of that name. A test sends each to its own route.
/// </summary>
internal sealed partial class ExamplesOfOperations : IOperationFilter
{
    public static readonly IReadOnlyDictionary<string, OperationExample> All = Load();

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.OperationId is not { } id || !All.TryGetValue(id, out var example)) return;

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var values = parameter.In is ParameterLocation.Path ? example.Path : parameter.In is ParameterLocation.Query ? example.Query : null;
            if (values?[parameter.Name!] is { } value) parameter.Example = value.DeepClone();
        }

        if (example.Body is not null && operation.RequestBody?.Content?.Values.Single() is OpenApiMediaType content) content.Example = example.Body.DeepClone();
    }

    private static Dictionary<string, OperationExample> Load()
    {
        using var stream = typeof(ExamplesOfOperations).Assembly.GetManifestResourceStream("Honors.Api.Contract.examples.json")!;
        using var reader = new StreamReader(stream);
        var text = DemoName().Replace(reader.ReadToEnd(), m => $"\"{DemoId.Of(m.Groups[1].Value)}\"");
        return JsonSerializer.Deserialize<Dictionary<string, OperationExample>>(text, JsonSerializerOptions.Web)!;
    }

    [GeneratedRegex("\"@([^\"]+)\"")]
    private static partial Regex DemoName();
}

/// <param name="As">The client of the README that sends it; null: nobody.</param>
internal sealed record OperationExample(string? As, JsonObject? Path, JsonObject? Query, JsonNode? Body);
