using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.People;

internal static class AffiliationsEndpoints
{
    public static void MapAffiliations(this IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/affiliations", List).WithName("listAffiliations");
        people.MapPost("/{id:guid}/affiliations/{affiliationId:guid}/confirmation", Confirm).WithName("confirmAffiliation");
    }

    /// <summary>Lists the bodies that keep the person in their records.</summary>
    private static async Task<Results<Ok<Page<AffiliationResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.People.AnyAsync(p => p.Id == id, ct)
            ? TypedResults.Ok(await db.Affiliations.Where(a => a.PersonId == id).ToPageById(page, AffiliationResponse.From, ct))
            : TypedResults.NotFound();

    /// <summary>Confirms that the body's record is of this person.</summary>
    /// <remarks>By the person, or with `verify` in an office above the body; never by whoever stated it.</remarks>
    private static async Task<Results<Ok<AffiliationResponse>, NotFound>> Confirm(
        Guid id, Guid affiliationId, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Affiliations.SingleOrDefaultAsync(a => a.Id == affiliationId && a.PersonId == id, ct) is not { } affiliation) return TypedResults.NotFound();

        if (caller.PersonId != id) caller.RequireAsOffice(Right.Verify, affiliation);
        affiliation.Confirm(caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AffiliationResponse.Of(affiliation));
    }
}
