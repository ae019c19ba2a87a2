using System.Globalization;
using System.Text;

namespace Honors.Domain.Values;

/// <summary>One form for all the ways in which a name or a word is typed, so that each finds the others. It is for comparing and never shown.</summary>
public static class Spelling
{
    private static readonly Lazy<Dictionary<int, Rune>> Simplified = new(() => NameOrder.Rows("simplified.tsv")
        .SelectMany(r => r[1].EnumerateRunes().Select(c => (c.Value, Rune.GetRuneAt(r[0], 0)))).ToDictionary(p => p.Value, p => p.Item2));

    /// <summary>
    /// Wide and narrow forms, cases, marks of tone (Wèi), traditional and simplified characters made one; without spaces, middle dots, other punctuation.
    /// ü is v, as it is typed.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKD).Replace("u\u0308", "v", StringComparison.Ordinal).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune)) continue;

            folded.Append(Simplified.Value.GetValueOrDefault(rune.Value, Rune.ToLowerInvariant(rune)));
        }

        return folded.ToString();
    }

    /// <summary>The text from each of its characters on, so that a beginning of one of these is a piece of the text.</summary>
    /// <param name="longest">In characters; a rare one, a pair of surrogates, is one.</param>
    public static IEnumerable<string> Endings(string folded, int longest)
    {
        var starts = StringInfo.ParseCombiningCharacters(folded).Append(folded.Length).ToArray();
        for (var i = 0; i + 1 < starts.Length; i++) yield return folded[starts[i]..starts[Math.Min(i + longest, starts.Length - 1)]];
    }

    /// <summary>Half a pair of surrogates is no text.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
