using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.SignIn;

/// <summary>
/// The built-in issuer's own file: logins, sessions, clients and tokens. Apart from the registry, so that issuing a token never
/// waits for the registry's writer, and so that another issuer can take its place by configuration.
/// </summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Login, Guid>(options)
{
    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SetupCode> SetupCodes => Set<SetupCode>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict();

        builder.Entity<Login>().Property(l => l.LastCode).HasMaxLength(16);
        builder.Entity<Session>(session =>
        {
            session.Property(s => s.Id).ValueGeneratedNever();
            session.HasOne<Login>().WithMany().HasForeignKey(s => s.LoginId);
            session.HasIndex(s => s.StartedAt);
        });
        builder.Entity<SetupCode>(code =>
        {
            code.HasKey(c => c.Hash);
            code.HasIndex(c => c.AccountId);
        });
    }
}

/// <summary>How a human proves who they are: a name, a password, perhaps a second factor. Its id is the subject of the tokens.</summary>
public sealed class Login : IdentityUser<Guid>
{
    /// <summary>The authenticator's code that was accepted last: each is good for one sign-in.</summary>
    public string? LastCode { get; set; }
}

/// <summary>One sign-in. Cookies and tokens name it, and are good no longer than it.</summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid LoginId { get; init; }

    public required DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; set; }
}

/// <summary>A one-time code by which a human takes an account into their own hands, or gets back into it. Only its hash is kept.</summary>
public sealed class SetupCode
{
    public required byte[] Hash { get; init; }

    /// <summary>Null: the code sets up the registry and its first account.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The id that the login will have: the account's subject.</summary>
    public required Guid LoginId { get; init; }

    /// <summary>Exclusive.</summary>
    public required DateTime Until { get; init; }
}
