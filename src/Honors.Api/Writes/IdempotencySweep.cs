using Honors.Api.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Writes;

/// <summary>Once an hour, forgets the answers that are older than promised.</summary>
internal sealed class IdempotencySweep(IServiceScopeFactory scopes, Writer writer, IClock clock, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Sweep(stoppingToken);
    }

    public async Task Sweep(CancellationToken ct)
    {
        var before = clock.GetCurrentInstant() - IdempotencyRecord.Kept;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
        await writer.Commit(db, async () =>
        {
            await db.IdempotencyRecords.Where(r => r.At <= before).ExecuteDeleteAsync(ct);
            return true;
        });
    }
}
