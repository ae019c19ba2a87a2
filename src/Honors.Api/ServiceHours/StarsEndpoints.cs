using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>星级: eligibility is computed, a star is granted by decision, and hours that are taken back re-open the question.</summary>
internal static class StarsEndpoints
{
    public static void MapStars(this IEndpointRouteBuilder api)
    {
        var policies = api.MapGroup("/star-policies").WithTags("Stars");
        policies.MapGet("/", ListPolicies).WithName("listStarPolicies");
        policies.MapPost("/", EnterPolicy).WithName("enterStarPolicy").RequireRight(Right.Decide);

        api.MapGet("/people/{id:guid}/star-eligibility", Eligibility).WithName("getStarEligibility").WithTags("Stars");

        var stars = api.MapGroup("/stars").WithTags("Stars");
        stars.MapGet("/", List).WithName("listStars");
        stars.MapGet("/{id:guid}", Get).WithName("getStar");
        stars.MapGet("/{id:guid}/basis", ListBasis).WithName("listBasisOfStar");
        stars.MapPost("/", Apply).WithName("applyForStar");
        stars.MapPost("/{id:guid}/decision", Decide).WithName("decideStar").RequireRight(Right.Decide);
        stars.MapPost("/{id:guid}/review", Review).WithName("reviewStar").RequireRight(Right.Decide);
    }

    /// <summary>Lists the thresholds of stars in all their editions, newest first: everybody reads them.</summary>
    /// <param name="divisionCode">Only those of this division itself.</param>
    private static async Task<Ok<Page<StarPolicyResponse>>> ListPolicies([AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, [DivisionCode] long? divisionCode = null) =>
        TypedResults.Ok(await db.StarPolicies.Where(p => divisionCode == null || p.DivisionCode == divisionCode).ToPageById(page, StarPolicyResponse.Projection, ct));

    /// <summary>Enters the thresholds of a division, or their next edition.</summary>
    /// <remarks>
    /// Needs `decide` in the office of the division or in one above it. What is applied for on `validFrom` or later goes by it; what was applied for before keeps its own.
    /// Refused where it is valid from an earlier day than the edition before (`star-policy.earlier`, 409) or its stars are not in order (`star-policy.order`, 422).
    /// </remarks>
    private static async Task<Created<StarPolicyResponse>> EnterPolicy(StarPolicyRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await db.MustHoldDivision(request.DivisionCode, "divisionCode", ct);
        caller.RequireOver(Right.Decide, request.DivisionCode);
        var before = await db.StarPolicies.AsNoTracking().Where(p => p.DivisionCode == request.DivisionCode).OrderByDescending(p => p.Edition).FirstOrDefaultAsync(ct);
        var policy = StarPolicy.Enter(
            Guid.CreateVersion7(), request.DivisionCode, request.ValidFrom, [.. request.Thresholds.Select(t => new StarThreshold(t.Star, t.Minutes))], request.Source, before,
            caller.Actor, clock.GetCurrentInstant());

        db.Add(policy);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/star-policies?divisionCode={request.DivisionCode}", StarPolicyResponse.Of(policy));
    }

    /// <summary>Says which star the person's counted hours would carry, and what is missing for the next.</summary>
    /// <remarks>By the policy that holds today in the division; as far as the caller sees the records.</remarks>
    /// <param name="divisionCode">Where the granting body stands; where the person was recorded, when left out.</param>
    private static async Task<Results<Ok<StarEligibility>, NotFound>> Eligibility(Guid id, HonorsDb db, IClock clock, CancellationToken ct, [DivisionCode] long? divisionCode = null)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person) return TypedResults.NotFound();

        await db.MustHoldDivision(divisionCode, "divisionCode", ct);
        var division = divisionCode ?? person.RecordedIn;
        var now = clock.GetCurrentInstant();
        var policy = StarPolicy.Holding(await db.StarPoliciesOver(division, ct), division, ChinaTime.Today(now));
        var counted = await HoursTotalsEndpoints.Figure(Stars.CountedOf(id, now), db, ct);
        var held = await db.StarRatings.Where(r => r.PersonId == id && r.Status == StarStatus.Granted).Select(r => r.Star).ToListAsync(ct);
        Star? highest = held is [] ? null : held.Max();
        var next = policy.Thresholds.FirstOrDefault(t => highest is null ? t.Star is Star.One : t.Star == highest + 1);
        return TypedResults.Ok(new StarEligibility(counted, highest, next?.Star, next?.Minutes, next is null ? null : Math.Max(0, next.Minutes - counted.Minutes), policy.Id));
    }

    /// <summary>Lists stars and applications for them, newest first.</summary>
    /// <param name="personId">Only of this person.</param>
    /// <param name="status">Only in this state; `applied` is what waits for a decision.</param>
    /// <param name="reopened">True: only those whose hours were taken back and that wait for a review.</param>
    private static async Task<Ok<Page<StarResponse>>> List(
        [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, Guid? personId = null, Word<StarStatus>? status = null, bool? reopened = null) =>
        TypedResults.Ok(await db.StarRatings.WhereIs(r => r.Status, status).Where(r => (personId == null || r.PersonId == personId) && (reopened == null || r.ReopenedAt != null == reopened))
            .ToPageById(page, StarResponse.Projection, ct));

    /// <summary>Shows one star.</summary>
    private static async Task<Results<Ok<StarResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.StarRatings.AsNoTracking().Where(r => r.Id == id).Select(StarResponse.Projection).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Lists the records on which a star rests, with what each counted on the day of the application.</summary>
    private static async Task<Results<Ok<IReadOnlyList<StarBasisView>>, NotFound>> ListBasis(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.StarRatings.AnyAsync(r => r.Id == id, ct)
            ? TypedResults.Ok<IReadOnlyList<StarBasisView>>(
                await db.StarRatings.Where(r => r.Id == id).SelectMany(r => r.Basis).Select(b => new StarBasisView(b.RecordId, b.Minutes)).ToListAsync(ct))
            : TypedResults.NotFound();

    /// <summary>Applies for the next star, on the list of the hours that count today.</summary>
    /// <remarks>
    /// By the person, or with `record` in a body that sees the person. The list is what the applicant sees. Stars come one after another (`star.not-in-order`, 409), each
    /// once (`star.held`, 409), and with enough hours (`star.below-threshold`, 409), by the policy that holds today where the granting body stands.
    /// </remarks>
    private static async Task<Created<StarResponse>> Apply(StarRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await db.People.MustHold(request.PersonId, "personId", ct);
        var grantor = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.GrantorId, ct) ?? throw References.Missing("grantorId");
        Guid? applicant = caller.Owns(request.PersonId) && request.ApplicantId is null ? null : caller.Records(request.ApplicantId).Id;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == request.PersonId, ct);
        var now = clock.GetCurrentInstant();
        var policy = StarPolicy.Holding(await db.StarPoliciesOver(grantor.DivisionCode, ct), grantor.DivisionCode, ChinaTime.Today(now));
        var rating = StarRating.Apply(
            Guid.CreateVersion7(), person, request.Star, policy, await Held(request.PersonId, db, ct), await db.BasisOf(request.PersonId, ct), applicant,
            new RecordingBody(grantor.Id, grantor.DivisionCode), caller.Actor, now);

        db.Add(rating);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/stars/{rating.Id}", StarResponse.Of(rating));
    }

    /// <summary>Grants a star that was applied for, or refuses it.</summary>
    /// <remarks>
    /// Needs `decide` in the granting body or an office above it, and another person than applied and than the star is for (`star.second-person`, 409). To grant, enough hours
    /// must still count, of all bodies together (`star.below-threshold`, 409).
    /// </remarks>
    private static async Task<Results<Ok<StarResponse>, NotFound>> Decide(
        Guid id, StarDecisionRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.StarRatings.FindAsync([id], ct) is not { } rating) return TypedResults.NotFound();

        caller.Require(Right.Decide, rating);
        ifMatch.Honour(rating.Version);
        rating.Decide(
            request.Grant, request.Reason, await db.CountedMinutes(rating.PersonId, ct), await Held(rating.PersonId, db, ct), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(StarResponse.Of(rating));
    }

    /// <summary>Answers the question that hours taken back have re-opened: the star stays, or ends.</summary>
    /// <remarks>
    /// Needs `decide` as the decision did. Kept, it is asked again only when still fewer hours count; ended, it stays to be read. Refused where nothing is open
    /// (`star.nothing-to-review`, 409).
    /// </remarks>
    private static async Task<Results<Ok<StarResponse>, NotFound>> Review(
        Guid id, StarReviewRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.StarRatings.FindAsync([id], ct) is not { } rating) return TypedResults.NotFound();

        caller.Require(Right.Decide, rating);
        ifMatch.Honour(rating.Version);
        rating.Review(request.Keep, request.Reason, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(StarResponse.Of(rating));
    }

    /// <summary>By whichever body.</summary>
    private static Task<List<StarRating>> Held(Guid person, HonorsDb db, CancellationToken ct) => db.StarRatings.Everyones().Where(r => r.PersonId == person).ToListAsync(ct);
}
