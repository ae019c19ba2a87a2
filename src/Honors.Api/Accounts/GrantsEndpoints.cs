using Honors.Api.Data;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Accounts;

internal static class GrantsEndpoints
{
    public static void MapGrants(this IEndpointRouteBuilder accounts)
    {
        accounts.MapPost("/{id:guid}/grants", Grant).WithName("grantRight").RequireRight(Right.Administer);
        accounts.MapPost("/{id:guid}/grants/{grantId:guid}/ending", EndGrant).WithName("endGrant").RequireRight(Right.Administer);
    }

    /// <summary>Gives an account a right in a body.</summary>
    /// <remarks>
    /// Needs `administer` in that body or in an office above it. Nobody gives rights to themselves (`account.own`, 409); a program may hold `record` and
    /// `audit` alone (`grant.program-right`, 422).
    /// </remarks>
    private static async Task<Results<Created<GrantResponse>, NotFound>> Grant(
        Guid id, GrantRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Accounts.Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account) return TypedResults.NotFound();

        await db.Organizations.MustHold(request.OrganizationId, "organizationId", ct);
        caller.RequireIn(Right.Administer, await db.Organizations.SingleAsync(o => o.Id == request.OrganizationId, ct), "organizationId");
        var grant = account.Grant(
            Guid.CreateVersion7(), request.Right, request.OrganizationId, request.From, request.Until, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/accounts/{id}", GrantResponse.Of(grant));
    }

    /// <summary>Ends a right: the account's next request feels it.</summary>
    /// <remarks>Needs `administer` in the body of the right or in an office above it.</remarks>
    private static async Task<Results<Ok<GrantResponse>, NotFound>> EndGrant(
        Guid id, Guid grantId, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Accounts.Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account) return TypedResults.NotFound();
        if (account.Grants.SingleOrDefault(g => g.Id == grantId) is not { } grant) return TypedResults.NotFound();

        caller.RequireIn(Right.Administer, await db.Organizations.SingleAsync(o => o.Id == grant.OrganizationId, ct));
        account.EndGrant(grant, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GrantResponse.Of(grant));
    }
}
