using Honors.Api.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Accounts;

/// <summary>What the API's <c>/me</c> and the page of one's own account show.</summary>
internal static class OwnAccount
{
    public static async Task<MeResponse> Show(Caller caller, HonorsDb db, Instant now, CancellationToken ct)
    {
        var id = caller.Actor.AccountId;
        var account = await db.Accounts.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.Name, a.Kind }).SingleAsync(ct);
        var held = await db.Accounts.AsNoTracking().Where(a => a.Id == id).SelectMany(a => a.Grants)
            .Where(g => g.From <= now && (g.Until == null || now < g.Until))
            .Join(db.Organizations, g => g.OrganizationId, o => o.Id, (g, o) => new { g.Right, g.OrganizationId, o.Name, g.Until })
            .OrderBy(g => g.Name).ThenBy(g => g.Right)
            .ToListAsync(ct);
        return new MeResponse(
            id, account.Name, account.Kind, caller.PersonId, [.. held.Select(g => new HeldGrant(g.Right, RightWords.Of(g.Right), g.OrganizationId, g.Name, g.Until))]);
    }
}
