namespace Honors.Domain.People;

public static class PeopleRules
{
    public const string PriorTotalAsOfUnknown = "prior-total.as-of-unknown";
    public const string PriorTotalEmpty = "prior-total.empty";
    public const string GroundShowsNothing = "ground.shows-nothing";
    public const string GroundEnded = "ground.ended";
    public const string GroundOwnSayUnasked = "ground.own-say-unasked";
    public const string GroundNames = "ground.names-records";
    public const string GroundChild = "ground.child";
    public const string GroundPartMissing = "ground.part-missing";
    public const string GroundPartUnfit = "ground.part-unfit";
    public const string GroundPortrait = "ground.portrait-unfit";
    public const string GuardianOneself = "guardian.oneself";
    public const string GuardianUnderAge = "guardian.under-age";
    public const string GuardianKindNotOfAge = "guardian.kind-unfit";
    public const string GuardianAlreadyConfirmed = "guardian.already-confirmed";
    public const string GuardianOwnEntry = "guardian.own-entry";
    public const string GuardianNoPerson = "guardian.no-person-behind";
    public const string GuardianEnded = "guardian.ended";
    public const string DiedTooEarly = "person.died-before-birth";
    public const string MembershipRunning = "membership.running";
    public const string EmploymentAlreadyConfirmed = "employment.already-confirmed";
    public const string EmploymentOwnEntry = "employment.own-entry";
    public const string EmploymentNoPerson = "employment.no-person-behind";
    public const string CorrectionHasAnswer = "correction.answered";
    public const string CorrectionOwnRequest = "correction.own-request";
    public const string CorrectionNoPerson = "correction.no-person-behind";
    public const string AffiliationAlreadyConfirmed = "affiliation.already-confirmed";
    public const string AffiliationOwnEntry = "affiliation.own-entry";
    public const string AffiliationNoPerson = "affiliation.no-person-behind";

    public const string MembershipEnded = "membership.ended";
    public const string EmploymentEnded = "employment.ended";

    internal static RuleViolationException MembershipOver() => new(MembershipEnded, Refusal.Conflict);

    internal static RuleViolationException EmploymentOver() => new(EmploymentEnded, Refusal.Conflict);

    internal static RuleViolationException AsOfUnknown() => new(PriorTotalAsOfUnknown, Refusal.Impossible, "asOf");

    internal static RuleViolationException EmptyPriorTotal() => new(PriorTotalEmpty, Refusal.Impossible);

    internal static RuleViolationException ShowsNothing() => new(GroundShowsNothing, Refusal.Impossible, "fields");

    internal static RuleViolationException AlreadyEnded() => new(GroundEnded, Refusal.Conflict);

    internal static RuleViolationException NoSayAwaited() => new(GroundOwnSayUnasked, Refusal.Conflict);

    internal static RuleViolationException GroundNamesRecords() => new(GroundNames, Refusal.Impossible, "allOf");

    internal static RuleViolationException ChildNeedsConsent() => new(GroundChild, Refusal.Conflict, "kind");

    /// <summary>A ground of its kind cannot do without this.</summary>
    public static RuleViolationException PartMissing(string member) => new(GroundPartMissing, Refusal.Impossible, member);

    /// <summary>A ground of its kind has no such part.</summary>
    public static RuleViolationException PartUnfit(string member) => new(GroundPartUnfit, Refusal.Impossible, member);

    /// <summary>A portrait is a picture.</summary>
    public static RuleViolationException NoPortrait() => new(GroundPortrait, Refusal.Impossible, "portraitFileId");

    internal static RuleViolationException OwnGuardian() => new(GuardianOneself, Refusal.Impossible, "guardianId");

    internal static RuleViolationException GuardianIsMinor() => new(GuardianUnderAge, Refusal.Conflict, "guardianId");

    internal static RuleViolationException GuardianKindUnfit() => new(GuardianKindNotOfAge, Refusal.Conflict, "kind");

    internal static RuleViolationException GuardianConfirmed() => new(GuardianAlreadyConfirmed, Refusal.Conflict);

    internal static RuleViolationException OwnGuardianEntry() => new(GuardianOwnEntry, Refusal.Conflict);

    internal static RuleViolationException NobodyBehindGuardian() => new(GuardianNoPerson, Refusal.Conflict);

    internal static RuleViolationException GuardianshipOver() => new(GuardianEnded, Refusal.Conflict);

    internal static RuleViolationException DiedBeforeBirth() => new(DiedTooEarly, Refusal.Impossible, "died");

    internal static RuleViolationException AlreadyMember() => new(MembershipRunning, Refusal.Conflict);

    internal static RuleViolationException EmploymentConfirmed() => new(EmploymentAlreadyConfirmed, Refusal.Conflict);

    internal static RuleViolationException OwnEmployment() => new(EmploymentOwnEntry, Refusal.Conflict);

    internal static RuleViolationException NobodyBehindEmployment() => new(EmploymentNoPerson, Refusal.Conflict);

    internal static RuleViolationException CorrectionAnswered() => new(CorrectionHasAnswer, Refusal.Conflict);

    internal static RuleViolationException OwnCorrection() => new(CorrectionOwnRequest, Refusal.Conflict);

    internal static RuleViolationException NobodyBehindAnswer() => new(CorrectionNoPerson, Refusal.Conflict);

    internal static RuleViolationException AffiliationConfirmed() => new(AffiliationAlreadyConfirmed, Refusal.Conflict);

    internal static RuleViolationException OwnAffiliation() => new(AffiliationOwnEntry, Refusal.Conflict);

    internal static RuleViolationException NobodyBehindConfirmation() => new(AffiliationNoPerson, Refusal.Conflict);
}
