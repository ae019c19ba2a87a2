using System.Globalization;
using System.Resources;

namespace Honors.Api.Pages;

/// <summary>The words of the pages, Chinese unless the reader asks for English.</summary>
public static class PageTexts
{
    public static readonly ResourceManager Resources = new("Honors.Api.Pages.PageTexts", typeof(PageTexts).Assembly);

    public static string Say(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? throw new ArgumentException($"No text {key}.", nameof(key));
}
