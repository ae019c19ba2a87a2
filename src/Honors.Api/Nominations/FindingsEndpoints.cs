using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>审核, and its clock.</summary>
internal static class FindingsEndpoints
{
    public static void MapFindings(this IEndpointRouteBuilder nominations)
    {
        nominations.MapPost("/{id:guid}/examinations", Find).WithName("findOnCase").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/stops", Stop).WithName("stopCaseClock").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/resumption", Resume).WithName("resumeCaseClock").RequireRight(Right.Verify);
    }

    /// <summary>Enters the finding on a case (审核): approved, or not approved with the reason.</summary>
    /// <remarks>
    /// Needs `verify` in the title's owner itself. While something is missing it is refused once, naming all of it (`case.not-ready`): the clock is stopped, a
    /// department was not asked, has not answered or objects without `overrideReason`, the quorum or a majority is missing. To say no, only what was begun must have ended.
    /// </remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Find(
        Guid id, FindingRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, (opened, by) => opened.Find(request.Result, request.Reason, request.OverrideReason, by), ct);

    /// <summary>Stops the examination's clock from today on (中止计时), on a ground.</summary>
    /// <remarks>Needs `verify` in the title's owner itself. Refused where the procedure sets no day (`case.no-clock`).</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Stop(
        Guid id, ClockStopRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, (opened, by) => opened.Stop(request.Ground, request.Note, by), ct);

    /// <summary>Lets the clock run again from today on; the due day moves on by the days it stood still.</summary>
    /// <remarks>Needs `verify` in the title's owner itself.</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Resume(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, (opened, by) => opened.Resume(by), ct);
}
