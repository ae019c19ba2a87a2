using System.Globalization;
using Honors.Api.Http;
using Honors.Api.Writes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Honors.Api.Contract;

/// <summary>Declares, by one rule for all routes, the headers and the refusals that filters and middleware add to every operation.</summary>
internal sealed class AnswersOfOperations : IOperationFilter
{
    /// <summary>Tags are short; several may be sent, with commas between them.</summary>
    private const int TagsMaxLength = 500;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var method = context.ApiDescription.HttpMethod;
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var anonymous = metadata.OfType<IAllowAnonymous>().Any();
        var hasId = context.ApiDescription.RelativePath?.Contains('{', StringComparison.Ordinal) is true;
        var honoursIfMatch = context.MethodInfo.GetParameters().Any(p => p.ParameterType == typeof(IfMatch));
        var writes = method is not "GET";
        var takesBody = method is "POST" or "PUT";
        var isUpload = metadata.OfType<OwnBody>().Any();

        if (!anonymous) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("signIn", context.Document)] = [] }];
        AddHeadersOfAnswers(operation, context);
        if (method is "POST") AddIdempotencyKey(operation);
        if (honoursIfMatch) AddParameter(operation, "If-Match", "The ETag that was read.", required: method is "PUT", Text(TagsMaxLength));
        if (!writes) AddParameter(operation, "If-None-Match", "The ETag at hand.", required: false, Text(TagsMaxLength));

        List<(bool Applies, int Status, string Description)> refusals =
        [
            (operation.Parameters is { Count: > 0 } || operation.RequestBody is not null, 400, "A member or parameter cannot be read."),
            (!anonymous, 401, "No valid token."),
            (metadata.OfType<IAuthorizeData>().Any(a => a.Policy is not null), 403, "The caller does not hold the right."),
            (hasId, 404, "It does not exist, or the caller may not see it."),
            (writes, 409, "A rule forbids it in this state."),
            (honoursIfMatch, 412, "Somebody changed it meanwhile."),
            (takesBody, 413, "The body is too large."),
            (takesBody && !isUpload, 415, "The body is not JSON in UTF-8."),
            (isUpload, 415, "The body is no form, or the content not what it may be or is said to be."),
            (writes, 422, "A value is impossible by itself."),
            (method is "PUT", 428, "If-Match is missing."),
            (isUpload, 429, "Too many in this minute."),
            (writes, 503, "Nothing can be stored at the moment."),
        ];
        var problem = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        foreach (var (_, status, description) in refusals.Where(r => r.Applies))
        {
            operation.Responses![status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, IOpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = problem } },
            };
        }

        InOrder(operation.Responses!);
    }

    private static void AddHeadersOfAnswers(OpenApiOperation operation, OperationFilterContext context)
    {
        var reads = context.ApiDescription.HttpMethod is "GET";
        if (reads) operation.Responses!["304"] = new OpenApiResponse { Description = "Not changed." };
        var isVersioned = context.ApiDescription.SupportedResponseTypes.Any(r => typeof(IVersioned).IsAssignableFrom(r.Type));
        foreach (var (status, answer) in operation.Responses!.Where(r => r.Key is "200" or "201" or "304"))
        {
            var headers = ((OpenApiResponse)answer).Headers ??= new Dictionary<string, IOpenApiHeader>();
            if (reads || isVersioned) headers["ETag"] = Header(isVersioned ? "The version; good for If-Match." : "Good for If-None-Match alone.", Text(100));
            if (status is "201") headers["Location"] = Header("Where the new record is read.", Text(500));
        }
    }

    private static void AddIdempotencyKey(OpenApiOperation operation)
    {
        var key = Text(IdempotencyRecord.KeyMaxLength);
        (key.MinLength, key.Pattern) = (IdempotencyRecord.KeyMinLength, "^[!-~]+$");
        AddParameter(
            operation, "Idempotency-Key", $"{IdempotencyRecord.KeyMinLength} to {IdempotencyRecord.KeyMaxLength} visible ASCII characters; kept 30 days.", false, key);
    }

    private static OpenApiSchema Text(int maxLength) => new() { Type = JsonSchemaType.String, MaxLength = maxLength };

    private static OpenApiHeader Header(string description, OpenApiSchema schema) => new() { Description = description, Schema = schema };

    private static void AddParameter(OpenApiOperation operation, string name, string description, bool required, OpenApiSchema schema)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = schema,
        });
    }

    private static void InOrder(OpenApiResponses answers)
    {
        var sorted = answers.OrderBy(a => a.Key, StringComparer.Ordinal).ToList();
        answers.Clear();
        foreach (var (status, answer) in sorted) answers[status] = answer;
    }
}
