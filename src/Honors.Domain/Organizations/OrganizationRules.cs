namespace Honors.Domain.Organizations;

public static class OrganizationRules
{
    public const string TeamKind = "organization.team-kind";
    public const string CreditCodeCode = "organization.credit-code";
    public const string CreditCodeTakenCode = "organization.credit-code-taken";
    public const string ParentIsItself = "organization.own-parent";

    internal static RuleViolationException TeamKindMismatch() => new(TeamKind, Refusal.Impossible, "teamKind");

    internal static RuleViolationException WrongCreditCode() => new(CreditCodeCode, Refusal.Impossible, "creditCode");

    public static RuleViolationException CreditCodeTaken() => new(CreditCodeTakenCode, Refusal.Conflict, "creditCode");

    internal static RuleViolationException OwnParent() => new(ParentIsItself, Refusal.Impossible, "parentId");
}
