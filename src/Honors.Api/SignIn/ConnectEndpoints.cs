using System.Security.Claims;
using Honors.Api.Data;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Honors.Api.SignIn;

/// <summary>Where tokens are had. OpenIddict has checked client, redirect address, code, verifier and secret before any of this is reached.</summary>
internal static class ConnectEndpoints
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapConnect(this IEndpointRouteBuilder app)
    {
        app.MapGet("/connect/authorize", Authorize).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/connect/token", Issue).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Secrets are guessed no faster than passwords.</summary>
    public static void UseTokenLimits(this WebApplication app) => app.UseWhen(
        http => HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/connect/token") && http.Request.HasFormContentType,
        token => token.Use(async (http, next) =>
        {
            var (form, limits) = (await http.Request.ReadFormAsync(http.RequestAborted), http.RequestServices.GetRequiredService<SignInLimits>());
            if (form[Parameters.GrantType] == GrantTypes.ClientCredentials) limits.Enter($"client {form[Parameters.ClientId]}", http.Connection.RemoteIpAddress);
            else limits.Enter(http.Connection.RemoteIpAddress);
            await next(http);
        }));

    /// <summary>Gives the client a code for whoever is signed in at this browser; sends them to sign in first where nobody is.</summary>
    private static async Task<IResult> Authorize(HttpContext http, HonorsDb db, Issuer issuer)
    {
        var request = RequestOf(http);
        var subject = http.User.FindFirstValue(JwtRegisteredClaimNames.Sub);
        if (subject is null || request.HasPromptValue(PromptValues.Login) || !await MayAct(db, issuer, subject, http.RequestAborted))
        {
            return request.HasPromptValue(PromptValues.None)
                ? Refuse(OpenIddictConstants.Errors.LoginRequired)
                : Results.Challenge(new() { RedirectUri = WithoutPrompt(http.Request) }, [SignInSetup.Session]);
        }

        return SignIn(subject, http.User.FindFirstValue(Sessions.Claim), request.GetScopes());
    }

    private static async Task<IResult> Issue(HttpContext http, HonorsDb db, Issuer issuer, Sessions sessions)
    {
        var request = RequestOf(http);
        if (request.IsClientCredentialsGrantType())
        {
            return await MayAct(db, issuer, request.ClientId, http.RequestAborted) ? SignIn(request.ClientId!, null, []) : Refuse(OpenIddictConstants.Errors.InvalidGrant);
        }

        var before = (await http.AuthenticateAsync(Scheme)).Principal!;
        var (subject, session) = (before.GetClaim(Claims.Subject), before.GetClaim(Sessions.Claim));
        return await sessions.IsAlive(session) && await MayAct(db, issuer, subject, http.RequestAborted)
            ? SignIn(subject!, session, before.GetScopes())
            : Refuse(OpenIddictConstants.Errors.InvalidGrant);
    }

    /// <summary>Whether there is an account, and it is not suspended.</summary>
    private static Task<bool> MayAct(HonorsDb db, Issuer issuer, string? subject, CancellationToken ct) =>
        db.Accounts.IgnoreQueryFilters([HonorsDb.Visible]).AnyAsync(a => a.Issuer == issuer.Value && a.Subject == subject && a.SuspendedAt == null, ct);

    private static IResult SignIn(string subject, string? session, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.SetClaim(Claims.Subject, subject);
        if (session is not null) identity.SetClaim(Sessions.Claim, session);
        identity.SetScopes(scopes);
        identity.SetAudiences(SignInSetup.Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: Scheme);
    }

    private static IResult Refuse(string error) =>
        Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }), [Scheme]);

    private static OpenIddictRequest RequestOf(HttpContext http) =>
        http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not a request of OpenID Connect.");

    /// <summary>Back here after signing in; without the prompt, or it would ask again for ever.</summary>
    private static string WithoutPrompt(HttpRequest request) =>
        request.PathBase + request.Path + QueryString.Create(request.Query.Where(q => q.Key is not Parameters.Prompt));
}
