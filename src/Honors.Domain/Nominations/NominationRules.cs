using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Domain.Nominations;

public static class NominationRules
{
    public const string OneNomineeCode = "nomination.one-nominee";
    public const string PosthumousBodyCode = "nomination.posthumous-body";
    public const string GroundInFutureCode = "nomination.ground-in-future";
    public const string DeadConsentNotCode = "nomination.dead-consent-not";
    public const string KinOfTheLivingCode = "nomination.kin-of-the-living";
    public const string EvidenceInFutureCode = "nomination.evidence-in-future";
    public const string NotOpenToChangeCode = "nomination.not-open-to-change";
    public const string WrongStateCode = "nomination.wrong-state";
    public const string NominatorNotTakenCode = "nomination.nominator-not-taken";
    public const string NotOneselfCode = "nomination.not-oneself";
    public const string SelfInNoBodyCode = "nomination.self-in-no-body";
    public const string NotCompletedCode = "nomination.not-completed";
    public const string CitizenNotReturnedCode = "nomination.citizen-not-returned";
    public const string CitizenNotToldCode = "nomination.citizen-not-told";
    public const string PassedToWhomCode = "nomination.passed-to-whom";
    public const string NoAppealCode = "nomination.no-appeal";
    public const string AppealedBeforeCode = "nomination.appealed-before";
    public const string AppealTooLateCode = "nomination.appeal-too-late";
    public const string NoOpenAppealCode = "nomination.no-open-appeal";
    public const string NothingToAppealCode = "nomination.nothing-to-appeal";
    public const string OwnRefusalCode = "nomination.own-refusal";
    public const string AppealPaperCode = "nomination.appeal-paper";
    public const string NoSenderCode = "nomination.no-sender";
    public const string NoProcedureCode = "nomination.no-procedure";
    public const string KindNotGivenCode = "nomination.kind-not-given";
    public const string NotPosthumousCode = "nomination.not-posthumous";
    public const string NoEvidenceCode = "nomination.no-evidence";
    public const string NoGroundCode = "nomination.no-ground";
    public const string NoticeIsRequiredCode = "nomination.notice-required";
    public const string RequiredTitleMissingCode = "nomination.required-title-missing";
    public const string HadItAlreadyCode = "nomination.had-it-already";
    public const string PastFilingLimitCode = "nomination.past-filing-limit";
    public const string AllotmentUsedCode = "nomination.allotment-used";
    public const string ReturnedBeforeCode = "nomination.returned-before";
    public const string OwnNominationCode = "nomination.own-nomination";
    public const string OwnCaseCode = "nomination.own-case";
    public const string NoPersonCode = "nomination.no-person-behind";

    /// <summary>The title has no procedure that holds today: its owner enters one.</summary>
    public static RuleViolationException NoProcedure() => new(NoProcedureCode, Refusal.Conflict);

    internal static RuleViolationException NotOneNominee() => new(OneNomineeCode, Refusal.Impossible, "nomineeKind");

    internal static RuleViolationException PosthumousBody() => new(PosthumousBodyCode, Refusal.Impossible, "posthumous");

    internal static RuleViolationException GroundInFuture() => new(GroundInFutureCode, Refusal.Impossible, "ground.on");

    internal static RuleViolationException DeadConsentNot() => new(DeadConsentNotCode, Refusal.Impossible, "ground.kind");

    internal static RuleViolationException KinOfTheLiving() => new(KinOfTheLivingCode, Refusal.Impossible, "ground.kind");

    internal static RuleViolationException EvidenceInFuture(int index) => new(EvidenceInFutureCode, Refusal.Impossible, $"evidence[{index}].date");

    internal static RuleViolationException NotOpenToChange(NominationStatus status) => new(NotOpenToChangeCode, Refusal.Conflict, null, Facts(("status", status)));

    internal static RuleViolationException WrongState(NominationAct act, NominationStatus status, IReadOnlyList<NominationStatus> from) =>
        new(WrongStateCode, Refusal.Conflict, null, Facts(("act", act), ("status", status), ("from", from)));

    internal static RuleViolationException NominatorNotTaken(NominatorKind kind, IReadOnlyList<NominatorKind> allowed) =>
        new(NominatorNotTakenCode, Refusal.Conflict, null, Facts(("kind", kind), ("allowed", allowed)));

    public static RuleViolationException SelfInNoBody() => new(SelfInNoBodyCode, Refusal.Impossible, "recordedBy");

    internal static RuleViolationException NotCompleted() => new(NotCompletedCode, Refusal.Conflict);

    internal static RuleViolationException CitizenNotReturned() => new(CitizenNotReturnedCode, Refusal.Conflict);

    internal static RuleViolationException CitizenNotTold() => new(CitizenNotToldCode, Refusal.Impossible, "told");

    internal static RuleViolationException PassedToWhom() => new(PassedToWhomCode, Refusal.Impossible, "passedToId");

    internal static RuleViolationException NoAppeal() => new(NoAppealCode, Refusal.Conflict);

    internal static RuleViolationException AppealedBefore() => new(AppealedBeforeCode, Refusal.Conflict);

    internal static RuleViolationException AppealTooLate(LocalDate by) => new(AppealTooLateCode, Refusal.Conflict, null, Facts(("by", by)));

    internal static RuleViolationException NothingToAppeal() => new(NothingToAppealCode, Refusal.Conflict);

    internal static RuleViolationException NoOpenAppeal() => new(NoOpenAppealCode, Refusal.Conflict);

    internal static RuleViolationException OwnRefusal() => new(OwnRefusalCode, Refusal.Conflict);

    internal static RuleViolationException AppealPaper() => new(AppealPaperCode, Refusal.Impossible, "paper");

    internal static RuleViolationException NoSender() => new(NoSenderCode, Refusal.Conflict);

    internal static RuleViolationException NotOneself() => new(NotOneselfCode, Refusal.Impossible, "personId");

    internal static RuleViolationException KindNotGiven(RecipientKind kind, IReadOnlyList<RecipientKind> allowed) =>
        new(KindNotGivenCode, Refusal.Conflict, "nomineeKind", Facts(("kind", kind), ("allowed", allowed)));

    internal static RuleViolationException NotPosthumous() => new(NotPosthumousCode, Refusal.Conflict, "posthumous");

    internal static RuleViolationException NoEvidence() => new(NoEvidenceCode, Refusal.Conflict, "evidence");

    internal static RuleViolationException NoGround() => new(NoGroundCode, Refusal.Conflict, "ground");

    internal static RuleViolationException NoticeIsRequired() => new(NoticeIsRequiredCode, Refusal.Conflict, "ground.kind");

    internal static RuleViolationException RequiredTitleMissing(IReadOnlyList<Guid> titles) =>
        new(RequiredTitleMissingCode, Refusal.Conflict, null, Facts(("requiredTitleIds", titles)));

    internal static RuleViolationException HadItAlready(int? year) => new(HadItAlreadyCode, Refusal.Conflict, null, Facts(("year", year)));

    internal static RuleViolationException PastFilingLimit(int months) => new(PastFilingLimitCode, Refusal.Conflict, "lateReason", Facts(("months", months)));

    internal static RuleViolationException AllotmentUsed(int places) => new(AllotmentUsedCode, Refusal.Conflict, null, Facts(("places", places)));

    internal static RuleViolationException ReturnedBefore() => new(ReturnedBeforeCode, Refusal.Conflict);

    internal static RuleViolationException OwnNomination() => new(OwnNominationCode, Refusal.Conflict);

    internal static RuleViolationException OwnCase() => new(OwnCaseCode, Refusal.Conflict);

    internal static RuleViolationException NoPersonBehind() => new(NoPersonCode, Refusal.Conflict);

    private static Dictionary<string, object?> Facts(params (string Name, object? Value)[] facts) => facts.ToDictionary(f => f.Name, f => f.Value);
}
