using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Awards;

/// <summary>What happens to an award after its confirmation: each change is proposed by one person and confirmed by another.</summary>
internal static class AwardChangesEndpoints
{
    /// <summary>How long a revocation is announced, where <c>Awards:RevocationAnnouncedMonths</c> says nothing.</summary>
    public const int AnnouncedMonths = 12;

    public static void MapAwardChanges(this IEndpointRouteBuilder awards)
    {
        awards.MapGet("/{id:guid}/changes", List).WithName("listAwardChanges");
        awards.MapPost("/{id:guid}/correction", Correct).WithName("correctAward").RequireRight(Right.Record);
        awards.MapPost("/{id:guid}/voidance", Void).WithName("voidAward").RequireRight(Right.Record);
        awards.MapPost("/{id:guid}/revocation", Revoke).WithName("revokeAward").RequireRight(Right.Decide);
        awards.MapPost("/{id:guid}/reinstatement", Reinstate).WithName("reinstateAward").RequireRight(Right.Decide);
        awards.MapPost("/{id:guid}/changes/{changeId:guid}/confirmation", Confirm).WithName("confirmAwardChange").RequireRight(Right.Verify, Right.Decide);
        awards.MapPost("/{id:guid}/changes/{changeId:guid}/rejection", Reject).WithName("rejectAwardChange").RequireRight(Right.Record, Right.Verify, Right.Decide);
    }

    /// <summary>Lists what was changed of the award, or is proposed to be, newest first; all who see the award see it.</summary>
    private static async Task<Results<Ok<Page<AwardChangeResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.Awards.AnyAsync(a => a.Id == id, ct)
            ? TypedResults.Ok(await db.AwardChanges.Where(c => c.AwardId == id).ToPageById(page, AwardChangeResponse.From, ct))
            : TypedResults.NotFound();

    /// <summary>Proposes to correct a confirmed award (更正).</summary>
    /// <remarks>Needs `record` in the recording body or an office above it. In effect once a second person has confirmed it; what it said before is kept.</remarks>
    private static async Task<Results<Created<AwardChangeResponse>, NotFound>> Correct(
        Guid id, AwardCorrectionRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Awards.FindAsync([id], ct) is not { } award) return TypedResults.NotFound();

        caller.Require(Right.Record, award);
        Fixed.Member("award.recordedBy", request.Award.RecordedBy, award.RecordedBy);
        await AwardsEndpoints.CheckReferences(request.Award, db, ct, "award.");
        return await Propose(award, ifMatch, db, pending => AwardChange.Correction(
            Guid.CreateVersion7(), award, request.Award.ToFacts(), request.Reason, pending, caller.Actor, clock.GetCurrentInstant()), ct);
    }

    /// <summary>Proposes to void an award (作废): it was entered by mistake.</summary>
    /// <remarks>Needs `record` in the recording body or an office above it. Once a second person has confirmed it, the award is nowhere public and in no count.</remarks>
    private static async Task<Results<Created<AwardChangeResponse>, NotFound>> Void(
        Guid id, AwardVoidanceRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Awards.FindAsync([id], ct) is not { } award) return TypedResults.NotFound();

        caller.Require(Right.Record, award);
        return await Propose(award, ifMatch, db, pending => AwardChange.Voidance(
            Guid.CreateVersion7(), award, request.Reason, pending, caller.Actor, clock.GetCurrentInstant()), ct);
    }

    /// <summary>Enters the granting body's revocation of an award (撤销).</summary>
    /// <remarks>
    /// Needs `decide` in the office that owns the title or in one above it. Once a second person has confirmed it, the award leaves the honour roll and
    /// the person's public page, and stands in `/public/revocations` for its time.
    /// </remarks>
    private static async Task<Results<Created<AwardChangeResponse>, NotFound>> Revoke(
        Guid id, AwardRevocationRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Awards.FindAsync([id], ct) is not { } award) return TypedResults.NotFound();

        await RequireDecision(award, caller, db, ct);
        await db.Organizations.MustHold(request.BodyId, "bodyId", ct);
        var paper = new GrantingPaper(request.BodyId, request.DocumentNumber, request.IssuedOn);
        return await Propose(award, ifMatch, db, pending => AwardChange.Revocation(
            Guid.CreateVersion7(), award, request.Ground, paper, request.Reason, pending, caller.Actor, clock.GetCurrentInstant()), ct);
    }

    /// <summary>Enters the granting body's reinstatement of a revoked award (恢复).</summary>
    /// <remarks>Needs `decide` in the office that owns the title or in one above it; in effect once a second person has confirmed it.</remarks>
    private static async Task<Results<Created<AwardChangeResponse>, NotFound>> Reinstate(
        Guid id, AwardReinstatementRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Awards.FindAsync([id], ct) is not { } award) return TypedResults.NotFound();

        await RequireDecision(award, caller, db, ct);
        await db.Organizations.MustHold(request.BodyId, "bodyId", ct);
        var paper = new GrantingPaper(request.BodyId, request.DocumentNumber, request.IssuedOn);
        return await Propose(award, ifMatch, db, pending => AwardChange.Reinstatement(
            Guid.CreateVersion7(), award, paper, request.Reason, pending, caller.Actor, clock.GetCurrentInstant()), ct);
    }

    /// <summary>Confirms a change: from now on the award is as it says.</summary>
    /// <remarks>
    /// Needs `verify` in the recording body or an office above it; of a revocation or reinstatement, `decide` in the office that owns the title or in one
    /// above it. Refused to whoever proposed it and to whom the award is about.
    /// </remarks>
    private static async Task<Results<Ok<AwardChangeResponse>, NotFound>> Confirm(
        Guid id, Guid changeId, Caller caller, HonorsDb db, IConfiguration configuration, IClock clock, CancellationToken ct)
    {
        if (await Find(id, changeId, db, ct) is not var (award, change)) return TypedResults.NotFound();

        if (change.IsOfGrantingBody) await RequireDecision(award, caller, db, ct);
        else caller.Require(Right.Verify, award);
        var now = clock.GetCurrentInstant();
        change.Confirm(award, configuration.GetValue("Awards:RevocationAnnouncedMonths", AnnouncedMonths), caller.Actor, now);
        await db.FollowWithGround(award, null, caller.Actor, now, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AwardChangeResponse.Of(change));
    }

    /// <summary>Turns a proposed change down, or takes one's own back: the award stays as it is.</summary>
    /// <remarks>Needs the right to propose or to confirm that change.</remarks>
    private static async Task<Results<Ok<AwardChangeResponse>, NotFound>> Reject(
        Guid id, Guid changeId, AwardChangeRejectionRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Find(id, changeId, db, ct) is not var (award, change)) return TypedResults.NotFound();

        if (change.IsOfGrantingBody) await RequireDecision(award, caller, db, ct);
        else if (!caller.May(Right.Record, award)) caller.Require(Right.Verify, award);
        change.Reject(request.Reason, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AwardChangeResponse.Of(change));
    }

    private static async Task<Results<Created<AwardChangeResponse>, NotFound>> Propose(
        Award award, IfMatch ifMatch, HonorsDb db, Func<bool, AwardChange> propose, CancellationToken ct)
    {
        ifMatch.Honour(award.Version);
        var change = propose(await db.AwardChanges.AnyAsync(c => c.AwardId == award.Id && c.Status == AwardChangeStatus.Proposed, ct));

        db.Add(change);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/awards/{award.Id}/changes", AwardChangeResponse.Of(change));
    }

    private static async Task<(Award Award, AwardChange Change)?> Find(Guid id, Guid changeId, HonorsDb db, CancellationToken ct) =>
        await db.Awards.FindAsync([id], ct) is { } award && await db.AwardChanges.SingleOrDefaultAsync(c => c.Id == changeId && c.AwardId == id, ct) is { } change
            ? (award, change)
            : null;

    private static async Task RequireDecision(Award award, Caller caller, HonorsDb db, CancellationToken ct) =>
        caller.RequireIn(Right.Decide, await db.Organizations.SingleAsync(o => db.Titles.Any(t => t.Id == award.TitleId && t.OwnerId == o.Id), ct));
}
