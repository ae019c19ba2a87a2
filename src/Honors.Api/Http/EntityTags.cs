using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Honors.Api.Http;

/// <summary>A resource that <c>PUT</c> replaces.</summary>
internal interface IVersioned
{
    /// <summary>Counts the changes, from 1.</summary>
    int Version { get; }
}

/// <summary>
/// Gives every answer its tag: a versioned resource <c>"version.view"</c>, good for If-Match; a composed answer one of its bytes,
/// good for If-None-Match alone. A reader who has it already gets 304.
/// </summary>
internal sealed class EntityTags(IOptions<JsonOptions> json) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var value = (result as INestedHttpResult)?.Result ?? result;
        if (value is not IValueHttpResult { Value: { } answer }) return result;

        var http = context.HttpContext;
        // What is somebody's own is kept by no cache; what everybody may read is asked for anew with its tag.
        http.Response.Headers.CacheControl = http.User.Identity is { IsAuthenticated: true } ? "no-store" : "no-cache";
        http.Response.Headers.Append(HeaderNames.Vary, "Accept-Language, Accept-Encoding, Authorization");
        if (answer is IVersioned versioned)
        {
            http.Response.Headers.ETag = Tag(versioned.Version);
            return IsKnown(http) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
        }

        if (!HttpMethods.IsGet(http.Request.Method)) return result;

        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), json.Value.SerializerOptions);
        http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
        return IsKnown(http) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(bytes, "application/json; charset=utf-8");
    }

    /// <summary>The view is the full one; masked views, which come with identities, carry another letter.</summary>
    public static string Tag(int version) => $"\"{version}.f\"";

    private static bool IsKnown(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        && EntityTagHeaderValue.TryParseList([.. http.Request.Headers.IfNoneMatch.OfType<string>()], out var known)
        && known.Any(k => k.Tag == "*" || k.Compare(EntityTagHeaderValue.Parse(http.Response.Headers.ETag.ToString()), useStrongComparison: false));
}
