using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>评审. The owner keeps the panel's papers: it enters what the members declare and say.</summary>
internal static class ExpertReviewsEndpoints
{
    public static void MapExpertReviews(this IEndpointRouteBuilder nominations)
    {
        nominations.MapPost("/{id:guid}/panel", Seat).WithName("seatPanelMember").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/panel/{memberId:guid}/recusal", Recuse).WithName("recusePanelMember").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/panel/{memberId:guid}/opinion", Hear).WithName("enterOpinion").RequireRight(Right.Verify);
    }

    /// <summary>Seats somebody on the panel of the expert examination (评审).</summary>
    /// <remarks>Needs `verify` in the title's owner itself, and a procedure that takes this step (`case.step-not-taken`).</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Seat(
        Guid id, PanelMemberRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, async (opened, by) =>
        {
            await db.People.MustHold(request.PersonId, "personId", ct);
            opened.Seat(Guid.CreateVersion7(), request.PersonId, request.Name, request.Field, by);
            return true;
        }, ct);

    /// <summary>Enters that a member has no say (回避), as declared by the member or ordered by the office.</summary>
    /// <remarks>Needs `verify` in the title's owner itself. An opinion that the member gave counts no more.</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Recuse(
        Guid id, Guid memberId, RecusalRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, (opened, by) =>
        {
            if (opened.Panel.All(m => m.Id != memberId)) return Task.FromResult(false);

            opened.Recuse(memberId, request.Kind, request.Reason, by);
            return Task.FromResult(true);
        }, ct);

    /// <summary>Enters a member's opinion; the majority of the opinions given says the result.</summary>
    /// <remarks>
    /// Needs `verify` in the title's owner itself. Refused of a recused member (`case.recused`), and of a nominee, a nominator or somebody of the nominee's unit
    /// (`case.must-recuse`). A tie, and a missing quorum, leave the result open.
    /// </remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Hear(
        Guid id, Guid memberId, OpinionRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, async (opened, by) =>
        {
            if (opened.Panel.FirstOrDefault(m => m.Id == memberId) is not { } member) return false;

            var isColleague = member.PersonId is { } person && await IsColleague(person, by.Nomination, by.Today, db, ct);
            opened.Hear(memberId, request.Vote, request.Words, request.On, request.FileId, isColleague, by);
            await CasesEndpoints.Give(request.FileId, opened, caller, db, ct);
            return true;
        }, ct);

    /// <remarks>Asked beyond what the caller may see, and of employments that nobody confirmed yet: rather one recusal too many.</remarks>
    private static Task<bool> IsColleague(Guid person, Nomination nomination, LocalDate today, HonorsDb db, CancellationToken ct)
    {
        List<Guid> nominees = [.. nomination.Members.Select(m => m.PersonId), .. nomination.PersonId is { } one ? (Guid[])[one] : []];
        var running = db.Employments.Everyones().Where(e => (e.FirstDay == null || e.FirstDay <= today) && (e.LastDay == null || today <= e.LastDay));
        return running.AnyAsync(e => e.PersonId == person && (e.OrganizationId == nomination.OrganizationId
            || running.Any(o => nominees.Contains(o.PersonId) && o.OrganizationId == e.OrganizationId)), ct);
    }
}
