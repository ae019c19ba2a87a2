using System.Security.Cryptography;

namespace Honors.Domain.People;

/// <summary>The number a person is known by in public: ten letters and digits that are hard to mistake, drawn at random.</summary>
public static class PersonNumber
{
    public const int Length = 10;

    /// <summary>Crockford's: no I, L, O, U, so that a number can be read out over the telephone.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static bool IsWellFormed(string text) => text.Length == Length && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));
}
