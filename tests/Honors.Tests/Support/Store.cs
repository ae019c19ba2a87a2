using System.Text;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Honors.Tests.Support;

/// <summary>
/// A throw-away data folder, and the registry's database: a file in it, or one of its own on the server that <c>HONORS_TEST_POSTGRES</c> names
/// where <c>HONORS_TEST_DATABASE=Postgres</c>. That connection string's user must be allowed to create databases.
/// </summary>
public sealed class Store : IDisposable
{
    public static readonly bool IsOnPostgres = Environment.GetEnvironmentVariable("HONORS_TEST_DATABASE") is "Postgres";

    /// <summary>Each database is a copy of one that holds the tables: faster than applying migrations again and again.</summary>
    private static readonly Lazy<string> Template = new(MakeTemplate);

    private readonly Lazy<string> _database;

    private string? _begunAs;

    public Store() => _database = new(() => Create(_begunAs ?? Template.Value));

    public string Folder { get; } = Directory.CreateTempSubdirectory("honors-").FullName;

    public string KeyFile => Folder + "-identity.key";

    /// <summary>The settings by which a program keeps everything here.</summary>
    public IEnumerable<(string Key, string Value)> Settings => IsOnPostgres
        ? [("DataDirectory", Folder), ("Database", "Postgres"), ("ConnectionStrings:Honors", _database.Value)]
        : [("DataDirectory", Folder), ("Database", "Sqlite")];

    /// <summary>Every row of the database on a server, as text, what is kept as bytes in hexadecimal; nothing where it is a file of the folder.</summary>
    public async Task<string> Rows()
    {
        if (!IsOnPostgres) return "";

        await using var server = NpgsqlDataSource.Create(_database.Value);
        List<string> tables = [];
        await using (var command = server.CreateCommand("SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public'"))
        await using (var names = await command.ExecuteReaderAsync())
        {
            while (await names.ReadAsync()) tables.Add(names.GetString(0));
        }

        var text = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = server.CreateCommand($"SELECT t::text FROM {table} t");
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync()) text.AppendLine(rows.GetString(0));
        }

        return text.ToString();
    }

    /// <summary>Begins with all that another holds, which nothing may have open; unless it has begun, or a test has put something there.</summary>
    public void BeginAs(Store other)
    {
        if (Directory.EnumerateFileSystemEntries(Folder).Any() || File.Exists(KeyFile)) return;

        if (IsOnPostgres) _begunAs = new NpgsqlConnectionStringBuilder(other._database.Value).Database;
        foreach (var file in Directory.GetFiles(other.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(other.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.Copy(other.KeyFile, KeyFile);
    }

    /// <summary>Closes what pools keep open of it.</summary>
    public void LetGo()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_database.IsValueCreated) NpgsqlConnection.ClearAllPools();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        File.Delete(KeyFile);
        if (_database.IsValueCreated) Drop(new NpgsqlConnectionStringBuilder(_database.Value).Database!);
    }

    private static string Create(string template)
    {
        var name = $"honors_{Guid.NewGuid():N}";
        Run($"CREATE DATABASE {name} TEMPLATE {template}");
        return In(name, pooling: true);
    }

    private static string MakeTemplate()
    {
        var name = $"honors_template_{Guid.NewGuid():N}";
        // A locale that sorts otherwise than SQLite does shows what relies on it.
        Run($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN' LOCALE 'C'");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(name);
        using var db = new PostgresHonorsDb(new DbContextOptionsBuilder<PostgresHonorsDb>().UseNpgsql(In(name, pooling: false)).Options, new Caller());
        db.Database.Migrate();
        return name;
    }

    private static void Drop(string name) => Run($"DROP DATABASE {name} WITH (FORCE)");

    private static string In(string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = pooling, MaxPoolSize = 20 }.ToString();

    private static string Server => Environment.GetEnvironmentVariable("HONORS_TEST_POSTGRES")
        ?? throw new InvalidOperationException("HONORS_TEST_POSTGRES does not name a server.");

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}

internal static class StoreSetup
{
    public static IWebHostBuilder KeepIn(this IWebHostBuilder builder, Store store)
    {
        foreach (var (key, value) in store.Settings) builder.UseSetting(key, value);
        return builder;
    }
}
