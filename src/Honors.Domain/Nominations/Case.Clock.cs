using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>中止计时 and 恢复计时: waiting for what others must say is not counted (as in 河南 2018, for expert opinions and results of authorities).</summary>
public sealed partial class Case
{
    public bool IsStopped => Stops is [.., { Until: null }];

    /// <summary>Stops the examination's clock from today on, today included.</summary>
    /// <exception cref="RuleViolationException"><c>case.no-clock</c>; <c>case.clock-stopped</c>; <c>case.merged</c>; <c>case.wrong-stage</c>; and who may not judge.</exception>
    public void Stop(StopGround ground, string note, Handling by)
    {
        RequireOpen(CaseAct.Stop, by);
        if (ExaminationDueOn is null) throw CaseRules.NoClock();
        if (IsStopped) throw CaseRules.ClockStopped(Stops[^1].From);

        Stops = [.. Stops, new ClockStop(ground, note, by.Today, Signature.Of(by.Actor, by.Now), null, null)];
        Take(CaseAct.Stop, note, by.Today, null, by);
    }

    /// <summary>Lets it run again from today on; the due day moves on by the days it stood still.</summary>
    /// <exception cref="RuleViolationException"><c>case.clock-running</c>; <c>calendar.year-not-loaded</c>; <c>case.merged</c>; <c>case.wrong-stage</c>; and who may not judge.</exception>
    public void Resume(Handling by)
    {
        RequireOpen(CaseAct.Resumption, by);
        if (!IsStopped) throw CaseRules.ClockRunning();

        List<ClockStop> stops = [.. Stops.SkipLast(1), Stops[^1] with { Until = by.Today, Resumed = Signature.Of(by.Actor, by.Now) }];
        var clock = by.Procedure.ClockOf(ClockKind.Examination)!;
        var since = ReturnedOn ?? SortDay;
        ExaminationDueOn = clock.DueOn(since, stops.Where(s => s.From >= since).Sum(s => ClockStops.DaysStopped(s.From, s.Until!.Value, clock.Unit, by.Calendar)), by.Calendar);
        Stops = stops;
        Take(CaseAct.Resumption, null, by.Today, null, by);
    }
}

public static class ClockStops
{
    /// <summary>Days that a stop takes out of a clock: all, or the working days alone, by the clock's unit.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="until">Exclusive: on that day it runs again.</param>
    /// <exception cref="RuleViolationException"><c>calendar.year-not-loaded</c>, of working days.</exception>
    public static int DaysStopped(LocalDate from, LocalDate until, PeriodUnit unit, WorkingCalendar calendar) =>
        Enumerable.Range(0, Period.DaysBetween(from, until)).Count(d => unit is PeriodUnit.Days || calendar.IsWorkingDay(from.PlusDays(d)));

    /// <summary>The last day of a clock that stood still for so many of its days, inclusive.</summary>
    /// <exception cref="RuleViolationException"><c>calendar.year-not-loaded</c>.</exception>
    public static LocalDate DueOn(this Clock clock, LocalDate start, int daysStopped, WorkingCalendar calendar) =>
        calendar.Count(start, clock.Length + daysStopped, clock.Unit, clock.Counting).LastDay;

    /// <summary>Whether the procedure examines a case at all before it is given notice of or decided on.</summary>
    public static bool IsExamined(this ProcedureFacts procedure) =>
        procedure.Takes(ProcedureStep.Review) || procedure.Takes(ProcedureStep.DepartmentalChecks) || procedure.Takes(ProcedureStep.ExpertReview);
}
