using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Api.Http;
using Honors.Api.Notices;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Calendar;

/// <summary>Working days and where periods end. The calendar is the whole country's: everybody reads it.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder api)
    {
        var calendar = api.MapGroup("/calendar").WithTags("Calendar");

        calendar.MapGet("/period", Count).WithName("countPeriod");
        calendar.MapGet("/working-days", WorkingDays).WithName("countWorkingDays");
        calendar.MapGet("/years", ListYears).WithName("listCalendarYears");
        calendar.MapGet("/years/{year:int}", GetYear).WithName("getCalendarYear");
        calendar.MapPost("/years", EnterYear).WithName("enterCalendarYear").RequireRight(Right.Decide);
    }

    /// <summary>Counts where a period ends: of a public notice, of an answer that is due.</summary>
    /// <remarks>
    /// `excludeStart` counts as the law does: the day of publication is not counted (民法典 §201), and a last day that is off moves to the next working day (§203). `inclusive`
    /// is the printed range of a commendation notice, which is as printed (§204). Refused with `calendar.year-not-loaded` (409) where the
    /// period touches a year whose schedule is not there.
    /// </remarks>
    /// <param name="published">The day of publication, or another start.</param>
    private static async Task<Ok<PeriodResponse>> Count(
        DateOnly published, [Between(1, WorkingCalendar.MostDays)] int length, Word<PeriodUnit> unit, Word<Counting> counting, HonorsDb db, CancellationToken ct)
    {
        var calendar = await db.WorkingCalendar(ct);
        var start = LocalDate.FromDateOnly(published);
        var period = calendar.Count(start, length, unit.Value, counting.Value);
        var rule = unit.Value is PeriodUnit.WorkingDays ? CalendarTexts.WorkingDays : counting.Value is Counting.Inclusive ? CalendarTexts.PrintedRange : CalendarTexts.Days;
        return TypedResults.Ok(new PeriodResponse(
            start, length, unit.Value, counting.Value, period.FirstDay, period.LastDay, period.PassedOver, period.MakeUpDays, Texts.Of(rule),
            calendar.Versions(start, period.LastDay), Warnings(calendar, period, start, length, unit.Value, counting.Value)));
    }

    private static List<PeriodWarning> Warnings(WorkingCalendar calendar, CountedPeriod period, LocalDate start, int length, PeriodUnit unit, Counting counting)
    {
        List<PeriodWarning> warnings = [];
        // The other way may reach a year that is not loaded: then it cannot be told, and the answer that can be stands.
        var otherwise = calendar.Due(start, length, unit, counting is Counting.Inclusive ? Counting.ExcludeStart : Counting.Inclusive).Day;
        if (otherwise is { } day && day != period.LastDay) warnings.Add(PeriodWarning.Of(CalendarTexts.OtherCounting, day, day));
        if (!calendar.IsWorkingDay(period.LastDay)) warnings.Add(PeriodWarning.Of(CalendarTexts.EndsOnDayOff, period.LastDay, null));
        return warnings;
    }

    /// <summary>Counts the working days from one day to another, both inclusive.</summary>
    /// <remarks>Refused with `calendar.year-not-loaded` (409) where the span touches a year whose schedule is not there.</remarks>
    private static async Task<Ok<WorkingDaysResponse>> WorkingDays(DateOnly from, DateOnly to, HonorsDb db, CancellationToken ct)
    {
        var calendar = await db.WorkingCalendar(ct);
        var (first, last) = (LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(to));
        return TypedResults.Ok(new WorkingDaysResponse(first, last, calendar.WorkingDays(first, last), calendar.Versions(first, last)));
    }

    /// <summary>Lists the years whose schedule is there, each as it holds now, newest first.</summary>
    private static async Task<Ok<IReadOnlyList<CalendarYearResponse>>> ListYears(HonorsDb db, CancellationToken ct)
    {
        var years = await db.CalendarYears.AsNoTracking().Holding(db).OrderByDescending(y => y.Year).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<CalendarYearResponse>>([.. years.Select(CalendarYearResponse.Of)]);
    }

    /// <summary>Shows every version of a year's schedule, the one that holds first.</summary>
    private static async Task<Results<Ok<IReadOnlyList<CalendarYearResponse>>, NotFound>> GetYear(int year, HonorsDb db, CancellationToken ct)
    {
        var versions = await db.CalendarYears.AsNoTracking().Where(y => y.Year == year).OrderByDescending(y => y.Version).ToListAsync(ct);
        return versions is [] ? TypedResults.NotFound() : TypedResults.Ok<IReadOnlyList<CalendarYearResponse>>([.. versions.Select(CalendarYearResponse.Of)]);
    }

    /// <summary>Enters the schedule of a year, or a correction of one as its next version.</summary>
    /// <remarks>
    /// Needs `decide` in an office: the clocks of all titles run by it. What was counted with an earlier version stays as it was, but for public notices that are still open: those
    /// are counted again, never to end earlier than they were printed.
    /// </remarks>
    private static async Task<Created<CalendarYearResponse>> EnterYear(
        CalendarYearRequest request, Caller caller, HonorsDb db, IClock clock, ILogger<CalendarYear> log, CancellationToken ct)
    {
        caller.RequireInOffice(Right.Decide);
        var before = await db.CalendarYears.AsNoTracking().Where(y => y.Year == request.Year).OrderByDescending(y => y.Version).FirstOrDefaultAsync(ct);
        var year = CalendarYear.Enter(Guid.CreateVersion7(), request.Year, request.ToFacts(), before, caller.Actor, clock.GetCurrentInstant());

        await db.CountNoticesAgain(year, log, clock.GetCurrentInstant(), ct);
        db.Add(year);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/calendar/years/{year.Year}", CalendarYearResponse.Of(year));
    }
}

/// <summary>Sentences beside a counted period.</summary>
internal static class CalendarTexts
{
    public const string WorkingDays = "calendar.rule-working-days", Days = "calendar.rule-days", PrintedRange = "calendar.rule-printed-range";

    public const string OtherCounting = "calendar.other-counting", EndsOnDayOff = "calendar.ends-on-day-off";
}
