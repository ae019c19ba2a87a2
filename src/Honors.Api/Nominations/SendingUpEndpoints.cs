using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>上报.</summary>
internal static class SendingUpEndpoints
{
    public static void MapSendingUp(this IEndpointRouteBuilder nominations)
    {
        nominations.MapPost("/{id:guid}/recommendation", SendUp).WithName("sendCaseUp").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/recommendation/answer", Answer).WithName("answerRecommendation").RequireRight(Right.Verify);
    }

    /// <summary>Sends an approved case up to a higher office as a recommendation (上报); a registered one sees it from then on.</summary>
    /// <remarks>Needs `verify` in the title's owner itself, and a procedure that takes this step (`case.step-not-taken`).</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> SendUp(
        Guid id, RecommendationRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, async (opened, by) =>
        {
            await db.Organizations.MustHold(request.OfficeId, "officeId", ct);
            var owner = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == opened.OwnerId, ct);
            var office = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OfficeId, ct);
            opened.SendUp(owner, office, request.Office, request.Number, request.On, by);
            return true;
        }, ct);

    /// <summary>Enters the higher office's answer: adopted, not adopted, or returned for completion.</summary>
    /// <remarks>Needs `verify` in the title's owner itself, from the higher office's paper; or in the higher office, where it is registered. What is returned is examined again.</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Answer(
        Guid id, HigherAnswerRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, async (opened, by) =>
        {
            opened.AnswerFromAbove(request.Result, request.On, request.Number, request.Note, request.FileId, by);
            await CasesEndpoints.Give(request.FileId, opened, caller, db, ct);
            return true;
        }, ct, opened => opened.SentUpToId);
}
