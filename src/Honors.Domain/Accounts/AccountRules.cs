namespace Honors.Domain.Accounts;

internal static class AccountRules
{
    public const string OwnCode = "account.own";
    public const string SuspendedCode = "account.suspended";
    public const string NotSuspendedCode = "account.not-suspended";
    public const string ResponsibleCode = "account.responsible";
    public const string ProgramRightCode = "grant.program-right";
    public const string GrantPeriodCode = "grant.period";
    public const string GrantRunningCode = "grant.running";
    public const string GrantEndedCode = "grant.ended";

    public static RuleViolationException Own() => new(OwnCode, Refusal.Conflict);

    public static RuleViolationException Suspended() => new(SuspendedCode, Refusal.Conflict);

    public static RuleViolationException NotSuspended() => new(NotSuspendedCode, Refusal.Conflict);

    public static RuleViolationException Responsible() => new(ResponsibleCode, Refusal.Impossible, "responsibleId");

    public static RuleViolationException ProgramRight(Right right) =>
        new(ProgramRightCode, Refusal.Impossible, "right", new Dictionary<string, object?> { ["right"] = right });

    public static RuleViolationException GrantPeriod() => new(GrantPeriodCode, Refusal.Impossible, "until");

    public static RuleViolationException GrantRunning() => new(GrantRunningCode, Refusal.Conflict);

    public static RuleViolationException GrantEnded() => new(GrantEndedCode, Refusal.Conflict);
}
