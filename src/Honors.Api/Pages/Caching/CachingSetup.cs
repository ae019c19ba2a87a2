using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Honors.Api.Pages.Caching;

/// <summary>How public pages are kept and sent. All else is neither cached nor compressed here.</summary>
internal static class CachingSetup
{
    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddOutputCache(o => o.UseCaseSensitivePaths = false);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal); // once a minute at most
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // these pages hold no secret that a length could tell
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/atom+xml"];
        });
    }

    /// <summary>The stylesheet and the icon: compressed, and kept for good under an address with their hash.</summary>
    public static void UseSiteFiles(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.Value is { } path && (path.EndsWith(".css", StringComparison.Ordinal) || path.EndsWith(".svg", StringComparison.Ordinal)),
            files => files.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    /// <summary>After routing, which knows the page, and before anybody is recognised.</summary>
    public static void UsePageCache(this WebApplication app) => app.UseWhen(
        http => http.GetEndpoint()?.Metadata.GetMetadata<CachedAttribute>() is not null,
        pages =>
        {
            pages.Use(Tag);
            pages.UseOutputCache();
            pages.UseResponseCompression();
        });

    /// <summary>Gives the page a tag of its bytes; who has it already gets 304.</summary>
    private static async Task Tag(HttpContext http, RequestDelegate next)
    {
        var response = http.Response;
        var real = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(http);
            await response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            response.Body = real;
        }

        if (response.StatusCode is StatusCodes.Status200OK)
        {
            var headers = response.Headers;
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)).AsSpan(0, 16))}\"");
            headers.CacheControl = "no-cache"; // asked for anew each time: what is taken down is down at the next request
            headers.Vary = "Accept-Language, Accept-Encoding";
            headers.ETag = tag.ToString();
            headers.Remove(HeaderNames.Age);
            if (EntityTagHeaderValue.TryParseList([.. http.Request.Headers.IfNoneMatch.OfType<string>()], out var known)
                && known.Any(k => k.Tag == "*" || k.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                headers.Remove(HeaderNames.ContentEncoding);
                headers.Remove(HeaderNames.ContentType);
                return;
            }

            response.ContentLength = page.Length;
        }

        page.Position = 0;
        await page.CopyToAsync(response.Body, http.RequestAborted);
    }
}
