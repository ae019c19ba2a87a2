using System.Data.Common;
using Honors.Api.Writes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Honors.Api.Data;

internal static class SqliteSetup
{
    public static void AddSqlite(this IServiceCollection services, DataFolder data)
    {
        var file = new SqliteFile(data.File("honors.db"));
        services.AddSingleton<Engine>(file);
        services.AddSingleton(file);
        services.AddDbContext<HonorsDb, SqliteHonorsDb>(o => o.UseSqlite(file.ForReading).AddInterceptors(new ReadOnly()));
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<Writer>(s => s.GetRequiredService<SqliteWriter>());
        services.AddHostedService(s => s.GetRequiredService<SqliteWriter>());
    }

    /// <summary>Readers never wait for the writer, and cannot write past it.</summary>
    private sealed class ReadOnly : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => connection.Execute("PRAGMA query_only=ON");

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            connection.Execute("PRAGMA query_only=ON");
            return Task.CompletedTask;
        }
    }

    public static void Execute(this DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

internal sealed class SqliteFile(string path) : Engine
{
    // 3.7.0 to 3.51.2 can lose committed writes when two connections write and checkpoint at once (WAL-reset bug).
    private static readonly Version OldestSafe = new(3, 51, 3);

    public string ForReading { get; } = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();

    private readonly string _forWriting = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false }.ToString();

    public override Task<DbConnection> OpenForWriting() => Task.FromResult<DbConnection>(OpenWriter());

    /// <summary>Every commit of this connection is on the disk before anyone is answered.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(_forWriting);
        connection.Open();
        if (Version.Parse(connection.ServerVersion) < OldestSafe)
            throw new InvalidOperationException($"SQLite {connection.ServerVersion} can lose committed writes; {OldestSafe} or newer is needed.");

        foreach (var pragma in (string[])["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF", "secure_delete=ON"])
            connection.Execute("PRAGMA " + pragma);
        return connection;
    }
}
