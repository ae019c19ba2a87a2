using System.Threading.Channels;
using Honors.Api.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Writes;

/// <summary>
/// SQLite has one writer, so there is one queue. Acts that wait together share one durable commit, each behind a savepoint of its own, so that
/// one refused act never harms its neighbours.
/// </summary>
internal sealed class SqliteWriter(SqliteFile file, Edition edition, KeptFigures figures, ILogger<SqliteWriter> log) : Writer(edition, figures), IHostedService
{
    /// <summary>Keeps the first of a batch from waiting long for the last.</summary>
    private const int MostActsInACommit = 64;

    private const string Savepoint = "act";

    private readonly Channel<Act> _queue = Channel.CreateUnbounded<Act>(new() { SingleReader = true });

    private Task _serving = Task.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>The context is lent the writer's connection and transaction meanwhile. No two acts run at once, so no two of one key.</remarks>
    protected override async Task Run(HonorsDb db, Func<Task<bool>> act, string? key)
    {
        var waiting = new Act(db, act, ExecutionContext.Capture()!);
        await _queue.Writer.WriteAsync(waiting);
        await waiting.Done.Task;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var connection = file.OpenWriter();
        _serving = Task.Run(() => Serve(connection), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>What waits already is still done.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        return _serving.WaitAsync(cancellationToken);
    }

    private async Task Serve(SqliteConnection connection)
    {
        using (connection)
        {
            while (await _queue.Reader.WaitToReadAsync()) await CommitTogether(connection);
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
