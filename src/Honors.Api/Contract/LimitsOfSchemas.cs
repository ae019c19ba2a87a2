using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Honors.Api.Contract;

/// <summary>Writes the limits of <see cref="Limits"/>' attributes, and of types that have one of their own, into the contract.</summary>
internal sealed class LimitsOfSchemas : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema open) return;

        Bound.Type(open, context.Type);
        if (context.MemberInfo?.GetCustomAttribute<EachLengthAttribute>() is { } each && open.Items is OpenApiSchema item)
            (item.MinLength, item.MaxLength) = (1, each.Most);
    }
}

internal sealed class LimitsOfParameters : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter.Schema is not OpenApiSchema schema) return;

        Bound.Type(schema, context.ApiParameterDescription.Type ?? typeof(string));
        if (context.ParameterInfo?.ParameterType is { } type && (Nullable.GetUnderlyingType(type) ?? type) is { IsGenericType: true } word
            && word.GetGenericTypeDefinition() == typeof(Word<>))
        {
            schema.Enum = [.. Enum.GetNames(word.GenericTypeArguments[0]).Select(n => (JsonNode)JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(n)))];
        }

        if (parameter.Name is "after") schema.MaxLength = 100;
        if (parameter.Name is "number") schema.MaxLength = 10;
    }
}

internal static class Bound
{
    /// <summary>Far above what the registry itself ever answers; a client may size its buffers by it.</summary>
    private const int LongestText = 4000, LongestList = 1000;

    public static void Type(OpenApiSchema schema, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (schema.Type is not { } kind) return;

        if (kind.HasFlag(JsonSchemaType.String) && schema.Enum is not { Count: > 0 })
        {
            schema.MaxLength ??= type == typeof(Guid) ? 36 : schema.Format switch { "date" => 10, "date-time" => 35, _ => LongestText };
        }

        if (kind.HasFlag(JsonSchemaType.Array)) schema.MaxItems ??= LongestList;
        if (kind.HasFlag(JsonSchemaType.Integer) || kind.HasFlag(JsonSchemaType.Number))
        {
            schema.Minimum ??= "0";
            schema.Maximum ??= (type == typeof(long) ? 999_999_999_999 : int.MaxValue).ToString(CultureInfo.InvariantCulture);
        }
    }
}
