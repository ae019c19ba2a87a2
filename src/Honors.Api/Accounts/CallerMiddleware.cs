using System.Security.Claims;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.People;
using Honors.Api.SignIn;
using Honors.Domain.Accounts;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using NodaTime;

namespace Honors.Api.Accounts;

/// <summary>
/// Turns (issuer, subject) of a token or a session into an account with the grants that run now, read on each request. A subject
/// without an account, or with a suspended one, is nobody.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Caller caller, HonorsDb db, IClock clock, Issuer issuer)
    {
        if (http.User.Identity is { IsAuthenticated: true })
        {
            if (!await Recognise(http.User, issuer, caller, db, clock.GetCurrentInstant(), http.RequestAborted))
            {
                // Another issuer's subject may still be about to take an account over with a one-time code.
                http.Items[Unknown] = http.User;
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
                if (!issuer.IsOurs && Guards.IsPage(http) && !http.Request.Path.StartsWithSegments("/account/setup"))
                {
                    http.Response.Redirect($"{http.Request.PathBase}/account/setup");
                    return;
                }
            }
        }

        await next(http);
    }

    /// <summary>Who proved to be somebody, but has no account.</summary>
    public static ClaimsPrincipal? WithoutAccount(HttpContext http) => http.Items[Unknown] as ClaimsPrincipal;

    private static readonly object Unknown = new();

    private static async Task<bool> Recognise(ClaimsPrincipal user, Issuer issuer, Caller caller, HonorsDb db, Instant now, CancellationToken ct)
    {
        var (iss, subject) = (user.FindFirstValue(JwtRegisteredClaimNames.Iss), user.FindFirstValue(issuer.SubjectClaim));
        var wards = db.WardsOn(ChinaTime.Today(now));
        var account = await db.Accounts.IgnoreQueryFilters([HonorsDb.Visible, HonorsDb.Unmerged]).AsNoTracking()
            .Where(a => a.Issuer == iss && a.Subject == subject && a.SuspendedAt == null)
            .Select(a => new
            {
                a.Id,
                a.PersonId,
                a.Kind,
                Merged = db.People.Where(p => p.MergedIntoId != null && p.MergedIntoId == a.PersonId).Select(p => p.Id).ToList(),
                Held = a.Grants.Where(g => g.From <= now && (g.Until == null || now < g.Until))
                    .Join(db.Organizations, g => g.OrganizationId, o => o.Id, (g, o) => new HeldRight(g.Right, o.Id, o.Kind, o.DivisionCode))
                    .ToList(),
                Wards = wards.Where(g => g.GuardianId == a.PersonId).Select(g => g.PersonId).ToList(),
            })
            .SingleOrDefaultAsync(ct);
        if (account is null) return false;

        caller.Is(new Actor(account.Id, account.PersonId, account.Kind is AccountKind.Program) { MergedIds = account.Merged }, account.Held, account.Wards);
        return true;
    }
}
