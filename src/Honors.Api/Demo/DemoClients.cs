using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Honors.Api.Demo;

/// <summary>The clients of the README, until people can sign in: each stands for one demo person. Development has them; Production refuses a folder that holds one.</summary>
internal static class DemoClients
{
    public const string Office = "demo-office", Recorder = "demo-recorder", Verifier = "demo-verifier", Auditor = "demo-auditor";
    public const string Secret = "demo-only";

    public static readonly IReadOnlyList<string> Ids = [Office, Recorder, Verifier, Auditor];

    public static async Task EnterOrRefuse(IHostEnvironment environment, IServiceProvider services)
    {
        var applications = services.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var id in Ids)
        {
            var present = await applications.FindByClientIdAsync(id) is not null;
            if (present && !environment.IsDevelopment())
                throw new InvalidOperationException($"The data folder holds the demo client {id}, whose secret is public. It cannot be used outside Development.");
            if (!present && environment.IsDevelopment()) await applications.CreateAsync(Describe(id));
        }
    }

    private static OpenIddictApplicationDescriptor Describe(string id) => new()
    {
        ClientId = id,
        ClientSecret = Secret,
        ClientType = ClientTypes.Confidential,
        Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
    };
}
