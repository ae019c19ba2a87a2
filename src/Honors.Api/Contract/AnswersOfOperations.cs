using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Honors.Api.Contract;

/// <summary>Declares, by one rule for all routes, the headers and the refusals that filters and middleware add to every operation.</summary>
internal sealed class AnswersOfOperations : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var method = context.ApiDescription.HttpMethod;
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var anonymous = metadata.OfType<IAllowAnonymous>().Any();
        var hasId = context.ApiDescription.RelativePath?.Contains('{', StringComparison.Ordinal) is true;
        var isAct = method is "POST" && hasId;

        if (!anonymous) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
        if (method is "POST") AddHeader(operation, "Idempotency-Key", "16 to 255 visible ASCII characters; kept 30 days.", required: false, 255);
        if (method is "PUT" || isAct) AddHeader(operation, "If-Match", "The ETag that was read.", required: method is "PUT", 100);
        if (method is "GET") AddHeader(operation, "If-None-Match", "The ETag at hand.", required: false, 100);

        if (method is "GET") operation.Responses!["304"] = new OpenApiResponse { Description = "Not changed." };
        List<(bool Applies, int Status, string Description)> refusals =
        [
            (operation.Parameters is { Count: > 0 } || operation.RequestBody is not null, 400, "A member or parameter cannot be read."),
            (!anonymous, 401, "No valid token."),
            (metadata.OfType<IAuthorizeData>().Any(a => a.Policy is not null), 403, "The caller does not hold the right."),
            (hasId, 404, "It does not exist, or the caller may not see it."),
            (method is not "GET", 409, "A rule forbids it in this state."),
            (method is "PUT" || isAct, 412, "Somebody changed it meanwhile."),
            (operation.RequestBody is not null, 413, "The body is too large."),
            (operation.RequestBody is not null, 415, "The body is not JSON in UTF-8."),
            (method is not "GET", 422, "A value is impossible by itself."),
            (method is "PUT", 428, "If-Match is missing."),
            (method is not "GET", 503, "Nothing can be stored at the moment."),
        ];
        var problem = context.SchemaGenerator.GenerateSchema(typeof(HttpValidationProblemDetails), context.SchemaRepository);
        foreach (var (_, status, description) in refusals.Where(r => r.Applies))
        {
            operation.Responses![status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, IOpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = problem } },
            };
        }
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description, bool required, int maxLength)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = maxLength },
        });
    }
}
