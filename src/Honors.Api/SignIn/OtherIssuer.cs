using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Honors.Api.SignIn;

/// <summary>
/// Another issuer in place of the built-in one, by configuration: <c>Auth:Authority</c>, <c>Auth:ClientId</c>, <c>Auth:ClientSecret</c>. It keeps
/// passwords, second factors and clients; accounts and grants stay here.
/// </summary>
internal static class OtherIssuer
{
    public static void AddOtherIssuer(this WebApplicationBuilder builder, AuthenticationBuilder authentication, Issuer issuer)
    {
        var overHttp = new Uri(issuer.Value).IsLoopback;
        builder.Services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, o =>
        {
            o.Authority = issuer.Value;
            o.RequireHttpsMetadata = !overHttp;
            o.TokenValidationParameters.ValidIssuer = issuer.Value;
        });

        authentication.AddOpenIdConnect(SignInSetup.AtOtherIssuer, o =>
        {
            o.SignInScheme = SignInSetup.Session;
            o.Authority = issuer.Value;
            o.RequireHttpsMetadata = !overHttp;
            o.ClientId = builder.Configuration["Auth:ClientId"] ?? throw new InvalidOperationException("Auth:ClientId is not configured.");
            o.ClientSecret = builder.Configuration["Auth:ClientSecret"];
            o.ResponseType = "code";
            o.ResponseMode = "query";
            o.UsePkce = true;
            o.MapInboundClaims = false;
            o.CallbackPath = "/account/signed-in";
            o.ClaimActions.Clear(); // by default they take the issuer out again
            o.Scope.Clear();
            o.Scope.Add("openid");
            o.Events.OnTokenValidated = context =>
            {
                // The cookie says what a token says, and no more.
                var subject = context.Principal?.FindFirstValue(issuer.SubjectClaim);
                if (subject is null) context.Fail($"The issuer's token has no claim {issuer.SubjectClaim}.");
                else context.Principal = new ClaimsPrincipal(new ClaimsIdentity(
                    [new(JwtRegisteredClaimNames.Iss, issuer.Value), new(issuer.SubjectClaim, subject)], SignInSetup.Session));
                return Task.CompletedTask;
            };
        });
        builder.Services.Configure<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(
            SignInSetup.Session, o => o.ForwardChallenge = SignInSetup.AtOtherIssuer);
    }
}
