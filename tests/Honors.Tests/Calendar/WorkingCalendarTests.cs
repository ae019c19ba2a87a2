using CsCheck;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly IReadOnlyList<CalendarYear> Years = [.. CalendarYear.Shipped()];
    private static readonly WorkingCalendar Calendar = new(Years);

    /// <summary>A start from which a period of up to 60 days stays within the years that are loaded.</summary>
    private static readonly Gen<LocalDate> Starts = Gen.Int[0, (7 * 365) + 250].Select(n => new LocalDate(2019, 1, 1).PlusDays(n));

    private static readonly Gen<(LocalDate Start, int Length, PeriodUnit Unit)> Periods =
        Gen.Select(Starts, Gen.Int[1, 40], Gen.OneOf(Gen.Const(PeriodUnit.WorkingDays), Gen.Const(PeriodUnit.Days)));

    [Theory]
    [InlineData("2024-04-03", 5, "2024-04-11")]
    [InlineData("2024-04-03", 7, "2024-04-15")]
    [InlineData("2024-04-03", 10, "2024-04-18")]
    [InlineData("2024-09-27", 10, "2024-10-16")]
    [InlineData("2025-09-26", 10, "2025-10-16")]
    [InlineData("2026-02-13", 10, "2026-03-05")]
    public void Working_days_after_a_publication_pass_over_holidays_and_count_make_up_days(string published, int length, string last) =>
        Assert.Equal(Day(last), Calendar.Count(Day(published), length, PeriodUnit.WorkingDays, Counting.ExcludeStart).LastDay);

    [Theory]
    [InlineData("2024-04-03", 7, "2024-04-10")]
    [InlineData("2024-04-02", 30, "2024-05-06")] // 2 May is a holiday
    [InlineData("2024-04-01", 30, "2024-05-06")] // 1 May is a holiday
    public void Days_after_a_publication_end_on_a_working_day(string published, int length, string last) =>
        Assert.Equal(Day(last), Calendar.Count(Day(published), length, PeriodUnit.Days, Counting.ExcludeStart).LastDay);

    [Fact]
    public void A_printed_range_counts_both_its_days_and_ends_as_printed() =>
        Assert.Equal(new LocalDate(2024, 5, 1), Calendar.Count(new LocalDate(2024, 4, 2), 30, PeriodUnit.Days, Counting.Inclusive).LastDay);

    [Fact]
    public void Ten_working_days_before_a_festival_name_the_days_off_and_the_Sunday_that_was_worked()
    {
        var period = Calendar.Count(new LocalDate(2024, 4, 3), 10, PeriodUnit.WorkingDays, Counting.ExcludeStart);
        Assert.Equal(new LocalDate(2024, 4, 7), period.FirstDay);
        Assert.Equal([new(2024, 4, 4), new(2024, 4, 5), new(2024, 4, 6), new(2024, 4, 13), new(2024, 4, 14)], period.PassedOver);
        Assert.Equal([new(2024, 4, 7)], period.MakeUpDays);
    }

    [Fact]
    public void Five_working_days_from_a_make_up_Saturday_are_five() =>
        Assert.Equal(5, Calendar.WorkingDays(new LocalDate(2022, 5, 7), new LocalDate(2022, 5, 12)));

    [Theory]
    [InlineData(2019, 365, 250)]
    [InlineData(2020, 366, 249)]
    [InlineData(2021, 365, 250)]
    [InlineData(2022, 365, 249)]
    [InlineData(2023, 365, 249)]
    [InlineData(2024, 366, 251)]
    [InlineData(2025, 365, 248)]
    [InlineData(2026, 365, 248)]
    public void A_shipped_year_has_its_days_and_its_working_days(int year, int days, int workingDays)
    {
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        Assert.Equal(days, 1 + Period.DaysBetween(first, last));
        Assert.Equal(workingDays, Calendar.WorkingDays(first, last));
    }

    /// <summary>The notice of each year says how many days a festival is off, weekends among them.</summary>
    [Theory]
    [InlineData(2020, 30, 6)]
    [InlineData(2021, 31, 7)]
    [InlineData(2022, 32, 7)] // with 31 December, by the notice of 2023
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void A_shipped_year_has_the_published_number_of_days_off(int year, int daysOff, int makeUpDays)
    {
        var shipped = Years.Single(y => y.Year == year);
        Assert.Equal((daysOff, makeUpDays), (shipped.DaysOff.Count, shipped.MakeUpDays.Count));
    }

    [Fact]
    public void In_2024_New_Years_Eve_of_the_old_calendar_was_worked() => Assert.True(Calendar.IsWorkingDay(new LocalDate(2024, 2, 9)));

    [Fact]
    public void A_period_ends_no_earlier_than_it_begins() => Periods.Sample(p =>
    {
        foreach (var counting in Enum.GetValues<Counting>())
        {
            var counted = Calendar.Count(p.Start, p.Length, p.Unit, counting);
            Assert.True(p.Start <= counted.FirstDay && counted.FirstDay <= counted.LastDay);
        }
    });

    [Fact]
    public void So_many_working_days_are_exactly_so_many() => Gen.Select(Starts, Gen.Int[1, 40]).Sample((start, length) =>
    {
        var after = Calendar.Count(start, length, PeriodUnit.WorkingDays, Counting.ExcludeStart);
        Assert.Equal(length, Calendar.WorkingDays(start.PlusDays(1), after.LastDay));
        Assert.True(Calendar.IsWorkingDay(after.LastDay) && Calendar.IsWorkingDay(after.FirstDay));
        var with = Calendar.Count(start, length, PeriodUnit.WorkingDays, Counting.Inclusive);
        Assert.Equal(length, Calendar.WorkingDays(start, with.LastDay));
    });

    [Fact]
    public void A_later_start_or_a_longer_period_never_ends_earlier() => Gen.Select(Periods, Gen.OneOf(Gen.Const(Counting.ExcludeStart), Gen.Const(Counting.Inclusive))).Sample((p, counting) =>
    {
        var last = Calendar.Count(p.Start, p.Length, p.Unit, counting).LastDay;
        Assert.True(last <= Calendar.Count(p.Start.PlusDays(1), p.Length, p.Unit, counting).LastDay);
        Assert.True(last <= Calendar.Count(p.Start, p.Length + 1, p.Unit, counting).LastDay);
    });

    [Fact]
    public void The_two_ways_of_counting_differ_by_the_day_of_the_start() => Gen.Select(Starts, Gen.Int[1, 40]).Sample((start, length) =>
    {
        var (with, after) = (Last(Counting.Inclusive, PeriodUnit.WorkingDays), Last(Counting.ExcludeStart, PeriodUnit.WorkingDays));
        Assert.Equal(Calendar.IsWorkingDay(start) ? 1 : 0, Calendar.WorkingDays(with, after) - 1);
        Assert.True(Last(Counting.Inclusive, PeriodUnit.Days).PlusDays(1) <= Last(Counting.ExcludeStart, PeriodUnit.Days));

        LocalDate Last(Counting counting, PeriodUnit unit) => Calendar.Count(start, length, unit, counting).LastDay;
    });

    [Fact]
    public void A_year_that_is_not_loaded_is_not_guessed()
    {
        var refused = Assert.Throws<RuleViolationException>(() => Calendar.Count(new LocalDate(2026, 12, 25), 10, PeriodUnit.WorkingDays, Counting.ExcludeStart));
        Assert.Equal("calendar.year-not-loaded", refused.Code);
        Assert.Equal(2027, refused.Facts["year"]);
        Assert.Equal(DueDay.Pending, Calendar.Due(new LocalDate(2026, 12, 25), 10));
        Assert.Equal(new LocalDate(2026, 3, 5), Calendar.Due(new LocalDate(2026, 2, 13), 10).Day);
    }

    [Fact]
    public void A_printed_range_needs_no_calendar() =>
        Assert.Equal(new LocalDate(2031, 1, 30), Calendar.Count(new LocalDate(2031, 1, 1), 30, PeriodUnit.Days, Counting.Inclusive).LastDay);

    [Theory]
    [InlineData("2026-12-31", null, "calendar.day-of-another-year")]
    [InlineData("2027-01-01", "2027-01-01", "calendar.day-twice")]
    [InlineData("2027-01-01", "2027-01-04", "calendar.make-up-on-weekday")]
    public void A_schedule_that_cannot_be_is_refused(string off, string? makeUp, string code) =>
        Assert.Equal(code, Assert.Throws<RuleViolationException>(() => Enter([off], makeUp is null ? [] : [makeUp], null)).Code);

    [Fact]
    public void A_correction_is_the_next_version_and_moves_nothing_that_was_counted()
    {
        var first = Enter(["2027-01-01"], [], null);
        var counted = new WorkingCalendar([first]).Due(new LocalDate(2027, 1, 3), 1);
        var second = Enter(["2027-01-01", "2027-01-04"], ["2027-01-09"], first);
        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal(new LocalDate(2027, 1, 4), counted.Day);
        Assert.Equal(new LocalDate(2027, 1, 5), new WorkingCalendar([second]).Due(new LocalDate(2027, 1, 3), 1).Day);
        Assert.Equal("calendar.unchanged", Assert.Throws<RuleViolationException>(() => Enter(["2027-01-04", "2027-01-01"], ["2027-01-09"], second)).Code);
    }

    private static CalendarYear Enter(string[] off, string[] makeUp, CalendarYear? before) => CalendarYear.Enter(
        Guid.NewGuid(), 2027, new ScheduleFacts([.. off.Select(Day)], [.. makeUp.Select(Day)], new Source("通知", PartialDate.Unknown, null)), before,
        new Actor(Guid.NewGuid(), Guid.NewGuid()), Instant.FromUtc(2026, 11, 20, 0, 0));

    private static LocalDate Day(string day) => LocalDate.FromDateOnly(DateOnly.Parse(day, null));
}
