using Honors.Domain.Values;
using NodaTime;

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
        RefuseMeeting(record, others, limits, mayName);
        foreach (var day in record.Days) RefuseFullDay(day.Day, [record, .. others], limits);
    }

    /// <summary>Asks whether the hours of two people could be those of one.</summary>
    /// <param name="ones">All that one of them has, without what counts nothing.</param>
    /// <inheritdoc cref="Refuse"/>
    public static void RefuseBetween(
        IReadOnlyCollection<ServiceRecord> ones, IReadOnlyCollection<ServiceRecord> others, OverlapLimits limits, Func<Guid, bool> mayName)
    {
        foreach (var record in ones.OrderBy(o => o.ServedOn).ThenBy(o => o.Id))
            RefuseMeeting(record, [.. others.Where(o => Period.DaysBetween(o.ServedOn, record.ServedOn) is >= -ServiceRecord.MostDays and <= ServiceRecord.MostDays)], limits, mayName);

        var byDay = ones.Concat(others).SelectMany(r => r.Days, (r, d) => (d.Day, Record: r)).ToLookup(d => d.Day, d => d.Record);
        foreach (var day in Days(ones).Intersect(Days(others)).Order()) RefuseFullDay(day, [.. byDay[day]], limits);

        static IEnumerable<LocalDate> Days(IEnumerable<ServiceRecord> records) => records.SelectMany(r => r.Days).Select(d => d.Day);
    }

    private static void RefuseMeeting(ServiceRecord record, IReadOnlyCollection<ServiceRecord> others, OverlapLimits limits, Func<Guid, bool> mayName)
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

        bool FillsADay(ServiceRecord timed, ServiceRecord dated) =>
            timed.StartsAt is not null && ChinaTime.MinutesOn(timed.StartsAt.Value, timed.EndsAt!.Value, dated.ServedOn) >= limits.LongTimedMinutes;
    }

    private static void RefuseFullDay(LocalDate day, IReadOnlyCollection<ServiceRecord> records, OverlapLimits limits)
    {
        var sameDay = records.Where(r => r.Days.Any(d => d.Day == day)).ToList();
        if (sameDay.All(r => r.StartsAt is not null)) return;

        var sum = sameDay.Sum(r => r.Days.Where(d => d.Day == day).Sum(d => d.Minutes));
        if (sum > limits.MostMinutesADay) throw ServiceHoursRules.DayIsFull(day, sum, limits.MostMinutesADay);
    }

    /// <summary>
    /// Parts one day's spans of a roster into what may count and what meets other hours. A part that meets a timed record is contested for just that
    /// time; where a record without times leaves the day no room, nobody can tell which part it meets, and all of the rest is.
    /// </summary>
    /// <param name="spans">Of one person on <paramref name="day"/>, not overlapping each other.</param>
    /// <param name="others">The person's other records that hold time: logged, verified or contested.</param>
    /// <returns>Disjoint, also by their hulls; their minutes are those of the spans.</returns>
    public static IReadOnlyList<Claim> Part(IReadOnlyList<Span> spans, LocalDate day, IReadOnlyCollection<ServiceRecord> others, OverlapLimits limits)
    {
        List<Claim> claims = [];
        List<Span> rest = [.. spans.OrderBy(s => s.From)];
        var timed = others.Where(o => o.StartsAt is not null).OrderBy(o => o.Status is ServiceStatus.Contested).ThenBy(o => o.StartsAt).ToList();
        foreach (var other in timed)
        {
            var met = rest.Within(Time(other));
            claims.AddRange(Runs(met, [.. timed.Where(t => t != other).Select(Time)]).Select(run => new Claim(run, other)));
            rest = rest.Without(Time(other));
        }

        var fullDay = rest is [] ? null : others.Where(o => o.StartsAt is null && o.ServedOn == day).OrderBy(o => o.Id).FirstOrDefault(_ => IsFull());
        foreach (var run in Runs(rest, [.. timed.Select(Time)])) claims.Add(new Claim(run, fullDay));
        return claims;

        bool IsFull() => new Span(rest[0].From, rest[^1].To).Minutes >= limits.LongTimedMinutes
            || rest.Minutes() + others.SelectMany(o => o.Days).Where(d => d.Day == day).Sum(d => d.Minutes) > limits.MostMinutesADay;
    }

    /// <summary>Spans with nothing foreign between them stay together.</summary>
    private static List<List<Span>> Runs(List<Span> spans, List<Span> foreign)
    {
        List<List<Span>> runs = [];
        foreach (var span in spans)
        {
            if (runs is [.., var run] && !foreign.Any(new Span(run[^1].To, span.From).Intersects)) run.Add(span);
            else runs.Add([span]);
        }

        return runs;
    }

    private static Span Time(ServiceRecord record) => new(record.StartsAt!.Value, record.EndsAt!.Value);

    private static RuleViolationException Conflict(OverlapKind kind, ServiceRecord other, Func<Guid, bool> mayName) =>
        ServiceHoursRules.Overlaps(kind, other.ServedOn, other.StartsAt, other.EndsAt, mayName(other.Id) ? other.Id : null);
}

/// <summary>Time that one record is to hold.</summary>
/// <param name="Against">The record that claims the same time; null where none does.</param>
public sealed record Claim(IReadOnlyList<Span> Spans, ServiceRecord? Against)
{
    public Span Hull => new(Spans[0].From, Spans[^1].To);

    public int Minutes => Spans.Minutes();
}

public enum OverlapKind { TimedWithTimed, DatedWithLongTimed, DayTotal }
