using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Honors.Api.Pages.Account;

/// <summary>One's own account: who one is here, what one may do, and how safe the way in is.</summary>
[Authorize]
public sealed class IndexModel : FormPage
{
    public MeResponse Me { get; private set; } = null!;

    public bool IsOurs { get; private set; }

    public bool HasSecondFactor { get; private set; }

    public string? Said { get; private set; }

    public async Task<IActionResult> OnGet([FromServices] IServiceProvider services)
    {
        var caller = services.GetRequiredService<Caller>();
        if (!caller.IsKnown) return RedirectToPage("/Account/Setup");

        Me = await OwnAccount.Show(caller, services.GetRequiredService<HonorsDb>(), services.GetRequiredService<IClock>().GetCurrentInstant(), HttpContext.RequestAborted);
        IsOurs = services.GetRequiredService<Issuer>().IsOurs;
        if (services.GetService<SignIns>() is { } signIns) HasSecondFactor = await signIns.LoginOf(User) is { TwoFactorEnabled: true };
        return Page();
    }

    public async Task<IActionResult> OnPostEndOthers([FromServices] IServiceProvider services)
    {
        if (services.GetService<SignIns>() is { } signIns && await signIns.LoginOf(User) is { } login)
        {
            await signIns.EndOthers(HttpContext, login);
            Said = "Account.OthersEnded";
        }

        return await OnGet(services);
    }
}
