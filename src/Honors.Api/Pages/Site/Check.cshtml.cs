using System.Text.RegularExpressions;
using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>查验: is this honour good? One plain answer.</summary>
[Cached("q")]
public sealed partial class CheckModel(HonorsDb db, IClock clock) : PageModel
{
    private const int MostCharacters = 200;

    public string? Q { get; private set; }

    public PublicCheck? Found { get; private set; }

    public string Look => Found!.State switch
    {
        CheckState.Valid or CheckState.Changed => "good",
        CheckState.Void or CheckState.Revoked => "bad",
        _ => "",
    };

    public string Drawing => Look switch { "good" => "check", "bad" => "cross", _ => "question" };

    public async Task OnGet(string? q)
    {
        Q = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        if (Q is null) return;

        // The number itself, or an address that holds it, as a scanner reads it off a paper.
        Found = Q.Length <= MostCharacters && Number().Match(Q) is { Success: true } number && Guid.TryParse(number.Value, out var id)
            ? await db.Check(id, ChinaTime.Today(clock.GetCurrentInstant()), HttpContext.RequestAborted)
            : PublicCheck.Unknown;
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")]
    private static partial Regex Number();
}
