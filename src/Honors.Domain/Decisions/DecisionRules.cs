using NodaTime;

namespace Honors.Domain.Decisions;

public static class DecisionRules
{
    public const string InFutureCode = "decision.in-future";
    public const string NoBodyCode = "decision.no-body";
    public const string NoEntryCode = "decision.no-entry";
    public const string NamedTwiceCode = "decision.named-twice";
    public const string CeremonyTooEarlyCode = "decision.ceremony-too-early";
    public const string OtherTitleCode = "decision.other-title";
    public const string MixedSecrecyCode = "decision.mixed-secrecy";
    public const string SettledCode = "decision.settled";
    public const string NoPersonCode = "decision.no-person-behind";
    public const string OwnEntryCode = "decision.own-entry";
    public const string NoSecondPersonCode = "decision.no-second-person";
    public const string NotReadyCode = "decision.not-ready";

    /// <summary>What <see cref="NotReadyCode"/> names.</summary>
    public const string NumberMissing = "decision.number-missing", OtherBodies = "decision.other-bodies", QuotaPassed = "decision.quota-passed",
        RecipientTwice = "decision.recipient-twice", DecidedAlready = "decision.decided-already", NotDecidedHere = "decision.not-decided-here",
        CaseNotReady = "decision.case-not-ready", DatedTooEarly = "decision.dated-too-early", ObjectionOpen = "decision.objection-open",
        NoticeMissing = "decision.notice-missing", NoticeRuns = "decision.notice-runs", GraceRuns = "decision.grace-runs",
        ExemptionMissing = "decision.exemption-missing", KinNotHeard = "decision.kin-not-heard",
        RequiredTitleMissing = "decision.required-title-missing", HadItAlready = "decision.had-it-already";

    internal static RuleViolationException InFuture(string member) => new(InFutureCode, Refusal.Impossible, member);

    internal static RuleViolationException NoBody() => new(NoBodyCode, Refusal.Impossible, "bodyIds");

    internal static RuleViolationException NoEntry() => new(NoEntryCode, Refusal.Impossible, "entries");

    internal static RuleViolationException NamedTwice() => new(NamedTwiceCode, Refusal.Impossible, "entries");

    internal static RuleViolationException CeremonyTooEarly(LocalDate decidedOn) =>
        new(CeremonyTooEarlyCode, Refusal.Impossible, "ceremony.on", Facts(("decidedOn", decidedOn)));

    internal static RuleViolationException OtherTitle(int index) => new(OtherTitleCode, Refusal.Conflict, $"entries[{index}].nominationId");

    internal static RuleViolationException MixedSecrecy() => new(MixedSecrecyCode, Refusal.Conflict, "entries");

    internal static RuleViolationException Settled(DecisionStatus status) => new(SettledCode, Refusal.Conflict, null, Facts(("status", status)));

    internal static RuleViolationException NoPersonBehind() => new(NoPersonCode, Refusal.Conflict);

    internal static RuleViolationException OwnEntry() => new(OwnEntryCode, Refusal.Conflict);

    internal static RuleViolationException NoSecondPerson() => new(NoSecondPersonCode, Refusal.Conflict);

    internal static RuleViolationException NotReady(IReadOnlyList<DecisionGap> missing) => new(NotReadyCode, Refusal.Conflict, null, Facts(("missing", missing)));

    internal static Dictionary<string, object?> Facts(params (string Name, object? Value)[] facts) => facts.ToDictionary(f => f.Name, f => f.Value);
}
