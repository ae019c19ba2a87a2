namespace Honors.Domain.HonorReports;

public static class HonorReportRules
{
    public const string WhichOfficeCode = "honor-report.which-office";
    public const string AwardOfWrongCode = "honor-report.award-of-wrong";
    public const string AnsweredCode = "honor-report.answered";
    public const string NoAwardCode = "honor-report.no-award";
    public const string OwnEntryCode = "honor-report.own-entry";
    public const string NoPersonBehindCode = "honor-report.no-person-behind";

    /// <summary>Of award, title and division exactly one says which office it goes to.</summary>
    public static RuleViolationException WhichOffice() => new(WhichOfficeCode, Refusal.Impossible, "titleId");

    internal static RuleViolationException AwardOfWrong() => new(AwardOfWrongCode, Refusal.Impossible, "awardId");

    internal static RuleViolationException Answered() => new(AnsweredCode, Refusal.Conflict);

    internal static RuleViolationException NoAward() => new(NoAwardCode, Refusal.Impossible, "awardId");

    internal static RuleViolationException OwnEntry() => new(OwnEntryCode, Refusal.Conflict);

    internal static RuleViolationException NoPersonBehind() => new(NoPersonBehindCode, Refusal.Conflict);
}
