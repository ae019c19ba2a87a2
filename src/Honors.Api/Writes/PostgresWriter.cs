using System.Data;
using Honors.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Writes;

/// <summary>
/// PostgreSQL has many writers, so acts run side by side, each in a serializable transaction of its own: the server lets none commit that could
/// not have run one after another, whatever they read and whoever wrote it. An act that lost such a race runs once more, with nobody beside it,
/// and so cannot lose again.
/// </summary>
internal sealed class PostgresWriter(ILogger<PostgresWriter> log) : Writer, IDisposable
{
    private const int MostActsAtOnce = 8;

    private readonly SemaphoreSlim _places = new(MostActsAtOnce), _alone = new(1);

    private readonly SemaphoreSlim[] _keys = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    public override async Task Commit(HonorsDb db, Func<Task<bool>> act, string? key = null)
    {
        var sameKey = key is null ? null : _keys[(uint)key.GetHashCode(StringComparison.Ordinal) % _keys.Length];
        if (sameKey is not null) await sameKey.WaitAsync();
        try
        {
            if (!await Beside(db, act)) await Alone(db, act);
        }
        catch (Exception e) when (PostgresErrors.IsAway(e))
        {
            LogFailed(log, e);
            throw new StorageFailedException(e);
        }
        finally
        {
            sameKey?.Release();
        }
    }

    public void Dispose()
    {
        foreach (var each in (SemaphoreSlim[])[_places, _alone, .. _keys]) each.Dispose();
    }

    /// <returns>False where another act was faster.</returns>
    private async Task<bool> Beside(HonorsDb db, Func<Task<bool>> act)
    {
        await _places.WaitAsync();
        try
        {
            await Run(db, act);
            return true;
        }
        catch (Exception e) when (PostgresErrors.LostARace(e))
        {
            return false;
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task Alone(HonorsDb db, Func<Task<bool>> act)
    {
        await _alone.WaitAsync();
        var taken = 0;
        try
        {
            for (; taken < MostActsAtOnce; taken++) await _places.WaitAsync();
            await Run(db, act);
        }
        finally
        {
            if (taken > 0) _places.Release(taken);
            _alone.Release();
        }
    }

    private static async Task Run(HonorsDb db, Func<Task<bool>> act)
    {
        db.ChangeTracker.Clear(); // what was read before this transaction, or by the first try, may be old
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        await db.Database.ExecuteSqlRawAsync("SET TRANSACTION READ WRITE");
        if (await act()) await transaction.CommitAsync();
    }

    private static readonly Action<ILogger, Exception> LogFailed = LoggerMessage.Define(
        LogLevel.Error, new EventId(1, "CommitFailed"), "A commit failed; it was not acknowledged.");
}
