using System.Diagnostics;
using System.Text.Json;
using Honors.Api.Accounts;
using Honors.Api.Audit;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.Identities;
using Honors.Domain;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Writes;

/// <summary>
/// Every writing route of the API: the handler's effect, its audit entry and its idempotency record become one commit, and only
/// then is the answer sent. The answer's bytes are made inside the commit, so that a repeat gets them unchanged.
/// </summary>
internal sealed class WriteFilter(Writer writer, IClock clock, IDataProtectionProvider protection, IdentitySeal seal) : IEndpointFilter
{
    private readonly IDataProtector _protector = protection.CreateProtector("Honors.Idempotency");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method)) return await next(context);

        var db = http.RequestServices.GetRequiredService<HonorsDb>();
        db.About = http.GetEndpoint()?.Metadata.GetMetadata<About>()?.People(context.Arguments);
        var key = http.GetEndpoint()?.Metadata.GetMetadata<AnswerIsNotKept>() is null ? IdempotencyKey(http.Request) : null;
        Answer? answer = null;
        await writer.Commit(db, async () =>
        {
            http.RequestAborted.ThrowIfCancellationRequested();
            if (key is not null && await Earlier(db, http, key) is { } earlier)
            {
                answer = earlier;
                return false;
            }

            answer = await Capture(http, await next(context));
            if (!answer.Succeeded) return false;

            Record(db, http, key, answer);
            await db.SaveChangesAsync(http.RequestAborted);
            return true;
        }, key is null ? null : $"{Owner(http)} {key}");
        return answer;
    }

    private static string? IdempotencyKey(HttpRequest request)
    {
        if (request.Headers["Idempotency-Key"] is not { Count: > 0 } header) return null;

        var key = header.ToString().Trim('"');
        return key.Length is >= IdempotencyRecord.KeyMinLength and <= IdempotencyRecord.KeyMaxLength && key.All(c => c is > ' ' and < '\x7f')
            ? key
            : throw new RuleViolationException(WriteRules.KeyUnfit, Refusal.Impossible, "Idempotency-Key");
    }

    private async Task<Answer?> Earlier(HonorsDb db, HttpContext http, string key)
    {
        var (account, route) = Owner(http);
        var used = db.IdempotencyRecords.Where(r => r.AccountId == account && r.Route == route && r.Key == key);
        if (await used.AsNoTracking().SingleOrDefaultAsync(http.RequestAborted) is not { } record) return null;
        if (record.At <= clock.GetCurrentInstant() - IdempotencyRecord.Kept)
        {
            await used.ExecuteDeleteAsync(http.RequestAborted);
            return null;
        }

        if (!seal.IsFingerprint(record.Fingerprint, http.RequestBody()))
            throw new RuleViolationException(WriteRules.KeyUsedForAnotherBody, Refusal.Impossible, "Idempotency-Key");

        return JsonSerializer.Deserialize<Answer>(_protector.Unprotect(record.Answer))! with { IsReplay = true };
    }

    private void Record(HonorsDb db, HttpContext http, string? key, Answer answer)
    {
        var caller = http.RequestServices.GetRequiredService<Caller>();
        var now = clock.GetCurrentInstant();
        var (account, route) = Owner(http);
        db.AuditEntries.Add(new AuditEntry
        {
            At = now,
            AccountId = account,
            PersonId = IsOfNobody(http) ? null : caller.PersonId,
            Operation = http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? route,
            Resource = answer.Location ?? http.Request.Path,
            TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
        });
        if (key is null) return;

        db.IdempotencyRecords.Add(new IdempotencyRecord
        {
            AccountId = account,
            Route = route,
            Key = key,
            Fingerprint = Fingerprint(http),
            Answer = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(answer)),
            At = now,
        });
    }

    private (Guid Account, string Route) Owner(HttpContext http)
    {
        var caller = http.RequestServices.GetRequiredService<Caller>();
        // The same address, however its letters are typed: a key must not work twice.
        var route = $"{http.Request.Method} {http.Request.Path.Value!.TrimEnd('/').ToLowerInvariant()}";
        // Without an account two senders may hit on one key; the body tells them apart, and neither gets the other's answer.
        return caller.IsKnown && !IsOfNobody(http) ? (caller.Actor.AccountId, route) : (Actor.Unknown.AccountId, $"{route} {Convert.ToHexStringLower(Fingerprint(http))}");
    }

    private static bool IsOfNobody(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<SenderIsNotKept>() is not null;

    private byte[] Fingerprint(HttpContext http) => seal.Fingerprint(http.RequestBody());

    private static async Task<Answer> Capture(HttpContext http, object? result)
    {
        var response = http.Response;
        var real = response.Body;
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            await (result as IResult ?? Results.Json(result)).ExecuteAsync(http);
            return new Answer(response.StatusCode, response.ContentType, response.Headers.Location, response.Headers.ETag, buffer.ToArray());
        }
        finally
        {
            response.Body = real;
        }
    }
}

/// <summary>A whole answer, made before it is sent.</summary>
internal sealed record Answer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body) : IResult
{
    public bool Succeeded => Status < StatusCodes.Status400BadRequest;

    public bool IsReplay { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        if (Location is not null) response.Headers.Location = Location;
        if (ETag is not null) response.Headers.ETag = ETag;
        if (IsReplay) response.Headers["Idempotency-Replayed"] = "true";
        // Nothing written leaves room for the problem body that a bare 404 gets further out.
        return Body.Length is 0 ? Task.CompletedTask : response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
    }
}

/// <summary>Of a route whose answer is too dangerous to keep for a repeat: an Idempotency-Key changes nothing there, and each request acts.</summary>
internal sealed class AnswerIsNotKept;

/// <summary>Of a route whose sender is shielded: neither the audit nor the idempotency record names an account, whoever is signed in.</summary>
internal sealed class SenderIsNotKept;

internal static class WriteRules
{
    public const string KeyUnfit = "idempotency.key-unfit";
    public const string KeyUsedForAnotherBody = "idempotency.other-body";
}
