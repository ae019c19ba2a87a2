using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain.Divisions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Start;

/// <summary>What happens before the first request: the folder, its tables, the reference data, and in Development the demo.</summary>
internal static class Preparation
{
    /// <summary><c>DataDirectory</c>, relative to the content root: <c>data/</c> where nothing is said.</summary>
    public static DataFolder AddDataFolder(this WebApplicationBuilder builder)
    {
        var data = new DataFolder(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["DataDirectory"] ?? "data"));
        builder.Services.AddSingleton(data);
        builder.Services.AddDataProtection().SetApplicationName("Honors").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        return data;
    }

    public static async Task Prepare(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<AccountsDb>().Database.MigrateAsync();

        await using var connection = services.GetRequiredService<SqliteFile>().OpenForWriting();
        var db = services.GetRequiredService<HonorsDb>();
        db.Database.SetDbConnection(connection);
        await db.Database.MigrateAsync();
        await AddDivisions(db);

        await Demo.DemoClients.EnterOrRefuse(app.Environment, services);
        if (app.Environment.IsDevelopment() && !await db.Accounts.AnyAsync()) await Demo.DemoData.Load(db, services);

        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
    }

    /// <summary>A newer program brings newer divisions; what is there stays, since records speak of it.</summary>
    private static async Task AddDivisions(HonorsDb db)
    {
        var known = await db.Divisions.Select(d => d.Code).ToHashSetAsync();
        db.AddRange(Division.Shipped().Where(d => !known.Contains(d.Code)));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static void Announce(WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Honors");
        LogReady(log, app.Services.GetRequiredService<DataFolder>().Root, string.Join(' ', app.Urls), null);
        if (app.Environment.IsDevelopment()) LogDemo(log, Demo.DemoClients.Secret, string.Join(", ", Demo.DemoClients.Ids), null);
    }

    private static readonly Action<ILogger, string, string, Exception?> LogReady = LoggerMessage.Define<string, string>(
        LogLevel.Information, new EventId(10, "Ready"), "The registry is ready. Data: {DataDirectory}. Addresses: {Urls} (try /swagger).");

    private static readonly Action<ILogger, string, string, Exception?> LogDemo = LoggerMessage.Define<string, string>(
        LogLevel.Information, new EventId(11, "Demo"),
        "Demo data is loaded. For a token: POST /connect/token with grant_type=client_credentials, client_secret={Secret} and client_id one of {Clients}.");
}
