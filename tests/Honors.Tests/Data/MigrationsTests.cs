using Honors.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace Honors.Tests.Data;

public sealed class MigrationsTests
{
    public static TheoryData<string> Databases() => [.. All.Keys];

    private static readonly Dictionary<string, Func<DbContext>> All = new()
    {
        ["the registry on SQLite"] = () => new SqliteDesignTime().CreateDbContext([]),
        ["the registry on PostgreSQL"] = () => new PostgresDesignTime().CreateDbContext([]),
        ["the accounts"] = () => new AccountsDesignTime().CreateDbContext([]),
    };

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_migrations_make_the_tables_of_the_model(string database)
    {
        using var db = All[database]();
        Assert.False(db.Database.HasPendingModelChanges(), $"The model of {database} has changed: add a migration.");
    }
}
