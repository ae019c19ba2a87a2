using System.Net;
using Honors.Api.SignIn;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.SignIn;

public sealed class IssuerKeysTests : IDisposable
{
    private readonly Store _store = new();

    public void Dispose() => _store.Dispose();

    private WebApplicationFactory<Program> Start() => new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
        .UseEnvironment("Development").KeepIn(_store).UseSetting("SignIn:MostPerMinuteAndAddress", "100000"));

    [Fact]
    public async Task Tokens_outlive_a_restart_and_a_rotation_of_the_keys()
    {
        string access, refresh, signing;
        await using (var app = Start())
        {
            var tokens = await (await new Browser(app).SignedIn("person")).Tokens();
            (access, refresh) = (tokens.GetProperty("access_token").GetString()!, tokens.GetProperty("refresh_token").GetString()!);
            signing = app.Services.GetRequiredService<IssuerKeys>().Signing[0].KeyId;
        }

        IssuerKeys.Rotate(Path.Combine(_store.Folder, "keys"));
        await using (var app = Start())
        {
            var keys = app.Services.GetRequiredService<IssuerKeys>();
            Assert.NotEqual(signing, keys.Signing[0].KeyId);
            Assert.Equal(signing, keys.Signing[1].KeyId);
            Assert.Equal(HttpStatusCode.OK, await Me(app, access));

            var renewed = await (await new Browser(app).Exchange(new { grant_type = "refresh_token", client_id = "swagger", refresh_token = refresh })).Expect(HttpStatusCode.OK);
            var fresh = renewed.GetProperty("access_token").GetString()!;
            Assert.Equal(HttpStatusCode.OK, await Me(app, fresh));
            Assert.Equal(keys.Signing[0].KeyId, new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(fresh).Kid);
            Assert.Equal(2, (await app.CreateClient().Read("/.well-known/jwks")).GetProperty("keys").GetArrayLength());
        }
    }

    [Fact]
    public void Keys_are_for_the_programs_user_alone()
    {
        if (OperatingSystem.IsWindows()) return;

        IssuerKeys.Load(_store.Folder);
        foreach (var file in Directory.GetFiles(_store.Folder)) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(2, Directory.GetFiles(_store.Folder).Length);
    }

    [Fact]
    public void A_rotation_drops_keys_whose_tokens_are_long_dead()
    {
        IssuerKeys.Load(_store.Folder);
        Age();
        IssuerKeys.Rotate(_store.Folder);
        Assert.Equal(2, IssuerKeys.Load(_store.Folder).Signing.Count); // replaced just now: its tokens are alive
        IssuerKeys.Rotate(_store.Folder);
        Assert.Equal(3, IssuerKeys.Load(_store.Folder).Signing.Count);
        Age();
        IssuerKeys.Rotate(_store.Folder);
        Assert.Equal(2, IssuerKeys.Load(_store.Folder).Signing.Count);

        void Age()
        {
            foreach (var file in Directory.GetFiles(_store.Folder)) File.SetLastWriteTimeUtc(file, DateTime.UtcNow - IssuerKeys.Kept - TimeSpan.FromDays(1));
        }
    }

    private static async Task<HttpStatusCode> Me(WebApplicationFactory<Program> app, string token)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (await client.GetAsync("/api/v1/me")).StatusCode;
    }
}
