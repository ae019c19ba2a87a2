using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>One case in a list.</summary>
/// <param name="Id">Of its nomination.</param>
/// <param name="DueOn">The last day for the finding, inclusive.</param>
/// <param name="MergedIntoId">The key case into which it is joined.</param>
/// <param name="Likes">How many are joined into it.</param>
public sealed record CaseLine(
    Guid Id, Guid TitleId, Guid OwnerId, CaseStage Stage, WaitsFor WaitsFor, LocalDate OpenedOn, LocalDate? DueOn, Guid? MergedIntoId, int Likes)
{
    internal static readonly Expression<Func<Case, CaseLine>> From = c =>
        new(c.Id, c.TitleId, c.OwnerId, c.Stage, c.WaitsFor, c.SortDay, c.DueOn, c.MergedIntoId, c.Likes);
}

/// <summary>
/// A case: what the title's owner does with a nomination that it accepted. Panel, checks and the steps of both are shown to the owner, and to the higher
/// office once it was sent up; a department sees the check that it was sent.
/// </summary>
/// <param name="Id">Of its nomination.</param>
/// <param name="ProcedureId">The version of the procedure that holds for it.</param>
/// <param name="DueOn">The last day for the finding, inclusive; null while the clock is stopped, and where the procedure sets none.</param>
/// <param name="MergedIntoId">The key case into which it is joined (并案).</param>
/// <param name="LikeIds">The cases that are joined into it.</param>
/// <param name="Exemption">Why a confidential case is not put before the public.</param>
/// <param name="Missing">All that still stands before the decision.</param>
public sealed record CaseResponse(
    Guid Id,
    Guid TitleId,
    Guid OwnerId,
    Guid NominatedBy,
    Guid ProcedureId,
    bool Confidential,
    CaseStage Stage,
    WaitsFor WaitsFor,
    LocalDate OpenedOn,
    LocalDate? DueOn,
    Guid? MergedIntoId,
    IReadOnlyList<Guid> LikeIds,
    IReadOnlyList<DepartmentalCheckView> Checks,
    IReadOnlyList<PanelMemberView> Panel,
    VotesView? Votes,
    IReadOnlyList<ClockStopView> Stops,
    FindingView? Finding,
    ExemptionView? Exemption,
    IReadOnlyList<RecommendationView> Recommendations,
    IReadOnlyList<CaseStepView> Steps,
    IReadOnlyList<MissingView> Missing,
    int Version) : IVersioned
{
    private static readonly CaseAct[] Inner = [CaseAct.CheckSent, CaseAct.CheckAnswered, CaseAct.PanelSeated, CaseAct.Recusal, CaseAct.Opinion];

    internal static CaseResponse Of(Case opened, ProcedureFacts procedure, IReadOnlyList<Guid> likes, Sight sight, LocalDate today)
    {
        var examines = sight.Bodies.Contains(opened.OwnerId) || (opened.SentUpToId is { } higher && sight.Bodies.Contains(higher));
        return new(
            opened.Id, opened.TitleId, opened.OwnerId, opened.NominatedBy, opened.ProcedureId, opened.Confidential, opened.Stage, opened.WaitsFor, opened.SortDay,
            opened.DueOn, opened.MergedIntoId, likes,
            [.. opened.Checks.Where(c => examines || (c.DepartmentId is { } asked && sight.Bodies.Contains(asked))).Select(c => DepartmentalCheckView.Of(c, today))],
            [.. opened.Panel.Where(_ => examines).Select(PanelMemberView.Of)], examines ? VotesView.Of(opened.Votes, procedure.Quorum) : null,
            [.. opened.Stops.Select(ClockStopView.Of)], FindingView.Of(opened.Finding), ExemptionView.Of(opened.Exemption), [.. opened.Recommendations.Select(RecommendationView.Of)],
            [.. opened.Steps.Where(s => examines || !Inner.Contains(s.Act)).Select(CaseStepView.Of)],
            [.. opened.Missing(procedure, ProcedureStep.Decision).Select(m => new MissingView(m.Need, examines ? m.CheckId : null))], opened.Version);
    }
}

/// <summary>What one department was asked, and what it answered.</summary>
/// <param name="Late">Its day is over without an answer, or the answer is dated later.</param>
public sealed record DepartmentalCheckView(
    Guid Id, Guid? DepartmentId, string? Department, LocalDate SentOn, LocalDate? DueOn, bool Late, SignatureView Sent, CheckAnswerView? Answer)
{
    internal static DepartmentalCheckView Of(DepartmentalCheck check, LocalDate today) => new(
        check.Id, check.DepartmentId, check.Name, check.SentOn, check.DueOn, check.DueOn < (check.AnsweredOn ?? today), SignatureView.Of(check.Sent)!,
        check.Answer is { } a ? new CheckAnswerView(a.Result, a.On, a.Note, a.FileId, SignatureView.Of(a.By)!) : null);
}

/// <summary>A department's answer.</summary>
/// <param name="On">Of its paper.</param>
/// <param name="FileId">The scan.</param>
public sealed record CheckAnswerView(CheckResult Result, LocalDate On, string? Note, Guid? FileId, SignatureView By);

/// <summary>Of the panel of an expert examination.</summary>
/// <param name="Recusal">Then no opinion of theirs counts.</param>
public sealed record PanelMemberView(Guid Id, Guid? PersonId, string? Name, string? Field, RecusalView? Recusal, OpinionView? Opinion)
{
    internal static PanelMemberView Of(PanelMember member) => new(
        member.Id, member.PersonId, member.Name, member.Field,
        member.Recusal is { } r ? new RecusalView(r.Kind, r.Reason, SignatureView.Of(r.By)!) : null,
        member.Opinion is { } o ? new OpinionView(o.Vote, o.Words, o.On, o.FileId, SignatureView.Of(o.By)!) : null);
}

/// <summary>Why a member has no say (回避).</summary>
public sealed record RecusalView(RecusalKind Kind, string Reason, SignatureView By);

/// <summary>A member's opinion, and who entered it.</summary>
public sealed record OpinionView(Vote Vote, string Words, LocalDate On, Guid? FileId, SignatureView By);

/// <summary>The opinions that count: of members who are not recused.</summary>
/// <param name="Quorum">Opinions that the procedure asks for.</param>
/// <param name="Result">What more than half of them say; null while it is open.</param>
public sealed record VotesView(int For, int Against, int Abstain, int? Quorum, Vote? Result)
{
    internal static VotesView Of(Votes votes, int? quorum) => new(votes.For, votes.Against, votes.Abstain, quorum, votes.ResultBy(quorum));
}

/// <summary>Days that are not counted.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive; null while the clock stands still.</param>
public sealed record ClockStopView(StopGround Ground, string Note, LocalDate From, LocalDate? Until, SignatureView By, SignatureView? Resumed)
{
    internal static ClockStopView Of(ClockStop stop) =>
        new(stop.Ground, stop.Note, stop.From, stop.Until, SignatureView.Of(stop.By)!, SignatureView.Of(stop.Resumed));
}

/// <summary>The owner's finding.</summary>
/// <param name="OverrideReason">Why it goes on although a department objects.</param>
public sealed record FindingView(FindingResult Result, string? Reason, string? OverrideReason, SignatureView By)
{
    internal static FindingView? Of(Finding? finding) =>
        finding is null ? null : new(finding.Result, finding.Reason, finding.OverrideReason, SignatureView.Of(finding.By)!);
}

/// <summary>A case as it was sent up.</summary>
public sealed record RecommendationView(Guid? OfficeId, string? Office, string Number, LocalDate On, SignatureView By, HigherAnswerView? Answer)
{
    internal static RecommendationView Of(Recommendation sent) => new(
        sent.OfficeId, sent.Office, sent.Number, sent.On, SignatureView.Of(sent.By)!,
        sent.Answer is { } a ? new HigherAnswerView(a.Result, a.On, a.Number, a.Note, a.FileId, SignatureView.Of(a.By)!) : null);
}

/// <summary>The higher office's answer.</summary>
public sealed record HigherAnswerView(HigherResult Result, LocalDate On, string? Number, string? Note, Guid? FileId, SignatureView By);

/// <summary>A step, as it was taken.</summary>
/// <param name="On">The day that counts: that of the paper, where there is one.</param>
/// <param name="DueOn">The last day for it; null where none was set.</param>
public sealed record CaseStepView(CaseAct Act, LocalDate On, SignatureView By, string? Note, LocalDate? DueOn, bool? InTime)
{
    internal static CaseStepView Of(CaseStep step) => new(step.Act, step.On, SignatureView.Of(step.By)!, step.Note, step.DueOn, step.InTime);
}

/// <summary>One thing that stands before the next step.</summary>
/// <param name="CheckId">Of the departmental check that it is about.</param>
public sealed record MissingView(CaseNeed Need, Guid? CheckId);
