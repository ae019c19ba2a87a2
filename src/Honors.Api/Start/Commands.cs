using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.SignIn;
using NodaTime;

namespace Honors.Api.Start;

/// <summary>What an operator runs beside the server, on the same data folder.</summary>
internal static class Commands
{
    /// <summary>
    /// <c>keys rotate</c>: new keys for tokens, which the next start uses; tokens of the old ones stay good. <c>files verify</c>: reads every
    /// file's content and names what is missing or damaged; the exit code is 1 if anything is.
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
            default:
                return false;
        }
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
