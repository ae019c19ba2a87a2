using NodaTime;

namespace Honors.Domain.ServiceHours;

public static class ServiceHoursRules
{
    public const string When = "service-hours.when";
    public const string Reversed = "service-hours.ends-before-it-starts";
    public const string Future = "service-hours.in-future";
    public const string LongerThanAWeek = "service-hours.too-long";
    public const string DayAndStart = "service-hours.day-and-start";
    public const string MinutesOverInterval = "service-hours.minutes-over-interval";
    public const string MinutesOverDay = "service-hours.minutes-over-day";
    public const string OverlapCode = "service-hours.overlap";
    public const string Settled = "service-hours.already-settled";
    public const string LoggedBySelf = "service-hours.own-record";
    public const string SelfVerified = "service-hours.own-hours";
    public const string Undisputed = "service-hours.not-contested";
    public const string MadeByRoster = "service-hours.from-roster";
    public const string NotReversible = "service-hours.not-reversible";
    public const string NoPerson = "service-hours.no-person-behind";
    public const string OfAnother = "service-hours.not-yours";
    public const string Undeniable = "service-hours.nothing-to-deny";
    public const string LoggedByThemself = "service-hours.own-entry";

    public const string Late = "service-hours.recorded-late";
    public const string LateReason = "service-hours.late-reason";
    public const string LateVerifier = "service-hours.late-verifier";
    public const string AppraisedWhen = "service-hours.appraisal-day";
    public const string NotAppraisable = "service-hours.nothing-to-appraise";

    internal static RuleViolationException TooLate(LocalDate due) => new(Late, Refusal.Impossible, "provenance", Facts(("due", due)));

    internal static RuleViolationException NoLateReason() => new(LateReason, Refusal.Impossible, "lateReason");

    /// <summary>补录 is approved above the recording body, never on its own side.</summary>
    public static RuleViolationException LateApprovedAbove() => new(LateVerifier, Refusal.NotAllowed);

    internal static RuleViolationException AppraisalDay() => new(AppraisedWhen, Refusal.Impossible, "on");

    internal static RuleViolationException NothingToAppraise() => new(NotAppraisable, Refusal.Conflict);

    internal static RuleViolationException WhenUnclear() => new(When, Refusal.Impossible, "servedOn");

    internal static RuleViolationException EndsBeforeItStarts() => new(Reversed, Refusal.Impossible, "endsAt");

    internal static RuleViolationException InFuture(string member) => new(Future, Refusal.Impossible, member);

    internal static RuleViolationException TooLong() => new(LongerThanAWeek, Refusal.Impossible, "endsAt", Facts(("mostMinutes", ServiceRecord.MostMinutes)));

    internal static RuleViolationException DayIsNotThatOfTheStart(LocalDate day) => new(DayAndStart, Refusal.Impossible, "servedOn", Facts(("day", day)));

    internal static RuleViolationException MoreMinutesThanInterval(int most) => new(MinutesOverInterval, Refusal.Impossible, "minutes", Facts(("most", most)));

    internal static RuleViolationException MoreMinutesThanADay() => new(MinutesOverDay, Refusal.Impossible, "minutes");

    internal static RuleViolationException Overlaps(OverlapKind kind, LocalDate servedOn, Instant? startsAt, Instant? endsAt, Guid? other) =>
        new(OverlapCode, Refusal.Conflict, null, Facts(("kind", kind), ("servedOn", servedOn), ("startsAt", startsAt), ("endsAt", endsAt), ("otherId", other)));

    internal static RuleViolationException DayIsFull(LocalDate day, int sum, int most) =>
        new(OverlapCode, Refusal.Conflict, null, Facts(("kind", OverlapKind.DayTotal), ("servedOn", day), ("dayMinutes", sum), ("mostMinutes", most)));

    internal static RuleViolationException AlreadySettled(ServiceStatus status) => new(Settled, Refusal.Conflict, null, Facts(("status", status)));

    internal static RuleViolationException NotContested(ServiceStatus status) => new(Undisputed, Refusal.Conflict, null, Facts(("status", status)));

    internal static RuleViolationException FromRoster() => new(MadeByRoster, Refusal.Conflict);

    internal static RuleViolationException NothingToReverse(ServiceStatus status) => new(NotReversible, Refusal.Conflict, null, Facts(("status", status)));

    internal static RuleViolationException NotYours() => new(OfAnother, Refusal.NotAllowed);

    internal static RuleViolationException NothingToDeny(ServiceStatus status) => new(Undeniable, Refusal.Conflict, null, Facts(("status", status)));

    internal static RuleViolationException OwnEntry() => new(LoggedByThemself, Refusal.Conflict);

    internal static RuleViolationException OwnRecord() => new(LoggedBySelf, Refusal.Conflict);

    internal static RuleViolationException OwnHours() => new(SelfVerified, Refusal.Conflict);

    internal static RuleViolationException NoPersonBehind() => new(NoPerson, Refusal.Conflict);

    private static Dictionary<string, object?> Facts(params (string Name, object? Value)[] facts) => facts.ToDictionary(f => f.Name, f => f.Value);
}
