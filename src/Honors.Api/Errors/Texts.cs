using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Honors.Api.PublicApi;
using Honors.Domain.Decisions;
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

    /// <summary>Choices in the reader's words, several of them in a row; what is not known as 未载明.</summary>
    private static string Print(object? fact) => fact switch
    {
        null => Words.Of(Words.NotStated),
        DecisionGap gap => Of(gap.Code, gap.Facts),
        LocalDate day => LocalDatePattern.Iso.Format(day),
        Enum choice => Words.Of(Words.Key(choice.GetType(), choice.ToString())),
        IEnumerable several and not string => string.Join(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? ", " : "、", several.Cast<object?>().Select(Print)),
        _ => Convert.ToString(fact, CultureInfo.InvariantCulture)!,
    };
}
