using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.People;

internal static class PriorTotalsEndpoints
{
    public static void MapPriorTotals(this IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/prior-totals", List).WithName("listPriorTotals");
        people.MapPost("/{id:guid}/prior-totals", Record).WithName("recordPriorTotal").RequireRight(Right.Record);
        people.MapGet("/{id:guid}/prior-totals/{totalId:guid}", Get).WithName("getPriorTotal");
        people.MapPut("/{id:guid}/prior-totals/{totalId:guid}", Replace).WithName("replacePriorTotal").RequireRight(Right.Record);
    }

    /// <summary>Lists the person's totals from before the registry.</summary>
    private static async Task<Results<Ok<Page<PriorTotalResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.People.AnyAsync(p => p.Id == id, ct)
            ? TypedResults.Ok(await db.PriorTotals.Where(t => t.PersonId == id).ToPageById(page, PriorTotalResponse.From, ct))
            : TypedResults.NotFound();

    /// <summary>Records a total from before the registry (期初累计).</summary>
    /// <remarks>It stands apart from recorded hours, and service of days that it may hold adds nothing to them.</remarks>
    private static async Task<Results<Created<PriorTotalResponse>, NotFound>> Record(
        Guid id, PriorTotalRequest request, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } person) return TypedResults.NotFound();

        caller.Require(Right.Record, person);
        var total = PriorTotal.Record(Guid.CreateVersion7(), id, request.ToFacts(), caller.Records(request.RecordedBy));

        db.Add(total);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/people/{id}/prior-totals/{total.Id}", PriorTotalResponse.Of(total));
    }

    /// <summary>Shows one total from before the registry.</summary>
    private static async Task<Results<Ok<PriorTotalResponse>, NotFound>> Get(Guid id, Guid totalId, HonorsDb db, CancellationToken ct) =>
        await db.PriorTotals.Where(t => t.Id == totalId && t.PersonId == id).Select(PriorTotalResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Corrects a total from before the registry: all that rests on it changes with it.</summary>
    /// <remarks>Needs `record` in the body that recorded it or in an office above that.</remarks>
    private static async Task<Results<Ok<PriorTotalResponse>, NotFound>> Replace(
        Guid id, Guid totalId, PriorTotalRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.PriorTotals.SingleOrDefaultAsync(t => t.Id == totalId && t.PersonId == id, ct) is not { } total) return TypedResults.NotFound();

        caller.Require(Right.Record, total);
        ifMatch.Require(total.Version);
        Fixed.Member("recordedBy", request.RecordedBy, total.RecordedBy);
        total.Replace(request.ToFacts());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PriorTotalResponse.Of(total));
    }
}
