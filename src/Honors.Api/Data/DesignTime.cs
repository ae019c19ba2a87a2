using Honors.Api.Accounts;
using Honors.Api.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Honors.Api.Data;

internal sealed class HonorsDesignTime : IDesignTimeDbContextFactory<SqliteHonorsDb>
{
    public SqliteHonorsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteHonorsDb>().UseSqlite().Options, new Caller());
}

internal sealed class AccountsDesignTime : IDesignTimeDbContextFactory<AccountsDb>
{
    public AccountsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<AccountsDb>().UseSqlite().UseOpenIddict().Options);
}
