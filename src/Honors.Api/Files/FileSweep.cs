using Honors.Api.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Files;

/// <summary>Once an hour, takes away contents of which no row has spoken for some hours, and what was never wholly received. Nothing else does.</summary>
internal sealed class FileSweep(IServiceScopeFactory scopes, FileStore store, FileSettings settings, IClock clock, TimeProvider time, ILogger<FileSweep> log)
    : BackgroundService
{
    private const int HashesAtOnce = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                LogFailed(log, e); // the next hour tries again; a host without its sweep still serves
            }
        }
    }

    public async Task Sweep(CancellationToken ct)
    {
        var before = clock.GetCurrentInstant() - Duration.FromHours(settings.OrphanHours);
        store.RemoveUnfinished(before);
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<HonorsDb>().Files.IgnoreQueryFilters([HonorsDb.Visible]);
        foreach (var hashes in store.KeptBefore(before).Chunk(HashesAtOnce))
        {
            var needed = await rows.Where(f => hashes.Contains(f.Hash)).Select(f => f.Hash).Distinct().ToListAsync(ct);
            foreach (var orphan in hashes.Except(needed)) store.Remove(orphan, before);
        }
    }

    private static readonly Action<ILogger, Exception> LogFailed = LoggerMessage.Define(
        LogLevel.Error, new EventId(20, "FileSweepFailed"), "Contents without a record could not be swept.");
}
