using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Honors.Domain.Values;

/// <summary>A date as exact as its source gives it, and no more: a day, a month, a year, a span, or not stated at all.</summary>
/// <remarks>
/// <see cref="Text"/> holds a bound (<c>1999-08-19</c>, <c>2021-07</c>, <c>2021</c>) or two bounds <c>A/B</c>, of which one may be open: <c>1999-08/..</c>,
/// <c>../2024-04</c>. Years run from 1900 to 2100. An entity says "not stated" with <see cref="Unknown"/>, never with null.
/// </remarks>
public sealed record PartialDate
{
    public const int TextMaxLength = 21;
    public const int AsWrittenMaxLength = 100;

    private const string Open = "..";

    public static PartialDate Unknown { get; } = Within(null, null, null, null);

    // The names match the properties: so EF Core binds them.
    private PartialDate(string? text, LocalDate? earliest, LocalDate? latest, string? asWritten) =>
        (Text, Earliest, Latest, AsWritten) = (text, earliest, latest, asWritten);

    /// <summary>The canonical form; null when the date is not stated.</summary>
    public string? Text { get; }

    /// <summary>The first day it may be, inclusive; null when nothing bounds it from below.</summary>
    public LocalDate? Earliest { get; }

    /// <summary>The last day it may be, inclusive; null when nothing bounds it from above.</summary>
    public LocalDate? Latest { get; }

    /// <summary>Only for ordering: <see cref="Latest"/>, else <see cref="Earliest"/>, else 0001-01-01, so newest-first lists put the unknown last.</summary>
    public LocalDate SortDay => Latest ?? Earliest ?? new LocalDate(1, 1, 1);

    /// <summary>The source's own words, where they say more than the date does.</summary>
    public string? AsWritten { get; }

    public static PartialDate On(LocalDate day) => Parse(LocalDatePattern.Iso.Format(day));

    /// <summary>From the one day to the other, both inclusive.</summary>
    public static PartialDate Between(LocalDate first, LocalDate last) =>
        first == last ? On(first) : Parse($"{LocalDatePattern.Iso.Format(first)}/{LocalDatePattern.Iso.Format(last)}");

    /// <param name="text">The canonical form; null, but not an empty text, says that the date is not stated.</param>
    /// <exception cref="RuleViolationException"><see cref="PartialDateRules.Unreadable"/> or <see cref="PartialDateRules.AsWrittenUnfit"/>.</exception>
    public static PartialDate Parse(string? text, string? asWritten = null)
    {
        if (!TryParse(text, out var date)) throw Refuse(PartialDateRules.Unreadable);
        if (asWritten?.Length > AsWrittenMaxLength || !Values.Text.IsFit(asWritten)) throw Refuse(PartialDateRules.AsWrittenUnfit);

        return Within(date.Text, date.Earliest, date.Latest, asWritten);
    }

    /// <param name="text">The canonical form; null, but not an empty text, says that the date is not stated.</param>
    /// <param name="date"><see cref="Unknown"/> when the text cannot be read.</param>
    /// <returns>False for any other format, a day that no calendar has, a year outside 1900 to 2100, or a span that ends before it begins.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = Unknown;
        if (text is null) return true;
        if (text.Split('/') is not { Length: 1 or 2 } bounds) return false;
        if (!TryReadBound(bounds[0], out var start) || !TryReadBound(bounds[^1], out var end)) return false;

        var (earliest, latest) = (start?.Start, end?.End);
        if ((earliest ?? latest) is null || earliest > latest) return false;

        date = Within(text, earliest, latest, null);
        return true;
    }

    /// <summary>Whether some day of the period may be the date. A date that is not stated lies in no period, except the one without any bound.</summary>
    /// <param name="from">The first day of the period, inclusive; null when it has none.</param>
    /// <param name="to">The last day of the period, inclusive; null when it has none.</param>
    public bool MayFallWithin(LocalDate? from, LocalDate? to) =>
        (from ?? to) is null || (Text is not null && !(Latest < from) && !(Earliest > to)); // a comparison with null is false: an open end excludes nothing

    /// <summary>The same date, no finer than years and without the source's words.</summary>
    public PartialDate ToYears() => Text is null ? Unknown : Parse(string.Join('/', Text.Split('/').Select(b => b == Open ? b : b[..4]).Distinct()));

    public string ToChinese() => Text?.Split('/') switch
    {
        null => "日期未载明",
        [var only] => BoundInChinese(only),
        [Open, var end] => $"不晚于{BoundInChinese(end)}",
        [var start, Open] => $"不早于{BoundInChinese(start)}",
        var bounds => $"{BoundInChinese(bounds[0])}至{BoundInChinese(bounds[1])}",
    };

    public string ToEnglish() => Text?.Split('/') switch
    {
        null => "date not stated",
        [var only] => BoundInEnglish(only),
        [Open, var end] => $"not after {BoundInEnglish(end)}",
        [var start, Open] => $"not before {BoundInEnglish(start)}",
        var bounds => $"{BoundInEnglish(bounds[0])} to {BoundInEnglish(bounds[1])}",
    };

    private static RuleViolationException Refuse(string code) => new(code, Refusal.Impossible);

    private static PartialDate Within(string? text, LocalDate? earliest, LocalDate? latest, string? asWritten) =>
        new(text, earliest, latest, asWritten);

    /// <param name="days">All days of the year, month or day named; null for an open bound.</param>
    private static bool TryReadBound(string bound, out DateInterval? days)
    {
        days = null;
        if (bound == Open) return true;
        if (bound.Length is not (4 or 7 or 10)) return false;
        if (!LocalDatePattern.Iso.Parse(bound + "-01-01"[(bound.Length - 4)..]).TryGetValue(default, out var first)) return false;
        if (first.Year is < 1900 or > 2100) return false;

        var last = bound.Length switch
        {
            4 => first.PlusYears(1).PlusDays(-1),
            7 => first.PlusMonths(1).PlusDays(-1),
            _ => first,
        };
        days = new DateInterval(first, last);
        return true;
    }

    private static string BoundInChinese(string bound) => bound.Split('-') switch
    {
        [var year, var month, var day] => $"{year}年{month.TrimStart('0')}月{day.TrimStart('0')}日",
        [var year, var month] => $"{year}年{month.TrimStart('0')}月",
        _ => $"{bound}年",
    };

    private static string BoundInEnglish(string bound) => bound.Split('-') switch
    {
        [var year, var month, var day] => $"{day.TrimStart('0')} {MonthName(month)} {year}",
        [var year, var month] => $"{MonthName(month)} {year}",
        _ => bound,
    };

    private static string MonthName(string month) =>
        CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(int.Parse(month, CultureInfo.InvariantCulture));
}
