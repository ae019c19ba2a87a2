using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Nominations;

/// <summary>A proposal that somebody be given a title. A draft may be incomplete; what the procedure asks is checked when it is submitted.</summary>
/// <param name="TitleId">Fixed once drafted.</param>
/// <param name="NomineeKind">`person` goes with `personId`, `unit` and `team` with `organizationId`, `group` with `groupName` and `memberIds`.</param>
/// <param name="Posthumous">追授.</param>
/// <param name="Summary">The deed or service, for those who examine it.</param>
/// <param name="Ground">The nominee's consent to the public notice, or the ground of confidentiality; needed before submission.</param>
/// <param name="LateReason">Why a deed from before the procedure's filing limit is put forward now.</param>
/// <param name="RecordedBy">The body that nominates; may be left out by those who nominate for one body only. Fixed once drafted.</param>
/// <param name="Self">自荐: the caller nominates themself, and no body does; where the procedure takes it. Fixed once drafted.</param>
public sealed record NominationRequest(
    Guid TitleId,
    RecipientKind NomineeKind,
    [property: Length(Nomination.SummaryMaxLength)] string Summary,
    Guid? PersonId = null,
    Guid? OrganizationId = null,
    [property: Length(Nomination.GroupNameMaxLength)] string? GroupName = null,
    [property: MostItems(Nomination.MostMembers)] IReadOnlyList<Guid>? MemberIds = null,
    bool Posthumous = false,
    [property: MostItems(Nomination.MostEvidence)] IReadOnlyList<EvidenceBody>? Evidence = null,
    NoticeGroundBody? Ground = null,
    [property: Length(Nomination.NoteMaxLength)] string? LateReason = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? DeedIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? DeploymentIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? ServiceHourIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? AwardIds = null,
    Guid? RecordedBy = null,
    bool? Self = null)
{
    internal NominationFacts ToFacts() => new(
        NomineeKind, PersonId, OrganizationId, GroupName, MemberIds ?? [], Posthumous, Summary,
        [.. (Evidence ?? []).Select(e => new EvidenceItem(e.Kind, e.Source, e.Date.OrUnknown(), e.Holder, e.CheckedBy, e.FileIds))],
        Ground is null ? null : new NoticeGround(Ground.Kind, Ground.On, Ground.Proof, Ground.FileId), LateReason,
        DeedIds ?? [], DeploymentIds ?? [], ServiceHourIds ?? [], AwardIds ?? []);
}

/// <summary>One thing that shows the deed.</summary>
/// <param name="Source">Who made it.</param>
/// <param name="Holder">Who keeps it.</param>
/// <param name="CheckedBy">Who compared it with the original.</param>
/// <param name="FileIds">Its scans, pictures and films among `/files`; seen from then on by whoever sees the nomination, and by nobody else.</param>
public sealed record EvidenceBody(
    EvidenceKind Kind,
    [property: Length(EvidenceItem.SourceMaxLength)] string Source,
    [property: Length(EvidenceItem.NameMaxLength)] string Holder,
    PartialDateBody? Date = null,
    [property: Length(EvidenceItem.NameMaxLength)] string? CheckedBy = null,
    [property: MostItems(EvidenceItem.MostFiles)] IReadOnlyList<Guid>? FileIds = null);

/// <summary>One thing that shows the deed.</summary>
public sealed record EvidenceView(EvidenceKind Kind, string Source, PartialDateView Date, string Holder, string? CheckedBy, IReadOnlyList<Guid> FileIds)
{
    internal static List<EvidenceView> Of(IEnumerable<EvidenceItem> items) =>
        [.. items.Select(e => new EvidenceView(e.Kind, e.Source, PartialDateView.Of(e.Date), e.Holder, e.CheckedBy, e.FileIds ?? []))];
}

/// <summary>Why a public notice may name the nominee, or must not.</summary>
/// <param name="Proof">The paper, and who holds it.</param>
/// <param name="FileId">Its scan among `/files`.</param>
public sealed record NoticeGroundBody(NoticeGroundKind Kind, LocalDate On, [property: Length(NoticeGround.ProofMaxLength)] string Proof, Guid? FileId = null)
{
    internal static NoticeGroundBody? Of(NoticeGround? ground) => ground is null ? null : new(ground.Kind, ground.On, ground.Proof, ground.FileId);
}

/// <summary>All that is missing; a nomination is returned once.</summary>
public sealed record ReturnRequest([property: Length(Nomination.NoteMaxLength)] string Missing);

/// <summary>Why it is not accepted; its nominator is told.</summary>
/// <param name="Told">All of it that a citizen is told; needed where a citizen recommended.</param>
/// <param name="PassedToId">The body that deals with it instead; set exactly for `passedOn`.</param>
public sealed record RefusalRequest([property: Length(Nomination.NoteMaxLength)] string Reason, RefusalGround? Told = null, Guid? PassedToId = null);

/// <summary>A step, as it was taken.</summary>
/// <param name="Note">What was missing, or why it was refused.</param>
/// <param name="DueOn">The last day for taking it; null where none was set.</param>
public sealed record StepTakenView(NominationAct Act, SignatureView By, string? Note, LocalDate? DueOn, bool? InTime)
{
    internal static List<StepTakenView> Of(IEnumerable<StepTaken> steps) =>
        [.. steps.Select(s => new StepTakenView(s.Act, SignatureView.Of(s.By)!, s.Note, s.DueOn, s.InTime))];
}

/// <summary>A nomination.</summary>
/// <param name="OwnerId">The office whose case it is.</param>
/// <param name="ProcedureId">The version of the procedure that holds for it; null for a draft.</param>
/// <param name="Confidential">Seen by nobody but the body that nominates and the office whose case it is.</param>
/// <param name="WaitsFor">Who must act next.</param>
/// <param name="DueOn">By when, inclusive; null where the procedure sets no day.</param>
/// <param name="AsWritten">What a citizen wrote; then there is no nominee until the office has completed it, whatever `nomineeKind` says.</param>
/// <param name="RefusedFor">Why it was refused, as anybody may be told.</param>
/// <param name="PassedToId">The body that deals with it instead.</param>
/// <param name="AppealBy">The last day for an appeal against its refusal, inclusive; null where there is none.</param>
public sealed record NominationResponse(
    Guid Id,
    Guid TitleId,
    Guid OwnerId,
    Guid? ProcedureId,
    NominatorKind Nominator,
    RecipientKind NomineeKind,
    Guid? PersonId,
    Guid? OrganizationId,
    string? GroupName,
    IReadOnlyList<Guid> MemberIds,
    bool Posthumous,
    string Summary,
    IReadOnlyList<EvidenceView> Evidence,
    NoticeGroundBody? Ground,
    bool Confidential,
    string? LateReason,
    IReadOnlyList<Guid> DeedIds,
    IReadOnlyList<Guid> DeploymentIds,
    IReadOnlyList<Guid> ServiceHourIds,
    IReadOnlyList<Guid> AwardIds,
    NominationStatus Status,
    WaitsFor WaitsFor,
    LocalDate? DueOn,
    LocalDate? SubmittedOn,
    CitizenWordsView? AsWritten,
    RefusalGround? RefusedFor,
    Guid? PassedToId,
    LocalDate? AppealBy,
    AppealView? Appeal,
    IReadOnlyList<StepTakenView> Steps,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<Nomination, NominationResponse>> From = n => new(
        n.Id, n.TitleId, n.OwnerId, n.ProcedureId, n.Nominator, n.NomineeKind, n.PersonId, n.OrganizationId, n.GroupName,
        n.Members.Select(m => m.PersonId).ToList(), n.Posthumous, n.Summary, EvidenceView.Of(n.Evidence), NoticeGroundBody.Of(n.Ground), n.Confidential,
        n.LateReason, n.Deeds.Select(l => l.Id).ToList(), n.Deployments.Select(l => l.Id).ToList(), n.ServiceHours.Select(l => l.Id).ToList(),
        n.Awards.Select(l => l.Id).ToList(), n.Status, n.WaitsFor, n.DueOn, n.SubmittedOn, CitizenWordsView.Of(n.AsWritten), n.RefusedFor, n.PassedToId,
        n.AppealBy, AppealView.Of(n.Appeal, n.AppealOfficeId), StepTakenView.Of(n.Steps), n.RecordedBy, n.Version);

    private static readonly Func<Nomination, NominationResponse> InMemory = From.Compile();

    internal static NominationResponse Of(Nomination nomination) => InMemory(nomination);
}

/// <summary>Figures of the nominations that the caller may see; drafts count nowhere.</summary>
/// <param name="ByNominator">The same by kind of nominator; they add up to the total.</param>
/// <param name="ByTitle">The same by title.</param>
/// <param name="ByYear">The same by the year of the first submission.</param>
/// <param name="ByMonth">The same by the month of the first submission.</param>
public sealed record NominationFiguresResponse(
    FiguresView Total,
    IReadOnlyList<NominatorFigures> ByNominator,
    IReadOnlyList<TitleFigures> ByTitle,
    IReadOnlyList<YearFigures> ByYear,
    IReadOnlyList<MonthFigures> ByMonth)
{
    internal static NominationFiguresResponse Of(IReadOnlyList<Tally> tallies) => new(
        FiguresView.Of(tallies),
        [.. Enum.GetValues<NominatorKind>().Select(kind => new NominatorFigures(kind, FiguresView.Of(tallies.Where(t => t.Nominator == kind))))],
        [.. tallies.GroupBy(t => t.TitleId).OrderBy(g => g.Key).Select(g => new TitleFigures(g.Key, FiguresView.Of(g)))],
        [.. tallies.GroupBy(t => t.SubmittedOn.Year).OrderBy(g => g.Key).Select(g => new YearFigures(g.Key, FiguresView.Of(g)))],
        [.. tallies.GroupBy(t => t.SubmittedOn.ToYearMonth()).OrderBy(g => g.Key).Select(g => new MonthFigures(YearMonthPattern.Iso.Format(g.Key), FiguresView.Of(g)))]);
}

/// <summary>The figures of one kind of nominator.</summary>
public sealed record NominatorFigures(NominatorKind Nominator, FiguresView Figures);

/// <summary>The figures of one title.</summary>
public sealed record TitleFigures(Guid TitleId, FiguresView Figures);

/// <summary>The figures of one year.</summary>
public sealed record YearFigures(int Year, FiguresView Figures);

/// <summary>The figures of one month.</summary>
/// <param name="Month">2026-10.</param>
public sealed record MonthFigures([property: Length(7, 7)] string Month, FiguresView Figures);

/// <summary>`submitted` = `accepted` + `returned` + `refused` + `open`.</summary>
/// <param name="AcceptedPercent">受理率 in whole percent, half up; null where nothing was submitted.</param>
/// <param name="InTime">Answered by the day that was set.</param>
/// <param name="Late">Answered after it.</param>
/// <param name="KeyCases">Accepted, with like cases joined into them (并案).</param>
/// <param name="LikeCases">Accepted, and joined into those.</param>
public sealed record FiguresView(
    int Submitted, int Accepted, int Returned, int Refused, int Open, int? AcceptedPercent, int InTime, int Late, int KeyCases, int LikeCases)
{
    internal static FiguresView Of(IEnumerable<Tally> tallies)
    {
        var figures = Figures.Of(tallies);
        return new(
            figures.Submitted, figures.Accepted, figures.Returned, figures.Refused, figures.Open, figures.AcceptedPercent, figures.InTime, figures.Late,
            figures.KeyCases, figures.LikeCases);
    }
}
