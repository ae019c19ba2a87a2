namespace Honors.Tests.Support;

/// <summary>A test of what only SQLite does. Its class has the trait <c>Engine=Sqlite</c>, by which a run on PostgreSQL leaves it out.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = Store.IsOnPostgres ? "Runs on SQLite alone." : null;
}

/// <summary>A test of what only PostgreSQL does. Its class has the trait <c>Engine=Postgres</c>, by which a run on SQLite leaves it out.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Store.IsOnPostgres ? null : "Runs on PostgreSQL alone: HONORS_TEST_DATABASE=Postgres.";
}
