namespace Honors.Domain.VillageAssignments;

public static class AssignmentRules
{
    public const string NotAVillage = "village-assignment.not-a-village";
    public const string FirstSecretary = "village-assignment.first-secretary";
    public const string PersonElsewhere = "village-assignment.person-elsewhere";

    public static RuleViolationException VillageNeeded() => new(NotAVillage, Refusal.Impossible, "villageCode");

    internal static RuleViolationException SecondFirstSecretary() => new(FirstSecretary, Refusal.Conflict);

    internal static RuleViolationException Elsewhere() => new(PersonElsewhere, Refusal.Conflict);
}
