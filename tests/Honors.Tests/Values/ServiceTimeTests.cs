using CsCheck;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Tests.Values;

public class ServiceTimeTests
{
    private static readonly LocalDate NewYearsEve = new(2023, 12, 31);
    private static readonly LocalDate NewYearsDay = new(2024, 1, 1);

    /// <summary>An interval of up to five days, often across a day of 23 or 25 hours (1986 to 1991), to the second, with minutes it can hold.</summary>
    private static readonly Gen<(Instant StartsAt, Instant EndsAt, int Minutes)> Services =
        from startsAt in Gen.OneOf(
            Gen.Long[AtUtc(1986, 1, 1), AtUtc(1992, 1, 1)],
            Gen.Long[AtUtc(1990, 4, 12), AtUtc(1990, 4, 16)],
            Gen.Long[AtUtc(2021, 7, 1), AtUtc(2024, 12, 31)])
        from seconds in Gen.Int[1, 5 * 24 * 3600]
        from minutes in Gen.OneOf(Gen.Int[0, (seconds + 59) / 60], Gen.Const((seconds + 59) / 60))
        select (Instant.FromUnixTimeSeconds(startsAt), Instant.FromUnixTimeSeconds(startsAt + seconds), minutes);

    [Theory]
    [InlineData(24000, "400小时", "400 h")]
    [InlineData(90, "1小时30分钟", "1 h 30 min")]
    [InlineData(60, "1小时", "1 h")]
    [InlineData(45, "45分钟", "45 min")]
    [InlineData(0, "0小时", "0 h")]
    public void Minutes_print_as_hours(int minutes, string chinese, string english)
    {
        Assert.Equal(chinese, ServiceTime.ToChinese(minutes));
        Assert.Equal(english, ServiceTime.ToEnglish(minutes));
    }

    [Fact]
    public void A_service_within_a_day_counts_to_that_day() =>
        Assert.Equal([new DayShare(NewYearsDay, 120)], Split(NewYearsDay.At(new(9, 0)), NewYearsDay.At(new(12, 0)), 120));

    [Fact]
    public void A_service_across_New_Year_counts_to_both_years() =>
        Assert.Equal(
            [new DayShare(NewYearsEve, 60), new DayShare(NewYearsDay, 120)],
            Split(NewYearsEve.At(new(23, 0)), NewYearsDay.At(new(2, 0)), 180));

    [Fact]
    public void A_break_is_taken_from_each_day_in_proportion() =>
        Assert.Equal(
            [new DayShare(NewYearsEve, 50), new DayShare(NewYearsDay, 100)],
            Split(NewYearsEve.At(new(23, 0)), NewYearsDay.At(new(2, 0)), 150));

    [Fact]
    public void A_service_that_ends_at_midnight_does_not_touch_the_next_day() =>
        Assert.Equal([new DayShare(NewYearsEve, 60)], Split(NewYearsEve.At(new(23, 0)), NewYearsDay.AtMidnight(), 60));

    [Fact]
    public void The_minute_left_over_goes_to_the_largest_remainder() =>
        Assert.Equal(
            [new DayShare(NewYearsEve, 3), new DayShare(NewYearsDay, 7)], // of 3.33 and 6.67
            Split(NewYearsEve.At(new(23, 0)), NewYearsDay.At(new(2, 0)), 10));

    [Fact]
    public void Equal_remainders_favour_the_earlier_day_and_a_day_without_minutes_is_left_out() =>
        Assert.Equal([new DayShare(NewYearsEve, 1)], Split(NewYearsEve.At(new(23, 0)), NewYearsDay.At(new(1, 0)), 1));

    [Fact]
    public void A_day_never_gets_more_than_its_part_rounded_up() =>
        Assert.Equal( // of 120.9 and 0.1: the larger remainder belongs to the day that has 120 minutes and no more
            [new DayShare(NewYearsEve, 120), new DayShare(NewYearsDay, 1)],
            Split(NewYearsEve.At(new(22, 0)), NewYearsDay.At(new(0, 0, 6)), 121));

    [Theory]
    [InlineData(4, 15, 23)] // Shanghai put its clocks forward in the night to 15 April 1990
    [InlineData(9, 16, 25)] // and back on 16 September
    public void The_days_when_the_clocks_changed_have_the_hours_they_had(int month, int day, int hours)
    {
        var changed = new LocalDate(1990, month, day);

        Assert.Equal(
            [new DayShare(changed.PlusDays(-1), 60), new DayShare(changed, hours * 60), new DayShare(changed.PlusDays(1), 60)],
            Split(changed.PlusDays(-1).At(new(23, 0)), changed.PlusDays(1).At(new(1, 0)), (hours + 2) * 60));
    }

    [Fact]
    public void No_minutes_make_no_days() =>
        Assert.Empty(Split(NewYearsEve.At(new(23, 0)), NewYearsDay.At(new(1, 0)), 0));

    [Fact]
    public void An_interval_that_cannot_hold_the_minutes_is_no_interval_of_theirs()
    {
        var start = NewYearsDay.At(new(9, 0));

        Assert.Throws<ArgumentOutOfRangeException>(() => Split(start, start.PlusMinutes(60), 61));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split(start, start.PlusMinutes(60), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split(start, start, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split(start.PlusMinutes(1), start, 0));
        Assert.Equal([new DayShare(NewYearsDay, 60)], Split(start, start.PlusSeconds(3541), 60));
    }

    [Fact]
    public void The_shares_add_up_exactly() =>
        Services.Sample(s => Assert.Equal(s.Minutes, Split(s).Sum(share => share.Minutes)));

    [Fact]
    public void The_days_are_in_order_and_each_has_minutes() =>
        Services.Sample(s =>
        {
            var shares = Split(s);
            Assert.Equal(shares.Select(share => share.Day).Distinct().Order(), shares.Select(share => share.Day));
            Assert.All(shares, share => Assert.True(share.Minutes > 0));
        });

    [Fact]
    public void A_share_is_within_a_minute_of_its_proportion_and_within_its_day() =>
        Services.Sample(s => Assert.All(Split(s), share =>
        {
            var part = PartOf(share.Day, s.StartsAt, s.EndsAt).TotalMinutes;
            Assert.InRange(share.Minutes, 1, Math.Ceiling(part));
            Assert.InRange(share.Minutes - s.Minutes * part / (s.EndsAt - s.StartsAt).TotalMinutes, -1.0001, 1.0001);
        }));

    [Fact]
    public void Today_begins_at_midnight_in_China()
    {
        Assert.Equal(NewYearsEve, ChinaTime.Today(Instant.FromUtc(2023, 12, 31, 15, 59, 59)));
        Assert.Equal(NewYearsDay, ChinaTime.Today(Instant.FromUtc(2023, 12, 31, 16, 0)));
    }

    private static IReadOnlyList<DayShare> Split(LocalDateTime start, LocalDateTime end, int minutes) =>
        Split((ChinaTime.China.AtStrictly(start).ToInstant(), ChinaTime.China.AtStrictly(end).ToInstant(), minutes));

    private static IReadOnlyList<DayShare> Split((Instant StartsAt, Instant EndsAt, int Minutes) s) =>
        ServiceTime.SplitByDay(s.StartsAt, s.EndsAt, s.Minutes, ChinaTime.China);

    private static Duration PartOf(LocalDate day, Instant startsAt, Instant endsAt) =>
        Instant.Min(endsAt, ChinaTime.China.AtStartOfDay(day.PlusDays(1)).ToInstant()) - Instant.Max(startsAt, ChinaTime.China.AtStartOfDay(day).ToInstant());

    private static long AtUtc(int year, int month, int day) => Instant.FromUtc(year, month, day, 0, 0).ToUnixTimeSeconds();
}
