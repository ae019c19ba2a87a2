using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Honors.Api.SignIn;

/// <summary>The page that tries the API (<c>/swagger</c>) as a client: public, so it proves itself by PKCE alone.</summary>
internal static class SwaggerClient
{
    /// <summary>Anew at each start: its address follows the configuration.</summary>
    public static async Task Register(IHostEnvironment environment, IServiceProvider services)
    {
        var (applications, issuer) = (services.GetRequiredService<IOpenIddictApplicationManager>(), services.GetRequiredService<Issuer>());
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = BuiltInIssuer.SwaggerClient,
            ClientType = ClientTypes.Public,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
                Permissions.Prefixes.Scope + Scopes.OfflineAccess,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
            RedirectUris = { issuer.Address("swagger/oauth2-redirect.html") },
        };
        if (environment.IsDevelopment()) client.RedirectUris.Add(new UriBuilder(issuer.Address("swagger/oauth2-redirect.html")) { Host = "localhost" }.Uri);

        if (await applications.FindByClientIdAsync(BuiltInIssuer.SwaggerClient) is { } known) await applications.UpdateAsync(known, client);
        else await applications.CreateAsync(client);
    }
}
