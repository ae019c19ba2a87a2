using Honors.Api.Calendar;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Organizations;
using Honors.Domain.Calendar;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.ServiceHours;

/// <summary>What lies beside hours, as far as the caller may see it. It explains them, and changes nothing.</summary>
/// <param name="Day">What the first day was to those who work.</param>
/// <param name="Vacation">The vacation of the person's unit that the day falls into.</param>
/// <param name="Absences">Leave and duty that the unit entered and that the hours touch.</param>
public sealed record Beside(
    DayKind Day, [property: Length(Vacation.NameMaxLength)] string? Vacation, [property: MostItems(Beside.MostAbsences)] IReadOnlyList<AbsenceResponse> Absences)
{
    internal const int MostAbsences = 20;

    /// <summary>For many records at once: four queries, however many they are.</summary>
    internal static async Task<Func<ServiceHoursResponse, Beside>> Of(IReadOnlyCollection<ServiceHoursResponse> records, HonorsDb db, CancellationToken ct)
    {
        if (records.Count is 0) return _ => new Beside(DayKind.NotKnown, null, []);

        var people = records.Select(r => r.PersonId).Distinct().ToList();
        var (first, last) = (records.Min(r => r.ServedOn), records.Max(r => r.ServedOn).PlusDays(ServiceRecord.MostDays));
        var calendar = await db.WorkingCalendar(ct);
        var employments = (await db.Employments.AsNoTracking().Where(e => people.Contains(e.PersonId) && e.Confirmed != null).ToListAsync(ct)).ToLookup(e => e.PersonId);
        var units = employments.SelectMany(e => e).Select(e => e.OrganizationId).Distinct().ToList();
        var vacations = (await db.Vacations.AsNoTracking().Where(v => units.Contains(v.OrganizationId) && v.FirstDay <= last && v.LastDay >= first).ToListAsync(ct))
            .ToLookup(v => v.OrganizationId);
        var absences = (await db.Absences.AsNoTracking().Where(a => people.Contains(a.PersonId) && a.FirstDay <= last && a.LastDay >= first).ToListAsync(ct))
            .ToLookup(a => a.PersonId);
        return record => new Beside(calendar.KindOf(record.ServedOn), VacationOf(record), [.. AbsencesOf(record)]);

        string? VacationOf(ServiceHoursResponse record) => employments[record.PersonId].Where(e => e.Covers(record.ServedOn))
            .SelectMany(e => vacations[e.OrganizationId]).FirstOrDefault(v => v.FirstDay <= record.ServedOn && record.ServedOn <= v.LastDay)?.Name;

        IEnumerable<AbsenceResponse> AbsencesOf(ServiceHoursResponse record) => absences[record.PersonId]
            .Where(a => a.Meets(record.Days.Select(d => d.Day), record.StartsAt, record.EndsAt)).OrderBy(a => a.FirstDay).Take(MostAbsences).Select(AbsenceResponse.Of);
    }
}
