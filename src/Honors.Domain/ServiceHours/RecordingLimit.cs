using Honors.Domain.Calendar;

namespace Honors.Domain.ServiceHours;

/// <summary>Service is recorded within ten working days after the activity ends (民政部令67号 art. 11). Later it is 补录: with a reason, and approved above.</summary>
/// <param name="RecordingWorkingDays">The office's to set: ten by the decree.</param>
public sealed record RecordingLimit(int RecordingWorkingDays)
{
    /// <summary>The last day on which a record is in time; none while a year that the count touches is not loaded (待定), and then nothing is late.</summary>
    public DueDay DueOf(ServiceRecord record, WorkingCalendar calendar) => calendar.Due(record.Days.Max(d => d.Day), RecordingWorkingDays);

    /// <summary>Imported hours were recorded elsewhere, and a roster's stand on its log.</summary>
    /// <exception cref="RuleViolationException"><c>service-hours.recorded-late</c>: its provenance must be `retroactive`; <c>service-hours.late-reason</c>.</exception>
    public void Refuse(ServiceRecord record, WorkingCalendar calendar)
    {
        if (record is { Provenance: Provenance.Retroactive, LateReason: null }) throw ServiceHoursRules.NoLateReason();
        if (record.Provenance is Provenance.Retroactive or Provenance.Imported) return;

        if (DueOf(record, calendar).Day is { } due && due < record.EnteredOn) throw ServiceHoursRules.TooLate(due);
    }
}
