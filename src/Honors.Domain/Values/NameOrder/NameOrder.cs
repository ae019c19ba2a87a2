using System.Globalization;
using System.Text;

namespace Honors.Domain.Values;

/// <summary>How lists of names are sorted in Chinese. Two names compare as equal only where they are the same text.</summary>
public static class NameOrder
{
    public const int KeyMaxLength = 1200;

    private static readonly Lazy<Dictionary<int, string>> StrokesOf = new(() => ByCharacter("strokes.tsv"));

    private static readonly Lazy<Dictionary<int, string>> ReadingOf = new(() => ByCharacter("pinyin.tsv"));

    private static readonly Lazy<Dictionary<int, int>> StrokeRanks = new(() => StrokesOf.Value
        .OrderBy(c => c.Value.Length).ThenBy(c => c.Value, StringComparer.Ordinal).ThenBy(c => c.Key).Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i));

    private static readonly Lazy<Dictionary<string, string[]>> Surnames =
        new(() => Rows("surnames.tsv").ToDictionary(r => r[0], r => r[1].Split(' '), StringComparer.Ordinal));

    /// <summary>
    /// 姓氏笔画: character by character, by the number of strokes, then by the strokes themselves as 横竖撇点折. What has no known strokes comes last.
    /// Names that begin alike always stand together, the shorter one first.
    /// </summary>
    public static IComparer<string> ByStrokes { get; } = Comparer<string>.Create((a, b) => Compare(StrokeKeys(a), StrokeKeys(b)));

    /// <summary>
    /// By pinyin, a surname as surnames are read (曾 Zēng, 尉迟 Yùchí); the same sound by its tone, then by strokes. What has no known reading comes last.
    /// </summary>
    public static IComparer<string> ByPinyin { get; } = Comparer<string>.Create((a, b) => Compare(PinyinKeys(a), PinyinKeys(b)));

    /// <summary>横 1, 竖 2, 撇 3, 点 4, 折 5, a digit for each stroke; null of a character that the table does not hold.</summary>
    public static string? StrokesIn(Rune character) => StrokesOf.Value.GetValueOrDefault(character.Value);

    /// <summary>A syllable for each character, its tone as a number: <c>yu4 chi2 gong1</c>. A character without a known reading stands for itself.</summary>
    public static string Pinyin(string name) => string.Join(' ', name.EnumerateRunes().Zip(Syllables(name), (c, s) => s ?? c.ToString()));

    /// <summary>A text that sorts, character by character, as <see cref="ByPinyin"/> does; for a column of its own. At most <see cref="KeyMaxLength"/> characters.</summary>
    public static string PinyinKey(string name) => Cut(name.EnumerateRunes().Zip(Syllables(name), (c, s) =>
        s is null ? string.Create(CultureInfo.InvariantCulture, $"1{c.Value:x6}") : $"0{s[..^1]} {s[^1]}{StrokeRank(c)}"));

    /// <summary>A text that sorts, character by character, as <see cref="ByStrokes"/> does; for a column of its own. At most <see cref="KeyMaxLength"/> characters.</summary>
    public static string StrokeKey(string name) => Cut(name.EnumerateRunes().Select(StrokeRank));

    /// <summary>The other ways in which the name is read: a surname as surnames are read, and as the character mostly is. Syllables without tones.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Readings(string name)
    {
        var plain = name.EnumerateRunes().Select(c => ReadingOf.Value.GetValueOrDefault(c.Value));
        return [.. ((IEnumerable<string?>[])[Syllables(name), plain])
            .Select(r => r.Zip(name.EnumerateRunes(), (s, c) => s is null ? c.ToString() : s[..^1]).ToList()).DistinctBy(r => string.Join(' ', r))];
    }

    private static string StrokeRank(Rune character) => StrokeRanks.Value.TryGetValue(character.Value, out var rank)
        ? rank.ToString("x4", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"ffff{character.Value:x6}");

    private static string Cut(IEnumerable<string> keys) => string.Concat(keys) is var key && key.Length > KeyMaxLength ? key[..KeyMaxLength] : key;

    private static List<Key> StrokeKeys(string name) =>
        [.. name.EnumerateRunes().Select(c => StrokesIn(c) is { } s ? new Key(s.Length, s, 0, "", c.Value) : new Key(int.MaxValue, "", 0, "", c.Value))];

    private static List<Key> PinyinKeys(string name) => [.. name.EnumerateRunes().Zip(Syllables(name), (c, s) =>
    {
        var strokes = StrokesIn(c);
        return s is null ? new Key(1, "", 0, "", c.Value) : new Key(0, s[..^1], s[^1] * 100 + (strokes?.Length ?? 99), strokes ?? "", c.Value);
    })];

    private static List<string?> Syllables(string name)
    {
        var characters = name.EnumerateRunes().Select(c => c.ToString()).ToList();
        string[] surname = [];
        for (var length = Math.Min(2, characters.Count); length > 0 && surname is []; length--)
            surname = Surnames.Value.GetValueOrDefault(string.Concat(characters.Take(length)), []);
        return [.. surname, .. characters.Skip(surname.Length).Select(c => ReadingOf.Value.GetValueOrDefault(Rune.GetRuneAt(c, 0).Value))];
    }

    private static int Compare(List<Key> a, List<Key> b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (a[i].CompareTo(b[i]) is var order && order is not 0) return order;
        }

        return a.Count.CompareTo(b.Count);
    }

    private static Dictionary<int, string> ByCharacter(string file) =>
        Rows(file).SelectMany(r => r[1].EnumerateRunes().Select(c => (c.Value, r[0]))).ToDictionary(p => p.Value, p => p.Item2);

    internal static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(NameOrder).Assembly.GetManifestResourceStream($"{typeof(NameOrder).FullName}.{file}")!;
        using var lines = new StreamReader(stream);

        lines.ReadLine(); // the header
        while (lines.ReadLine() is { } line) yield return line.Split('\t');
    }

    /// <summary>Of one character: what it is compared by, first to last.</summary>
    private readonly record struct Key(int Group, string Text, int Rank, string Strokes, int Character) : IComparable<Key>
    {
        public int CompareTo(Key other) =>
            Group != other.Group ? Group.CompareTo(other.Group)
            : string.CompareOrdinal(Text, other.Text) is var text && text is not 0 ? text
            : Rank != other.Rank ? Rank.CompareTo(other.Rank)
            : string.CompareOrdinal(Strokes, other.Strokes) is var strokes && strokes is not 0 ? strokes
            : Character.CompareTo(other.Character);
    }
}
