using System.Net.Http.Headers;
using System.Security.Claims;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Api.SignIn;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.People;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Honors.Tests.Support;

/// <summary>The whole program on a throw-away data folder with the demo data, driven through HTTP. Its clock stands still.</summary>
public class HonorsApp : WebApplicationFactory<Program>
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 20, 4, 0);

    /// <summary>What a first start leaves behind. Whatever starts no other way begins on a copy of it: a first start takes longer than most tests.</summary>
    private static readonly Lazy<Store> Started = new(StartOnce);

    /// <summary>Settings that change nothing of what a first start leaves behind.</summary>
    private static readonly string[] FeltLater = ["ServiceHours:", "SignIn:", "PublicForm:", "Files:", "Identity:MostLookUpsPerMinute"];

    public TestClock Clock { get; } = new(Noon);

    public Store Store { get; } = new();

    public string DataFolder => Store.Folder;

    public string KeyFile => Store.KeyFile;

    /// <summary>Set before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>A person of the README (<c>office</c>, <c>recorder</c>, <c>verifier</c> …), as signed in; or their program, <c>demo-program</c>.</summary>
    public Task<HttpClient> As(string login) =>
        Task.FromResult(WithToken(Mint(login is DemoLogins.Program ? login : DemoLogins.IdOf(login).ToString())));

    /// <summary>A new account of a person with rights in a body.</summary>
    /// <param name="personId">The human behind it; a new one where null.</param>
    public async Task<HttpClient> As(Guid? personId, Guid body, params Right[] rights) => WithToken(Mint(await NewAccount(personId, body, rights)));

    /// <summary>A new program's account, for which a new person answers.</summary>
    public async Task<HttpClient> AsProgram(Guid body, params Right[] rights) => WithToken(Mint(await NewAccount(null, body, rights, isProgram: true)));

    /// <returns>The subject of the new account.</returns>
    private async Task<string> NewAccount(Guid? personId, Guid body, Right[] rights, bool isProgram = false)
    {
        var subject = Guid.NewGuid().ToString();
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
        var now = Clock.Now - Duration.FromDays(1);
        await Services.GetRequiredService<Writer>().Commit(db, async () =>
        {
            var organization = await db.Organizations.SingleAsync(o => o.Id == body);
            var by = new RecordingBody(organization.Id, organization.DivisionCode);
            var person = personId ?? Guid.CreateVersion7();
            if (personId is null) db.Add(Person.Record(person, PersonNumber.Draw(), new PersonFacts("账户人", Gender.NotStated, PartialDate.Unknown), by));
            var account = Account.OfPerson(Guid.CreateVersion7(), Issuer, subject, subject, person, by);
            if (isProgram)
            {
                db.Add(account);
                account = Account.OfProgram(Guid.CreateVersion7(), Issuer, subject = Guid.NewGuid().ToString(), subject, account, by);
            }

            foreach (var right in rights) account.GrantAtSetUp(Guid.CreateVersion7(), right, body, now);
            db.Add(account);
            await db.SaveChangesAsync();
            return true;
        });
        return subject;
    }

    public HttpClient Anonymous() => CreateClient();

    /// <summary>A token of the program's own issuer and key, for a subject that its token endpoint does not know.</summary>
    public string Mint(string subject) => Mint(subject, Services.GetRequiredService<IssuerKeys>());

    public static string Mint(string subject, IssuerKeys keys) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        TokenType = "at+jwt",
        Issuer = Issuer,
        Audience = "honors",
        SigningCredentials = new(keys.Signing[0], SecurityAlgorithms.EcdsaSha256),
        Subject = new ClaimsIdentity([new("sub", subject)]),
    });

    public HttpClient WithToken(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public const string Issuer = "http://127.0.0.1:5080/";

    private static Store StartOnce()
    {
        using var first = new WebApplicationFactory<Program>();
        var store = new Store();
        using (var program = first.WithWebHostBuilder(b => b.UseEnvironment("Development").KeepIn(store).UseSetting("Demo:County", "false")
            .ConfigureTestServices(s => s.AddSingleton<IClock>(new TestClock(Noon)))))
        {
            _ = program.Server;
        }

        store.LetGo();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => store.Dispose();
        return store;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (Clock.Now == Noon && Settings.Keys.All(k => FeltLater.Any(f => k.StartsWith(f, StringComparison.Ordinal)))) Store.BeginAs(Started.Value);
        builder.UseEnvironment("Development");
        builder.KeepIn(Store);
        builder.UseSetting("Demo:County", "false"); // asked for by those who need it
        builder.UseSetting("ServiceHours:RecordingWorkingDays", "5000"); // so that tests may speak of any day; ten by those that are about it
        builder.UseSetting("SignIn:MostPerMinuteAndAddress", "100000"); // all of a test run comes from one address
        foreach (var limit in (string[])["MostPerHourAndAddress", "MostPerHourAndTitle", "MostPerHourAndNotice", "MostPerHourAndOffice", "MostFilesPerHourAndAddress", "MostLookUpsPerMinuteAndAddress"]) builder.UseSetting($"PublicForm:{limit}", "100000");
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(s => s.AddSingleton<IClock>(Clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Store.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same behind its real web server, for what only the wire shows.</summary>
public sealed class HonorsServer : HonorsApp
{
    public HonorsServer() => UseKestrel(0);
}

public sealed class TestClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
