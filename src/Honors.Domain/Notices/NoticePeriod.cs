using Honors.Domain.Calendar;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Domain.Notices;

/// <summary>How long a notice runs, as it is printed: from a day to a day, both inclusive; or so many days or working days.</summary>
/// <param name="Counting">Whether the day of publication counts.</param>
public sealed record NoticePeriod(LocalDate? From, LocalDate? Until, int? Length, PeriodUnit? Unit, Counting? Counting)
{
    public const int MostDays = 365;

    public static NoticePeriod Printed(LocalDate from, LocalDate until) => new(from, until, null, null, null);

    public static NoticePeriod Counted(int length, PeriodUnit unit, Counting counting) => new(null, null, length, unit, counting);

    public bool IsPrinted => From is not null;

    /// <exception cref="RuleViolationException"><c>notice.period-unclear</c>; <c>notice.ends-before-it-begins</c>; <c>notice.period-too-long</c>.</exception>
    internal void Check()
    {
        var isPrinted = this is { From: not null, Until: not null, Length: null, Unit: null, Counting: null };
        if (!isPrinted && this is not { From: null, Until: null, Length: not null, Unit: not null, Counting: not null }) throw NoticeRules.PeriodUnclear();
        if (Until < From) throw NoticeRules.EndsBeforeItBegins();
        if (Length > MostDays || (isPrinted && Days > MostDays)) throw NoticeRules.PeriodTooLong();
    }

    /// <summary>Of a printed range, both ends included.</summary>
    private int Days => Period.DaysBetween(From!.Value, Until!.Value) + 1;

    /// <summary>The first and the last day, both inclusive, if it is published on this day.</summary>
    /// <exception cref="RuleViolationException"><c>calendar.year-not-loaded</c>; a printed range needs no calendar.</exception>
    internal (LocalDate First, LocalDate Last) On(LocalDate published, WorkingCalendar calendar)
    {
        if (IsPrinted) return (From!.Value, Until!.Value);

        var counted = calendar.Count(published, Length!.Value, Unit!.Value, Counting!.Value);
        return (counted.FirstDay, counted.LastDay);
    }

    /// <summary>
    /// The last day of a period as long as this one that begins anew after a day, that day not counted. A printed range is as long again in days, and in working
    /// days too where they are known.
    /// </summary>
    /// <exception cref="RuleViolationException"><c>calendar.year-not-loaded</c>, where it is counted.</exception>
    internal LocalDate Anew(LocalDate after, WorkingCalendar calendar)
    {
        if (!IsPrinted) return calendar.Count(after, Length!.Value, Unit!.Value, Calendar.Counting.ExcludeStart).LastDay;

        var byDays = after.PlusDays(Days);
        return WorkingDaysIn(calendar) is { } working and > 0 && calendar.Due(after, working).Day is { } day ? LocalDate.Max(byDays, day) : byDays;
    }

    /// <summary>What to look at before this is printed on a day; what cannot be told without a calendar is left out.</summary>
    /// <param name="least">What the procedure asks for.</param>
    internal IReadOnlyList<PeriodDoubt> Doubts(LocalDate published, Clock? least, WorkingCalendar calendar)
    {
        List<PeriodDoubt> doubts = [];
        if (Tried(() => (LocalDate?)On(published, calendar).Last) is not { } last) return [new(PeriodConcern.YearNotLoaded, null)];

        if (calendar.Due(StartBy(OtherCounting, published), Length ?? Days, Unit ?? PeriodUnit.Days, OtherCounting).Day is { } other && other != last)
            doubts.Add(new(PeriodConcern.OtherCounting, other));
        if (Tried(() => (bool?)calendar.IsWorkingDay(last)) is not { } isWorked) doubts.Add(new(PeriodConcern.YearNotLoaded, null));
        else if (!isWorked) doubts.Add(new(PeriodConcern.EndsOnDayOff, last));
        if (least is not null && calendar.Due(StartBy(least.Counting, published), least.Length, least.Unit, least.Counting).Day is { } lawful && last < lawful)
            doubts.Add(new(PeriodConcern.ShorterThanProcedure, lawful));
        return doubts;
    }

    private Counting OtherCounting => Counting is Calendar.Counting.ExcludeStart ? Calendar.Counting.Inclusive : Calendar.Counting.ExcludeStart;

    /// <summary>A range that begins later than its publication is counted as if it were published the day before it begins.</summary>
    private LocalDate StartBy(Counting counting, LocalDate published) => From switch
    {
        { } from when counting is Calendar.Counting.ExcludeStart && from > published => from.PlusDays(-1),
        { } from => from,
        null => published,
    };

    /// <summary>Of a printed range; null where a year is not loaded.</summary>
    private int? WorkingDaysIn(WorkingCalendar calendar) => Tried(() => (int?)calendar.WorkingDays(From!.Value, Until!.Value));

    private static T? Tried<T>(Func<T?> count) where T : struct
    {
        try
        {
            return count();
        }
        catch (RuleViolationException notLoaded) when (notLoaded.Code is CalendarRules.YearNotLoadedCode)
        {
            return null;
        }
    }
}

/// <param name="Day">The last day by the other way of counting, or by the procedure; the day off; null where no day is to be told.</param>
public sealed record PeriodDoubt(PeriodConcern Concern, LocalDate? Day);
