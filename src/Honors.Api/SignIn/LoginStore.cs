using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Honors.Api.SignIn;

/// <summary>Identity's own store, which enciphers the keys of authenticator apps and the recovery codes: a copy of the file alone opens no account.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Identity makes it.")]
internal sealed class LoginStore(AccountsDb db, IDataProtectionProvider protection, IdentityErrorDescriber errors)
    : UserOnlyStore<Login, AccountsDb, Guid>(db, errors)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Honors.SecondFactor");

    public override Task SetTokenAsync(Login user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Login user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? _protector.Unprotect(value) : null;
}
