using System.Security.Claims;
using Honors.Api.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Honors.Api.Pages.Account;

/// <summary>After the right password: the authenticator's code, or a recovery code. Between the two the browser is not signed in.</summary>
public sealed class SecondStepModel : FormPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGet() => await Remembered() is null ? RedirectToPage("/Account/SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        var (signIns, logins) = (services.GetRequiredService<SignIns>(), services.GetRequiredService<UserManager<Login>>());
        if (await Remembered() is not { } id || await logins.FindByIdAsync(id) is not { } login) return RedirectToPage("/Account/SignIn", new { ReturnUrl });
        if (!await signIns.CheckSecondFactor(login, Code ?? "", HttpContext.Connection.RemoteIpAddress))
            return Refuse("", SignInRules.SecondFactorWrong, StatusCodes.Status401Unauthorized);

        await HttpContext.SignOutAsync(SignInSetup.SecondStep);
        await signIns.Begin(HttpContext, login);
        return GoTo(ReturnUrl);
    }

    internal static ClaimsPrincipal Remember(Login login) =>
        new(new ClaimsIdentity([new Claim("sub", login.Id.ToString())], SignInSetup.SecondStep));

    private async Task<string?> Remembered() => (await HttpContext.AuthenticateAsync(SignInSetup.SecondStep)).Principal?.FindFirstValue("sub");
}
