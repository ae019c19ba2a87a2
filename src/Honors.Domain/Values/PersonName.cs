using System.Text;

namespace Honors.Domain.Values;

/// <summary>One form for each name, so that the same name is found however it was typed.</summary>
public static class PersonName
{
    public const int MinCodePoints = 2;
    public const int MaxCodePoints = 50;

    /// <summary>Composes the name (NFC), trims it, and writes each look-alike of the middle dot (• ・ ‧ ． ∙) as · (U+00B7).</summary>
    /// <exception cref="RuleViolationException">
    /// <see cref="PersonNameRules.Unfit"/>: not 2 to 50 code points; a space or · that does not stand alone between two parts of the name;
    /// a space in a name in Han characters; other white space; or a character that <see cref="Text.IsFit"/> refuses.
    /// </exception>
    public static string Normalise(string name)
    {
        if (!Text.IsFit(name)) throw Unfit();

        var tidy = Text.Tidy(name).Replace('•', '·').Replace('・', '·').Replace('‧', '·').Replace('．', '·').Replace('∙', '·');
        if (tidy.EnumerateRunes().Count() is < MinCodePoints or > MaxCodePoints) throw Unfit();
        if (tidy.Split(' ', '·').Contains("")) throw Unfit();
        if (tidy.Any(c => c is not ' ' && char.IsWhiteSpace(c))) throw Unfit();
        if (tidy.Contains(' ') && tidy.EnumerateRunes().Any(IsHan)) throw Unfit();

        return tidy;
    }

    private static RuleViolationException Unfit() => new(PersonNameRules.Unfit, Refusal.Impossible, "name");

    private static bool IsHan(Rune rune) => rune.Value is
        0x3005 or 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
