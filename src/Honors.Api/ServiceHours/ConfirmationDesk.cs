using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>For some records, whom the caller may speak for, and what was said already: read at once, however many they are.</summary>
internal sealed class ConfirmationDesk
{
    private readonly HonorsDb _db;
    private readonly Caller _caller;
    private readonly Instant _now;
    private readonly WorkingCalendar _calendar;
    private readonly ILookup<Guid, (Employment Employment, Organization Unit)> _employments;
    private readonly ILookup<Guid, UnitConfirmation> _said;

    private ConfirmationDesk(
        HonorsDb db, Caller caller, Instant now, WorkingCalendar calendar, ILookup<Guid, (Employment, Organization)> employments, ILookup<Guid, UnitConfirmation> said) =>
        (_db, _caller, _now, _calendar, _employments, _said) = (db, caller, now, calendar, employments, said);

    public static async Task<ConfirmationDesk> Open(IReadOnlyCollection<ServiceRecord> records, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        var (ids, people) = (records.Select(r => r.Id).ToList(), records.Select(r => r.PersonId).Distinct().ToList());
        var employments = await db.Employments.AsNoTracking().Where(e => people.Contains(e.PersonId) && e.Confirmed != null)
            .Join(db.Organizations, e => e.OrganizationId, o => o.Id, (e, o) => new { Employment = e, Unit = o }).ToListAsync(ct);
        var said = await db.UnitConfirmations.Where(c => ids.Contains(c.ServiceRecordId)).ToListAsync(ct);
        return new ConfirmationDesk(
            db, caller, clock.GetCurrentInstant(), await db.WorkingCalendar(ct),
            employments.ToLookup(e => e.Employment.PersonId, e => (e.Employment, e.Unit)), said.ToLookup(c => c.ServiceRecordId));
    }

    /// <exception cref="RuleViolationException">
    /// <c>rights.not-in-this-body</c>: no unit of that day is the caller's to speak for; <c>confirmation.of-the-head</c>; <c>confirmation.name-the-unit</c>; and those
    /// of <see cref="UnitConfirmation.Give"/>.
    /// </exception>
    public UnitConfirmation Confirm(ServiceRecord record, UnitWord word, Guid? unitId)
    {
        var unit = UnitOf(record, unitId);
        if (_said[record.Id].SingleOrDefault(c => c.UnitId == unit) is { } before)
        {
            before.GiveAnew(record, word, _calendar, _caller.Actor, _now);
            return before;
        }

        var confirmation = UnitConfirmation.Give(Guid.CreateVersion7(), record, unit, word, _calendar, _caller.Actor, _now);
        _db.Add(confirmation);
        return confirmation;
    }

    private Guid UnitOf(ServiceRecord record, Guid? unitId)
    {
        var working = _employments[record.PersonId].Where(e => e.Employment.Covers(record.ServedOn) && (unitId is null || e.Unit.Id == unitId)).ToList();
        var heads = working.Where(e => e.Employment.IsHead).Select(e => e.Unit.Id).ToHashSet();
        var units = working.Where(e => heads.Contains(e.Unit.Id) ? _caller.SpeaksAbove(Right.Confirm, e.Unit) : _caller.SpeaksFor(Right.Confirm, e.Unit.Id))
            .Select(e => e.Unit.Id).Distinct().ToList();
        return units switch
        {
            [var one] => one,
            [] when heads.Any(u => _caller.SpeaksFor(Right.Confirm, u)) => throw ConfirmationRules.OfTheHead(),
            [] => throw RightsRules.NotInThisBody(Right.Confirm),
            _ => throw ConfirmationRules.NameTheUnit(),
        };
    }
}
