using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.Awards;
using NodaTime;

namespace Honors.Api.Awards;

/// <summary>What shall be true of an award (更正).</summary>
/// <param name="Award">The whole award as it shall be.</param>
public sealed record AwardCorrectionRequest(AwardRequest Award, [property: Length(AwardChange.ReasonMaxLength)] string Reason);

/// <summary>Why an award was entered by mistake (作废).</summary>
public sealed record AwardVoidanceRequest([property: Length(AwardChange.ReasonMaxLength)] string Reason);

/// <summary>The granting body's revocation (撤销).</summary>
/// <param name="BodyId">Whose paper it is: the granting body, where the award states one.</param>
/// <param name="IssuedOn">The day of the paper.</param>
/// <param name="Reason">In the paper's words.</param>
public sealed record AwardRevocationRequest(
    RevocationGround Ground,
    Guid BodyId,
    [property: Length(Award.DocumentMaxLength)] string DocumentNumber,
    LocalDate IssuedOn,
    [property: Length(AwardChange.ReasonMaxLength)] string Reason);

/// <summary>The granting body's reinstatement (恢复) of a revoked award.</summary>
/// <param name="BodyId">Whose paper it is: the granting body, where the award states one.</param>
/// <param name="IssuedOn">The day of the paper.</param>
/// <param name="Reason">In the paper's words.</param>
public sealed record AwardReinstatementRequest(
    Guid BodyId,
    [property: Length(Award.DocumentMaxLength)] string DocumentNumber,
    LocalDate IssuedOn,
    [property: Length(AwardChange.ReasonMaxLength)] string Reason);

/// <summary>Why a proposed change is turned down or taken back.</summary>
public sealed record AwardChangeRejectionRequest([property: Length(AwardChange.ReasonMaxLength)] string Reason);

/// <summary>A change of an award: proposed by one person, in effect once another has confirmed it.</summary>
/// <param name="Ground">Of a revocation alone.</param>
/// <param name="Paper">Of a revocation or reinstatement: the granting body's.</param>
/// <param name="Facts">Of a correction: what shall be true.</param>
/// <param name="Before">Of a confirmed correction: what the award said until then.</param>
/// <param name="AnnouncedUntil">Of a confirmed revocation: the last day on which it is announced, inclusive.</param>
/// <param name="Status">`proposed`: awaits a second person; `confirmed`: in effect; `rejected`: turned down or taken back.</param>
public sealed record AwardChangeResponse(
    Guid Id,
    Guid AwardId,
    AwardChangeKind Kind,
    string Reason,
    RevocationGround? Ground,
    GrantingPaperView? Paper,
    AwardFactsView? Facts,
    AwardFactsView? Before,
    AwardChangeStatus Status,
    SignatureView Proposed,
    SignatureView? Settled,
    string? RejectionReason,
    LocalDate? AnnouncedUntil)
{
    internal static readonly Expression<Func<AwardChange, AwardChangeResponse>> From = c => new(
        c.Id, c.AwardId, c.Kind, c.Reason, c.Ground, GrantingPaperView.Of(c.Paper), AwardFactsView.Of(c.Facts), AwardFactsView.Of(c.Before), c.Status,
        SignatureView.Of(c.Proposed)!, SignatureView.Of(c.Settled), c.RejectionReason, c.AnnouncedUntil);

    private static readonly Func<AwardChange, AwardChangeResponse> InMemory = From.Compile();

    internal static AwardChangeResponse Of(AwardChange change) => InMemory(change);
}

/// <summary>A paper of the granting body.</summary>
public sealed record GrantingPaperView(Guid BodyId, string DocumentNumber, LocalDate IssuedOn)
{
    internal static GrantingPaperView? Of(GrantingPaper? paper) => paper is null ? null : new(paper.BodyId, paper.DocumentNumber, paper.IssuedOn);
}

/// <summary>What an award says, or said.</summary>
public sealed record AwardFactsView(
    Guid TitleId,
    Guid? PersonId,
    Guid? OrganizationId,
    string? RecipientAsPrinted,
    Guid? GrantingBodyId,
    PartialDateView ConferredOn,
    string? Ceremony,
    string? DocumentNumber,
    bool Posthumous,
    long DivisionCode,
    SourceView Source,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> VillageAssignmentIds,
    IReadOnlyList<Guid> DeedIds,
    IReadOnlyList<Guid> DeploymentIds,
    IReadOnlyList<Guid> ServiceHourIds)
{
    internal static AwardFactsView? Of(AwardFacts? f) => f is null ? null : new(
        f.TitleId, f.PersonId, f.OrganizationId, f.RecipientAsPrinted, f.GrantingBodyId, PartialDateView.Of(f.ConferredOn), f.Ceremony, f.DocumentNumber,
        f.Posthumous, f.DivisionCode, SourceView.Of(f.Source)!, f.TeamIds, f.VillageAssignmentIds, f.DeedIds, f.DeploymentIds, f.ServiceHourIds);
}
