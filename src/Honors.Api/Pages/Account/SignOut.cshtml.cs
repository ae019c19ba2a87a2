using Honors.Api.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Honors.Api.Pages.Account;

public sealed class SignOutModel : FormPage
{
    public bool Done { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        if (services.GetService<SignIns>() is { } signIns) await signIns.End(HttpContext);
        else await HttpContext.SignOutAsync(SignInSetup.Session);
        Done = true;
        return Page();
    }
}
