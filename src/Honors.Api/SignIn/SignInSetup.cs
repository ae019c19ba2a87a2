using Honors.Api.Accounts;
using Honors.Api.Data;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Honors.Api.SignIn;

/// <summary>
/// The API takes Bearer tokens alone, the pages the session cookie alone. Both name (issuer, subject); what that account may do is
/// read from its grants on each request.
/// </summary>
internal static class SignInSetup
{
    public const string Audience = "honors";

    /// <summary>Schemes: of the pages' cookie; of the cookie between password and second factor; of signing in at another issuer.</summary>
    public const string Session = "session", SecondStep = "second-step", AtOtherIssuer = "other-issuer";

    private const string ByPath = "by-path";

    public static void AddSignIn(this WebApplicationBuilder builder, DataFolder data)
    {
        var issuer = Issuer.From(builder.Configuration);
        var keys = IssuerKeys.Load(data.Keys);
        builder.Services.AddSingleton(issuer);
        builder.Services.AddSingleton(keys);
        builder.Services.AddDbContext<AccountsDb>(o => o.UseSqlite($"Data Source={data.File("accounts.db")}").UseOpenIddict());
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<SignInLimits>();
        builder.Services.AddScoped<SetupCodes>();
        builder.Services.AddScoped<TakeOver>();
        builder.Services.AddScoped<Cursors>();
        builder.Services.AddScoped<Positions>();
        builder.Services.AddScoped<Seal>();
        builder.Services.AddScoped<Caller>();
        builder.Services.AddAuthorizationBuilder().AddRightsPolicies();

        var authentication = builder.Services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, o => o.ForwardDefaultSelector = c => c.Request.Path.StartsWithSegments("/api") ? JwtBearerDefaults.AuthenticationScheme : Session)
            .AddJwtBearer(o =>
            {
                o.MapInboundClaims = false;
                o.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidAudience = builder.Configuration["Auth:Audience"] ?? Audience,
                    ValidTypes = builder.Configuration.GetSection("Auth:TokenTypes").Get<string[]>() ?? ["at+jwt"],
                    ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, .. issuer.IsOurs ? (string[])[] : [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256]],
                    ClockSkew = TimeSpan.FromSeconds(30),
                };
            })
            .AddCookie(Session, o =>
            {
                o.Cookie.Name = "__Host-honors";
                o.Cookie.SecurePolicy = CookieSecurePolicy.Always; // browsers take it over plain http from the loopback address too
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.LoginPath = "/account/sign-in";
                o.ReturnUrlParameter = "returnUrl";
                o.ExpireTimeSpan = Sessions.OfBrowser;
                o.SlidingExpiration = false;
                o.Events.OnValidatePrincipal = async context =>
                {
                    if (!issuer.IsOurs || await AliveSession(context.HttpContext, context.Principal)) return;
                    context.RejectPrincipal();
                };
            });

        builder.Services.AddAntiforgery(o => o.Cookie = new SecureCookie { Name = "__Host-honors-form", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
        builder.Services.Configure<HostFilteringOptions>(o =>
        {
            var configured = builder.Configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            o.AllowedHosts = configured is { Length: > 0 } ? configured : [issuer.OwnAddress.Host, "localhost", "127.0.0.1", "[::1]"];
            o.AllowEmptyHosts = false;
        });

        if (issuer.IsOurs) builder.AddBuiltInIssuer(authentication, keys, issuer);
        else builder.AddOtherIssuer(authentication, issuer);
    }

    public static async Task<bool> AliveSession(HttpContext http, System.Security.Claims.ClaimsPrincipal? user) =>
        await http.RequestServices.GetRequiredService<Sessions>().IsAlive(user?.FindFirst(Sessions.Claim)?.Value);

    /// <summary>
    /// Secure over plain http too, as browsers allow from the loopback address: the antiforgery service would refuse the whole request if its
    /// policy said so.
    /// </summary>
    private sealed class SecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            (options.Secure, options.Path) = (true, "/");
            return options;
        }
    }
}
