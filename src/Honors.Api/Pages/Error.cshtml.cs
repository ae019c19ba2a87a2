using System.Diagnostics;
using Honors.Api.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Honors.Api.Pages;

/// <summary>What a reader of pages sees where a client of the API gets a problem.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public string Text { get; private set; } = "";

    public string TraceId { get; private set; } = "";

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        var code = ProblemCodes.OfStatus(status ?? StatusCodes.Status404NotFound);
        Text = Texts.Resources.GetString(code, System.Globalization.CultureInfo.CurrentUICulture) is { } text && !text.Contains('{', StringComparison.Ordinal) ? text : Texts.Of(ProblemCodes.BadRequest);
        TraceId = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        if (Response.StatusCode is StatusCodes.Status200OK) Response.StatusCode = status ?? StatusCodes.Status404NotFound;
    }
}
