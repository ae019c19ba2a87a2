namespace Honors.Domain.Deeds;

public static class DeedRules
{
    public const string Future = "deed.in-future";
    public const string ActorMissing = "deed.no-actor";
    public const string ActorNamedTwice = "deed.actor-twice";
    public const string HelpedNobody = "deed.helped-nobody";

    internal static RuleViolationException InFuture() => new(Future, Refusal.Impossible, "when.date");

    internal static RuleViolationException NoActor() => new(ActorMissing, Refusal.Impossible, "actors");

    internal static RuleViolationException ActorTwice() => new(ActorNamedTwice, Refusal.Impossible, "actors");

    internal static RuleViolationException NobodyHelped() => new(HelpedNobody, Refusal.Impossible, "helped");
}
