using NodaTime;

namespace Honors.Domain.Calendar;

/// <summary>
/// Which days are worked, and where a period ends. Holds the years that are loaded and guesses no other: a question that touches one is refused. A
/// period is counted once and its end is kept, so that a later version of a year never moves it.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>The longest period, in days or working days, inclusive.</summary>
    public const int MostDays = 1100;

    private readonly Dictionary<int, int> _versions;
    private readonly HashSet<LocalDate> _off, _makeUp;

    /// <param name="years">Of each year the version that holds.</param>
    public WorkingCalendar(IReadOnlyCollection<CalendarYear> years)
    {
        _versions = years.ToDictionary(y => y.Year, y => y.Version);
        (_off, _makeUp) = ([.. years.SelectMany(y => y.DaysOff)], [.. years.SelectMany(y => y.MakeUpDays)]);
    }

    /// <exception cref="RuleViolationException"><c>calendar.year-not-loaded</c>.</exception>
    public bool IsWorkingDay(LocalDate day)
    {
        if (!_versions.ContainsKey(day.Year)) throw CalendarRules.YearNotLoaded(day.Year);

        return _makeUp.Contains(day) || (!_off.Contains(day) && !day.IsWeekend());
    }

    /// <summary>What a day is to those who work; a year that is not loaded says nothing.</summary>
    public DayKind KindOf(LocalDate day) => !_versions.ContainsKey(day.Year) ? DayKind.NotKnown
        : _makeUp.Contains(day) ? DayKind.MakeUpDay
        : IsWorkingDay(day) ? DayKind.WorkingDay
        : DayKind.DayOff;

    /// <summary>Counts a period from a publication or another start.</summary>
    /// <param name="length">From 1 to <see cref="MostDays"/>, inclusive.</param>
    /// <remarks>
    /// Days after the start: the start is not counted (民法典 §201), and a last day that is off moves to the next working day (§203). Days with the start: a printed range,
    /// which is as printed (§204). Working days: days off are passed over, so that the last is always worked (行政复议法 §88, 行政许可法 §82).
    /// </remarks>
    /// <exception cref="RuleViolationException"><c>calendar.year-not-loaded</c>; a printed range needs no calendar.</exception>
    public CountedPeriod Count(LocalDate start, int length, PeriodUnit unit, Counting counting)
    {
        if (start.Year > CalendarYear.LastYear) throw CalendarRules.YearNotLoaded(start.Year);

        var begins = counting is Counting.Inclusive ? start : start.PlusDays(1);
        return unit is PeriodUnit.WorkingDays ? CountWorkingDays(begins, length) : CountDays(begins, length, counting);
    }

    /// <summary>Working days from one day to another, both inclusive.</summary>
    /// <exception cref="RuleViolationException"><c>calendar.ends-before-it-begins</c>; <c>calendar.period-too-long</c>; <c>calendar.year-not-loaded</c>.</exception>
    public int WorkingDays(LocalDate from, LocalDate to)
    {
        if (to < from) throw CalendarRules.EndsBeforeItBegins();
        if (Period.DaysBetween(from, to) >= MostDays) throw CalendarRules.PeriodTooLong();

        return Days(from, to).Count(IsWorkingDay);
    }

    /// <summary>When something is due so many working days after it began; 待定 while a year that the count touches is not loaded.</summary>
    public DueDay Due(LocalDate start, int workingDays) => Due(start, workingDays, PeriodUnit.WorkingDays, Counting.ExcludeStart);

    /// <summary>When a period ends; 待定 while a year that the count touches is not loaded.</summary>
    public DueDay Due(LocalDate start, int length, PeriodUnit unit, Counting counting)
    {
        try
        {
            return new DueDay(Count(start, length, unit, counting).LastDay);
        }
        catch (RuleViolationException notLoaded) when (notLoaded.Code is CalendarRules.YearNotLoadedCode)
        {
            return DueDay.Pending;
        }
    }

    /// <summary>The version of each year that a span touches, in order; a year that is not loaded is left out.</summary>
    public IReadOnlyList<YearVersion> Versions(LocalDate from, LocalDate to) =>
        [.. Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(_versions.ContainsKey).Select(y => new YearVersion(y, _versions[y]))];

    private CountedPeriod CountWorkingDays(LocalDate begins, int length)
    {
        List<LocalDate> passedOver = [], makeUp = [];
        LocalDate? first = null;
        for (var (day, counted) = (begins, 0); ; day = day.PlusDays(1))
        {
            if (!IsWorkingDay(day))
            {
                passedOver.Add(day);
                continue;
            }

            first ??= day;
            if (_makeUp.Contains(day)) makeUp.Add(day);
            if (++counted == length) return new CountedPeriod(first.Value, day, passedOver, makeUp);
        }
    }

    private CountedPeriod CountDays(LocalDate begins, int length, Counting counting)
    {
        var last = begins.PlusDays(length - 1);
        List<LocalDate> passedOver = [];
        if (counting is Counting.ExcludeStart)
        {
            for (; !IsWorkingDay(last); last = last.PlusDays(1)) passedOver.Add(last);
        }

        return new CountedPeriod(begins, last, passedOver, []);
    }

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1)) yield return day;
    }
}

/// <summary>A period, counted.</summary>
/// <param name="FirstDay">The first day that counts.</param>
/// <param name="LastDay">Inclusive: it ends as this day ends.</param>
/// <param name="PassedOver">Days off that did not count, or over which the end moved on.</param>
/// <param name="MakeUpDays">Saturdays and Sundays that counted because they were worked.</param>
public sealed record CountedPeriod(LocalDate FirstDay, LocalDate LastDay, IReadOnlyList<LocalDate> PassedOver, IReadOnlyList<LocalDate> MakeUpDays);

/// <summary>A version of a year's schedule.</summary>
public readonly record struct YearVersion(int Year, int Version);

/// <summary>The last day on which something is in time, inclusive.</summary>
/// <param name="Day">Null: 待定, because a year is not loaded yet.</param>
public readonly record struct DueDay(LocalDate? Day)
{
    public static readonly DueDay Pending = new(null);
}

/// <summary>What a day is to those who work.</summary>
public enum DayKind
{
    /// <summary>工作日.</summary>
    WorkingDay,

    /// <summary>休息日.</summary>
    DayOff,

    /// <summary>调休上班.</summary>
    MakeUpDay,

    /// <summary>待定: the year is not loaded.</summary>
    NotKnown,
}

public enum PeriodUnit
{
    /// <summary>工作日.</summary>
    WorkingDays,

    /// <summary>日, 自然日.</summary>
    Days,
}

public enum Counting
{
    /// <summary>The day of the start is not counted (民法典 §201).</summary>
    ExcludeStart,

    /// <summary>The day of the start is the first: a range as commendation notices print it.</summary>
    Inclusive,
}
