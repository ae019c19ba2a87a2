using System.Text.Json;

namespace Honors.Tests.Contract;

/// <summary>The served contract, as tests read it.</summary>
internal static class Document
{
    public static IEnumerable<Operation> Operations(this JsonElement document) => document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(o => new Operation(
            o.Value.TryGetProperty("operationId", out var id) ? id.GetString()! : $"no id: {o.Name} {path.Name}", o.Name, path.Name, o.Value)));

    public static IEnumerable<JsonElement> Parameters(this Operation operation) =>
        operation.Json.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    public static bool Has(this JsonElement element, string name) => element.TryGetProperty(name, out _);
}

internal sealed record Operation(string Id, string Method, string Path, JsonElement Json);
