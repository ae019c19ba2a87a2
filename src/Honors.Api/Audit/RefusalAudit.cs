using System.Collections.Concurrent;
using System.Diagnostics;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Writes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Audit;

/// <summary>
/// Keeps what a signed-in caller was refused to do, outside the act that left no trace: the first refusal of an operation with a status in an hour durably and before it is
/// answered; those that follow as its count. A flood costs a row for each operation in an hour, and no commit for each request.
/// </summary>
internal sealed class RefusalAudit(IServiceScopeFactory scopes, Writer writer, IClock clock, TimeProvider time, ILogger<RefusalAudit> log) : BackgroundService
{
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Key, Tally> _tallies = new();

    /// <summary>Looks at an answer that is about to be sent.</summary>
    public async Task Note(HttpContext http)
    {
        if (http.Response.StatusCode is not (StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status409Conflict)) return;
        if (HttpMethods.IsGet(http.Request.Method) || http.RequestServices.GetRequiredService<Caller>() is not { IsKnown: true } caller) return;
        // The public forms shield who sends them, signed in or not.
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is not { } operation || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return;

        var now = clock.GetCurrentInstant();
        var tally = _tallies.GetOrAdd(new Key(caller.Actor.AccountId, operation, http.Response.StatusCode, HourOf(now)), _ => new Tally());
        if (Interlocked.Increment(ref tally.Times) is not 1) return;

        var entry = new AuditEntry
        {
            At = now,
            AccountId = caller.Actor.AccountId,
            PersonId = caller.PersonId,
            Operation = operation,
            Resource = http.Request.Path.Value is { Length: > AuditEntry.ResourceMaxLength } path ? path[..AuditEntry.ResourceMaxLength] : http.Request.Path,
            TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            Refused = http.Response.StatusCode,
        };
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
            await writer.Commit(db, async () =>
            {
                db.AuditEntries.Add(entry);
                await db.SaveChangesAsync();
                return true;
            });
            Volatile.Write(ref tally.Entry, entry.Id);
        }
        catch (StorageFailedException e)
        {
            LogNotKept(log, operation, e); // the refusal stands, whatever the disk says
        }
    }

    /// <summary>Writes how often each was refused by now.</summary>
    public async Task Count(CancellationToken ct)
    {
        var hour = HourOf(clock.GetCurrentInstant());
        foreach (var (key, tally) in _tallies)
        {
            var (entry, times) = (Volatile.Read(ref tally.Entry), Volatile.Read(ref tally.Times));
            if (entry is not 0 && times > tally.Counted)
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
                await writer.Commit(db, async () => await db.AuditEntries.Where(e => e.Id == entry).ExecuteUpdateAsync(s => s.SetProperty(e => e.Times, times), ct) is 1);
                tally.Counted = times;
            }

            if (key.Hour < hour) _tallies.TryRemove(key, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenCounts, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Count(stoppingToken);
            }
            catch (StorageFailedException e)
            {
                LogNotKept(log, "count", e); // the next tick counts them
            }
        }
    }

    private static long HourOf(Instant at) => at.ToUnixTimeSeconds() / 3600;

    private static readonly Action<ILogger, string, Exception> LogNotKept = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(30, "RefusalNotKept"), "That {Operation} was refused could not be kept.");

    private sealed record Key(Guid AccountId, string Operation, int Status, long Hour);

    private sealed class Tally
    {
        public int Times, Counted = 1;

        /// <summary>0 until its entry is kept.</summary>
        public long Entry;
    }
}

internal static class RefusalAuditSetup
{
    /// <summary>Outside what makes refusals into answers, so that it sees them all.</summary>
    public static void UseRefusalAudit(this WebApplication app)
    {
        var audit = app.Services.GetRequiredService<RefusalAudit>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.Use((http, next) =>
        {
            http.Response.OnStarting(() => audit.Note(http));
            return next(http);
        }));
    }
}
