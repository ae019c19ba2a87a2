using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Mergers;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Mergers;

/// <summary>Two records of one human become one, and two again.</summary>
internal static class MergersEndpoints
{
    public static void MapMergers(this IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/mergers", List).WithName("listMergers");
        people.MapPost("/{id:guid}/merger", Propose).WithName("proposeMerger").RequireRight(Right.Verify);
        people.MapPost("/{id:guid}/mergers/{mergerId:guid}/confirmation", Confirm).WithName("confirmMerger").RequireRight(Right.Verify);
        people.MapPost("/{id:guid}/mergers/{mergerId:guid}/rejection", Reject).WithName("rejectMerger").RequireRight(Right.Verify);
        people.MapPost("/{id:guid}/mergers/{mergerId:guid}/separation", Separate).WithName("separatePeople").RequireRight(Right.Verify);
    }

    /// <summary>Lists the mergers into this person: those in effect, and to offices above both bodies also those proposed, rejected or taken back.</summary>
    private static async Task<Results<Ok<Page<MergerResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.People.AnyAsync(p => p.Id == id, ct)
            ? TypedResults.Ok(await db.PersonMergers.Where(m => m.PersonId == id).ToPageById(page, MergerResponse.From, ct))
            : TypedResults.NotFound();

    /// <summary>Proposes to merge another person into this one: both records are of one human (合并).</summary>
    /// <remarks>
    /// Needs `verify` in an office above the bodies that recorded the two, and nobody merges themself. In effect once a second person has confirmed it.
    /// Refused (409) while the two cannot be one: hours that count, or await their check, overlap or fill a day (`service-hours.overlap`, with interval and
    /// kind); one settled what counts for the other (`merger.own-eyes`); two numbers of one kind of identity (`merger.identities-differ`); two running
    /// memberships of one team, two postings at one time or one handed over to the other; both in one deed or on one roster.
    /// </remarks>
    private static async Task<Results<Created<MergerResponse>, NotFound>> Propose(
        Guid id, MergerRequest request, Caller caller, HonorsDb db, OverlapLimits limits, IClock clock, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } survivor) return TypedResults.NotFound();

        caller.RequireAsOffice(Right.Verify, survivor);
        if (await db.People.FindAsync([request.OtherId], ct) is not { } other) throw References.Missing("otherId");
        caller.RequireAsOffice(Right.Verify, other);
        var pending = await db.PersonMergers.IgnoreQueryFilters([HonorsDb.Visible]).AnyAsync(m => m.Status == PersonMergerStatus.Proposed
            && (m.PersonId == id || m.OtherId == id) && (m.PersonId == other.Id || m.OtherId == other.Id), ct);
        var merger = PersonMerger.Propose(
            Guid.CreateVersion7(), survivor, other, request.Reason, request.Evidence, pending, caller.Actor, clock.GetCurrentInstant());
        await db.RefuseConflicts(survivor.Id, other.Id, limits, ct);

        db.Add(merger);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/people/{id}/mergers", MergerResponse.Of(merger));
    }

    /// <summary>Confirms a merger: from now on every record that named the other names this person.</summary>
    /// <remarks>
    /// Needs the right to propose it; refused to whoever did, and to the person. What the proposal was asked is asked again. Lists, totals, the
    /// public page and the roll follow in the same commit; the other is found nowhere, its public number leads to this person's page, and accounts of
    /// both are one pair of eyes.
    /// </remarks>
    private static async Task<Results<Ok<MergerResponse>, NotFound>> Confirm(
        Guid id, Guid mergerId, Caller caller, HonorsDb db, OverlapLimits limits, IClock clock, CancellationToken ct)
    {
        if (await Find(id, mergerId, caller, db, ct) is not var (merger, survivor, other)) return TypedResults.NotFound();

        merger.Confirm(survivor, other, caller.Actor, clock.GetCurrentInstant());
        await db.RefuseConflicts(survivor.Id, other.Id, limits, ct);
        merger.Keep(await PersonReferences.Move(db, other.Id, survivor.Id, ct));

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MergerResponse.Of(merger));
    }

    /// <summary>Turns a proposed merger down, or takes one's own back.</summary>
    /// <remarks>Needs the right to propose it.</remarks>
    private static async Task<Results<Ok<MergerResponse>, NotFound>> Reject(
        Guid id, Guid mergerId, MergerRejectionRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Find(id, mergerId, caller, db, ct) is not var (merger, _, _)) return TypedResults.NotFound();

        merger.Reject(request.Reason, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MergerResponse.Of(merger));
    }

    /// <summary>Takes a merger back: they are two people after all (拆分).</summary>
    /// <remarks>
    /// Needs the right to propose one; refused to whoever proposed it, and to the person. Every record that was moved is moved back. What was written
    /// since stays with this person, but for hours in place of such hours or of such a roster line, and requests to put such a record right. Mergers
    /// upon mergers are taken back in any order.
    /// </remarks>
    private static async Task<Results<Ok<MergerResponse>, NotFound>> Separate(
        Guid id, Guid mergerId, SeparationRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Find(id, mergerId, caller, db, ct) is not var (merger, _, other)) return TypedResults.NotFound();

        merger.Separate(other, request.Reason, caller.Actor, clock.GetCurrentInstant());
        await db.Part(merger, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MergerResponse.Of(merger));
    }

    /// <summary>The merger and its two, where the caller stands above both.</summary>
    private static async Task<(PersonMerger Merger, Person Survivor, Person Other)?> Find(Guid id, Guid mergerId, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } survivor) return null;
        if (await db.PersonMergers.SingleOrDefaultAsync(m => m.Id == mergerId && m.PersonId == id, ct) is not { } merger) return null;

        var other = await db.People.IgnoreQueryFilters([HonorsDb.Visible, HonorsDb.Unmerged]).SingleAsync(p => p.Id == merger.OtherId, ct);
        caller.RequireAsOffice(Right.Verify, survivor);
        caller.RequireAsOffice(Right.Verify, other);
        return (merger, survivor, other);
    }
}
