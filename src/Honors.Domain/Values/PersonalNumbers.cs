using System.Globalization;
using System.Text;

namespace Honors.Domain.Values;

/// <summary>
/// Phone and identity numbers that somebody typed into a text that is read by many (PIPL art. 6; 突发事件应对法 2024 §85). They have members of
/// their own, or no place here at all.
/// </summary>
public static class PersonalNumbers
{
    public const string Typed = "text.personal-number";

    private const int IdLength = 18, OldIdLength = 15, MobileLength = 11;

    /// <summary>Whether the text holds a mobile or landline number, an identity number of 18 or 15 digits (residence permits too), or the number of a
    /// passport or travel permit; however its digits are grouped, and in full-width digits too. A check digit is not asked for: a number with one
    /// wrong digit still gives the person away.</summary>
    public static bool AppearIn(string? text) => text is not null && Groups(text.Normalize(NormalizationForm.FormKC)).Any(IsPersonal);

    /// <summary>The refusal names the member and never the number.</summary>
    /// <exception cref="RuleViolationException"><c>text.personal-number</c>.</exception>
    public static void Refuse(string? text, string member)
    {
        if (AppearIn(text)) throw new RuleViolationException(Typed, Refusal.Impossible, member);
    }

    /// <summary>Runs of letters and digits of which at most a space, a hyphen, a dot or a bracket lies between one and the next.</summary>
    private static IEnumerable<List<string>> Groups(string text)
    {
        List<string> run = [];
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiLetterOrDigit(text[i])) i++;
            if (i > start) run.Add(text[start..i]);

            var gap = i;
            while (i < text.Length && text[i] is ' ' or '-' or '—' or '–' or '.' or '·' or '_' or '(' or ')' or '+') i++;
            if (i < text.Length && char.IsAsciiLetterOrDigit(text[i]) && i - gap <= 2) continue;

            if (run.Count > 0) yield return run;
            run = [];
            if (i == start) i++;
        }

        if (run.Count > 0) yield return run;
    }

    private static bool IsPersonal(List<string> groups)
    {
        for (var first = 0; first < groups.Count; first++)
        {
            if (IsLandline(groups, first) || IsTravelDocument(groups[first])) return true;

            var digits = "";
            for (var next = first; next < groups.Count && digits.Length < IdLength; next++)
            {
                digits += groups[next];
                if (IsMobile(digits) || IsId(digits)) return true;
            }
        }

        return false;
    }

    private static bool IsMobile(string digits)
    {
        var number = digits.StartsWith("0086", StringComparison.Ordinal) ? digits[4..] : digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
        return number.Length is MobileLength && number.All(char.IsAsciiDigit) && number is ['1', >= '3' and <= '9', ..];
    }

    /// <summary>Area code and number, together or apart; the number may be grouped once more.</summary>
    private static bool IsLandline(List<string> groups, int first)
    {
        var area = groups[first];
        if (area is not ['0', >= '1' and <= '9', ..] || !area.All(char.IsAsciiDigit)) return false;
        if (area.Length is 11 or 12 || (area.Length is 10 && area[1] is '1' or '2')) return true;
        if (area.Length is not (3 or 4) || first + 1 == groups.Count) return false;

        var number = groups[first + 1];
        if (number.Length is 3 or 4 && first + 2 < groups.Count) number += groups[first + 2];
        return number.Length is 7 or 8 && number.All(char.IsAsciiDigit);
    }

    private static bool IsId(string digits) => digits.Length switch
    {
        IdLength => digits[..^1].All(char.IsAsciiDigit) && (char.IsAsciiDigit(digits[^1]) || digits[^1] is 'X' or 'x') && IsOfAProvince(digits) && IsDay(digits[6..14]),
        OldIdLength => digits.All(char.IsAsciiDigit) && IsOfAProvince(digits) && IsDay("19" + digits[6..12]),
        _ => false,
    };

    private static bool IsOfAProvince(string digits) => int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) is >= 11 and <= 65 or 71 or >= 81 and <= 83 or 91;

    private static bool IsDay(string digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2100;

    /// <summary>E12345678, EA1234567, G12345678, H1234567890, M12345678.</summary>
    private static bool IsTravelDocument(string group) =>
        (group.Length is 9 && group[0] is 'E' or 'e' or 'G' or 'g' && group[2..].All(char.IsAsciiDigit))
        || (group.Length is 9 or 11 && group[0] is 'H' or 'h' or 'M' or 'm' && group[1..].All(char.IsAsciiDigit));
}
