using Honors.Api.Contract;
using Honors.Api.Errors;
using Honors.Domain.Calendar;
using NodaTime;

namespace Honors.Api.Calendar;

/// <summary>Where a period ends, and how that was counted.</summary>
/// <param name="FirstDay">The first day that counts.</param>
/// <param name="LastDay">Inclusive: the period ends as this day ends.</param>
/// <param name="DaysOff">Days off that were passed over, or over which the last day moved on.</param>
/// <param name="MakeUpDays">Saturdays and Sundays that counted because they were worked.</param>
/// <param name="Rule">The rule that was followed, with its law and article.</param>
/// <param name="Calendar">The versions of the years that the period touches.</param>
/// <param name="Warnings">What to look at before this is printed; empty where there is nothing.</param>
public sealed record PeriodResponse(
    LocalDate Published,
    int Length,
    PeriodUnit Unit,
    Counting Counting,
    LocalDate FirstDay,
    LocalDate LastDay,
    [property: MostItems(WorkingCalendar.MostDays)] IReadOnlyList<LocalDate> DaysOff,
    [property: MostItems(WorkingCalendar.MostDays)] IReadOnlyList<LocalDate> MakeUpDays,
    [property: Length(200)] string Rule,
    [property: MostItems(10)] IReadOnlyList<YearVersion> Calendar,
    [property: MostItems(2)] IReadOnlyList<PeriodWarning> Warnings);

/// <param name="Code">`calendar.other-counting`: the other way of counting ends on another day; `calendar.ends-on-day-off`: the printed last day is off.</param>
/// <param name="LastDay">The last day by the other way of counting.</param>
public sealed record PeriodWarning([property: Length(50)] string Code, [property: Length(200)] string Text, LocalDate? LastDay)
{
    internal static PeriodWarning Of(string code, LocalDate day, LocalDate? lastDay) =>
        new(code, Texts.Of(code, new Dictionary<string, object?> { ["day"] = day }), lastDay);
}

/// <param name="Count">Working days, the first and the last day included where they are worked.</param>
public sealed record WorkingDaysResponse(LocalDate From, LocalDate To, int Count, [property: MostItems(10)] IReadOnlyList<YearVersion> Calendar);

/// <summary>A year's schedule as the State Council announced it.</summary>
/// <param name="DaysOff">Days on which nobody works; a Saturday or Sunday may stand among them, and is off either way.</param>
/// <param name="MakeUpDays">Saturdays and Sundays that are worked (调休上班).</param>
/// <param name="Source">The notice.</param>
public sealed record CalendarYearRequest(
    [property: Between(CalendarYear.FirstYear, CalendarYear.LastYear)] int Year,
    [property: MostItems(CalendarYear.MostDaysOff)] IReadOnlyList<LocalDate> DaysOff,
    [property: MostItems(CalendarYear.MostMakeUpDays)] IReadOnlyList<LocalDate> MakeUpDays,
    SourceBody Source)
{
    internal ScheduleFacts ToFacts() => new(DaysOff, MakeUpDays, Source.ToSource());
}

/// <summary>One version of a year's schedule.</summary>
/// <param name="Version">The highest of a year holds; earlier ones stay.</param>
/// <param name="Entered">Null: it came with the program.</param>
public sealed record CalendarYearResponse(
    Guid Id,
    int Year,
    int Version,
    [property: MostItems(CalendarYear.MostDaysOff)] IReadOnlyList<LocalDate> DaysOff,
    [property: MostItems(CalendarYear.MostMakeUpDays)] IReadOnlyList<LocalDate> MakeUpDays,
    SourceView Source,
    SignatureView? Entered)
{
    internal static CalendarYearResponse Of(CalendarYear year) =>
        new(year.Id, year.Year, year.Version, year.DaysOff, year.MakeUpDays, SourceView.Of(year.Source)!, SignatureView.Of(year.Entered));
}
