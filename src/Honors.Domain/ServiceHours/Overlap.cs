using Honors.Domain.Values;

namespace Honors.Domain.ServiceHours;

/// <summary>From when on two records of one person claim the same time.</summary>
/// <param name="LongTimedMinutes">A timed record covering this much of a day, or more, leaves no room for one without times.</param>
/// <param name="MostMinutesADay">A day that holds a record without times takes no more than this in all.</param>
public sealed record OverlapLimits(int LongTimedMinutes, int MostMinutesADay);

/// <summary>The same time of one person is never counted twice (志愿服务 records: 真实、准确, 民政部令67号 art. 3).</summary>
public static class Overlap
{
    /// <summary>Asks whether new hours fit beside what the person already has.</summary>
    /// <param name="others">The person's other records, without rejected ones, that touch the days of <paramref name="record"/>.</param>
    /// <param name="mayName">Whether the caller may learn which record stands in the way.</param>
    /// <exception cref="RuleViolationException"><c>service-hours.overlap</c>, with the interval and the kind of overlap.</exception>
    public static void Refuse(ServiceRecord record, IReadOnlyCollection<ServiceRecord> others, OverlapLimits limits, Func<Guid, bool> mayName)
    {
        foreach (var other in others.OrderBy(o => o.ServedOn).ThenBy(o => o.Id))
        {
            if (record.StartsAt is { } start && other.StartsAt is { } otherStart)
            {
                if (start < other.EndsAt && otherStart < record.EndsAt) throw Conflict(OverlapKind.TimedWithTimed, other, mayName);
            }
            else if ((record.StartsAt is null && FillsADay(other, record)) || (other.StartsAt is null && FillsADay(record, other)))
            {
                throw Conflict(OverlapKind.DatedWithLongTimed, other, mayName);
            }
        }

        foreach (var day in record.Days)
        {
            var sameDay = others.Where(o => o.Days.Any(d => d.Day == day.Day)).ToList();
            if (record.StartsAt is not null && sameDay.All(o => o.StartsAt is not null)) continue;

            var sum = day.Minutes + sameDay.Sum(o => o.Days.Where(d => d.Day == day.Day).Sum(d => d.Minutes));
            if (sum > limits.MostMinutesADay) throw ServiceHoursRules.DayIsFull(day.Day, sum, limits.MostMinutesADay);
        }

        bool FillsADay(ServiceRecord timed, ServiceRecord dated) =>
            timed.StartsAt is not null && ChinaTime.MinutesOn(timed.StartsAt.Value, timed.EndsAt!.Value, dated.ServedOn) >= limits.LongTimedMinutes;
    }

    private static RuleViolationException Conflict(OverlapKind kind, ServiceRecord other, Func<Guid, bool> mayName) =>
        ServiceHoursRules.Overlaps(kind, other.ServedOn, other.StartsAt, other.EndsAt, mayName(other.Id) ? other.Id : null);
}

public enum OverlapKind { TimedWithTimed, DatedWithLongTimed, DayTotal }
