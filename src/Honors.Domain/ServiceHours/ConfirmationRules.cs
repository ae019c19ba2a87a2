using NodaTime;

namespace Honors.Domain.ServiceHours;

public static class ConfirmationRules
{
    public const string Nothing = "confirmation.counts-nothing";
    public const string NoPerson = "confirmation.no-person-behind";
    public const string Own = "confirmation.own-hours";
    public const string OwnEntry = "confirmation.own-record";
    public const string Disputed = "confirmation.in-dispute";
    public const string Said = "confirmation.said-already";
    public const string MinutesUnfit = "confirmation.minutes";
    public const string ReasonUnfit = "confirmation.reason";
    public const string TooMany = "confirmation.more-than-recorded";
    public const string Closed = "confirmation.not-open";
    public const string TooEarly = "confirmation.awaits-reply";
    public const string HeadsOwn = "confirmation.of-the-head";
    public const string WhichUnit = "confirmation.name-the-unit";
    public const string Given = "confirmation.given";
    public const string SamePerson = "confirmation.own-step";

    /// <summary>A unit has spoken of the record as it is.</summary>
    public static RuleViolationException IsGiven() => new(Given, Refusal.Conflict);

    public static RuleViolationException OfTheHead() => new(HeadsOwn, Refusal.NotAllowed);

    /// <summary>The actor speaks for several units in which the person worked that day.</summary>
    public static RuleViolationException NameTheUnit() => new(WhichUnit, Refusal.Impossible, "unitId");

    internal static RuleViolationException CountsNothing(ServiceStatus status) => new(Nothing, Refusal.Conflict, null, One("status", status));

    internal static RuleViolationException NoPersonBehind() => new(NoPerson, Refusal.Conflict);

    internal static RuleViolationException OwnHours() => new(Own, Refusal.Conflict);

    internal static RuleViolationException OwnRecord() => new(OwnEntry, Refusal.Conflict);

    internal static RuleViolationException InDispute(ConfirmationStatus status) => new(Disputed, Refusal.Conflict, null, One("status", status));

    internal static RuleViolationException SaidAlready(ConfirmationAnswer answer) => new(Said, Refusal.Conflict, null, One("answer", answer));

    internal static RuleViolationException MinutesOfPartly() => new(MinutesUnfit, Refusal.Impossible, "minutes");

    internal static RuleViolationException ReasonOfDispute() => new(ReasonUnfit, Refusal.Impossible, "reason");

    internal static RuleViolationException MoreThanRecorded(int most) => new(TooMany, Refusal.Conflict, null, One("most", most));

    internal static RuleViolationException NotOpen(ConfirmationStatus status) => new(Closed, Refusal.Conflict, null, One("status", status));

    internal static RuleViolationException AwaitsReply(LocalDate? due) => new(TooEarly, Refusal.Conflict, null, One("due", due));

    internal static RuleViolationException OwnStep() => new(SamePerson, Refusal.Conflict);

    private static Dictionary<string, object?> One(string name, object? value) => new() { [name] = value };
}
