using System.Net.Http.Headers;
using Honors.Api.Errors;

namespace Honors.Api.Http;

/// <summary>
/// Reads the whole body of a writing request before anything else looks at it: a slow sender holds up nobody, a repeat can be
/// recognised by its bytes, and an unreadable body can be explained.
/// </summary>
internal sealed class RequestBodyMiddleware(RequestDelegate next)
{
    /// <summary>Far above any record; uploads (<see cref="OwnBody"/>) have a limit of their own.</summary>
    public const int MostBytes = 256 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        var readsItself = http.GetEndpoint()?.Metadata.GetMetadata<OwnBody>() is not null;
        if (!readsItself && (HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method)))
        {
            if (!IsUtf8(http.Request.ContentType)) throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, ProblemCodes.NotJson);

            var body = await Read(http.Request, http.RequestAborted);
            http.Items[typeof(RequestBodyMiddleware)] = body;
            http.Request.Body = new MemoryStream(body, writable: false);
        }

        await next(http);
    }

    private static async Task<byte[]> Read(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MostBytes) throw TooLarge();

        using var whole = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, ct)) > 0;)
        {
            if (whole.Length + read > MostBytes) throw TooLarge();
            whole.Write(chunk, 0, read);
        }

        return whole.ToArray();
    }

    private static ProblemException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, ProblemCodes.TooLarge, new Dictionary<string, object?> { ["mostBytes"] = MostBytes });

    private static bool IsUtf8(string? contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type) || type.CharSet is null
        || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A route whose body is too large for memory: a parameter reads it, which happens before the request enters the writer.</summary>
internal sealed record OwnBody;

internal static class RequestBodyExtensions
{
    /// <summary>The bytes as sent, or what stands in for them; empty where the request has no body.</summary>
    public static byte[] RequestBody(this HttpContext http) => http.Items[typeof(RequestBodyMiddleware)] as byte[] ?? [];

    /// <summary>By these few bytes a repeat of an <see cref="OwnBody"/> is recognised.</summary>
    public static void StandInForBody(this HttpContext http, byte[] bytes) => http.Items[typeof(RequestBodyMiddleware)] = bytes;
}
