using System.Security.Cryptography;
using System.Text;
using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>
/// 回执: by it a citizen asks what became of a letter, be it a recommendation or a report of an honour. It bears the id of what the letter became; of the code itself only the
/// hash is kept.
/// </summary>
public sealed class CitizenReceipt : IRecorded, IIdentified
{
    public const int SealedMaxLength = 1500;

    private CitizenReceipt() { }

    public Guid Id { get; private set; }

    public byte[] Hash { get; private set; } = [];

    /// <summary>The citizen's name and contact, enciphered; null where neither was given, and then there is no answer but the receipt's own.</summary>
    public string? Sealed { get; private set; }

    /// <summary>The body that the letter went to, which alone sees it.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public static CitizenReceipt Issue<T>(T letter, byte[] hash, string? sealedSender) where T : IRecorded, IIdentified => new()
    {
        Id = letter.Id,
        Hash = hash,
        Sealed = sealedSender,
        RecordedBy = letter.RecordedBy,
        RecordedIn = letter.RecordedIn,
    };

    /// <summary>The same name and contact under another key.</summary>
    public void SealAnew(string sealedSender) => Sealed = sealedSender;
}

/// <summary>26 characters of 32, 130 bits: nobody guesses one, so that a plain hash keeps it.</summary>
public static class ReceiptCode
{
    public const int Length = 26, HashLength = 32;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <param name="text">Small letters, and hyphens between groups, make no difference.</param>
    /// <returns>Null where it is no code at all.</returns>
    public static byte[]? HashOf(string text)
    {
        var code = text.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return code.Length is Length && code.All(Alphabet.Contains) ? SHA256.HashData(Encoding.ASCII.GetBytes(code)) : null;
    }
}

/// <summary>That somebody of the office saw who wrote a letter, and what for.</summary>
public sealed class SenderReading : IRecorded, IIdentified
{
    public const int PurposeMinLength = 2, PurposeMaxLength = 200;

    private SenderReading() { }

    public Guid Id { get; private set; }

    /// <summary>Of the receipt.</summary>
    public Guid LetterId { get; private set; }

    public string Purpose { get; private set; } = "";

    public Signature Read { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <exception cref="RuleViolationException"><c>nomination.no-person-behind</c>; <c>nomination.no-sender</c>: none was given.</exception>
    public static SenderReading Record(Guid id, CitizenReceipt? receipt, string purpose, Actor actor, Instant now)
    {
        if (!actor.IsHuman) throw NominationRules.NoPersonBehind();
        if (receipt?.Sealed is null) throw NominationRules.NoSender();

        return new SenderReading
        {
            Id = id,
            LetterId = receipt.Id,
            Purpose = purpose,
            Read = Signature.Of(actor, now),
            RecordedBy = receipt.RecordedBy,
            RecordedIn = receipt.RecordedIn,
        };
    }
}
