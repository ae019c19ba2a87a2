using Honors.Api.Pages.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Honors.Api.Pages;

/// <summary>How to object, recommend, follow up and check, for whoever does it for the first time.</summary>
[Cached]
public sealed class GuideModel : PageModel
{
    /// <summary>Keys of the texts, and where each is done.</summary>
    public static IReadOnlyList<(string Key, string? Address)> Chapters { get; } =
        [("Object", "/notices"), ("Recommend", "/recommend"), ("Report", "/honor-report"), ("FollowUp", "/receipts"), ("Check", "/check"), ("Privacy", null)];
}
