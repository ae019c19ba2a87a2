using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Honors.Api.SignIn;

/// <summary>What the pages of signing in do: check a password and a second factor, begin and end a session.</summary>
internal sealed class SignIns(AccountsDb db, UserManager<Login> logins, Passwords passwords, SignInLimits limits, Sessions sessions, Issuer issuer)
{
    /// <returns>The login; null where the name is unknown or the password wrong, which take equally long.</returns>
    /// <exception cref="TooManySignInsException">Too many tries for the name, or from the address.</exception>
    public async Task<Login?> Check(string name, string password, IPAddress? address, CancellationToken ct)
    {
        var spent = limits.Enter(name, address);
        if (password.Length > Passwords.MaxLength) password = "";
        var login = await logins.FindByNameAsync(name);
        if (await passwords.Check(login, password, ct)) return login;

        return spent ? throw new TooManySignInsException(TimeSpan.FromMinutes(1)) : null;
    }

    /// <summary>Checks the password of someone who is signed in, before a change that a borrowed screen must not make.</summary>
    /// <inheritdoc cref="Check(string, string, IPAddress, CancellationToken)"/>
    public async Task<bool> CheckAgain(Login login, string password, IPAddress? address, CancellationToken ct) =>
        await Check(login.UserName!, password, address, ct) is not null;

    /// <summary>Whether it is the authenticator's code of this moment, not used before, or a recovery code, which this uses up.</summary>
    /// <exception cref="TooManySignInsException">Too many tries.</exception>
    public async Task<bool> CheckSecondFactor(Login login, string code, IPAddress? address)
    {
        var spent = limits.Enter($"second factor {login.Id}", address);
        code = code.Replace(" ", "", StringComparison.Ordinal);
        if (code.Length is 6 && code.All(char.IsAsciiDigit))
        {
            if (code != login.LastCode && await logins.VerifyTwoFactorTokenAsync(login, TokenOptions.DefaultAuthenticatorProvider, code))
            {
                login.LastCode = code;
                return (await logins.UpdateAsync(login)).Succeeded; // fails where the same code was used a moment ago
            }
        }
        else if ((await logins.RedeemTwoFactorRecoveryCodeAsync(login, code.ToUpperInvariant())).Succeeded)
        {
            return true;
        }

        return spent ? throw new TooManySignInsException(TimeSpan.FromMinutes(1)) : false;
    }

    /// <summary>A new session, never one that was there before.</summary>
    public async Task Begin(HttpContext http, Login login)
    {
        var session = await sessions.Begin(db, login.Id, http.RequestAborted);
        await http.SignInAsync(SignInSetup.Session, new ClaimsPrincipal(new ClaimsIdentity(
            [
                new(JwtRegisteredClaimNames.Iss, issuer.Value),
                new(JwtRegisteredClaimNames.Sub, login.Id.ToString()),
                new(Sessions.Claim, session.ToString()),
            ],
            SignInSetup.Session)));
    }

    /// <summary>Ends the session of this browser, and with it every token that came of it.</summary>
    public async Task End(HttpContext http)
    {
        if (await LoginOf(http.User) is { } login && Guid.TryParse(http.User.FindFirstValue(Sessions.Claim), out var session))
            await sessions.End(db, login.Id, http.RequestAborted, one: session);
        await http.SignOutAsync(SignInSetup.Session);
    }

    /// <summary>Ends every session of the login but this browser's.</summary>
    public async Task EndOthers(HttpContext http, Login login) =>
        await sessions.End(db, login.Id, http.RequestAborted, but: Guid.TryParse(http.User.FindFirstValue(Sessions.Claim), out var own) ? own : null);

    public async Task<Login?> LoginOf(ClaimsPrincipal user) =>
        user.FindFirstValue(JwtRegisteredClaimNames.Sub) is { } id ? await logins.FindByIdAsync(id) : null;

    /// <summary>A person takes an account into their own hands: their first login, or a new password for the one they had. The code is used up.</summary>
    /// <returns>The login; null where the code was used meanwhile; or the code of the rule that the name or the password breaks.</returns>
    public async Task<(Login? Login, string? Refused)> SetUp(SetupCodes codes, SetupCode code, string? name, string password, Func<Login, Task> alsoDo, CancellationToken ct)
    {
        var existing = await db.Users.SingleOrDefaultAsync(l => l.Id == code.LoginId, ct);
        name = existing?.UserName ?? name?.Trim() ?? "";
        if (!LoginNames.IsFit(name)) return (null, SignInRules.NameUnfit);
        if (Passwords.Unfit(password, name) is { } unfit) return (null, unfit);
        if (existing is null && await logins.FindByNameAsync(name) is not null) return (null, SignInRules.NameTaken);

        var hash = await passwords.Hash(password, ct);
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        if (!await codes.Use(code, ct)) return (null, SignInRules.CodeUnknown);

        var login = existing ?? new Login { Id = code.LoginId, UserName = name };
        (login.PasswordHash, login.TwoFactorEnabled, login.LastCode) = (hash, false, null);
        var saved = existing is null ? await logins.CreateAsync(login) : await logins.UpdateAsync(login);
        if (!saved.Succeeded) return (null, SignInRules.NameTaken);

        await sessions.End(db, login.Id, ct);
        await alsoDo(login);
        await whole.CommitAsync(ct);
        return (login, null);
    }

    /// <summary>Changes the password and ends every other session.</summary>
    /// <returns>The code of the rule that the new password breaks; null where it is changed.</returns>
    public async Task<string?> ChangePassword(HttpContext http, Login login, string password)
    {
        if (Passwords.Unfit(password, login.UserName!) is { } unfit) return unfit;

        login.PasswordHash = await passwords.Hash(password, http.RequestAborted);
        await logins.UpdateSecurityStampAsync(login);
        await EndOthers(http, login);
        return null;
    }
}

/// <summary>What a login may be called.</summary>
internal static class LoginNames
{
    public const int MinLength = 2, MaxLength = 50;

    public static bool IsFit(string name) => name.Length is >= MinLength and <= MaxLength && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@');
}
