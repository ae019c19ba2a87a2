using System.Data;
using System.Data.Common;
using Honors.Api.Writes;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Honors.Api.Data;

internal static class PostgresSetup
{
    public static void AddPostgres(this IServiceCollection services, string connectionString)
    {
        var database = new PostgresDatabase(connectionString);
        database.TakeForThisProcess();
        services.AddSingleton<Engine>(_ => database); // made by the container, so that stopping lets go of the database
        services.AddSingleton(database);
        services.AddDbContext<HonorsDb, PostgresHonorsDb>(o => o.UseNpgsql(database.ForReading));
        services.AddSingleton<Writer, PostgresWriter>();
        services.AddHostedService<PostgresWatch>();
    }
}

/// <summary>A database on a PostgreSQL server, and the lock that keeps a second process out of it.</summary>
internal sealed class PostgresDatabase : Engine, IDisposable
{
    private const int OldestVersion = 150000;

    /// <summary>"Honors"; advisory locks are counted per database.</summary>
    private const long OneProcess = 0x486F6E6F7273;

    /// <summary>A process that vanished with its network is out of the database, lock and all, within half a minute.</summary>
    private const string NoticeTheGone = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    private readonly string _forWriting;

    private NpgsqlConnection? _lock;

    public PostgresDatabase(string connectionString)
    {
        _forWriting = With(connectionString, NoticeTheGone, pooling: false);
        ForReading = NpgsqlDataSource.Create(With(connectionString, $"{NoticeTheGone} -c default_transaction_read_only=on", pooling: true));
    }

    /// <summary>Connections that cannot write, unless a transaction says that it will: only the writer's does.</summary>
    public NpgsqlDataSource ForReading { get; }

    public override async Task<DbConnection> OpenForWriting()
    {
        var connection = new NpgsqlConnection(_forWriting);
        await connection.OpenAsync();
        return connection;
    }

    /// <exception cref="InvalidOperationException">Another process holds the database, or the server cannot keep what it is given.</exception>
    public void TakeForThisProcess()
    {
        _lock = new NpgsqlConnection(_forWriting);
        _lock.Open();
        Demand(Ask<int>("SELECT current_setting('server_version_num')::int") >= OldestVersion, "PostgreSQL 15 or newer is needed.");
        Demand(Ask<bool>("SELECT current_setting('synchronous_commit') <> 'off' AND current_setting('fsync')::bool AND current_setting('full_page_writes')::bool"),
            "This PostgreSQL server can lose committed writes: synchronous_commit, fsync and full_page_writes must be on.");
        Demand(Ask<string>("SELECT current_setting('server_encoding')") is "UTF8", "The database must be in UTF8.");
        Demand(Ask<bool>($"SELECT pg_try_advisory_lock({OneProcess})"), "Another process serves the registry in this database. One process per database.");
    }

    /// <returns>Whether the lock is still held; false where the server or the way to it was gone meanwhile.</returns>
    public bool HoldsTheLock()
    {
        try
        {
            return _lock is { State: ConnectionState.Open } && Ask<int>("SELECT 1") is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public void LetGo()
    {
        _lock?.Dispose();
        _lock = null;
    }

    public void Dispose()
    {
        LetGo();
        ForReading.Dispose();
    }

    private T Ask<T>(string question)
    {
        using var command = new NpgsqlCommand(question, _lock);
        return (T)command.ExecuteScalar()!;
    }

    private void Demand(bool met, string otherwise)
    {
        if (met) return;

        LetGo();
        throw new InvalidOperationException(otherwise);
    }

    private static string With(string connectionString, string options, bool pooling)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = pooling, ApplicationName = "Honors" };
        builder.Options = $"{builder.Options} {options}".Trim();
        return builder.ToString();
    }
}

/// <summary>
/// The lock dies with its connection, as when the server restarts. It is taken again as soon as the server is back; where another process was
/// faster, this one stops.
/// </summary>
internal sealed class PostgresWatch(PostgresDatabase database, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<PostgresWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (database.HoldsTheLock()) continue;

            try
            {
                database.LetGo();
                database.TakeForThisProcess();
            }
            catch (NpgsqlException e)
            {
                LogGone(log, e);
            }
            catch (InvalidOperationException e)
            {
                LogTaken(log, e);
                lifetime.StopApplication();
                return;
            }
        }
    }

    private static readonly Action<ILogger, Exception> LogGone = LoggerMessage.Define(
        LogLevel.Error, new EventId(30, "DatabaseGone"), "The database does not answer; nothing is acknowledged until it does.");

    private static readonly Action<ILogger, Exception> LogTaken = LoggerMessage.Define(
        LogLevel.Critical, new EventId(31, "DatabaseTaken"), "The database is no longer this process's; the registry stops.");
}
