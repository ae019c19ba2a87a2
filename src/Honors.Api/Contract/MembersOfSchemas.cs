using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Honors.Api.Contract;

/// <summary>
/// Says of our records what the serializer asks and gives: a member is required where the constructor has no default for it, and one
/// that is of another schema may be null where its type says so.
/// </summary>
internal sealed class MembersOfSchemas : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } members } open || context.MemberInfo is not null || !IsOurs(context.Type)) return;

        var nullability = new NullabilityInfoContext();
        open.Required = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var parameter in context.Type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (!members.TryGetValue(name, out var member)) continue;

            if (!parameter.HasDefaultValue) open.Required.Add(name);
            if (member is OpenApiSchemaReference reference && nullability.Create(parameter).ReadState is NullabilityState.Nullable)
                members[name] = OrNull(reference);
        }
    }

    private static bool IsOurs(Type type) => type.IsClass && type.Assembly == typeof(MembersOfSchemas).Assembly;

    private static OpenApiSchema OrNull(OpenApiSchemaReference reference)
    {
        var description = reference.Description;
        reference.Description = null;
        return new OpenApiSchema { Description = description, OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }] };
    }
}
