namespace Honors.Domain.People;

public static class PeopleRules
{
    public const string PriorTotalAsOfUnknown = "prior-total.as-of-unknown";
    public const string PriorTotalEmpty = "prior-total.empty";
    public const string GroundShowsNothing = "ground.shows-nothing";
    public const string GroundEnded = "ground.ended";
    public const string MembershipRunning = "membership.running";

    public const string MembershipEnded = "membership.ended";
    public const string EmploymentEnded = "employment.ended";

    internal static RuleViolationException MembershipOver() => new(MembershipEnded, Refusal.Conflict);

    internal static RuleViolationException EmploymentOver() => new(EmploymentEnded, Refusal.Conflict);

    internal static RuleViolationException AsOfUnknown() => new(PriorTotalAsOfUnknown, Refusal.Impossible, "asOf");

    internal static RuleViolationException EmptyPriorTotal() => new(PriorTotalEmpty, Refusal.Impossible);

    internal static RuleViolationException ShowsNothing() => new(GroundShowsNothing, Refusal.Impossible, "fields");

    internal static RuleViolationException AlreadyEnded() => new(GroundEnded, Refusal.Conflict);

    internal static RuleViolationException AlreadyMember() => new(MembershipRunning, Refusal.Conflict);
}
