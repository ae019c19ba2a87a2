using System.Text.Encodings.Web;
using System.Text.Unicode;
using Honors.Api.Http;
using Honors.Api.PublicApi;

namespace Honors.Api.Pages;

internal static class PagesSetup
{
    public static void AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Site").Get<SiteSettings>() ?? new SiteSettings());
        services.AddSingleton<Site.ShareCards>();
        services.AddScoped<OwnApi>();
        services.AddRazorPages(o => o.Conventions.AddPageRoute("/Forms/Receipts", "/objections"));
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // 王, not &#x738B;
    }

    /// <summary>What goes wrong is a page to those who read pages, and a problem (RFC 9457) to those who speak to the API.</summary>
    public static void UseProblemsAndErrorPages(this WebApplication app)
    {
        app.UseWhen(http => !Guards.IsPage(http), machine => machine.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(Guards.IsPage, pages => pages.UseExceptionHandler("/error/500").UseStatusCodePagesWithReExecute("/error/{0}"));
    }
}
