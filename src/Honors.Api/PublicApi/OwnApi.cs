using System.Globalization;
using System.Text.Json;
using Honors.Api.Accounts;
using Honors.Api.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Honors.Api.PublicApi;

/// <summary>
/// How a page acts and asks as any other client of the public API does, but without leaving the program. The route runs with its own filters, so that a form has its rules,
/// its limits and its one commit, and its repeat is known; the page adds words and nothing else.
/// </summary>
internal sealed class OwnApi(EndpointDataSource endpoints, LinkGenerator links, IEnumerable<IExceptionHandler> problems, IServiceScopeFactory scopes, IOptions<JsonOptions> json)
{
    /// <param name="page">The request of the page: its address, its reader and its language are the caller's.</param>
    /// <param name="operation">The name of a public route.</param>
    /// <param name="values">What stands in its path.</param>
    public Task<OwnAnswer> Get(HttpContext page, string operation, object? values = null) => Send(page, HttpMethods.Get, operation, values, null, null);

    /// <inheritdoc cref="Get"/>
    /// <param name="sending">One sending of a form, as its Idempotency-Key: the same with the same body gets the same answer.</param>
    public Task<OwnAnswer> Post(HttpContext page, string operation, object? values, object body, string? sending) =>
        Send(page, HttpMethods.Post, operation, values, JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), json.Value.SerializerOptions), sending);

    private async Task<OwnAnswer> Send(HttpContext page, string method, string operation, object? values, byte[]? body, string? sending)
    {
        var route = endpoints.Endpoints.OfType<RouteEndpoint>().Single(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation);
        if (route.Metadata.GetMetadata<IAllowAnonymous>() is null) throw new InvalidOperationException($"{operation} is not for everybody.");

        // A scope of its own: the writer lends its connection to the context of the act, and the page goes on reading with another.
        await using var scope = scopes.CreateAsyncScope();
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = page.RequestAborted, TraceIdentifier = page.TraceIdentifier, User = page.User };
        scope.ServiceProvider.GetRequiredService<Caller>().Is(page.RequestServices.GetRequiredService<Caller>());
        http.SetEndpoint(route);
        http.Connection.RemoteIpAddress = page.Connection.RemoteIpAddress;
        http.Response.Body = answer;
        var request = http.Request;
        (request.Method, request.Scheme, request.Host, request.PathBase) = (method, page.Request.Scheme, page.Request.Host, page.Request.PathBase);
        request.Path = links.GetPathByName(operation, values) ?? throw new InvalidOperationException($"{operation} has other values in its path.");
        foreach (var (name, value) in new RouteValueDictionary(values)) request.RouteValues[name] = Convert.ToString(value, CultureInfo.InvariantCulture); // texts, as they are read out of an address
        if (body is not null)
        {
            http.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
            (request.ContentType, request.ContentLength, request.Body) = ("application/json; charset=utf-8", body.Length, new MemoryStream(body, writable: false));
            http.StandInForBody(body);
            if (sending is { Length: > 0 }) request.Headers["Idempotency-Key"] = sending;
        }

        try
        {
            await route.RequestDelegate!(http);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!await Say(http, e)) throw;
        }

        return new OwnAnswer(http.Response.StatusCode, answer.ToArray(), http.Response.Headers.RetryAfter.ToString(), json.Value.SerializerOptions);
    }

    /// <summary>What the middleware further out makes of a refusal, when the request comes over the wire.</summary>
    private async Task<bool> Say(HttpContext http, Exception exception)
    {
        foreach (var problem in problems)
        {
            if (await problem.TryHandleAsync(http, exception, http.RequestAborted)) return true;
        }

        return false;
    }

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}

/// <summary>What the API answered: a value, or a problem.</summary>
/// <param name="RetryAfter">Seconds, where waiting helps.</param>
internal sealed record OwnAnswer(int Status, byte[] Body, string RetryAfter, JsonSerializerOptions Json)
{
    public bool IsOk => Status < StatusCodes.Status400BadRequest;

    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, Json)!;

    /// <summary>The sentence of the problem; null where the status alone says it.</summary>
    public string? Title => Part("title") is { } title ? title.GetString() : null;

    /// <summary>Sentences by member of the body.</summary>
    public IReadOnlyDictionary<string, string[]> Errors => Part("errors") is { } errors ? errors.Deserialize<Dictionary<string, string[]>>(JsonSerializerOptions.Web)! : new Dictionary<string, string[]>();

    private JsonElement? Part(string name) => !IsOk && Body.Length > 0 && JsonElement.Parse(Body).TryGetProperty(name, out var part) ? part : null;
}
