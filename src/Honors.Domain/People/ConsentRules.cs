namespace Honors.Domain.People;

public static class ConsentRules
{
    public const string InFuture = "consent.in-future";
    public const string GiverUnfit = "consent.giver-unfit";
    public const string PageIsOnesOwn = "consent.page-is-ones-own";
    public const string ProofNeeded = "consent.proof-needed";
    public const string TextUnknown = "consent.text-unknown";
    public const string NotDead = "consent.not-dead";
    public const string PersonDead = "consent.person-dead";
    public const string AgeContradicts = "consent.age-contradicts";
    public const string AgeNeeded = "consent.age-needed";
    public const string GuardianNotThen = "consent.guardian-not-then";
    public const string GuardianNeeded = "consent.guardian-needed";
    public const string OwnNeeded = "consent.own-needed";
    public const string OwnSayIsOnesOwn = "consent.own-say-is-ones-own";

    /// <summary>No text of the registry has this id and version; of a consent on the page, it is not the newest.</summary>
    public static RuleViolationException NoSuchText() => new(TextUnknown, Refusal.Impossible, "consent.textVersion");

    internal static RuleViolationException NotYetGiven() => new(InFuture, Refusal.Impossible, "consent.givenOn");

    internal static RuleViolationException NotOfGivers() => new(GiverUnfit, Refusal.Impossible, "consent.givers");

    internal static RuleViolationException AnothersPage() => new(PageIsOnesOwn, Refusal.Conflict, "consent.channel");

    internal static RuleViolationException Unproved() => new(ProofNeeded, Refusal.Impossible, "consent.proofLocator");

    internal static RuleViolationException StillAlive() => new(NotDead, Refusal.Conflict, "consent.givers");

    internal static RuleViolationException Dead() => new(PersonDead, Refusal.Conflict, "consent.givers");

    internal static RuleViolationException OtherAge() => new(AgeContradicts, Refusal.Conflict, "consent.minor");

    internal static RuleViolationException AgeIsOpen() => new(AgeNeeded, Refusal.Conflict, "consent.minor");

    internal static RuleViolationException NoGuardianThen() => new(GuardianNotThen, Refusal.Conflict, "consent.givers");

    internal static RuleViolationException GuardianMissing() => new(GuardianNeeded, Refusal.Conflict, "consent.givers");

    internal static RuleViolationException AnothersSay() => new(OwnSayIsOnesOwn, Refusal.NotAllowed);

    internal static RuleViolationException OwnMissing() => new(OwnNeeded, Refusal.Conflict, "consent.givers");
}
