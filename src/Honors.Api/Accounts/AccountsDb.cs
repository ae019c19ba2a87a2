using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Accounts;

/// <summary>
/// The built-in issuer's own file: clients and tokens. Apart from the registry, so that issuing a token never waits for the
/// registry's writer, and so that another issuer can take its place by configuration.
/// </summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseOpenIddict();
}
