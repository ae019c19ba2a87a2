using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Localization;

namespace Honors.Api.Errors;

internal static class ProblemsSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(o => o.CustomizeProblemDetails = Complete);
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddRequestLocalization(o =>
        {
            CultureInfo chinese = new("zh-CN"), english = new("en");
            o.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, chinese);
            o.SupportedCultures = [CultureInfo.InvariantCulture];
            o.SupportedUICultures = [chinese, english];
            o.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }

    /// <summary>Every problem, whoever made it, leaves with a code, a sentence for it and the trace id.</summary>
    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Status ??= context.HttpContext.Response.StatusCode;
        if (problem is HttpValidationProblemDetails validation && !problem.Extensions.ContainsKey("code"))
        {
            validation.Errors = validation.Errors.ToDictionary(e => JsonPath(e.Key), e => e.Value);
            problem.Extensions["code"] = ProblemCodes.Unfit;
        }

        problem.Extensions.TryAdd("code", $"http.{problem.Status}");
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
