using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Errors;

/// <summary>Sentences by code, in the reader's language: Chinese unless <c>Accept-Language</c> asks for English.</summary>
internal static partial class Texts
{
    public static readonly ResourceManager Resources = new("Honors.Api.Errors.Texts", typeof(Texts).Assembly);

    public static string Of(string code, IReadOnlyDictionary<string, object?>? facts = null)
    {
        var text = Resources.GetString(code, CultureInfo.CurrentUICulture) ?? code;
        return facts is null ? text : Placeholder().Replace(text, m => Print(facts.GetValueOrDefault(m.Groups[1].Value)));
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    public static partial Regex Placeholder();

    private static string Print(object? fact) => fact is LocalDate day
        ? LocalDatePattern.Iso.Format(day)
        : Convert.ToString(fact, CultureInfo.InvariantCulture) ?? "";
}
