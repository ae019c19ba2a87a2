using System.Globalization;
using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.Identities;
using Honors.Api.SignIn;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Start;

/// <summary>What an operator runs beside the server, on the same data folder.</summary>
internal static class Commands
{
    /// <summary>
    /// <c>keys rotate</c>: new keys for tokens, which the next start uses; tokens of the old ones stay good. <c>files verify</c>: reads every
    /// file's content and names what is missing or damaged; the exit code is 1 if anything is. <c>identities rotate</c>: a new key for identity numbers,
    /// under which all are sealed anew; only while nobody serves the registry. <c>site export folder [address]</c>: the public site, as it is served at the address
    /// (<c>Auth:Issuer</c> where none is given), as plain files.
    /// </summary>
    /// <returns>Whether the arguments were a command, which has run.</returns>
    public static async Task<bool> RanCommand(this WebApplicationBuilder builder, string[] args)
    {
        switch (args)
        {
            case ["keys", "rotate", ..]:
                IssuerKeys.Rotate(Path.Combine(builder.DataDirectory(), "keys"));
                Console.WriteLine("New keys are made. Restart the registry to use them; tokens of the old keys stay good until they expire.");
                return true;
            case ["files", "verify", ..]:
                await VerifyFiles(builder);
                return true;
            case ["identities", "rotate", ..]:
                await RotateIdentities(builder);
                return true;
            case ["site", "export", var folder, ..]:
                await ExportSite(builder, folder, args is [_, _, _, ['h', 't', 't', 'p', ..] from, ..] ? from : null);
                return true;
            default:
                return false;
        }
    }

    private static async Task RotateIdentities(WebApplicationBuilder builder)
    {
        using var data = new DataFolder(builder.DataDirectory());
        await using var registry = await builder.TakeForWriting(data);
        if ((await registry.Db.Database.GetPendingMigrationsAsync()).Any()) throw new InvalidOperationException("The tables are of another version of the registry. Start it once first.");

        var seal = IdentitySeal.At(builder, data);
        seal.Unlock(data, await registry.Db.AnySealed(CancellationToken.None));
        var count = await IdentityRotation.Run(registry.Db, seal, SystemClock.Instance, CancellationToken.None);
        Console.WriteLine($"{count} identity numbers are under a new key, and the old key is gone. Make a new copy of {IdentitySeal.FileOf(builder, data.Root)}, apart from the data folder; older copies of the folder need older copies of the key file.");
    }

    private static async Task ExportSite(WebApplicationBuilder builder, string folder, string? from)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var live = Issuer.From(builder.Configuration).OwnAddress;
        using var site = SiteExport.Reader(new Uri(from is null ? live.AbsoluteUri : from.TrimEnd('/') + "/"));
        var (pages, files, missing) = await new SiteExport(site, live, folder, SystemClock.Instance).Run(CancellationToken.None);
        foreach (var path in missing) Console.WriteLine($"{path} is linked and not there; the copy links to the live site instead.");
        Console.WriteLine($"{pages} pages and {files} other files are in {Path.GetFullPath(folder)}. Whoever withdraws a consent leaves the copy with its next export only.");
    }

    private static async Task VerifyFiles(WebApplicationBuilder builder)
    {
        await using var db = builder.OpenForReading();
        var store = new FileStore(Path.Combine(builder.DataDirectory(), "files"), SystemClock.Instance);
        var (contents, faults) = await FileVerification.Verify(db, store, CancellationToken.None);
        foreach (var fault in faults) Console.WriteLine($"{fault.Code} {fault.Hash} of {string.Join(' ', fault.FileIds)}");
        Console.WriteLine($"{contents} contents read, {faults.Count} missing or damaged.");
        if (faults.Count > 0) Environment.ExitCode = 1;
    }
}
