using System.Net;
using System.Net.Sockets;
using Honors.Api.Demo;
using Honors.Api.SignIn;
using Honors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Honors.Tests.SignIn;

/// <summary>Tokens minted by another library (npm <c>jose</c>), most of them wrong in one way only. The clock of tokens is the real one.</summary>
public sealed class ForgedTokensTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [OutsideFact(NodeScript.Needs)]
    public async Task A_token_that_is_wrong_in_one_way_is_no_sign_in_and_asks_nobody_for_a_key()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var key = app.Services.GetRequiredService<IssuerKeys>().Signing[0];
        using var script = await NodeScript.Run("tokens.mjs", new
        {
            key = key.ECDsa.ExportPkcs8PrivateKeyPem(),
            kid = key.KeyId,
            issuer = HonorsApp.Issuer,
            audience = "honors",
            subject = DemoLogins.IdOf("office"),
            now = EpochTime.GetIntDate(DateTime.UtcNow),
            listener = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/",
        });
        var tokens = script.Said.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString()!);
        var person = await new Browser(app).SignedIn("office");
        var own = await person.Tokens();
        tokens["our refresh token"] = own.GetProperty("refresh_token").GetString()!;
        tokens["our id token"] = own.GetProperty("id_token").GetString()!;
        Assert.True(tokens.Count > 30);

        List<string> wrong = [];
        foreach (var (name, token) in tokens)
        {
            var answer = await app.WithToken(token).GetAsync("/api/v1/me");
            if (name.StartsWith("good,", StringComparison.Ordinal) || name is "good")
            {
                if (answer.StatusCode is not HttpStatusCode.OK) wrong.Add($"{name}: {(int)answer.StatusCode}");
                continue;
            }

            var refused = answer.StatusCode is HttpStatusCode.Unauthorized && answer.Content.Headers.ContentType?.MediaType is "application/problem+json"
                && answer.Headers.WwwAuthenticate.Any(w => w.Scheme is "Bearer");
            if (!refused) wrong.Add($"{name}: {(int)answer.StatusCode} {answer.Content.Headers.ContentType} {answer.Headers.WwwAuthenticate}");
        }

        Assert.True(wrong.Count is 0, string.Join('\n', wrong));
        Assert.False(listener.Pending(), "Somebody asked the listener for a key.");
    }
}
