using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using NodaTime;

namespace Honors.Api.SignIn;

/// <summary>
/// Which sign-ins are alive. Asked for every cookie and token that names one; kept in memory for half a minute, and forgotten there at once
/// when one ends.
/// </summary>
internal sealed class Sessions(IServiceScopeFactory scopes, IMemoryCache cache, IClock clock)
{
    /// <summary>The claim that names the session.</summary>
    public const string Claim = "sid";

    /// <summary>A working day at a browser; a program of the person's own may go on for longer with refresh tokens.</summary>
    public static readonly TimeSpan OfBrowser = TimeSpan.FromHours(12), OfRefreshTokens = TimeSpan.FromDays(14);

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    public async Task<Guid> Begin(AccountsDb db, Guid loginId, CancellationToken ct)
    {
        var session = new Session { Id = Guid.CreateVersion7(), LoginId = loginId, StartedAt = clock.GetCurrentInstant().ToDateTimeUtc() };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return session.Id;
    }

    public async Task<bool> IsAlive(string? session)
    {
        if (!Guid.TryParse(session, out var id)) return false;
        if (cache.TryGetValue((nameof(Sessions), id), out bool alive)) return alive;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var oldest = clock.GetCurrentInstant().ToDateTimeUtc() - OfRefreshTokens;
        alive = await db.Sessions.AnyAsync(s => s.Id == id && s.EndedAt == null && s.StartedAt > oldest);
        return cache.Set((nameof(Sessions), id), alive, Remembered);
    }

    /// <summary>Ends the sessions of a login: all of them, or <paramref name="but"/> one, or only <paramref name="one"/>.</summary>
    public async Task End(AccountsDb db, Guid loginId, CancellationToken ct, Guid? one = null, Guid? but = null)
    {
        var ending = db.Sessions.Where(s => s.LoginId == loginId && s.EndedAt == null && (one == null || s.Id == one) && (but == null || s.Id != but));
        var ids = await ending.Select(s => s.Id).ToListAsync(ct);
        var now = clock.GetCurrentInstant().ToDateTimeUtc();
        await ending.ExecuteUpdateAsync(s => s.SetProperty(e => e.EndedAt, now), ct);
        foreach (var id in ids) cache.Remove((nameof(Sessions), id));
    }
}
