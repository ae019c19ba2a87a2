using Honors.Api.Accounts;
using Honors.Api.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Honors.Api.Data;

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteHonorsDb>
{
    public SqliteHonorsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteHonorsDb>().UseSqlite().Options, new Caller());
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresHonorsDb>
{
    public PostgresHonorsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresHonorsDb>().UseNpgsql().Options, new Caller());
}

internal sealed class AccountsDesignTime : IDesignTimeDbContextFactory<AccountsDb>
{
    public AccountsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<AccountsDb>().UseSqlite().UseOpenIddict().Options);
}
