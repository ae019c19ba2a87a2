using System.Globalization;

namespace Honors.Api.Pages;

/// <summary>What the public pages have in common.</summary>
public static class PublicPages
{
    /// <summary>Addresses and the keys of their texts.</summary>
    public static IReadOnlyList<(string Address, string Text)> Navigation { get; } =
    [
        ("/", "Site.Home"), ("/honors", "Site.Honours"), ("/notices", "Site.Notices"), ("/statistics", "Site.Statistics"), ("/check", "Site.Check"), ("/recommend", "Site.Recommend"),
    ];

    /// <returns>Null where the reader is elsewhere; the attribute is then left out.</returns>
    public static string? Current(string path, string address) =>
        path == address ? "page" : address.Length > 1 && path.StartsWith(address + "/", StringComparison.Ordinal) ? "true" : null;

    /// <summary>Fills in a text of <see cref="PageTexts"/>.</summary>
    public static string Say(string key, params object?[] parts) => string.Format(CultureInfo.InvariantCulture, PageTexts.Say(key), parts);
}

/// <summary>What a public page says of itself in its head. A page without one is not for search engines.</summary>
/// <param name="Path">The one address of the page, with the members that matter.</param>
/// <param name="Description">A sentence or two.</param>
public sealed record PageHead(string Path, string Description)
{
    /// <summary>Of Open Graph: <c>website</c>, <c>article</c>, <c>profile</c>.</summary>
    public string Kind { get; init; } = "website";

    /// <summary>Path of a picture of 1200 × 630.</summary>
    public string? Image { get; init; }

    /// <summary>Whether search engines shall keep it: not what is only a view of another page.</summary>
    public bool Listed { get; init; } = true;

    public IReadOnlyList<(string Path, string Title)> Feeds { get; init; } = [];

    /// <summary>The same in the words of schema.org: an object that serialises to it.</summary>
    public object? Data { get; init; }
}

/// <param name="First">Null on the first page.</param>
/// <param name="Next">Null on the last.</param>
public sealed record PagerLinks(string? First, string? Next);

/// <summary>A few figures, shown as bars beside their numbers. <paramref name="LabelHeader"/> and <paramref name="ValueHeader"/> are heard, not seen.</summary>
public sealed record BarChart(string Caption, string LabelHeader, string ValueHeader, IReadOnlyList<Bar> Bars)
{
    /// <summary>Of a hundred.</summary>
    public string WidthOf(Bar bar) => (100d * bar.Value / Math.Max(1, Bars.Max(b => b.Value))).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <param name="Text">The figure as it is read: 2小时30分钟.</param>
public sealed record Bar(string Label, long Value, string Text);
