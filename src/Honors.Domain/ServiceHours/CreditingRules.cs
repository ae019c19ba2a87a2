using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

public static class CreditingRules
{
    public const string NotEarlier = "crediting-rule.earlier";
    public const string ServiceCounts = "crediting-rule.service-counts";
    public const string LawExcludes = "crediting-rule.must-exclude";
    public const string TierOrder = "crediting-rule.tiers";
    public const string TooLow = "service-hours.higher-verifier";

    internal static RuleViolationException Earlier(LocalDate before) => new(NotEarlier, Refusal.Conflict, "validFrom", Facts(("before", before)));

    internal static RuleViolationException NothingCounts() => new(ServiceCounts, Refusal.Impossible, "neverCounted");

    internal static RuleViolationException MustExclude(IReadOnlyList<ActivityKind> kinds) => new(LawExcludes, Refusal.Impossible, "neverCounted", Facts(("kinds", kinds)));

    internal static RuleViolationException TiersOutOfOrder() => new(TierOrder, Refusal.Impossible, "tiers");

    internal static RuleViolationException HigherVerifier(DayShare day, VerifierLevel needed, CreditingRule rule) => new(
        TooLow, Refusal.NotAllowed, null,
        Facts(("day", day.Day), ("dayMinutes", day.Minutes), ("verifier", needed), ("ruleId", rule.Id), ("ruleEdition", rule.Edition), ("divisionCode", rule.DivisionCode)));

    private static Dictionary<string, object?> Facts(params (string Name, object? Value)[] facts) => facts.ToDictionary(f => f.Name, f => f.Value);
}
