using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Domain.Nominations;

public static class CaseRules
{
    public const string NotOpenedCode = "case.not-opened";
    public const string IntoItselfCode = "case.into-itself";
    public const string UnlikeCode = "case.unlike";
    public const string KeyMergedCode = "case.key-merged";
    public const string KeyExaminedCode = "case.key-examined";
    public const string HasLikesCode = "case.has-likes";
    public const string MergedCode = "case.merged";
    public const string NotMergedCode = "case.not-merged";
    public const string WrongStageCode = "case.wrong-stage";
    public const string StepNotTakenCode = "case.step-not-taken";
    public const string NameOrIdCode = "case.name-or-id";
    public const string InFutureCode = "case.in-future";
    public const string TooEarlyCode = "case.too-early";
    public const string TooManyCode = "case.too-many";
    public const string AskedAlreadyCode = "case.asked-already";
    public const string CheckAnsweredCode = "case.check-answered";
    public const string OnPanelCode = "case.on-panel";
    public const string RecusedCode = "case.recused";
    public const string MustRecuseCode = "case.must-recuse";
    public const string OpinionGivenCode = "case.opinion-given";
    public const string ReasonMissingCode = "case.reason-missing";
    public const string NotReadyCode = "case.not-ready";
    public const string NoClockCode = "case.no-clock";
    public const string ClockStoppedCode = "case.clock-stopped";
    public const string ClockRunningCode = "case.clock-running";
    public const string NotAboveCode = "case.not-above";
    public const string DecidedCode = "case.decided";
    public const string NotConfidentialCode = "case.not-confidential";
    public const string ExemptedCode = "case.exempted";
    public const string NoExemptionCode = "case.no-exemption";
    public const string OwnExemptionCode = "case.own-exemption";

    /// <summary>The nomination is not accepted: there is no case to act on.</summary>
    public static RuleViolationException NotOpened(NominationStatus status, string? member = null) =>
        new(NotOpenedCode, Refusal.Conflict, member, Facts(("status", status)));

    public static RuleViolationException NotMerged() => new(NotMergedCode, Refusal.Conflict);

    internal static RuleViolationException IntoItself() => new(IntoItselfCode, Refusal.Impossible, "keyId");

    internal static RuleViolationException Unlike() => new(UnlikeCode, Refusal.Conflict, "keyId");

    internal static RuleViolationException KeyMerged(Guid keyId) => new(KeyMergedCode, Refusal.Conflict, "keyId", Facts(("keyId", keyId)));

    internal static RuleViolationException KeyExamined(Guid keyId) => new(KeyExaminedCode, Refusal.Conflict, null, Facts(("keyId", keyId)));

    internal static RuleViolationException HasLikes(int likes) => new(HasLikesCode, Refusal.Conflict, null, Facts(("likes", likes)));

    internal static RuleViolationException Merged(Guid keyId) => new(MergedCode, Refusal.Conflict, null, Facts(("keyId", keyId)));

    internal static RuleViolationException WrongStage(CaseAct act, CaseStage stage, IReadOnlyList<CaseStage> from) =>
        new(WrongStageCode, Refusal.Conflict, null, Facts(("act", act), ("stage", stage), ("from", from)));

    internal static RuleViolationException StepNotTaken(ProcedureStep step) => new(StepNotTakenCode, Refusal.Conflict, null, Facts(("step", step)));

    internal static RuleViolationException NameOrId(string member) => new(NameOrIdCode, Refusal.Impossible, member);

    internal static RuleViolationException InFuture(string member) => new(InFutureCode, Refusal.Impossible, member);

    internal static RuleViolationException TooEarly(string member, LocalDate first) => new(TooEarlyCode, Refusal.Conflict, member, Facts(("first", first)));

    internal static RuleViolationException TooMany(int most) => new(TooManyCode, Refusal.Conflict, null, Facts(("most", most)));

    internal static RuleViolationException AskedAlready() => new(AskedAlreadyCode, Refusal.Conflict);

    internal static RuleViolationException CheckAnswered() => new(CheckAnsweredCode, Refusal.Conflict);

    internal static RuleViolationException OnPanel() => new(OnPanelCode, Refusal.Conflict, "personId");

    internal static RuleViolationException Recused() => new(RecusedCode, Refusal.Conflict);

    internal static RuleViolationException MustRecuse(PanelTie tie) => new(MustRecuseCode, Refusal.Conflict, null, Facts(("tie", tie)));

    internal static RuleViolationException OpinionGiven() => new(OpinionGivenCode, Refusal.Conflict);

    internal static RuleViolationException ReasonMissing(string member) => new(ReasonMissingCode, Refusal.Impossible, member);

    internal static RuleViolationException NotReady(IReadOnlyList<MissingItem> missing, int opinions, int? quorum) =>
        new(NotReadyCode, Refusal.Conflict, null, Facts(
            ("missing", missing.Select(m => m.Need).Distinct().ToList()),
            ("checkIds", missing.Select(m => m.CheckId).OfType<Guid>().ToList()),
            ("opinions", opinions),
            ("quorum", quorum)));

    internal static RuleViolationException NoClock() => new(NoClockCode, Refusal.Conflict);

    internal static RuleViolationException ClockStopped(LocalDate since) => new(ClockStoppedCode, Refusal.Conflict, null, Facts(("since", since)));

    internal static RuleViolationException ClockRunning() => new(ClockRunningCode, Refusal.Conflict);

    internal static RuleViolationException NotAbove() => new(NotAboveCode, Refusal.Impossible, "officeId");

    internal static RuleViolationException Decided() => new(DecidedCode, Refusal.Conflict);

    internal static RuleViolationException NotConfidential() => new(NotConfidentialCode, Refusal.Conflict);

    internal static RuleViolationException Exempted() => new(ExemptedCode, Refusal.Conflict);

    internal static RuleViolationException NoExemption() => new(NoExemptionCode, Refusal.Conflict);

    internal static RuleViolationException OwnExemption() => new(OwnExemptionCode, Refusal.Conflict);

    private static Dictionary<string, object?> Facts(params (string Name, object? Value)[] facts) => facts.ToDictionary(f => f.Name, f => f.Value);
}
