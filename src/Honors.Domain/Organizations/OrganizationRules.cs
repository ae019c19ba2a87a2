namespace Honors.Domain.Organizations;

public static class OrganizationRules
{
    public const string TeamKind = "organization.team-kind";
    public const string ParentIsItself = "organization.own-parent";

    internal static RuleViolationException TeamKindMismatch() => new(TeamKind, Refusal.Impossible, "teamKind");

    internal static RuleViolationException OwnParent() => new(ParentIsItself, Refusal.Impossible, "parentId");
}
