using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.People;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Identities;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Identities;

/// <summary>The identity documents of people: stated by those who record, masked when read, whole only for a purpose that is kept.</summary>
internal static class IdentitiesEndpoints
{
    public static void AddIdentities(this WebApplicationBuilder builder, DataFolder data)
    {
        builder.Services.AddSingleton(IdentitySeal.At(builder, data));
        builder.Services.AddSingleton<IdentityLimit>();
    }

    public static void MapIdentities(this IEndpointRouteBuilder people)
    {
        var identity = people.MapGroup("/{id:guid}/identity");

        identity.MapGet("/", Get).WithName("getIdentity");
        identity.MapPost("/", State).WithName("stateIdentity").RequireRight(Right.Record);
        identity.MapGet("/readings", ListReadings).WithName("listIdentityReadings");
        identity.MapPost("/readings", Read).WithName("readIdentity").WithMetadata(new AnswerIsNotKept());
        identity.MapGet("/matches", Matches).WithName("listIdentityMatches").RequireRight(Right.Verify);
    }

    /// <summary>Shows the person's identity document, masked.</summary>
    /// <remarks>For the person and a guardian, and for `record` or `audit` in the body that recorded the person or in an office above it.</remarks>
    private static async Task<Results<Ok<IdentityResponse>, NotFound>> Get(Guid id, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct)
    {
        if (await Of(id, db, ct) is not { } identity) return TypedResults.NotFound();

        RequireSight(caller, identity);
        return TypedResults.Ok(Masked(identity, seal, clock.GetCurrentInstant()));
    }

    /// <summary>States the person's identity document, or replaces what was stated.</summary>
    /// <remarks>
    /// Needs `record` in the body that recorded the person or in an office above it. The answer never depends on whether another record bears the
    /// same number: nothing is looked up.
    /// </remarks>
    private static async Task<Results<Ok<IdentityResponse>, NotFound>> State(
        Guid id, IdentityRequest request, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } person) return TypedResults.NotFound();

        caller.Require(Right.Record, person);
        var now = clock.GetCurrentInstant();
        var number = request.ToNumber(now);
        var (text, match) = seal.Seal(id, number);
        var identity = await db.Identities.FindAsync([id], ct);
        if (identity is null) db.Add(identity = Identity.State(person, number, text, match, caller.Actor, now));
        else identity.Restate(person, number, text, match, caller.Actor, now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(Masked(identity, seal, now));
    }

    /// <summary>Shows the whole number once, for a purpose that is kept with the name of the reader.</summary>
    /// <remarks>
    /// For the person, and for `record` in the body that recorded the person or in an office above it; never for a program (409). The person sees
    /// each reading. A repeat is a reading of its own, whatever its Idempotency-Key. After 30 look-ups in a minute: 429.
    /// </remarks>
    private static async Task<Results<Created<IdentityReadingResponse>, NotFound>> Read(
        Guid id, IdentityReadingRequest request, Caller caller, HonorsDb db, IdentitySeal seal, IdentityLimit limit, IClock clock, CancellationToken ct)
    {
        limit.Enter(caller.Actor.AccountId);
        if (await Of(id, db, ct) is not { } identity) return TypedResults.NotFound();

        if (caller.PersonId != id) caller.Require(Right.Record, identity);
        var reading = IdentityReading.Record(Guid.CreateVersion7(), identity, request.Purpose, caller.Actor, clock.GetCurrentInstant());

        db.Add(reading);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/people/{id}/identity/readings",
            new IdentityReadingResponse(reading.Id, identity.Kind, seal.Unseal(identity), reading.Purpose, SignatureView.Of(reading.Read)!));
    }

    /// <summary>Lists who saw the whole number, and what for.</summary>
    /// <remarks>For the person and a guardian, and for `record` or `audit` in the body that recorded the person or in an office above it.</remarks>
    private static async Task<Results<Ok<Page<IdentityReadingView>>, NotFound>> ListReadings(
        Guid id, [AsParameters] PageQuery page, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await Of(id, db, ct) is not { } identity) return TypedResults.NotFound();

        RequireSight(caller, identity);
        return TypedResults.Ok(await db.IdentityReadings.Where(r => r.PersonId == id).ToPageById(page, IdentityReadingView.From, ct));
    }

    /// <summary>Lists the other records that bear the same identity number, and so are of one person.</summary>
    /// <remarks>
    /// Needs `verify` in an office above the bodies of both records: a body alone would learn from it who is known elsewhere. Such an office merges
    /// them at `/people/{id}/merger`. After 30 look-ups in a minute: 429.
    /// </remarks>
    private static async Task<Results<Ok<IReadOnlyList<PersonResponse>>, NotFound>> Matches(
        Guid id, Caller caller, HonorsDb db, IdentityLimit limit, CancellationToken ct)
    {
        limit.Enter(caller.Actor.AccountId);
        if (await Of(id, db, ct) is not { } identity) return TypedResults.NotFound();

        caller.RequireAsOffice(Right.Verify, identity);
        var others = await db.People.AsNoTracking().Where(p => p.Id != id && db.Identities.Any(o => o.PersonId == p.Id
            && db.Identities.Any(i => i.PersonId == id && i.Match == o.Match))).OrderBy(p => p.Id).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<PersonResponse>>([.. others.Where(p => caller.MayAsOffice(Right.Verify, p)).Select(PersonResponse.Of)]);
    }

    /// <summary>Stated of the person; where nothing was, of somebody who was merged into them.</summary>
    public static Task<Identity?> Of(Guid person, HonorsDb db, CancellationToken ct) =>
        db.Identities.AsNoTracking().Where(i => i.PersonId == person).OrderByDescending(i => i.Id == person).ThenBy(i => i.Id).FirstOrDefaultAsync(ct);

    private static void RequireSight(Caller caller, Identity identity)
    {
        if (!caller.Owns(identity.PersonId) && !caller.May(Right.Audit, identity)) caller.Require(Right.Record, identity);
    }

    public static IdentityResponse Masked(Identity identity, IdentitySeal seal, Instant now) => new(
        identity.Kind,
        IdentityNumber.Parse(identity.Kind, seal.Unseal(identity), ChinaTime.Today(now)).Masked,
        SignatureView.Of(identity.Stated)!,
        identity.RecordedBy);
}
