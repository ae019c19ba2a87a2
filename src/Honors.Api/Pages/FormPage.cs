using Honors.Api.Errors;
using Honors.Api.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Honors.Api.Pages;

/// <summary>A page with a form: says what is wrong beside the field, keeps nothing in caches, and answers too many tries with 429.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class FormPage : PageModel
{
    /// <summary>Shows the form again with the rule's sentence beside the field.</summary>
    protected IActionResult Refuse(string field, string code, int status = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(field, Texts.Of(code));
        Response.StatusCode = status;
        return Page();
    }

    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Exception is not TooManySignInsException tooMany) return;

        Response.Headers.RetryAfter = ((int)tooMany.RetryAfter.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Result = Refuse("", SignInRules.TooMany, StatusCodes.Status429TooManyRequests);
        context.ExceptionHandled = true;
    }

    /// <summary>Only to a page of our own: an address from outside leads nowhere else.</summary>
    protected IActionResult GoTo(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl!) : RedirectToPage("/Account/Index");
}
