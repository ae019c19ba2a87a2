using System.Globalization;

namespace Honors.Api.Pages;

/// <summary>Figures of a few years as columns, oldest first, with a table of all of them beneath.</summary>
/// <param name="Columns">As the table lists them: newest first, what has no year last.</param>
public sealed record ColumnChart(string Caption, string LabelHeader, string ValueHeader, IReadOnlyList<Column> Columns)
{
    public const int Height = 200, Base = 172, LabelY = 190, ColumnWidth = 18;

    private const int Top = 22, Step = 30, Most = 20;

    /// <summary>Of columns that are drawn; the table has them all.</summary>
    private List<Column> Drawn
    {
        get
        {
            var years = Columns.Where(c => c.Year is not null).Take(Most).ToDictionary(c => c.Year!.Value);
            if (years.Count is 0) return [];

            var (first, last) = (Math.Max(years.Keys.Min(), years.Keys.Max() - Most + 1), years.Keys.Max());
            // A year of nothing is a gap, not left out.
            return [.. Enumerable.Range(first, last - first + 1).Select(y => years.GetValueOrDefault(y) ?? new Column(y, y.ToString(CultureInfo.InvariantCulture), 0, "0", null))];
        }
    }

    /// <summary>At least as wide as a phone, so that a few columns are not drawn as towers.</summary>
    public int Width => Math.Max(340, Drawn.Count * Step + 10);

    /// <summary>The whole in a sentence, for those who hear it.</summary>
    public string Summary => $"{Caption}：{string.Join("；", Drawn.Select(c => $"{c.Label} {c.Text}"))}";

    /// <param name="years">Value null: kept back.</param>
    public static ColumnChart OfYears(string caption, string valueHeader, IReadOnlyList<(int? Year, long? Value, string Text, string? Link)> years) =>
        new(caption, PageTexts.Say("Stats.Year"), valueHeader, [.. years.Select(y => new Column(y.Year, y.Year?.ToString(CultureInfo.InvariantCulture) ?? PageTexts.Say("Stats.NoYear"), y.Value, y.Text, y.Link))]);

    public static ColumnChart OfYears(string caption, string valueHeader, IReadOnlyList<(int? Year, long Value, string Text, string? Link)> years) =>
        OfYears(caption, valueHeader, [.. years.Select(y => (y.Year, (long?)y.Value, y.Text, y.Link))]);

    public IEnumerable<PlacedColumn> Placed()
    {
        var drawn = Drawn;
        var most = drawn.Select(c => c.Value ?? 0).Append(1).Max();
        var left = (Width - drawn.Count * Step) / 2;
        for (var i = 0; i < drawn.Count; i++)
        {
            var height = drawn[i].Value is { } value and > 0 ? Math.Max(2, (int)Math.Round((double)value / most * (Base - Top))) : 0;
            var x = left + i * Step + (Step - ColumnWidth) / 2;
            yield return new PlacedColumn(x, Base - height, height, x + ColumnWidth / 2, Base - height - 5, drawn[i].Value is { } shown ? Short(shown) : "…", drawn[i].Label);
        }
    }

    /// <summary>As wide as a column: 1.2万.</summary>
    private static string Short(long value) => value >= 10_000 ? (value / 10_000d).ToString("0.#", CultureInfo.InvariantCulture) + "万" : value.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Value">Null: kept back.</param>
/// <param name="Text">The figure as it is read.</param>
/// <param name="Link">Lists what is counted.</param>
public sealed record Column(int? Year, string Label, long? Value, string Text, string? Link);

public sealed record PlacedColumn(int X, int Y, int Height, int Middle, int ValueY, string? Value, string? Label);
