using Honors.Api.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Honors.Api.Pages.Account;

public sealed class SignInModel : FormPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        var signIns = services.GetRequiredService<SignIns>();
        if (await signIns.Check(Name?.Trim() ?? "", Password ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted) is not { } login)
            return Refuse("", SignInRules.Wrong, StatusCodes.Status401Unauthorized);

        if (login.TwoFactorEnabled)
        {
            await HttpContext.SignInAsync(SignInSetup.SecondStep, SecondStepModel.Remember(login));
            return RedirectToPage("/Account/SecondStep", new { ReturnUrl });
        }

        await signIns.Begin(HttpContext, login);
        return GoTo(ReturnUrl);
    }
}
