using System.Security.Claims;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using NodaTime;

namespace Honors.Api.Accounts;

/// <summary>Turns the token's (issuer, subject) into an account with the grants that run now. A token without an account is no sign-in.</summary>
internal sealed class CallerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Caller caller, HonorsDb db, IClock clock)
    {
        if (http.User.Identity is { IsAuthenticated: true })
        {
            if (!await Recognise(http.User, caller, db, clock.GetCurrentInstant(), http.RequestAborted))
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(http);
    }

    private static async Task<bool> Recognise(ClaimsPrincipal user, Caller caller, HonorsDb db, Instant now, CancellationToken ct)
    {
        var (issuer, subject) = (user.FindFirstValue(JwtRegisteredClaimNames.Iss), user.FindFirstValue(JwtRegisteredClaimNames.Sub));
        var account = await db.Accounts.AsNoTracking()
            .Where(a => a.Issuer == issuer && a.Subject == subject)
            .Select(a => new
            {
                a.Id,
                a.PersonId,
                Held = a.Grants.Where(g => g.From <= now && (g.Until == null || now < g.Until))
                    .Join(db.Organizations, g => g.OrganizationId, o => o.Id, (g, o) => new HeldRight(g.Right, o.Id, o.Kind, o.DivisionCode))
                    .ToList(),
            })
            .SingleOrDefaultAsync(ct);
        if (account is null) return false;

        caller.Is(new Actor(account.Id, account.PersonId), account.Held);
        return true;
    }
}
