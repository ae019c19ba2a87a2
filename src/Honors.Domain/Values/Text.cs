using System.Buffers;
using System.Text;

namespace Honors.Domain.Values;

/// <summary>What any text that people enter must keep to.</summary>
public static class Text
{
    /// <summary>
    /// False if the text holds what cannot be seen, or makes the rest look like something else: a control character except line feed and tab
    /// (so a carriage return too), a bidirectional control, a zero-width character, U+2028 or U+2029, a noncharacter, or half a surrogate pair.
    /// </summary>
    public static bool IsFit(ReadOnlySpan<char> s)
    {
        while (!s.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(s, out var rune, out var length) is not OperationStatus.Done || IsUnfit(rune)) return false;
            s = s[length..];
        }

        return true;
    }

    /// <summary>Composes the characters (NFC) and cuts the white space at both ends.</summary>
    /// <param name="s">A text that <see cref="IsFit"/>; half a surrogate pair cannot be composed.</param>
    public static string Tidy(string s) => s.Normalize(NormalizationForm.FormC).Trim();

    private static bool IsUnfit(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true, // bidirectional controls
        (>= 0x200B and <= 0x200D) or 0x2060 or 0xFEFF => true, // of no width
        0x2028 or 0x2029 => true,
        (>= 0xFDD0 and <= 0xFDEF) => true, // noncharacters, with the last two of every plane
        var value => (value & 0xFFFE) == 0xFFFE || Rune.IsControl(rune),
    };
}
