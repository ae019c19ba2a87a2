using NodaTime;

namespace Honors.Domain.Values;

/// <summary>The whole minutes of a record that count to one local day.</summary>
public sealed record DayShare(LocalDate Day, int Minutes);

/// <summary>Service is held in whole minutes; hours are only printed.</summary>
public static class ServiceTime
{
    public static string ToChinese(int minutes) => Print(minutes, "小时", "分钟", between: "");

    public static string ToEnglish(int minutes) => Print(minutes, " h", " min", between: " ");

    /// <summary>Shares minutes out over the local days of an interval, in proportion to the time in each day; no minute is lost or added.</summary>
    /// <remarks>By largest remainder, the earlier day first among equals; but no day gets more than its part of the interval, rounded up.</remarks>
    /// <param name="startsAt">Inclusive.</param>
    /// <param name="endsAt">Exclusive.</param>
    /// <param name="minutes">From 0 to the length of the interval, rounded up: less than that when there were breaks.</param>
    /// <returns>In order of the days, without those that get nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The interval is empty or reversed, or cannot hold the minutes.</exception>
    public static IReadOnlyList<DayShare> SplitByDay(Instant startsAt, Instant endsAt, int minutes, DateTimeZone zone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endsAt, startsAt);
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        var whole = (endsAt - startsAt).ToInt64Nanoseconds();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MinutesRoundedUp(whole));

        var days = Days(startsAt, endsAt, zone)
            .Select(d => (d.Day, Exact: Int128.DivRem((Int128)minutes * d.Nanoseconds, whole), Most: MinutesRoundedUp(d.Nanoseconds)))
            .ToList();
        var left = minutes - days.Sum(d => (int)d.Exact.Quotient);
        var raised = days
            .Where(d => d.Exact.Quotient < d.Most)
            .OrderByDescending(d => d.Exact.Remainder)
            .Take(left)
            .Select(d => d.Day)
            .ToHashSet();

        return [.. days.Select(d => new DayShare(d.Day, (int)d.Exact.Quotient + (raised.Contains(d.Day) ? 1 : 0))).Where(s => s.Minutes > 0)];
    }

    private static IEnumerable<(LocalDate Day, long Nanoseconds)> Days(Instant startsAt, Instant endsAt, DateTimeZone zone)
    {
        for (var from = startsAt; from < endsAt;)
        {
            var day = from.InZone(zone).Date;
            var to = Instant.Min(zone.AtStartOfDay(day.PlusDays(1)).ToInstant(), endsAt);
            yield return (day, (to - from).ToInt64Nanoseconds());
            from = to;
        }
    }

    private static long MinutesRoundedUp(long nanoseconds) => (nanoseconds + NodaConstants.NanosecondsPerMinute - 1) / NodaConstants.NanosecondsPerMinute;

    private static string Print(int minutes, string hour, string minute, string between)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);

        return Math.DivRem(minutes, 60) switch
        {
            (var hours, 0) => $"{hours}{hour}",
            (0, var rest) => $"{rest}{minute}",
            (var hours, var rest) => $"{hours}{hour}{between}{rest}{minute}",
        };
    }
}
