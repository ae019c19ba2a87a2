using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>不公示.</summary>
internal static class ExemptionsEndpoints
{
    public static void MapExemptions(this IEndpointRouteBuilder nominations)
    {
        nominations.MapPost("/{id:guid}/exemption", Propose).WithName("proposeNoticeExemption").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/exemption/confirmation", Approve).WithName("approveNoticeExemption").RequireRight(Right.Verify);
    }

    /// <summary>Puts forward that a confidential case is decided on without public notice (不公示), on a ground.</summary>
    /// <remarks>Needs `verify` in the title's owner itself. Refused for a case that is not confidential (`case.not-confidential`): that one is put on notice.</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Propose(
        Guid id, ExemptionRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, (opened, by) => opened.ProposeExemption(request.Ground, request.Reason, by), ct);

    /// <summary>Approves that a confidential case is decided on without public notice.</summary>
    /// <remarks>Needs `verify` in the title's owner itself, of another human than whoever put it forward (`case.own-exemption`).</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Approve(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, (opened, by) => opened.ApproveExemption(by), ct);
}

/// <summary>On what ground a confidential case is not put before the public.</summary>
/// <param name="Reason">The paper, or who asked for it.</param>
public sealed record ExemptionRequest(ExemptionGround Ground, [property: Length(Case.ReasonMaxLength)] string Reason);

/// <summary>Why a confidential case is decided on without public notice.</summary>
/// <param name="Approved">By a second human; null while it waits.</param>
public sealed record ExemptionView(ExemptionGround Ground, string Reason, SignatureView Proposed, SignatureView? Approved)
{
    internal static ExemptionView? Of(NoticeExemption? exemption) =>
        exemption is null ? null : new(exemption.Ground, exemption.Reason, SignatureView.Of(exemption.Proposed)!, SignatureView.Of(exemption.Approved));
}
