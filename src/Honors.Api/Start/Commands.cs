using Honors.Api.SignIn;

namespace Honors.Api.Start;

/// <summary>What an operator runs beside the server, on the same data folder.</summary>
internal static class Commands
{
    /// <summary><c>keys rotate</c>: new keys for tokens, which the next start uses; tokens of the old ones stay good.</summary>
    /// <returns>Whether the arguments were a command, which has run.</returns>
    public static bool RanCommand(this WebApplicationBuilder builder, string[] args)
    {
        if (args is not ["keys", "rotate", ..]) return false;

        IssuerKeys.Rotate(Path.Combine(builder.DataDirectory(), "keys"));
        Console.WriteLine("New keys are made. Restart the registry to use them; tokens of the old keys stay good until they expire.");
        return true;
    }
}
