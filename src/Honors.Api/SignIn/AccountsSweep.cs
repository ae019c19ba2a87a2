using Microsoft.EntityFrameworkCore;
using NodaTime;
using OpenIddict.Abstractions;

namespace Honors.Api.SignIn;

/// <summary>Once an hour, forgets tokens, sessions and codes that have been good for nothing for a month.</summary>
internal sealed class AccountsSweep(IServiceScopeFactory scopes, IClock clock, TimeProvider time) : BackgroundService
{
    private static readonly Duration Kept = Duration.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Sweep(stoppingToken);
    }

    public async Task Sweep(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = (clock.GetCurrentInstant() - Kept).ToDateTimeOffset();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, ct);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, ct);
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        await db.Sessions.Where(s => s.StartedAt < before.UtcDateTime).ExecuteDeleteAsync(ct);
        await db.SetupCodes.Where(c => c.Until < before.UtcDateTime).ExecuteDeleteAsync(ct);
    }
}
