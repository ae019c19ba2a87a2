using Honors.Api.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Honors.Api.Pages.Account;

/// <summary>Turns the authenticator's code (RFC 6238) on and off; both need the password, so that a borrowed screen can do neither.</summary>
[Authorize]
public sealed class SecondFactorModel : FormPage
{
    private const int RecoveryCodesGiven = 10;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Current { get; set; }

    public bool IsOn { get; private set; }

    /// <summary>The key as a picture that an authenticator reads.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>The key in groups of four, for typing.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Shown once, after turning it on.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public async Task<IActionResult> OnGet([FromServices] IServiceProvider services) =>
        await services.GetRequiredService<SignIns>().LoginOf(User) is { } login ? await Show(login, services) : Challenge(SignInSetup.Session);

    public async Task<IActionResult> OnPostTurnOn([FromServices] IServiceProvider services)
    {
        var (signIns, logins) = (services.GetRequiredService<SignIns>(), services.GetRequiredService<UserManager<Login>>());
        if (await signIns.LoginOf(User) is not { } login) return Challenge(SignInSetup.Session);

        await Show(login, services);
        if (login.TwoFactorEnabled) return Page();
        if (!await signIns.CheckAgain(login, Current ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted))
            return Refuse(nameof(Current), SignInRules.PasswordWrong);
        if (!await logins.VerifyTwoFactorTokenAsync(login, TokenOptions.DefaultAuthenticatorProvider, Code?.Replace(" ", "", StringComparison.Ordinal) ?? ""))
            return Refuse(nameof(Code), SignInRules.SecondFactorWrong);

        await logins.SetTwoFactorEnabledAsync(login, true);
        RecoveryCodes = [.. (await logins.GenerateNewTwoFactorRecoveryCodesAsync(login, RecoveryCodesGiven))!];
        await signIns.EndOthers(HttpContext, login);
        return Page();
    }

    public async Task<IActionResult> OnPostTurnOff([FromServices] IServiceProvider services)
    {
        var (signIns, logins) = (services.GetRequiredService<SignIns>(), services.GetRequiredService<UserManager<Login>>());
        if (await signIns.LoginOf(User) is not { } login) return Challenge(SignInSetup.Session);

        IsOn = login.TwoFactorEnabled;
        if (!await signIns.CheckAgain(login, Current ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted))
            return Refuse(nameof(Current), SignInRules.PasswordWrong);

        await logins.SetTwoFactorEnabledAsync(login, false);
        await logins.ResetAuthenticatorKeyAsync(login);
        return RedirectToPage("/Account/Index");
    }

    private async Task<IActionResult> Show(Login login, IServiceProvider services)
    {
        if (IsOn = login.TwoFactorEnabled) return Page();

        var logins = services.GetRequiredService<UserManager<Login>>();
        if (await logins.GetAuthenticatorKeyAsync(login) is null) await logins.ResetAuthenticatorKeyAsync(login);
        var key = (await logins.GetAuthenticatorKeyAsync(login))!;
        var site = Uri.EscapeDataString(services.GetRequiredService<Issuer>().OwnAddress.Host);
        using var qr = QRCodeGenerator.GenerateQrCode(
            $"otpauth://totp/{site}:{Uri.EscapeDataString(login.UserName!)}?secret={key}&issuer={site}&digits=6", QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(qr);
        (Picture, Key) = (picture.GetGraphic(5), string.Join(' ', key.Chunk(4).Select(c => new string(c))));
        return Page();
    }
}
