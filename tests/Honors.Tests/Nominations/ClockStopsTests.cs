using CsCheck;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Tests.Nominations;

public sealed class ClockStopsTests
{
    private static readonly WorkingCalendar Calendar = new([.. CalendarYear.Shipped()]);

    private static readonly LocalDate First = new(2024, 1, 1);

    private static readonly Gen<Clock> Clocks = Gen.Select(Gen.Int[1, 60], Gen.Enum<PeriodUnit>(), Gen.Enum<Counting>())
        .Select(c => new Clock(ClockKind.Examination, c.Item1, c.Item2, c.Item3, null));

    [Fact]
    public void A_stop_never_brings_the_due_day_nearer_and_none_leaves_it_as_it_was() =>
        Gen.Select(Clocks, Gen.Int[0, 300], Gen.Int[0, 100], Gen.Int[0, 100]).Sample((clock, start, before, length) =>
        {
            var opened = First.PlusDays(start);
            var (from, until) = (opened.PlusDays(before), opened.PlusDays(before + length));
            var (plain, stopped) = (clock.DueOn(opened, 0, Calendar), clock.DueOn(opened, ClockStops.DaysStopped(from, until, clock.Unit, Calendar), Calendar));
            Assert.Equal(Calendar.Count(opened, clock.Length, clock.Unit, clock.Counting).LastDay, plain);
            Assert.True(stopped >= plain);
            if (ClockStops.DaysStopped(from, until, clock.Unit, Calendar) is 0) Assert.Equal(plain, stopped);
        });

    [Fact]
    public void Stops_add_wherever_one_is_cut_in_two() =>
        Gen.Select(Gen.Enum<PeriodUnit>(), Gen.Int[0, 300], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((unit, start, first, second) =>
        {
            var (from, cut, until) = (First.PlusDays(start), First.PlusDays(start + first), First.PlusDays(start + first + second));
            Assert.Equal(
                ClockStops.DaysStopped(from, until, unit, Calendar),
                ClockStops.DaysStopped(from, cut, unit, Calendar) + ClockStops.DaysStopped(cut, until, unit, Calendar));
        });

    [Theory]
    [InlineData(PeriodUnit.WorkingDays, 5, "2024-04-18")] // 04-04 to 04-06 are off, 04-07 is worked
    [InlineData(PeriodUnit.Days, 8, "2024-04-16")]
    public void Over_Qingming_of_2024_a_stop_from_the_3rd_to_the_11th_takes_out(PeriodUnit unit, int days, string due)
    {
        Assert.Equal(days, ClockStops.DaysStopped(new LocalDate(2024, 4, 3), new LocalDate(2024, 4, 11), unit, Calendar));
        var clock = new Clock(ClockKind.Examination, 5, unit, Counting.ExcludeStart, null);
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(due).Value, clock.DueOn(new LocalDate(2024, 4, 3), days, Calendar));
    }
}
