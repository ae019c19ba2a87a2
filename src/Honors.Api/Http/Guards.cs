using Honors.Api.Errors;
using Microsoft.AspNetCore.HttpOverrides;

namespace Honors.Api.Http;

/// <summary>What every answer says to browsers, and what no request gets past.</summary>
internal static class Guards
{
    private const string Everywhere = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Machines speak to these; people see all else as pages.</summary>
    private static readonly string[] Machine = ["/api", "/connect", "/openapi", "/swagger", "/healthz", "/readyz", "/.well-known"];

    public static bool IsPage(HttpContext http) => !Array.Exists(Machine, p => http.Request.Path.StartsWithSegments(p));

    public static void UseGuards(this WebApplication app)
    {
        // A forwarded scheme or address counts only from a proxy that the office has named; a forwarded host never does.
        if (app.Configuration.GetSection("Proxies").Get<string[]>() is { Length: > 0 } proxies)
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in proxies) options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
            app.UseForwardedHeaders(options);
        }

        app.Use(AddHeaders);
        app.Use(AnswerHead);
        app.UseHsts();
    }

    /// <summary>A form is sent from our own pages alone, whatever its token says.</summary>
    public static void UseSameOriginForms(this WebApplication app) => app.Use((http, next) =>
    {
        var foreign = HttpMethods.IsPost(http.Request.Method) && IsPage(http) && !IsOwn(http.Request);
        return foreign ? throw new ProblemException(StatusCodes.Status403Forbidden, ProblemCodes.Forbidden) : next(http);
    });

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")) return false;
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }

    private static Task AddHeaders(HttpContext http, RequestDelegate next)
    {
        // When it starts: an answer made of an exception begins with none.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = http.Request.Path switch
            {
                var path when path.StartsWithSegments("/swagger") =>
                    $"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; {Everywhere}",
                _ when IsPage(http) => $"default-src 'self'; img-src 'self' data:; form-action 'self'; {Everywhere}",
                var path when path.StartsWithSegments("/api") => $"default-src 'none'; sandbox; {Everywhere}", // a file opened here is nobody's page
                _ => $"default-src 'none'; {Everywhere}",
            };
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            if (headers.CacheControl.Count is 0 && !http.Request.Path.StartsWithSegments("/swagger") && Path.GetExtension(http.Request.Path) is "")
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>HEAD is GET without the body (RFC 9110 §9.3.2): same rights, same status, same headers.</summary>
    private static async Task AnswerHead(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        await next(http);
    }
}
