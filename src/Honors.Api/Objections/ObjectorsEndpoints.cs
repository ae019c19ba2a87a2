using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Identities;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Objections;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Objections;

/// <summary>Who objects: under seal, shown to whoever handles the objection for a purpose that is kept.</summary>
internal static class ObjectorsEndpoints
{
    public static void MapObjectors(this IEndpointRouteBuilder api)
    {
        api.MapGet("/objections/{id:guid}/objector/readings", List).WithName("listObjectorReadings").RequireRight(Right.Verify);
        api.MapPost("/objections/{id:guid}/objector/readings", Read).WithName("readObjector").RequireRight(Right.Verify).WithMetadata(new AnswerIsNotKept());
    }

    /// <summary>Lists who saw the objector's name and contact, and what for.</summary>
    /// <remarks>Needs `verify` in the office of the notice.</remarks>
    private static async Task<Results<Ok<Page<ObjectorReadingView>>, NotFound>> List(Guid id, [AsParameters] PageQuery page, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } objection) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, objection.RecordedBy);
        return TypedResults.Ok(await db.ObjectorReadings.Where(r => r.ObjectionId == id).ToPageById(page, ObjectorReadingView.From, ct));
    }

    /// <summary>Shows the objector's name and contact once, for a purpose that is kept with the name of the reader.</summary>
    /// <remarks>
    /// Needs `verify` in the office of the notice itself; refused to whoever may not handle the objection (409), and never for a program. A repeat is a reading of its own, whatever
    /// its Idempotency-Key. Refused where neither name nor contact was given (`objection.no-objector`, 409). After 30 look-ups in a minute: 429.
    /// </remarks>
    private static async Task<Results<Created<ObjectorReadingResponse>, NotFound>> Read(
        Guid id, ObjectorReadingRequest request, Caller caller, HonorsDb db, IdentitySeal seal, IdentityLimit limit, IClock clock, CancellationToken ct)
    {
        limit.Enter(caller.Actor.AccountId);
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } objection) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, objection.RecordedBy);
        var cases = await db.CasesOf(objection, ct);
        var reading = ObjectorReading.Record(Guid.CreateVersion7(), objection, cases, request.Purpose, caller.Actor, clock.GetCurrentInstant());

        db.Add(reading);
        await db.SaveChangesAsync(ct);
        var objector = seal.ObjectorOf(objection);
        return TypedResults.Created(
            $"/api/v1/objections/{id}/objector/readings",
            new ObjectorReadingResponse(reading.Id, objector.Name, objector.Contact, reading.Purpose, SignatureView.Of(reading.Read)!));
    }
}
