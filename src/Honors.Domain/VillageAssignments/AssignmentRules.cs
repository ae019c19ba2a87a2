namespace Honors.Domain.VillageAssignments;

public static class AssignmentRules
{
    public const string NotAVillage = "village-assignment.not-a-village";
    public const string FirstSecretary = "village-assignment.first-secretary";
    public const string PersonElsewhere = "village-assignment.person-elsewhere";

    public const string Ended = "village-assignment.ended";
    public const string EndInFuture = "village-assignment.ends-in-future";
    public const string SuccessorItself = "village-assignment.own-successor";
    public const string HandOver = "village-assignment.hand-over-needed";
    public const string HouseholdNamed = "help-log.household-named";
    public const string OutsidePosting = "help-log.outside-posting";
    public const string NothingOpen = "help-log.nothing-open";

    public static RuleViolationException VillageNeeded() => new(NotAVillage, Refusal.Impossible, "villageCode");

    internal static RuleViolationException AlreadyEnded() => new(Ended, Refusal.Conflict);

    internal static RuleViolationException EndsInFuture() => new(EndInFuture, Refusal.Impossible, "until");

    internal static RuleViolationException OwnSuccessor(string? member = "handedOverTo") => new(SuccessorItself, Refusal.Conflict, member);

    internal static RuleViolationException HandOverNeeded(int open) =>
        new(HandOver, Refusal.Conflict, "handedOverTo", new Dictionary<string, object?> { ["open"] = open });

    internal static RuleViolationException HouseholdIsNamed() => new(HouseholdNamed, Refusal.Impossible, "household");

    internal static RuleViolationException NotWhilePosted() => new(OutsidePosting, Refusal.Conflict, "day");

    internal static RuleViolationException NothingIsOpen() => new(NothingOpen, Refusal.Conflict);

    internal static RuleViolationException SecondFirstSecretary() => new(FirstSecretary, Refusal.Conflict);

    internal static RuleViolationException Elsewhere() => new(PersonElsewhere, Refusal.Conflict);
}
