using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Files;
using Honors.Domain.People;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.People;

internal static class GroundsEndpoints
{
    public static void MapGrounds(this IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/grounds", List).WithName("listGrounds");
        people.MapPost("/{id:guid}/grounds", Record).WithName("recordGround");
        people.MapPost("/{id:guid}/grounds/{groundId:guid}/own-say", Agree).WithName("agreeToGround");
        people.MapPost("/{id:guid}/grounds/{groundId:guid}/ending", End).WithName("endGround");
    }

    /// <summary>Those that show something on the day.</summary>
    public static IQueryable<Ground> RunningOn(this IQueryable<Ground> grounds, LocalDate day) =>
        grounds.Where(g => g.EndedAt == null && !g.AwaitsOwnSay && (g.Until == null || day <= g.Until));

    /// <summary>Lists why the public may see something of the person, ended grounds included.</summary>
    private static async Task<Results<Ok<Page<GroundResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.People.AnyAsync(p => p.Id == id, ct)
            ? TypedResults.Ok(await db.Grounds.Where(g => g.PersonId == id).ToPageById(page, GroundResponse.From, ct))
            : TypedResults.NotFound();

    /// <summary>Records why the public may see something of the person.</summary>
    /// <remarks>
    /// Needs `record` in the body that recorded the person or in an office above it; a consent on the `page` is given by the person, or by a
    /// guardian of a minor whom an office has confirmed (`consent.page-is-ones-own`, 409); from 8 on the latter shows nothing until the minor agrees (`/own-say`). Of the
    /// kind `published` (PIPL art. 13 (6), 27): what a source printed lawfully may be shown, and nothing beyond it. `consent` (art. 25): for a minor a guardian
    /// consents, and from 8 the minor too; for the dead near kin (art. 31, 49; 民法典 §19, §994). `notice` (art. 13 (3)): until its last day. Of a child under 14
    /// a consent alone will do (`ground.child`, 409).
    /// </remarks>
    private static async Task<Results<Created<GroundResponse>, NotFound>> Record(
        Guid id, GroundRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } person) return TypedResults.NotFound();

        var isOwn = caller.Owns(id) && request.Consent is { Channel: ConsentChannel.Page };
        if (!isOwn) caller.Require(Right.Record, person);
        await OfThePerson(db, id).MustHoldAll(request.RecordIds, "recordIds", ct);
        if (request.Consent is { } consent) ConsentTexts.Require(consent, "publication");
        var now = clock.GetCurrentInstant();
        var guardianships = await db.Guardianships.AsNoTracking().Where(g => g.PersonId == id).ToListAsync(ct);
        var ground = request.ToGround(
            person, guardianships, isOwn ? new RecordingBody(person.RecordedBy, person.RecordedIn) : caller.Records(request.RecordedBy), caller.Actor, now);
        ground.RefuseForChild(person, now);
        if (request.Consent?.ProofFileId is { } proof) await Give(proof, "consent.proofFileId", ground, caller, db, ct);
        if (request.PortraitFileId is { } picture && await Give(picture, "portraitFileId", ground, caller, db, ct) is not { Kind: FileKind.Picture }) throw PeopleRules.NoPortrait();

        db.Add(ground);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/people/{id}/grounds", GroundResponse.Of(ground));
    }

    /// <summary>Agrees, as the minor, to what a guardian has consented to on the page (民法典 §19); from the next request on it shows what it names.</summary>
    /// <remarks>
    /// By the person through their own account and by nobody for them (`consent.own-say-is-ones-own`, 403); without an account the body records both, with a
    /// proof, as one consent. Refused where nothing waits for it (`ground.own-say-unasked`, 409) and once it was withdrawn (`ground.ended`, 409).
    /// </remarks>
    private static async Task<Results<Ok<GroundResponse>, NotFound>> Agree(
        Guid id, Guid groundId, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Grounds.SingleOrDefaultAsync(g => g.Id == groundId && g.PersonId == id, ct) is not { } ground) return TypedResults.NotFound();

        ground.Agree(caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GroundResponse.Of(ground));
    }

    /// <summary>Ends a ground, or withdraws a consent (撤回): from the next request on it shows nothing. Other grounds stand.</summary>
    /// <remarks>
    /// By the person, who may always refuse (PIPL art. 15, 27), by a guardian, or with `record` in the body that recorded it or in an office above it:
    /// because somebody asked, or because it was a mistake.
    /// </remarks>
    private static async Task<Results<Ok<GroundResponse>, NotFound>> End(
        Guid id, Guid groundId, GroundEndingRequest? request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Grounds.SingleOrDefaultAsync(g => g.Id == groundId && g.PersonId == id, ct) is not { } ground) return TypedResults.NotFound();

        if (!caller.Owns(id)) caller.Require(Right.Record, ground);
        ground.End(caller.PersonId == id ? Speaker.Person : caller.Owns(id) ? Speaker.Guardian : request?.AskedBy, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GroundResponse.Of(ground));
    }

    private static async Task<StoredFile> Give(Guid fileId, string member, Ground ground, Caller caller, HonorsDb db, CancellationToken ct)
    {
        var file = await db.Files.FindAsync([fileId], ct) ?? throw References.Missing(member);
        caller.Require(Right.Record, file);
        file.LinkTo(FileOwner.Ground, ground.Id);
        return file;
    }

    private static IQueryable<Listed> OfThePerson(HonorsDb db, Guid person) =>
        db.Awards.Where(a => a.PersonId == person).Select(a => new Listed { Id = a.Id })
            .Concat(db.Deeds.Where(d => d.Actors.Any(a => a.PersonId == person)).Select(d => new Listed { Id = d.Id }))
            .Concat(db.Deployments.Where(d => d.Roster.Any(l => l.PersonId == person)).Select(d => new Listed { Id = d.Id }))
            .Concat(db.VillageAssignments.Where(v => v.PersonId == person).Select(v => new Listed { Id = v.Id }))
            .Concat(db.PriorTotals.Where(t => t.PersonId == person).Select(t => new Listed { Id = t.Id }))
            .Concat(db.Memberships.Where(m => m.PersonId == person).Select(m => new Listed { Id = m.Id }));

    private sealed class Listed : IIdentified
    {
        public Guid Id { get; init; }
    }
}
