using Honors.Api.Data;
using Honors.Api.Identities;
using Honors.Api.Nominations;
using Honors.Api.ServiceHours;
using Honors.Api.SignIn;
using Honors.Domain.Calendar;
using Honors.Domain.Divisions;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Start;

/// <summary>What happens before the first request: the folder, its tables, the reference data, and in Development the demo.</summary>
internal static class Preparation
{
    /// <summary><c>DataDirectory</c>, relative to the content root: <c>data/</c> where nothing is said.</summary>
    public static DataFolder AddDataFolder(this WebApplicationBuilder builder)
    {
        var data = new DataFolder(builder.DataDirectory());
        builder.Services.AddSingleton(_ => data); // made by the container, so that stopping lets go of the folder
        builder.Services.AddDataProtection().SetApplicationName("Honors").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        return data;
    }

    public static string DataDirectory(this WebApplicationBuilder builder) =>
        Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["DataDirectory"] ?? "data");

    public static async Task Prepare(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<AccountsDb>().Database.MigrateAsync();

        await using var connection = await services.GetRequiredService<Engine>().OpenForWriting();
        var db = services.GetRequiredService<HonorsDb>();
        db.Database.SetDbConnection(connection);
        await db.Database.MigrateAsync();
        await AddReferenceData(db);
        services.GetRequiredService<IdentitySeal>().Unlock(services.GetRequiredService<DataFolder>(), await db.AnySealed(CancellationToken.None));
        await db.GiveFirstPositions();
        await db.CreditFirstHours();
        await db.KeepFirstSpans();
        await db.OpenFirstCases();

        if (services.GetRequiredService<Issuer>().IsOurs) await SwaggerClient.Register(app.Environment, services);
        if (app.Environment.IsDevelopment())
        {
            if (!await db.Accounts.IgnoreQueryFilters([HonorsDb.Visible]).AnyAsync()) await Demo.DemoData.Load(db, services);
        }
        else
        {
            await Demo.DemoLogins.Refuse(services);
        }

        await db.MakeFindable();

        var setUpAddress = await FirstAccountAddress(db, services);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, setUpAddress));
    }

    /// <summary>The one-time address that makes the first account, while nobody can sign in; a restart makes a new one, and the last dies.</summary>
    private static async Task<Uri?> FirstAccountAddress(HonorsDb db, IServiceProvider services)
    {
        var issuer = services.GetRequiredService<Issuer>();
        var someoneCanSignIn = issuer.IsOurs
            ? await services.GetRequiredService<AccountsDb>().Users.AnyAsync()
            : await db.Accounts.IgnoreQueryFilters([HonorsDb.Visible]).AnyAsync(a => a.Issuer == issuer.Value);
        if (someoneCanSignIn) return null;

        var (code, _) = await services.GetRequiredService<SetupCodes>().Issue(null, CancellationToken.None);
        return issuer.Address($"account/setup?code={code}");
    }

    /// <summary>A newer program brings newer divisions and years; what is there stays, since records speak of it.</summary>
    private static async Task AddReferenceData(HonorsDb db)
    {
        var divisions = await db.Divisions.Select(d => d.Code).ToHashSetAsync();
        db.AddRange(Division.Shipped().Where(d => !divisions.Contains(d.Code)));
        var years = await db.CalendarYears.Select(y => y.Year).ToHashSetAsync();
        db.AddRange(CalendarYear.Shipped().Where(y => !years.Contains(y.Year)));
        var rules = await db.CreditingRules.Select(r => r.Id).ToHashSetAsync();
        db.AddRange(CreditingRule.Shipped().Where(r => !rules.Contains(r.Id)));
        var policies = await db.StarPolicies.Select(p => p.Id).ToHashSetAsync();
        db.AddRange(StarPolicy.Shipped().Where(p => !policies.Contains(p.Id)));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static void Announce(WebApplication app, Uri? setUpAddress)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Honors");
        LogReady(log, app.Services.GetRequiredService<DataFolder>().Root, string.Join(' ', app.Urls), null);
        if (setUpAddress is not null) LogSetUp(log, setUpAddress, null);
        else if (app.Environment.IsDevelopment()) LogDemo(log, Demo.DemoLogins.Password, string.Join(", ", Demo.DemoLogins.Names), null);
    }

    private static readonly Action<ILogger, string, string, Exception?> LogReady = LoggerMessage.Define<string, string>(
        LogLevel.Information, new EventId(10, "Ready"), "The registry is ready. Data: {DataDirectory}. Addresses: {Urls} (try /swagger).");

    private static readonly Action<ILogger, string, string, Exception?> LogDemo = LoggerMessage.Define<string, string>(
        LogLevel.Information, new EventId(11, "Demo"), "Demo data is loaded. Sign in at /account with the password {Password} as one of {Names}.");

    private static readonly Action<ILogger, Uri, Exception?> LogSetUp = LoggerMessage.Define<Uri>(
        LogLevel.Warning, new EventId(12, "SetUp"), "Nobody can sign in yet. Make the first account within seven days, once, at {Address}");
}
