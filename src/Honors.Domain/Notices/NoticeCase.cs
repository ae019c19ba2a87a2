using Honors.Domain.Nominations;
using Honors.Domain.People;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Domain.Notices;

/// <summary>A case that a notice is about.</summary>
/// <param name="Procedure">The version that holds for it.</param>
/// <param name="Nominee">Of a person alone.</param>
public sealed record NoticeCase(Nomination Nomination, ProcedureFacts Procedure, Person? Nominee)
{
    internal void RequireReady(string name)
    {
        if (Nomination.Confidential) throw NoticeRules.Confidential();
        if (Nomination.Case is not { } opened) throw CaseRules.NotOpened(Nomination.Status, "caseId");

        var missing = opened.Missing(Procedure, ProcedureStep.Notice).Select(m => m.Need).Distinct().ToList();
        if (OwnNeeds().ToList() is var own && (missing is not [] || own is not [])) throw NoticeRules.EntryNotReady(name, missing, own);
    }

    private IEnumerable<EntryNeed> OwnNeeds()
    {
        if (!Procedure.Takes(ProcedureStep.Notice)) yield return EntryNeed.NoticeStep;

        var ground = Nomination.Ground;
        if (ground is null) yield return EntryNeed.Ground;
        else if (Nominee?.Died.Text is not null && ground.Kind is not NoticeGroundKind.NearKin) yield return EntryNeed.NearKinConsent;
        else if (Nominee?.Born.IsUnder(Age.Majority, ground.On) is true && ground.Kind is NoticeGroundKind.Consent) yield return EntryNeed.GuardianConsent;
    }
}

/// <summary>How far the public's time with an entry is.</summary>
/// <param name="IsFinished">Its last day and the days of grace for post are over.</param>
/// <param name="LastDay">Inclusive; null where it is not before the public at all.</param>
/// <param name="GraceUntil">The last day on which a letter that was posted in time may still come in, inclusive.</param>
public sealed record NoticeStanding(bool IsFinished, LocalDate? LastDay, LocalDate? GraceUntil)
{
    /// <summary>A draft, or taken out.</summary>
    public static readonly NoticeStanding None = new(false, null, null);
}

/// <summary>An open notice, counted again after a change of the calendar.</summary>
/// <param name="Year">That changed.</param>
/// <param name="Counted">The last day by the changed calendar.</param>
/// <param name="LastDay">That held from then on: the later one.</param>
public sealed record Recount(int Year, int Version, LocalDate Counted, LocalDate Before, LocalDate LastDay, Instant At);
