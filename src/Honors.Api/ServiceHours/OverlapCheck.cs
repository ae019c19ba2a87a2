using Honors.Api.Data;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

internal static class OverlapCheck
{
    /// <summary>
    /// The figures are the office's to set: <c>ServiceHours:LongTimedMinutes</c>, <c>ServiceHours:MostMinutesADay</c>, and how long a record is in time,
    /// <c>ServiceHours:RecordingWorkingDays</c>.
    /// </summary>
    public static void AddOverlapLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(configuration.GetRequiredSection("ServiceHours").Get<OverlapLimits>()!)
            .AddSingleton(configuration.GetRequiredSection("ServiceHours").Get<RecordingLimit>()!);

    /// <summary>Looks at every body's hours of the person, since no body sees them all; names another record only to a caller who may see it.</summary>
    /// <exception cref="Domain.RuleViolationException"><c>service-hours.overlap</c>.</exception>
    public static async Task RefuseOverlap(this HonorsDb db, ServiceRecord record, OverlapLimits limits, CancellationToken ct)
    {
        var nearby = db.HoldingTimeNear(record);
        var others = await nearby.IgnoreQueryFilters([HonorsDb.Visible]).AsNoTracking().ToListAsync(ct);
        if (others is []) return;

        var visible = await nearby.Select(r => r.Id).ToListAsync(ct);
        Overlap.Refuse(record, others, limits, visible.Contains);
    }

    /// <summary>The person's other records of any body the caller may see that claim time on or near these days.</summary>
    public static IQueryable<ServiceRecord> HoldingTimeNear(this HonorsDb db, ServiceRecord record) =>
        db.HoldingTime([record.PersonId], record.Days.Min(d => d.Day), record.Days.Max(d => d.Day)).Where(r => r.Id != record.Id);

    /// <summary>Rejected and reversed hours have freed their time.</summary>
    public static IQueryable<ServiceRecord> HoldingTime(this HonorsDb db, IReadOnlyList<Guid> persons, LocalDate first, LocalDate last)
    {
        var from = first.PlusDays(-ServiceRecord.MostDays);
        return db.ServiceRecords.Where(r => persons.Contains(r.PersonId) && r.Status != ServiceStatus.Rejected && r.Status != ServiceStatus.Reversed
            && r.SortDay >= from && r.SortDay <= last);
    }
}
