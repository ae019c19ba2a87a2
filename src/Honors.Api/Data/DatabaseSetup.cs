using System.Data.Common;
using Honors.Api.Accounts;
using Honors.Api.Start;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Data;

/// <summary>Which database holds the registry, chosen here and nowhere else: <c>Database</c> is <c>Sqlite</c> or <c>Postgres</c>.</summary>
internal static class DatabaseSetup
{
    public static void AddHonorsDb(this WebApplicationBuilder builder, DataFolder data)
    {
        switch (builder.Configuration["Database"] ?? "Sqlite")
        {
            case "Sqlite":
                builder.Services.AddSqlite(data);
                break;
            case "Postgres":
                builder.Services.AddPostgres(builder.Which());
                break;
            case var other:
                throw new InvalidOperationException($"Database is {other}; it may be Sqlite or Postgres.");
        }
    }

    /// <summary>The registry as a command beside the server reads it.</summary>
    public static HonorsDb OpenForReading(this WebApplicationBuilder builder) => builder.Configuration["Database"] is "Postgres"
        ? new PostgresHonorsDb(new DbContextOptionsBuilder<PostgresHonorsDb>().UseNpgsql(builder.Which()).Options, new Caller())
        : new SqliteHonorsDb(
            new DbContextOptionsBuilder<SqliteHonorsDb>().UseSqlite(new SqliteFile(Path.Combine(builder.DataDirectory(), "honors.db")).ForReading).Options, new Caller());

    /// <summary>The registry as a command writes it; while somebody serves it, refused.</summary>
    /// <param name="data">Whose lock the command holds.</param>
    public static async Task<TakenRegistry> TakeForWriting(this WebApplicationBuilder builder, DataFolder data)
    {
        if (builder.Configuration["Database"] is not "Postgres")
        {
            var file = await new SqliteFile(data.File("honors.db")).OpenForWriting();
            return new(new SqliteHonorsDb(new DbContextOptionsBuilder<SqliteHonorsDb>().UseSqlite(file).Options, new Caller()), file, null);
        }

        var database = new PostgresDatabase(builder.Which());
        database.TakeForThisProcess();
        var connection = await database.OpenForWriting();
        return new(new PostgresHonorsDb(new DbContextOptionsBuilder<PostgresHonorsDb>().UseNpgsql(connection).Options, new Caller()), connection, database);
    }

    private static string Which(this WebApplicationBuilder builder) => builder.Configuration.GetConnectionString("Honors") is { Length: > 0 } which
        ? which
        : throw new InvalidOperationException("Database is Postgres, but ConnectionStrings:Honors does not say which.");
}

/// <summary>A registry that this process alone writes, and lets go of when it is done.</summary>
internal sealed record TakenRegistry(HonorsDb Db, DbConnection Connection, IDisposable? Lock) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await Connection.DisposeAsync();
        Lock?.Dispose();
    }
}

/// <summary>The database beneath <see cref="HonorsDb"/>, for what happens before the first request. Requests write through the writer.</summary>
internal abstract class Engine
{
    /// <summary>A connection that may write, which a context on its own may not.</summary>
    public abstract Task<DbConnection> OpenForWriting();
}
