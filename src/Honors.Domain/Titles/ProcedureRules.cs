using NodaTime;

namespace Honors.Domain.Titles;

public static class ProcedureRules
{
    public const string NotLaterCode = "procedure.not-later";
    public const string VerbCode = "procedure.verb-of-class";
    public const string ApprovalCode = "procedure.no-approval";
    public const string RequiresItselfCode = "procedure.requires-itself";
    public const string StepOrderCode = "procedure.step-order";
    public const string StepsMissingCode = "procedure.steps-missing";
    public const string ClockTwiceCode = "procedure.clock-twice";
    public const string NoticeClockCode = "procedure.notice-clock";
    public const string QuorumCode = "procedure.quorum";
    public const string AppealClocksCode = "procedure.appeal-clocks";
    public const string NoRecipientCode = "procedure.no-recipient";
    public const string NoNominatorCode = "procedure.no-nominator";
    public const string AllottedTwiceCode = "procedure.allotted-twice";
    public const string AllottedOverQuotaCode = "procedure.allotted-over-quota";
    public const string RepeatYearsCode = "procedure.repeat-years";

    internal static RuleViolationException NotLater(LocalDate before) => new(NotLaterCode, Refusal.Conflict, "validFrom", Fact("before", before));

    internal static RuleViolationException WrongVerb(IReadOnlyList<Verb> allowed) => new(VerbCode, Refusal.Impossible, "verb", Fact("allowed", allowed));

    internal static RuleViolationException NoApproval() => new(ApprovalCode, Refusal.Impossible, "approvalNumber");

    internal static RuleViolationException RequiresItself() => new(RequiresItselfCode, Refusal.Impossible, "requiredTitleIds");

    internal static RuleViolationException StepsOutOfOrder() => new(StepOrderCode, Refusal.Impossible, "steps");

    internal static RuleViolationException StepsMissing() => new(StepsMissingCode, Refusal.Impossible, "steps");

    internal static RuleViolationException ClockTwice() => new(ClockTwiceCode, Refusal.Impossible, "clocks");

    internal static RuleViolationException NoticeClock() => new(NoticeClockCode, Refusal.Impossible, "clocks");

    internal static RuleViolationException QuorumMismatch() => new(QuorumCode, Refusal.Impossible, "quorum");

    internal static RuleViolationException AppealClocks() => new(AppealClocksCode, Refusal.Impossible, "clocks");

    internal static RuleViolationException NoRecipient() => new(NoRecipientCode, Refusal.Impossible, "recipients");

    internal static RuleViolationException NoNominator() => new(NoNominatorCode, Refusal.Impossible, "nominators");

    internal static RuleViolationException AllottedTwice() => new(AllottedTwiceCode, Refusal.Impossible, "quota.allotments");

    internal static RuleViolationException AllottedOverQuota(int places) => new(AllottedOverQuotaCode, Refusal.Impossible, "quota.allotments", Fact("places", places));

    internal static RuleViolationException RepeatYears() => new(RepeatYearsCode, Refusal.Impossible, "repeat.years");

    private static Dictionary<string, object?> Fact(string name, object value) => new() { [name] = value };
}
