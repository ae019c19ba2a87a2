namespace Honors.Domain.Awards;

public static class AwardRules
{
    public const string OneRecipient = "award.one-recipient";
    public const string Future = "award.in-future";
    public const string Confirmed = "award.already-confirmed";
    public const string EnteredBySelf = "award.own-entry";
    public const string SelfHonoured = "award.own-award";
    public const string NoPerson = "award.no-person-behind";

    internal static RuleViolationException NotOneRecipient() => new(OneRecipient, Refusal.Impossible, "personId");

    internal static RuleViolationException InFuture() => new(Future, Refusal.Impossible, "conferredOn.date");

    internal static RuleViolationException AlreadyConfirmed() => new(Confirmed, Refusal.Conflict);

    internal static RuleViolationException OwnEntry() => new(EnteredBySelf, Refusal.Conflict);

    internal static RuleViolationException OwnAward() => new(SelfHonoured, Refusal.Conflict);

    internal static RuleViolationException NoPersonBehind() => new(NoPerson, Refusal.Conflict);
}
