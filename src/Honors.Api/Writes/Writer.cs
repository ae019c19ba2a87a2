using System.Threading.Channels;
using Honors.Api.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Writes;

/// <summary>
/// The one hand that writes. Acts wait in a queue; those that wait together share one durable commit, each behind a savepoint of
/// its own, so that one refused act never harms its neighbours. Nobody is answered before the commit.
/// </summary>
internal sealed class Writer(SqliteFile file, ILogger<Writer> log) : BackgroundService
{
    /// <summary>Keeps the first of a batch from waiting long for the last.</summary>
    private const int MostActsInACommit = 64;

    private const string Savepoint = "act";

    private readonly Channel<Act> _queue = Channel.CreateUnbounded<Act>(new() { SingleReader = true });

    /// <summary>Runs the act inside the next commit.</summary>
    /// <param name="db">The context the act works with, lent the writer's connection and transaction meanwhile.</param>
    /// <param name="act">Answers whether its effect shall stay; one that answers false or throws leaves no trace.</param>
    /// <returns>When the effect is on the disk, or was taken back because the act refused.</returns>
    public async Task Commit(HonorsDb db, Func<Task<bool>> act)
    {
        var waiting = new Act(db, act, ExecutionContext.Capture()!);
        await _queue.Writer.WriteAsync(waiting);
        await waiting.Done.Task;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Serve(stoppingToken), CancellationToken.None);

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    private async Task Serve(CancellationToken stopping)
    {
        using var connection = file.OpenForWriting();
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stopping)) await CommitTogether(connection);
        }
        catch (OperationCanceledException)
        {
            // Stopping: what is still queued was never acknowledged.
        }
    }

    private async Task CommitTogether(SqliteConnection connection)
    {
        // Taken before anything can go wrong: whatever does, each of them gets an answer, and the next batch its turn.
        List<(Act Act, Exception? Refused)> batch = [];
        while (batch.Count < MostActsInACommit && _queue.Reader.TryRead(out var waiting)) batch.Add((waiting, null));
        try
        {
            await using var transaction = connection.BeginTransaction();
            for (var i = 0; i < batch.Count; i++) batch[i] = (batch[i].Act, await Run(batch[i].Act, connection, transaction));
            await transaction.CommitAsync();
        }
        catch (Exception e)
        {
            LogFailed(log, batch.Count, e);
            foreach (var (act, _) in batch) act.Done.TrySetException(new StorageFailedException(e));
            return;
        }

        foreach (var (act, refused) in batch)
        {
            if (refused is null) act.Done.SetResult();
            else act.Done.SetException(refused);
        }
    }

    private static async Task<Exception?> Run(Act act, SqliteConnection connection, SqliteTransaction transaction)
    {
        await transaction.SaveAsync(Savepoint);
        Exception? refused = null;
        var stays = false;
        try
        {
            act.Db.Database.SetDbConnection(connection);
            await act.Db.Database.UseTransactionAsync(transaction);
            act.Db.Database.AutoSavepointsEnabled = false;
            stays = await InItsContext(act);
        }
        catch (Exception e)
        {
            refused = e;
        }

        if (!stays) await transaction.RollbackAsync(Savepoint);
        await transaction.ReleaseAsync(Savepoint);
        await act.Db.Database.UseTransactionAsync(null);
        return refused;
    }

    /// <summary>The act keeps the language and the trace of its request.</summary>
    private static Task<bool> InItsContext(Act act)
    {
        Task<bool>? work = null;
        ExecutionContext.Run(act.Context, _ => work = act.Work(), null);
        return work!;
    }

    private static readonly Action<ILogger, int, Exception> LogFailed = LoggerMessage.Define<int>(
        LogLevel.Error, new EventId(1, "CommitFailed"), "A commit of {Acts} acts failed; none of them was acknowledged.");

    private sealed record Act(HonorsDb Db, Func<Task<bool>> Work, ExecutionContext Context)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The database did not take a commit: nothing of it was kept, and the same request may be sent again.</summary>
internal sealed class StorageFailedException(Exception cause) : Exception("The commit failed.", cause);
