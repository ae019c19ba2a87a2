using NodaTime;

namespace Honors.Domain.Calendar;

public static class CalendarRules
{
    public const string YearNotLoadedCode = "calendar.year-not-loaded";
    public const string OtherYearCode = "calendar.day-of-another-year";
    public const string DayTwiceCode = "calendar.day-twice";
    public const string MakeUpOnWeekdayCode = "calendar.make-up-on-weekday";
    public const string UnchangedCode = "calendar.unchanged";
    public const string PeriodTooLongCode = "calendar.period-too-long";
    public const string EndsBeforeItBeginsCode = "calendar.ends-before-it-begins";

    internal static RuleViolationException YearNotLoaded(int year) => new(YearNotLoadedCode, Refusal.Conflict, null, Fact("year", year));

    internal static RuleViolationException OtherYear(int year) => new(OtherYearCode, Refusal.Impossible, "daysOff", Fact("year", year));

    internal static RuleViolationException DayTwice() => new(DayTwiceCode, Refusal.Impossible, "makeUpDays");

    internal static RuleViolationException MakeUpOnWeekday(LocalDate day) => new(MakeUpOnWeekdayCode, Refusal.Impossible, "makeUpDays", Fact("day", day));

    internal static RuleViolationException Unchanged(int version) => new(UnchangedCode, Refusal.Conflict, null, Fact("version", version));

    internal static RuleViolationException PeriodTooLong() => new(PeriodTooLongCode, Refusal.Impossible, "to", Fact("most", WorkingCalendar.MostDays));

    internal static RuleViolationException EndsBeforeItBegins() => new(EndsBeforeItBeginsCode, Refusal.Impossible, "to");

    private static Dictionary<string, object?> Fact(string name, object value) => new() { [name] = value };
}
