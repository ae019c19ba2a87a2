using Honors.Api.ServiceHours;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NodaTime;

namespace Honors.Api.Data;

/// <summary>
/// Whatever takes counted hours away, by whichever way (a reversal, a dispute, a denial, a new rule, a prior total, a separation), asks anew of the stars
/// that stood on them, in the same commit.
/// </summary>
public abstract partial class HonorsDb
{
    /// <summary>Whose counted hours this save may make fewer.</summary>
    private static List<Guid> HoursTaken(List<EntityEntry> changed) =>
    [
        .. changed.Where(e => e is { Entity: ServiceRecord, State: EntityState.Modified } && IsTaken(e)).Select(e => (Guid)e.Property(nameof(ServiceRecord.PersonId)).OriginalValue!)
            .Concat(changed.Select(e => e.Entity).OfType<PriorTotal>().Select(t => t.PersonId)).Distinct(),
    ];

    private static bool IsTaken(EntityEntry entry)
    {
        var record = (ServiceRecord)entry.Entity;
        return entry.Property(nameof(ServiceRecord.Status)).OriginalValue is ServiceStatus.Verified
            && (record.Status is not ServiceStatus.Verified
                || (Guid)entry.Property(nameof(ServiceRecord.PersonId)).OriginalValue! != record.PersonId
                || record.CreditedMinutes < (int)entry.Property(nameof(ServiceRecord.CreditedMinutes)).OriginalValue!);
    }

    private async Task RecountStars(List<Guid> people, CancellationToken ct)
    {
        var ratings = await StarRatings.IgnoreQueryFilters([Visible]).Where(s => people.Contains(s.PersonId) && s.Status == StarStatus.Granted).ToListAsync(ct);
        if (ratings is []) return;

        var now = this.GetService<IClock>().GetCurrentInstant();
        foreach (var ofPerson in ratings.GroupBy(r => r.PersonId))
        {
            var counted = await this.CountedMinutes(ofPerson.Key, ct);
            foreach (var rating in ofPerson) rating.Recount(counted, now);
        }

        CountVersions(Changed());
        await base.SaveChangesAsync(true, ct);
    }
}
