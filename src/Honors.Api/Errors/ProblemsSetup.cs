using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Honors.Api.Errors;

internal static class ProblemsSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>(); // before the framework's: the first that can write, writes
        services.AddProblemDetails();
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
}
