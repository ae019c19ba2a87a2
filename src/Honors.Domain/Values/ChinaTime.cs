using NodaTime;

namespace Honors.Domain.Values;

/// <summary>The one zone whose days the registry counts. It kept summer time from 1986 to 1991: not every day has 24 hours.</summary>
public static class ChinaTime
{
    public static DateTimeZone China { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static LocalDate Today(Instant now) => now.InZone(China).Date;

    /// <summary>Whole minutes of the half-open interval that fall on a local day.</summary>
    public static int MinutesOn(Instant startsAt, Instant endsAt, LocalDate day)
    {
        var from = Instant.Max(startsAt, China.AtStartOfDay(day).ToInstant());
        var to = Instant.Min(endsAt, China.AtStartOfDay(day.PlusDays(1)).ToInstant());
        return from < to ? (int)(to - from).TotalMinutes : 0;
    }
}
