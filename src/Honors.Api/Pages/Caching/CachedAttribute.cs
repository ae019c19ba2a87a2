using System.Globalization;
using Honors.Api.Writes;
using Honors.Domain.Values;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Honors.Api.Pages.Caching;

/// <summary>
/// A page that is the same for everybody: made once for each language, encoding and value of the query members it knows, without knowing who asks. It lasts
/// until the next commit, the next local day (clocks open and close notices, grounds end) or a minute, whichever is first.
/// </summary>
/// <param name="queryKeys">The members of the query that the page reads; others change nothing and make no second copy.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CachedAttribute(params string[] queryKeys) : Attribute, IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        // Nobody's rights may get into what everybody reads.
        http.Request.Headers.Remove("Cookie");
        http.Request.Headers.Remove("Authorization");

        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = HttpMethods.IsGet(http.Request.Method);
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(1);
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = queryKeys;
        rules.VaryByHost = false;
        rules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        rules.VaryByValues["encoding"] = services.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(http)?.EncodingName ?? "identity";
        rules.VaryByValues["day"] = ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant()).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        rules.VaryByValues["edition"] = services.GetRequiredService<Edition>().Number.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode is not StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
