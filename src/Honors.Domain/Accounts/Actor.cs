using NodaTime;

namespace Honors.Domain.Accounts;

/// <summary>Who acts: an account and the human behind it, if it has one.</summary>
/// <param name="PersonId">Of a program: the human who answers for it, and who therefore is no second pair of eyes for what it recorded.</param>
public sealed record Actor(Guid AccountId, Guid? PersonId, bool IsProgram = false)
{
    /// <summary>Whether a known human acts with their own hands; only such a one verifies, confirms and decides.</summary>
    public bool IsHuman => !IsProgram && PersonId is not null;

    /// <summary>Whoever speaks through a public form without signing in: no account, and no human that anything knows of.</summary>
    public static readonly Actor Unknown = new(Guid.Empty, null);

    /// <summary>Other records of this human, merged into theirs: what was signed under those, they signed.</summary>
    public IReadOnlyList<Guid> MergedIds { get; init; } = [];

    public bool Is(Guid person) => person == PersonId || MergedIds.Contains(person);
}

/// <summary>Who did a thing, and when.</summary>
public sealed record Signature(Guid AccountId, Guid? PersonId, Instant At)
{
    public static Signature Of(Actor actor, Instant at) => new(actor.AccountId, actor.PersonId, at);

    /// <summary>Whether the same human signed. Persons are compared, not accounts: one human with two accounts is one pair of eyes.</summary>
    public bool IsBy(Actor actor) => AccountId == actor.AccountId || (PersonId is { } person && actor.Is(person));
}

/// <summary>A record that a body made: who may see it and act on it follows from that body and from where it stood on that day.</summary>
public interface IRecorded
{
    /// <summary>The body in whose name the record was made.</summary>
    Guid RecordedBy { get; }

    /// <summary>The division code of that body when it recorded; an office whose range holds it stands above.</summary>
    long RecordedIn { get; }
}

/// <summary>The body in whose name something is recorded, as the record keeps it.</summary>
public sealed record RecordingBody(Guid Id, long DivisionCode);
