using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>Something about hours that whoever verifies them should look at twice. It explains itself by its figures, and never stops anybody.</summary>
/// <param name="Count">What there is of <see cref="SignKind"/>.</param>
/// <param name="Of">Among how many, or against what limit.</param>
/// <param name="Day">The day it is about; null where it is about none.</param>
public sealed record Sign(SignKind Kind, int Count, int Of, LocalDate? Day = null)
{
    /// <summary>From so many on it is a sign.</summary>
    public const int Bulk = 50, LastDays = 10, BeforeDeadline = 10, OneRecorder = 10, Equal = 8, Event = 10;

    private static readonly AnnualDate[] Deadlines = [new(8, 31), new(12, 31)];

    /// <summary>All signs of one record, in the order of <see cref="SignKind"/>.</summary>
    public static IReadOnlyList<Sign> Seen(ServiceRecord record, SignContext context)
    {
        var lone = record.DeploymentId is null && record.Provenance is not Provenance.Attendance;
        List<Sign?> signs =
        [
            lone && context.LoggedAround >= Bulk ? new Sign(SignKind.BulkEntry, context.LoggedAround, Bulk) : null,
            .. record.Days.Select(d => (d.Day, Sum: context.OfPerson.SelectMany(r => r.Days).Where(o => o.Day == d.Day).Sum(o => o.Minutes)))
                .Where(d => d.Sum > context.MostMinutesADay).Select(d => new Sign(SignKind.ImpossibleDay, d.Sum, context.MostMinutesADay, d.Day)),
            lone && record.Evidence is null ? new Sign(SignKind.NoSignIn, 0, 0) : null,
            BeforeADeadline(record, context.OfPerson),
            OneRecorderAgain(record, context.OfPerson),
            EqualDurations(record, context.OfPerson),
            context.AtEvent >= Event && context.SignedIn * 2 < context.AtEvent ? new Sign(SignKind.EventLargerThanSignIns, context.SignedIn, context.AtEvent) : null,
        ];
        return [.. signs.OfType<Sign>()];
    }

    private static Sign? BeforeADeadline(ServiceRecord record, IReadOnlyCollection<ServiceRecord> ofPerson)
    {
        var entered = ChinaTime.Today(record.LoggedAt);
        var deadline = Deadlines.Select(d => d.InYear(entered.Year)).FirstOrDefault(d => d >= entered && Period.DaysBetween(entered, d) < LastDays);
        if (deadline == default) return null;

        var count = ofPerson.Count(r => ChinaTime.Today(r.LoggedAt) is var day && day <= deadline && Period.DaysBetween(day, deadline) < LastDays);
        return count >= BeforeDeadline ? new Sign(SignKind.BeforeDeadline, count, ofPerson.Count, deadline) : null;
    }

    private static Sign? OneRecorderAgain(ServiceRecord record, IReadOnlyCollection<ServiceRecord> ofPerson)
    {
        var same = ofPerson.Count(r => r.DeploymentId is null && r.Logged.AccountId == record.Logged.AccountId);
        return same >= OneRecorder && same * 10 >= ofPerson.Count * 9 ? new Sign(SignKind.OneRecorder, same, ofPerson.Count) : null;
    }

    private static Sign? EqualDurations(ServiceRecord record, IReadOnlyCollection<ServiceRecord> ofPerson)
    {
        var equal = ofPerson.Count(r => r.Minutes == record.Minutes);
        return equal >= Equal && equal * 10 >= ofPerson.Count * 8 ? new Sign(SignKind.EqualDurations, equal, ofPerson.Count) : null;
    }
}

/// <summary>What is known around a record.</summary>
/// <param name="OfPerson">All that the person gave in the year before it and that stands, with the record itself.</param>
/// <param name="LoggedAround">Records without sign-in that its body entered in the half hours before and after it.</param>
/// <param name="AtEvent">People with hours of the same activity, organiser and day.</param>
/// <param name="SignedIn">Those of them who signed in.</param>
public sealed record SignContext(IReadOnlyCollection<ServiceRecord> OfPerson, int LoggedAround, int AtEvent, int SignedIn, int MostMinutesADay);

public enum SignKind
{
    /// <summary>后台批量录入.</summary>
    BulkEntry,

    /// <summary>一日时长不合常理.</summary>
    ImpossibleDay,

    /// <summary>无名册、无签到、无证据.</summary>
    NoSignIn,

    /// <summary>截止前集中录入.</summary>
    BeforeDeadline,

    /// <summary>总由同一人录入.</summary>
    OneRecorder,

    /// <summary>时长雷同.</summary>
    EqualDurations,

    /// <summary>人数多于签到.</summary>
    EventLargerThanSignIns,
}
