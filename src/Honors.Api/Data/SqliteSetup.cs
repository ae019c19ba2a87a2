using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Honors.Api.Data;

internal static class SqliteSetup
{
    // 3.7.0 to 3.51.2 can lose committed writes when two connections write and checkpoint at once (WAL-reset bug).
    private static readonly Version OldestSafe = new(3, 51, 3);

    public static void AddHonorsDb(this IServiceCollection services, DataFolder data)
    {
        var file = new SqliteFile(data.File("honors.db"));
        services.AddSingleton(file);
        services.AddDbContext<HonorsDb, SqliteHonorsDb>(o => o.UseSqlite(file.ForReading).AddInterceptors(new ReadOnly()));
    }

    /// <summary>Readers never wait for the writer, and cannot write past it.</summary>
    private sealed class ReadOnly : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection) => connection.Execute("PRAGMA query_only=ON");
    }

    /// <summary>The one connection that writes: every commit is on the disk before anyone is answered.</summary>
    public static SqliteConnection OpenForWriting(this SqliteFile file)
    {
        var connection = new SqliteConnection(file.ForWriting);
        connection.Open();
        if (Version.Parse(connection.ServerVersion) < OldestSafe)
            throw new InvalidOperationException($"SQLite {connection.ServerVersion} can lose committed writes; {OldestSafe} or newer is needed.");

        foreach (var pragma in (string[])["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF", "secure_delete=ON"])
            connection.Execute("PRAGMA " + pragma);
        return connection;
    }

    private static void Execute(this DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

internal sealed record SqliteFile(string Path)
{
    public string ForReading => new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true }.ToString();

    public string ForWriting => new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true, Pooling = false }.ToString();
}
