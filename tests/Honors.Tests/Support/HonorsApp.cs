using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Honors.Tests.Support;

/// <summary>The whole program on a throw-away data folder with the demo data, driven through HTTP. Its clock stands still.</summary>
public sealed class HonorsApp : WebApplicationFactory<Program>
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"honors-{Guid.NewGuid():N}");
    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new();

    public TestClock Clock { get; } = new(Instant.FromUtc(2026, 11, 20, 4, 0));

    public string DataFolder => _folder;

    /// <summary>A client of the README (<c>demo-office</c>, <c>demo-recorder</c>, <c>demo-verifier</c>, <c>demo-auditor</c>), with a real token.</summary>
    public async Task<HttpClient> As(string clientId) => WithToken(await _tokens.GetOrAdd(clientId, Fetch));

    /// <summary>A new account of a person with rights in a body.</summary>
    /// <param name="personId">The human behind it; a new one where null.</param>
    public async Task<HttpClient> As(Guid? personId, Guid body, params Right[] rights)
    {
        var subject = $"test-{Guid.NewGuid():N}";
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
        var now = Clock.Now - Duration.FromDays(1);
        await Services.GetRequiredService<Writer>().Commit(db, async () =>
        {
            var account = Account.Open(Guid.CreateVersion7(), Issuer, subject, subject, personId ?? Guid.CreateVersion7());
            foreach (var right in rights) account.Grant(Guid.CreateVersion7(), right, body, account.Id, now);
            db.Add(account);
            await db.SaveChangesAsync();
            return true;
        });
        return WithToken(Mint(subject));
    }

    public HttpClient Anonymous() => CreateClient();

    /// <summary>A token of the program's own issuer and key, for a subject that its token endpoint does not know.</summary>
    public string Mint(string subject) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        TokenType = "at+jwt",
        Issuer = Issuer,
        Audience = "honors",
        SigningCredentials = new(SigningKeys.Load(Path.Combine(_folder, "keys")), SecurityAlgorithms.EcdsaSha256),
        Subject = new ClaimsIdentity([new("sub", subject)]),
    });

    public HttpClient WithToken(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private const string Issuer = "http://127.0.0.1:5080/";

    private async Task<string> Fetch(string clientId)
    {
        var answer = await CreateClient().PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = DemoClients.Secret,
        }));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("access_token").GetString()!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataDirectory", _folder);
        builder.ConfigureTestServices(s => s.AddSingleton<IClock>(Clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}

public sealed class TestClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
