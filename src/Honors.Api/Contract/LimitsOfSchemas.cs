using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.People;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Honors.Api.Contract;

/// <summary>Writes the limits of <see cref="Limits"/>' attributes, and of types that have one of their own, into the contract.</summary>
internal sealed class LimitsOfSchemas : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema open) return;

        if (context.MemberInfo is { } member) OfMember(open, member);
        Bound.Type(open, context.Type);
    }

    private static void OfMember(OpenApiSchema schema, MemberInfo member)
    {
        if (member.IsDefined(typeof(PartialDateTextAttribute)))
        {
            const string Part = @"\d{4}(-\d{2}(-\d{2})?)?";
            (schema.MinLength, schema.Pattern) = (4, $@"^({Part}(/({Part}|\.\.))?|\.\./{Part})$");
        }

        if (member.GetCustomAttribute<EachLengthAttribute>() is { } each && schema.Items is OpenApiSchema item)
            (item.MinLength, item.MaxLength) = (1, each.Most);
        if (member.DeclaringType is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(Page<>))
        {
            if (member.Name is nameof(Page<>.Items) or nameof(Page<>.Tombstones)) schema.MaxItems = PageQuery.MostRows;
            if (member.Name is nameof(Page<>.Next)) Bound.Cursor(schema);
        }
    }
}

internal sealed class LimitsOfParameters : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is not OpenApiParameter { Schema: OpenApiSchema schema } open) return;

        if (open is { In: ParameterLocation.Query, Name: "after" })
        {
            open.Description ??= "The `next` of the page before.";
            Bound.Cursor(schema);
        }

        if (open is { In: ParameterLocation.Query, Name: "changedSince" }) Bound.Cursor(schema);
        if (open is { In: ParameterLocation.Path, Name: "number" })
            (schema.MinLength, schema.MaxLength, schema.Pattern) = (PersonNumber.Length, PersonNumber.Length, "^[0-9A-HJKMNP-TV-Z]+$");
        Bound.Type(schema, context.ApiParameterDescription.Type ?? typeof(string));
        if (context.ParameterInfo?.ParameterType is { } type && (Nullable.GetUnderlyingType(type) ?? type) is { IsGenericType: true } word
            && word.GetGenericTypeDefinition() == typeof(Word<>))
        {
            schema.Enum = [.. Enum.GetNames(word.GenericTypeArguments[0]).Select(n => (JsonNode)JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(n)))];
        }
    }
}

internal static class Bound
{
    /// <summary>Far above what the registry itself ever answers; a client may size its buffers by it.</summary>
    private const int LongestText = 4000, LongestList = 1000;

    public static void Cursor(OpenApiSchema schema) => (schema.MaxLength, schema.Pattern) = (PageQuery.CursorMaxLength, "^[A-Za-z0-9_-]+$");

    public static void Type(OpenApiSchema schema, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (schema.Type is not { } kind) return;

        if (kind.HasFlag(JsonSchemaType.String) && schema.Enum is not { Count: > 0 })
        {
            var (most, pattern) = schema.Format switch
            {
                "uuid" => (36, "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"),
                "date" => (10, @"^\d{4}-\d{2}-\d{2}$"),
                "date-time" => (30, @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$"),
                "binary" => (int.MaxValue, null), // by its format, as the office sets it; what is larger is 413
                "time" => (18, @"^\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$"),
                _ => (LongestText, null),
            };
            schema.MaxLength ??= most;
            schema.Pattern ??= pattern;
        }

        if (kind.HasFlag(JsonSchemaType.Array)) schema.MaxItems ??= LongestList;
        if (kind.HasFlag(JsonSchemaType.Integer) || kind.HasFlag(JsonSchemaType.Number))
        {
            schema.Minimum ??= "0";
            schema.Maximum ??= (type == typeof(long) ? 999_999_999_999 : int.MaxValue).ToString(CultureInfo.InvariantCulture);
        }
    }
}
