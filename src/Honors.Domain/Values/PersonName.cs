using System.Text;

namespace Honors.Domain.Values;

/// <summary>One form for each name, so that the same name is found however it was typed.</summary>
public static class PersonName
{
    public const int MinCodePoints = 2;

    /// <summary>姓名栏不少于25个汉字，间隔号计入 (国家民委等12部门 2016): of a name with Han characters.</summary>
    public const int MaxHan = 25;

    /// <summary>不少于50个字符 (the same notice): of a name without Han characters, as foreign documents bear it.</summary>
    public const int MaxOther = 50;

    /// <summary>Composes the name (NFC), trims it, and writes each look-alike of the middle dot (• ・ ‧ ． ∙) as · (U+00B7).</summary>
    /// <exception cref="RuleViolationException">
    /// <see cref="PersonNameRules.TooLong"/>: more than 25 characters where one is Han, or than 50 where none is; a rare character, a pair of surrogates, is
    /// one. <see cref="PersonNameRules.Unfit"/>: fewer than two characters; a space or · that does not stand alone between two parts of the name;
    /// a space in a name in Han characters; other white space; or a character that <see cref="Text.IsFit"/> refuses.
    /// </exception>
    public static string Normalise(string name)
    {
        if (!Text.IsFit(name)) throw Unfit();

        var tidy = Text.Tidy(name).Replace('•', '·').Replace('・', '·').Replace('‧', '·').Replace('．', '·').Replace('∙', '·');
        var (length, isHan) = (tidy.EnumerateRunes().Count(), tidy.EnumerateRunes().Any(IsHan));
        if (length < MinCodePoints) throw Unfit();
        if (length > (isHan ? MaxHan : MaxOther)) throw TooLong();
        if (tidy.Split(' ', '·').Contains("")) throw Unfit();
        if (tidy.Any(c => c is not ' ' && char.IsWhiteSpace(c))) throw Unfit();
        if (tidy.Contains(' ') && isHan) throw Unfit();

        return tidy;
    }

    private static RuleViolationException Unfit() => new(PersonNameRules.Unfit, Refusal.Impossible, "name");

    private static RuleViolationException TooLong() => new(
        PersonNameRules.TooLong, Refusal.Impossible, "name", new Dictionary<string, object?> { ["mostHan"] = MaxHan, ["mostOther"] = MaxOther });

    private static bool IsHan(Rune rune) => rune.Value is
        0x3005 or 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
