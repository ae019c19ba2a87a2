using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Honors.Api.Errors;

/// <summary>
/// Writes every problem, whoever made it: with a code, a sentence for it and the trace id, and as JSON whatever the caller accepts —
/// the framework's own writer says nothing to those who ask for a page, and what goes unsaid becomes a 500.
/// </summary>
internal sealed class ProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Complete(context);
        var problem = context.ProblemDetails;
        return new(context.HttpContext.Response.WriteAsJsonAsync(problem, problem.GetType(), json.Value.SerializerOptions, "application/problem+json"));
    }

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Status ??= context.HttpContext.Response.StatusCode;
        if (problem is HttpValidationProblemDetails validation && !problem.Extensions.ContainsKey("code"))
        {
            validation.Errors = validation.Errors.ToDictionary(e => JsonPath(e.Key), e => e.Value);
            problem.Extensions["code"] = ProblemCodes.Unfit;
        }

        problem.Extensions.TryAdd("code", ProblemCodes.OfStatus(problem.Status));
        var code = (string)problem.Extensions["code"]!;
        var facts = problem.Extensions.TryGetValue("facts", out var known) ? (IReadOnlyDictionary<string, object?>)known! : null;
        problem.Type = "urn:honors:problem:" + code;
        problem.Title = Texts.Of(code, facts);
        problem.Detail = null;
        problem.Instance = null;
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
    }

    /// <summary><c>Roster[0].PersonId</c>, as C# names it, is <c>roster[0].personId</c> in JSON.</summary>
    private static string JsonPath(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
