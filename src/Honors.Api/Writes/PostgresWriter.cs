using System.Data;
using Honors.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Writes;

/// <summary>
/// PostgreSQL has many writers, so acts that say which people they are about run side by side, each in a transaction of its own, once it has locked
/// the rows of those people. An act that does not say runs alone: a rule that nobody thought of is never in danger.
/// </summary>
internal sealed class PostgresWriter(Edition edition, KeptFigures figures, ILogger<PostgresWriter> log) : Writer(edition, figures), IDisposable
{
    /// <summary>Connections that acts may hold, waiting or not; the rest of the pool is the readers'.</summary>
    private const int MostActsAtOnce = 32;

    private readonly SemaphoreSlim _places = new(MostActsAtOnce);

    protected override async Task Run(HonorsDb db, Func<Task<bool>> act, string? key)
    {
        await _places.WaitAsync();
        try
        {
            db.ChangeTracker.Clear(); // what was read before the locks may be old
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            try
            {
                await db.Lock(key);
                if (await act()) await transaction.CommitAsync();
            }
            catch (Exception e) when (db.Database.GetDbConnection().State is not ConnectionState.Open)
            {
                throw new StorageFailedException(e); // whatever is said of a connection that is lost: its loss is the reason
            }
        }
        catch (Exception e) when (e is StorageFailedException || PostgresErrors.IsAway(e))
        {
            LogFailed(log, e);
            throw e as StorageFailedException ?? new StorageFailedException(e);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private static readonly Action<ILogger, Exception> LogFailed = LoggerMessage.Define(
        LogLevel.Error, new EventId(1, "CommitFailed"), "A commit failed; it was not acknowledged.");
}
