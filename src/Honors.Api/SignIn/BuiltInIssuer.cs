using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Honors.Api.SignIn;

/// <summary>
/// This program as its own issuer: Identity keeps logins, OpenIddict issues tokens, JwtBearer reads them. The API shares with the issuer
/// one configured issuer value and, in process, its public keys; it knows nothing else of who issued a token.
/// </summary>
internal static class BuiltInIssuer
{
    /// <summary>The client of the page that tries the API: <c>/swagger</c>.</summary>
    public const string SwaggerClient = "swagger";

    public static void AddBuiltInIssuer(this WebApplicationBuilder builder, AuthenticationBuilder authentication, IssuerKeys keys, Issuer issuer)
    {
        builder.Services.AddIdentityCore<Login>(o =>
            {
                o.User.AllowedUserNameCharacters = ""; // any script; what is unfit, the set-up page says
                o.Password = new() { RequiredLength = 0, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                o.Lockout.AllowedForNewUsers = false; // nobody locks out another: SignInLimits
            })
            .AddUserStore<LoginStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<Login>>(TokenOptions.DefaultAuthenticatorProvider);
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 600_000);
        builder.Services.AddSingleton<IPasswordHasher<Login>, PasswordHasher<Login>>();
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddScoped<SignIns>();
        builder.Services.AddHostedService<AccountsSweep>();
        authentication.AddCookie(SignInSetup.SecondStep, o =>
        {
            o.Cookie.Name = "__Host-honors-step";
            o.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });

        builder.Services.AddOpenIddict()
            .AddCore(o => o.UseEntityFrameworkCore().UseDbContext<AccountsDb>())
            .AddServer(o =>
            {
                o.SetIssuer(new Uri(issuer.Value));
                o.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetRevocationEndpointUris("connect/revoke");
                o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
                o.Configure(c => c.CodeChallengeMethods.RemoveWhere(m => m is not CodeChallengeMethods.Sha256));
                o.RegisterScopes(Scopes.OpenId, Scopes.OfflineAccess);
                o.SetAccessTokenLifetime(TimeSpan.FromMinutes(30)).SetRefreshTokenLifetime(Sessions.OfRefreshTokens);
                foreach (var key in keys.Signing) o.AddSigningKey(key);
                foreach (var key in keys.Encryption) o.AddEncryptionKey(key);
                o.DisableAccessTokenEncryption();
                // Plain http is served on the loopback address alone; a proxy in front of it speaks TLS.
                o.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            });

        builder.Services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, o =>
        {
            o.TokenValidationParameters.ValidIssuer = issuer.Value;
            o.TokenValidationParameters.IssuerSigningKeys = keys.Signing;
            o.Events = new JwtBearerEvents
            {
                OnTokenValidated = async context =>
                {
                    // A program's token names no session.
                    if (context.Principal!.HasClaim(c => c.Type is Sessions.Claim) && !await SignInSetup.AliveSession(context.HttpContext, context.Principal))
                        context.Fail("The session has ended.");
                },
            };
        });
    }
}
