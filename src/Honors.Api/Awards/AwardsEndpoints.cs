using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.People;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Awards;

internal static class AwardsEndpoints
{
    public static void MapAwards(this IEndpointRouteBuilder api)
    {
        var awards = api.MapGroup("/awards").WithTags("Awards");

        awards.MapGet("/", List).WithName("listAwards");
        awards.MapGet("/{id:guid}", Get).WithName("getAward");
        awards.MapPost("/", Record).WithName("recordAward").RequireRight(Right.Record);
        awards.MapPut("/{id:guid}", Replace).WithName("replaceAward").RequireRight(Right.Record);
        awards.MapPost("/{id:guid}/confirmation", Confirm).WithName("confirmAward").RequireRight(Right.Verify);
        awards.MapDelete("/{id:guid}", Delete).WithName("deleteAward").RequireRight(Right.Record);
        awards.MapPost("/{id:guid}/wishes", Hear).WithName("hearRecipient");
        awards.MapGet("/{id:guid}/history", History).WithName("getAwardHistory");
        awards.MapAwardChanges();
    }

    /// <summary>Lists awards, newest first; those of unknown date come last.</summary>
    /// <param name="status">Only awards in this state.</param>
    /// <param name="titleId">Only awards of this title.</param>
    private static async Task<Ok<Page<AwardResponse>>> List(
        [AsParameters] PageQuery page, [AsParameters] ChangesQuery changes, [AsParameters] RecordFilter filter, HonorsDb db, CancellationToken ct,
        Word<AwardStatus>? status = null, Guid? titleId = null) =>
        TypedResults.Ok(await db.Awards.WhereIs(a => a.Status, status).Where(a => titleId == null || a.TitleId == titleId)
            .Matching(filter).ToPage(page, changes, AwardResponse.From, ct));

    /// <summary>Shows one award.</summary>
    private static async Task<Results<Ok<AwardResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Awards.Where(a => a.Id == id).Select(AwardResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Records an award from its source; it counts once a second person has confirmed it.</summary>
    /// <remarks>Needs `record` in the recording body. An award may rest on no deed, one or several.</remarks>
    private static async Task<Created<AwardResponse>> Record(AwardRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await CheckReferences(request, db, ct);
        var award = Award.RecordFromSource(
            Guid.CreateVersion7(), request.ToFacts(), caller.Records(request.RecordedBy), caller.Actor, clock.GetCurrentInstant());

        db.Add(award);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/awards/{award.Id}", AwardResponse.Of(award));
    }

    /// <summary>Rewrites an award that nobody has confirmed yet.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it. Whoever rewrites it has entered it, and cannot confirm it.</remarks>
    private static async Task<Results<Ok<AwardResponse>, NotFound>> Replace(
        Guid id, AwardRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Awards.FindAsync([id], ct) is not { } award) return TypedResults.NotFound();

        caller.Require(Right.Record, award);
        ifMatch.Require(award.Version);
        Fixed.Member("recordedBy", request.RecordedBy, award.RecordedBy);
        await CheckReferences(request, db, ct);
        award.Replace(request.ToFacts(), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AwardResponse.Of(award));
    }

    /// <summary>Confirms an award (确认): from now on it counts.</summary>
    /// <remarks>Needs `verify` in the recording body or an office above it. Refused to whoever entered it and to whoever received it.</remarks>
    private static async Task<Results<Ok<AwardResponse>, NotFound>> Confirm(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Awards.FindAsync([id], ct) is not { } award) return TypedResults.NotFound();

        caller.Require(Right.Verify, award);
        ifMatch.Honour(award.Version);
        award.Confirm(caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AwardResponse.Of(award));
    }

    /// <summary>Deletes a draft.</summary>
    /// <remarks>
    /// Only an award that nobody has confirmed, and only by the account that entered it (`draft.kept`, `draft.not-yours`, 409); not while a ground
    /// or a change names it (`draft.linked`, 409). All else is corrected, voided or revoked.
    /// </remarks>
    private static async Task<Results<NoContent, NotFound>> Delete(Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Awards.FindAsync([id], ct) is not { } award) return TypedResults.NotFound();

        caller.Require(Right.Record, award);
        ifMatch.Honour(award.Version);
        award.RefuseDeletionBy(caller.Actor);
        var isNamed = await db.Grounds.IgnoreQueryFilters([HonorsDb.Visible]).AnyAsync(g => g.Records.Any(l => l.Id == id), ct)
            || await db.AwardChanges.AnyAsync(c => c.AwardId == id, ct);
        if (isNamed) throw Drafts.IsLinked();

        db.Remove(award);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>Takes what the recipient asks for: to decline the award (谢绝), or not to be published with it.</summary>
    /// <remarks>
    /// On the `page` by the recipient through their own account, or a minor's guardian through theirs (`award.page-is-ones-own`, 409), and of today; else it is entered with `record` in the
    /// recording body or an office above it, or `decide` there. Kept, whatever is asked later. From the same commit on a declined award is not held and
    /// in no count, and one that is not to be published bears no name before the public.
    /// </remarks>
    private static async Task<Results<Ok<AwardResponse>, NotFound>> Hear(
        Guid id, RecipientWishRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Awards.FindAsync([id], ct) is not { } award) return TypedResults.NotFound();

        var isOwn = award.PersonId is { } recipient && caller.Owns(recipient) && request.Channel is ConsentChannel.Page;
        if (!isOwn && !caller.May(Right.Decide, award)) caller.Require(Right.Record, award);
        ifMatch.Honour(award.Version);
        var now = clock.GetCurrentInstant();
        var wish = new RecipientWish(request.Kind, isOwn ? ChinaTime.Today(now) : request.On, request.Channel, request.Note, Signature.Of(caller.Actor, now));
        award.Hear(wish, isOwn, caller.Actor, now);
        await db.FollowWithGround(award, isOwn && caller.PersonId != award.PersonId ? Speaker.Guardian : Speaker.Person, caller.Actor, now, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AwardResponse.Of(award));
    }

    /// <summary>Tells how an award came to be and what became of it: nominated, examined, before the public, decided, given, changed; of an award from before, from which source.</summary>
    /// <remarks>All who see the award see it.</remarks>
    private static async Task<Results<Ok<AwardHistoryResponse>, NotFound>> History(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Awards.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is { } award
            ? TypedResults.Ok(new AwardHistoryResponse(id, await db.Told(await db.EventsOf(award, ct), ct)))
            : TypedResults.NotFound();

    internal static IQueryable<Award> Matching(this IQueryable<Award> awards, RecordFilter filter)
    {
        var (from, to) = filter.Days;
        if (filter.PersonId is { } person) awards = awards.Where(a => a.PersonId == person || a.Members.Any(m => m.PersonId == person));
        if (filter.TeamId is { } team) awards = awards.Where(a => a.Teams.Any(t => t.Id == team));
        if (filter.VillageAssignmentId is { } posting) awards = awards.Where(a => a.VillageAssignments.Any(v => v.Id == posting));
        if (filter.OrganizationId is { } body) awards = awards.Where(a => a.RecordedBy == body || a.GrantingBodyId == body || a.OrganizationId == body || a.JointBodies.Any(b => b.Id == body));
        if (from is not null) awards = awards.Where(a => a.ConferredOn.Text != null && (a.ConferredOn.Latest == null || a.ConferredOn.Latest >= from));
        if (to is not null) awards = awards.Where(a => a.ConferredOn.Text != null && (a.ConferredOn.Earliest == null || a.ConferredOn.Earliest <= to));
        return awards;
    }

    /// <param name="within">The path of the request in a larger body, with its dot.</param>
    internal static async Task CheckReferences(AwardRequest request, HonorsDb db, CancellationToken ct, string within = "")
    {
        await db.Titles.MustHold(request.TitleId, $"{within}titleId", ct);
        await db.People.MustHold(request.PersonId, $"{within}personId", ct);
        await db.Organizations.MustHold(request.OrganizationId, $"{within}organizationId", ct);
        await db.Organizations.MustHold(request.GrantingBodyId, $"{within}grantingBodyId", ct);
        await db.MustHoldDivision(request.DivisionCode, $"{within}divisionCode", ct);
        await db.Teams().MustHoldAll(request.TeamIds ?? [], $"{within}teamIds", ct);
        await db.VillageAssignments.MustHoldAll(request.VillageAssignmentIds ?? [], $"{within}villageAssignmentIds", ct);
        await db.Deeds.MustHoldAll(request.DeedIds ?? [], $"{within}deedIds", ct);
        await db.Deployments.MustHoldAll(request.DeploymentIds ?? [], $"{within}deploymentIds", ct);
        await db.ServiceRecords.MustHoldAll(request.ServiceHourIds ?? [], $"{within}serviceHourIds", ct);
    }
}
