namespace Honors.Domain.Awards;

public static class AwardRules
{
    public const string OneRecipient = "award.one-recipient";
    public const string Future = "award.in-future";
    public const string Confirmed = "award.already-confirmed";
    public const string EnteredBySelf = "award.own-entry";
    public const string SelfHonoured = "award.own-award";
    public const string OutOfForce = "award.not-in-force";
    public const string StillInForce = "award.not-revoked";
    public const string Pending = "award.change-pending";
    public const string Settled = "award.change-settled";
    public const string ProposedBySelf = "award.own-change";
    public const string OtherBody = "award.not-the-granting-body";
    public const string FuturePaper = "award.paper-in-future";
    public const string NoPerson = "award.no-person-behind";
    public const string FutureWish = "award.wish-in-future";
    public const string PageIsOnesOwn = "award.page-is-ones-own";

    internal static RuleViolationException NotOneRecipient() => new(OneRecipient, Refusal.Impossible, "personId");

    internal static RuleViolationException InFuture() => new(Future, Refusal.Impossible, "conferredOn.date");

    internal static RuleViolationException AlreadyConfirmed() => new(Confirmed, Refusal.Conflict);

    internal static RuleViolationException OwnEntry() => new(EnteredBySelf, Refusal.Conflict);

    internal static RuleViolationException OwnAward() => new(SelfHonoured, Refusal.Conflict);

    internal static RuleViolationException NotInForce() => new(OutOfForce, Refusal.Conflict);

    internal static RuleViolationException NotRevoked() => new(StillInForce, Refusal.Conflict);

    internal static RuleViolationException ChangePending() => new(Pending, Refusal.Conflict);

    internal static RuleViolationException ChangeSettled() => new(Settled, Refusal.Conflict);

    internal static RuleViolationException OwnChange() => new(ProposedBySelf, Refusal.Conflict);

    internal static RuleViolationException NotTheGrantingBody() => new(OtherBody, Refusal.Conflict, "bodyId");

    internal static RuleViolationException PaperInFuture() => new(FuturePaper, Refusal.Impossible, "issuedOn");

    internal static RuleViolationException AnothersPage() => new(PageIsOnesOwn, Refusal.Conflict, "channel");

    internal static RuleViolationException WishInFuture() => new(FutureWish, Refusal.Impossible, "on");

    internal static RuleViolationException NoPersonBehind() => new(NoPerson, Refusal.Conflict);
}
