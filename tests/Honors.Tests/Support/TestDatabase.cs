using Honors.Api.Accounts;
using Honors.Api.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Honors.Tests.Support;

/// <summary>
/// Which engine the tests run on. <c>HONORS_TEST_DATABASE=Postgres</c> with <c>HONORS_TEST_POSTGRES</c>, the connection string of a database whose
/// user may create others, gives each app a database of its own: a copy of one that holds the tables.
/// </summary>
internal static class TestDatabase
{
    public static readonly bool IsPostgres = Environment.GetEnvironmentVariable("HONORS_TEST_DATABASE") is "Postgres";

    private static readonly Lazy<string> Template = new(MakeTemplate);

    /// <returns>The connection string of a new database with tables and no rows.</returns>
    public static string Create()
    {
        var name = $"honors_{Guid.NewGuid():N}";
        Run($"CREATE DATABASE {name} TEMPLATE {Template.Value}");
        return In(name);
    }

    public static void Drop(string connectionString) =>
        Run($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    private static string MakeTemplate()
    {
        var name = $"honors_template_{Guid.NewGuid():N}";
        Run($"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run($"DROP DATABASE {name} WITH (FORCE)");
        using var db = new PostgresHonorsDb(new DbContextOptionsBuilder<PostgresHonorsDb>().UseNpgsql(In(name)).Options, new Caller());
        db.Database.Migrate();
        return name;
    }

    private static string Admin => Environment.GetEnvironmentVariable("HONORS_TEST_POSTGRES")
        ?? throw new InvalidOperationException("HONORS_TEST_POSTGRES must name a database whose user may create others.");

    // Unpooled where it could outlive its database; few, since many apps run at once.
    private static string In(string name) => new NpgsqlConnectionStringBuilder(Admin) { Database = name, Pooling = false, MaxPoolSize = 20 }.ToString();

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Admin) { Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
