using System.Security.Claims;
using Honors.Api.Data;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Honors.Api.Accounts;

/// <summary>
/// OpenIddict issues tokens; JwtBearer reads them. The two share one configured issuer value and, in process, one key:
/// the API knows nothing else of who issued a token.
/// </summary>
internal static class TokensSetup
{
    public const string Audience = "honors";

    public static void AddTokens(this WebApplicationBuilder builder, DataFolder data)
    {
        var issuer = builder.Configuration["Auth:Issuer"] ?? throw new InvalidOperationException("Auth:Issuer is not configured.");
        var key = SigningKeys.Load(data.Keys);

        builder.Services.AddDbContext<AccountsDb>(o => o.UseSqlite($"Data Source={data.File("accounts.db")}").UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(o => o.UseEntityFrameworkCore().UseDbContext<AccountsDb>())
            .AddServer(o =>
            {
                o.SetIssuer(new Uri(issuer));
                o.SetTokenEndpointUris("/connect/token");
                o.AllowClientCredentialsFlow();
                o.SetAccessTokenLifetime(TimeSpan.FromMinutes(30));
                o.AddSigningKey(key).AddEphemeralEncryptionKey().DisableAccessTokenEncryption();
                // Plain http is served on the loopback address alone; a proxy in front of it speaks TLS.
                o.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            });

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o =>
        {
            o.MapInboundClaims = false;
            o.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidAudience = Audience,
                ValidTypes = ["at+jwt"],
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                IssuerSigningKey = key,
                ClockSkew = TimeSpan.FromSeconds(30),
            };
        });
        builder.Services.AddAuthorizationBuilder().AddRightsPolicies();
        builder.Services.AddScoped<Caller>();
    }

    public static void MapTokens(this IEndpointRouteBuilder app) =>
        app.MapPost("/connect/token", Issue).AllowAnonymous().ExcludeFromDescription();

    /// <summary>OpenIddict has checked the client and its secret before this is reached.</summary>
    private static IResult Issue(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not a token request.");
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Subject, request.ClientId);
        identity.SetAudiences(Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
