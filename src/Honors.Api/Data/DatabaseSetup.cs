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

    private static string Which(this WebApplicationBuilder builder) => builder.Configuration.GetConnectionString("Honors") is { Length: > 0 } which
        ? which
        : throw new InvalidOperationException("Database is Postgres, but ConnectionStrings:Honors does not say which.");
}

/// <summary>The database beneath <see cref="HonorsDb"/>, for what happens before the first request. Requests write through the writer.</summary>
internal abstract class Engine
{
    /// <summary>A connection that may write, which a context on its own may not.</summary>
    public abstract Task<DbConnection> OpenForWriting();
}
