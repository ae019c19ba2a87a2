using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Decisions;

/// <summary>A case of a decision with all that is asked of it.</summary>
/// <param name="AwardId">Of the award that it becomes.</param>
/// <param name="Likes">Nominations whose cases are joined into it: their deeds are honoured too, and their nominators confirm nothing.</param>
/// <param name="Procedure">The version that holds for it.</param>
/// <param name="History">What the nominee was given so far.</param>
/// <param name="TeamIds">Of its deeds and hours.</param>
/// <param name="VillageAssignmentIds">Of its deeds, deployments and hours.</param>
public sealed record DecidedCase(
    Guid AwardId,
    Nomination Nomination,
    IReadOnlyList<Nomination> Likes,
    ProcedureFacts Procedure,
    NomineeHistory History,
    NoticeProgress Notice,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> VillageAssignmentIds)
{
    public Case Case => Nomination.Case!;

    public IEnumerable<Nomination> Nominations => [Nomination, .. Likes];

    internal IEnumerable<Guid> Linked(Func<Nomination, IEnumerable<Link>> links) => Nominations.SelectMany(links).Select(l => l.Id).Distinct();

    internal IEnumerable<DecisionGap> Missing(Decision decision)
    {
        var entry = decision.Entries.Single(e => e.NominationId == Nomination.Id);
        return Case.DecisionId is not null ? [Gap(DecisionRules.DecidedAlready)] : [.. OfTheCase(decision, entry), .. OfTheNotice(), .. OfTheNominee(decision, entry)];
    }

    private IEnumerable<DecisionGap> OfTheCase(Decision decision, DecisionEntry entry)
    {
        if (!Procedure.Takes(ProcedureStep.Decision)) yield return Gap(DecisionRules.NotDecidedHere);
        if (Case.Missing(Procedure, ProcedureStep.Decision).Select(m => m.Need).Distinct().ToList() is { Count: > 0 } needs)
            yield return Gap(DecisionRules.CaseNotReady, ("needs", needs));
        LocalDate?[] before = [Case.Steps.Max(s => s.On), Notice.FreeFrom, entry.Kin?.On];
        if (before.Max() is { } first && decision.DecidedOn < first) yield return Gap(DecisionRules.DatedTooEarly, ("first", first));
    }

    /// <remarks>An objection stands in the way wherever it is open, be the notice prescribed or not.</remarks>
    private IEnumerable<DecisionGap> OfTheNotice()
    {
        if (Notice.HasOpenObjection) yield return Gap(DecisionRules.ObjectionOpen);
        if (Notice.RunsUntil is { } last) yield return Gap(DecisionRules.NoticeRuns, ("until", last));
        else if (Notice.GraceUntil is { } grace) yield return Gap(DecisionRules.GraceRuns, ("until", grace));

        if (!Procedure.Takes(ProcedureStep.Notice)) yield break;

        if (!Nomination.Confidential && !Notice.IsPublished) yield return Gap(DecisionRules.NoticeMissing);
        if (Nomination.Confidential && (Case.Exemption is not { Approved: not null } || !Procedure.NoticeMayBeSkipped)) yield return Gap(DecisionRules.ExemptionMissing);
    }

    private IEnumerable<DecisionGap> OfTheNominee(Decision decision, DecisionEntry entry)
    {
        if (Nomination.Posthumous && Nomination.Ground?.Kind is not NoticeGroundKind.NearKin && entry.Kin is null) yield return Gap(DecisionRules.KinNotHeard);
        if (Procedure.RequiredTitleIds is not [] && !History.HasRequiredTitle) yield return Gap(DecisionRules.RequiredTitleMissing);
        if (History.InTheWay(Procedure.Repeat, decision.DecidedOn) is { Count: > 0 } earlier) yield return Gap(DecisionRules.HadItAlready, ("year", earlier.Max()?.Year));
    }

    private DecisionGap Gap(string code, params (string Name, object? Value)[] facts) => new(code, Nomination.Id) { Facts = DecisionRules.Facts(facts) };
}

/// <summary>How far the public notices of a case are.</summary>
/// <param name="IsPublished">Whether there was one, or is one.</param>
/// <param name="RunsUntil">The last day of one that still runs, inclusive.</param>
/// <param name="GraceUntil">The last of the days for post after the last one, inclusive, while they last.</param>
/// <param name="FreeFrom">The first day after all of them.</param>
public sealed record NoticeProgress(bool IsPublished, LocalDate? RunsUntil, LocalDate? GraceUntil, LocalDate? FreeFrom, bool HasOpenObjection)
{
    public static readonly NoticeProgress None = new(false, null, null, null, false);

    /// <param name="standings">Of its entries in published notices.</param>
    public static NoticeProgress Of(IReadOnlyCollection<NoticeStanding> standings, bool hasOpenObjection, LocalDate today) => new(
        standings.Any(s => s.LastDay is not null),
        standings.Where(s => s.LastDay >= today).Max(s => s.LastDay),
        standings.Where(s => s.LastDay < today && !s.IsFinished).Max(s => s.GraceUntil),
        standings.Max(s => s.GraceUntil)?.PlusDays(1),
        hasOpenObjection);
}

/// <summary>One thing that stands before a decision: a code whose text says it, with its facts.</summary>
/// <param name="NominationId">The case that it is about; null: the document itself.</param>
public sealed record DecisionGap(string Code, Guid? NominationId = null)
{
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();
}
