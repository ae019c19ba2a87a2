using Honors.Api.Data;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.ServiceHours;

internal static class OverlapCheck
{
    /// <summary>Both figures are the office's to set: <c>ServiceHours:LongTimedMinutes</c>, <c>ServiceHours:MostMinutesADay</c>.</summary>
    public static void AddOverlapLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(configuration.GetRequiredSection("ServiceHours").Get<OverlapLimits>()!);

    /// <summary>Looks at every body's hours of the person, since no body sees them all; names another record only to a caller who may see it.</summary>
    /// <exception cref="Domain.RuleViolationException"><c>service-hours.overlap</c>.</exception>
    public static async Task RefuseOverlap(this HonorsDb db, ServiceRecord record, OverlapLimits limits, CancellationToken ct)
    {
        var first = record.Days.Min(d => d.Day);
        var last = record.Days.Max(d => d.Day);
        var nearby = db.ServiceRecords.Where(r => r.PersonId == record.PersonId && r.Id != record.Id && r.Status != ServiceStatus.Rejected && r.Status != ServiceStatus.Reversed
            && r.SortDay >= first.PlusDays(-ServiceRecord.MostDays) && r.SortDay <= last);

        var others = await nearby.IgnoreQueryFilters([HonorsDb.Visible]).AsNoTracking().ToListAsync(ct);
        if (others is []) return;

        var visible = await nearby.Select(r => r.Id).ToListAsync(ct);
        Overlap.Refuse(record, others, limits, visible.Contains);
    }
}
