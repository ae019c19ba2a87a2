using System.Text;
using Honors.Domain.Values;

namespace Honors.Domain.Files;

/// <summary>What a sender calls a file, made fit to be shown and to be saved under on any machine.</summary>
public static class FileName
{
    public const int MaxLength = 120;

    private const string Nameless = "文件", ForbiddenOnDisks = "<>:\"|?*";

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The last part of the path without what cannot be seen or turns the rest around, no device of Windows, at most <see cref="MaxLength"/>
    /// characters, ending as its format does: what is a picture is never saved as a page.
    /// </summary>
    public static string Of(string? sent, FileFormat format)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        var visible = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && !ForbiddenOnDisks.Contains(rune.ToString(), StringComparison.Ordinal)
                && rune.Value is not ('\n' or '\t') && Text.IsFit(rune.ToString())) visible.Append(rune);
        }

        var name = Text.Tidy(visible.ToString()).Trim('.', ' ');
        var endings = EndingsOf(format);
        var ending = endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var stem = (ending is null ? name : name[..^ending.Length]).TrimEnd('.', ' ');
        if (stem is "") stem = Nameless;
        if (Devices.Contains(stem.Split('.')[0])) stem = "_" + stem;
        ending ??= endings[0];
        return Cut(stem, MaxLength - ending.Length) + ending;
    }

    private static string[] EndingsOf(FileFormat format) => format switch
    {
        FileFormat.Jpeg => [".jpg", ".jpeg"],
        FileFormat.Text => [".txt", ".csv"],
        _ => ["." + format.ToString().ToLowerInvariant()],
    };

    /// <summary>Never in the middle of a surrogate pair.</summary>
    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd('.', ' ');
}
