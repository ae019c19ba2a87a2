using Honors.Api.Accounts;
using Honors.Api.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;

namespace Honors.Api.Demo;

/// <summary>The people and the program of the README, who can sign in with passwords that everybody knows. Development has them; Production refuses a folder that holds one.</summary>
internal static class DemoLogins
{
    public const string Office = "office", Office2 = "office2", Recorder = "recorder", Verifier = "verifier", Nominator = "nominator",
        Auditor = "auditor", Administrator = "administrator", Person = "person", School = "school";

    public const string Password = "demo only, never real";

    /// <summary>The rescue team's own program.</summary>
    public const string Program = "demo-program", ProgramSecret = "demo-only";

    /// <summary>Clients of earlier demo folders, whose secret is as public.</summary>
    private static readonly string[] Clients = [Program, "demo-office", "demo-recorder", "demo-verifier", "demo-auditor"];

    public static readonly IReadOnlyList<string> Names = [Office, Office2, Recorder, Verifier, Nominator, Auditor, Administrator, Person, School];

    public static Guid IdOf(string name) => DemoId.Of("login " + name);

    public static async Task Enter(IServiceProvider services)
    {
        var (db, logins) = (services.GetRequiredService<AccountsDb>(), services.GetRequiredService<UserManager<Login>>());
        var hash = await services.GetRequiredService<Passwords>().Hash(Password, CancellationToken.None);
        await using var whole = await db.Database.BeginTransactionAsync();
        foreach (var name in Names)
        {
            if (await logins.FindByNameAsync(name) is null) await logins.CreateAsync(new Login { Id = IdOf(name), UserName = name, PasswordHash = hash });
        }

        var applications = services.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync(Program) is null)
            await applications.CreateAsync(ServiceClientsEndpoints.ClientOf(Program, ProgramSecret));
        await whole.CommitAsync();
    }

    /// <exception cref="InvalidOperationException">The folder holds a login whose password is public.</exception>
    public static async Task Refuse(IServiceProvider services)
    {
        var ids = Names.Select(IdOf).ToList();
        var db = services.GetRequiredService<AccountsDb>();
        if (await db.Users.AnyAsync(l => ids.Contains(l.Id)) || await db.Set<OpenIddictEntityFrameworkCoreApplication>().AnyAsync(a => Clients.Contains(a.ClientId)))
            throw new InvalidOperationException("The data folder holds demo accounts, whose passwords are public. It cannot be used outside Development.");
    }
}
