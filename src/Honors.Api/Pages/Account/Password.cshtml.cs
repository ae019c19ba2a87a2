using Honors.Api.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Honors.Api.Pages.Account;

/// <summary>A form that asks for a new password, twice.</summary>
public interface INewPassword
{
    string? Password { get; }

    string? Repeated { get; }
}

[Authorize]
public sealed class PasswordModel : FormPage, INewPassword
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    public bool Done { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        var signIns = services.GetRequiredService<SignIns>();
        if (await signIns.LoginOf(User) is not { } login) return Challenge(SignInSetup.Session);
        if (!await signIns.CheckAgain(login, Current ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted))
            return Refuse(nameof(Current), SignInRules.PasswordWrong);
        if (Password != Repeated) return Refuse(nameof(Repeated), SignInRules.NotRepeated);
        if (await signIns.ChangePassword(HttpContext, login, Password ?? "") is { } refused) return Refuse(nameof(Password), refused);

        Done = true;
        return Page();
    }
}
