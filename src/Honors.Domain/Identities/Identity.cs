using Honors.Domain.Accounts;
using Honors.Domain.People;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Identities;

/// <summary>
/// The identity document of a person as one body stated it. Several records may bear the same number until their people are found to be
/// one: nothing looks for another when it is stated.
/// </summary>
public sealed class Identity : IRecorded, IIdentified
{
    public const int SealedMaxLength = 200, MatchLength = 32;

    private Identity() { }

    /// <summary>The id of the person of whom it was stated; the cipher is bound to it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose it is: that person, or the one into whom that person was merged. One person may so come to have several.</summary>
    public Guid PersonId { get; private set; }

    public IdentityKind Kind { get; private set; }

    /// <summary>The number, enciphered.</summary>
    public string Sealed { get; private set; } = "";

    /// <summary>Keyed hash of kind and number: equal exactly where both are.</summary>
    public byte[] Match { get; private set; } = [];

    public Signature Stated { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <summary>States it of the person, in the name of the body that recorded the person.</summary>
    /// <exception cref="RuleViolationException"><c>identity.contradicts-person</c>: the number tells another birth date or sex than the record.</exception>
    public static Identity State(Person person, IdentityNumber number, string @sealed, byte[] match, Actor actor, Instant now)
    {
        var identity = new Identity { Id = person.Id, PersonId = person.Id, RecordedBy = person.RecordedBy, RecordedIn = person.RecordedIn };
        identity.Restate(person, number, @sealed, match, actor, now);
        return identity;
    }

    /// <inheritdoc cref="State"/>
    public void Restate(Person person, IdentityNumber number, string @sealed, byte[] match, Actor actor, Instant now)
    {
        if (number.Born < person.Born.Earliest || number.Born > person.Born.Latest) throw IdentityRules.Contradicts();
        if (number.Gender is not Gender.NotStated && person.Gender is (Gender.Male or Gender.Female) && number.Gender != person.Gender) throw IdentityRules.Contradicts();

        (Kind, Sealed, Match, Stated) = (number.Kind, @sealed, match, Signature.Of(actor, now));
    }

    /// <summary>The same number under another key: nothing that was stated changes.</summary>
    public void SealAnew(string @sealed, byte[] match) => (Sealed, Match) = (@sealed, match);
}

/// <summary>That somebody saw a whole identity number, and what for. The person may see each.</summary>
public sealed class IdentityReading : IRecorded, IIdentified
{
    public const int PurposeMinLength = 2, PurposeMaxLength = 200;

    private IdentityReading() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string Purpose { get; private set; } = "";

    public Signature Read { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <exception cref="RuleViolationException"><c>identity.no-person-behind</c>: a program reads no whole number.</exception>
    public static IdentityReading Record(Guid id, Identity identity, string purpose, Actor actor, Instant now)
    {
        if (!actor.IsHuman) throw IdentityRules.NoPersonBehind();

        return new IdentityReading
        {
            Id = id,
            PersonId = identity.PersonId,
            Purpose = purpose,
            Read = Signature.Of(actor, now),
            RecordedBy = identity.RecordedBy,
            RecordedIn = identity.RecordedIn,
        };
    }
}
