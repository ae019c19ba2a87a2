using Honors.Api.Accounts;
using Honors.Api.Data;
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
        return TypedResults.Created($"/api/v1/people/{id}/prior-totals", PriorTotalResponse.Of(total));
    }
}
