using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>
/// That a body keeps a person in its records. The body says so alone at first; the person, or an office above the body, confirms it.
/// </summary>
public sealed class Affiliation : IRecorded, IIdentified
{
    private Affiliation() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Signature Stated { get; private set; } = null!;

    public Signature? Confirmed { get; private set; }

    /// <summary>The body.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public AffiliationStatus Status => Confirmed is null ? AffiliationStatus.Pending : AffiliationStatus.Confirmed;

    public static Affiliation State(Guid id, Guid personId, RecordingBody by, Actor actor, Instant now) =>
        new() { Id = id, PersonId = personId, Stated = Signature.Of(actor, now), RecordedBy = by.Id, RecordedIn = by.DivisionCode };

    /// <param name="actor">The person, or whoever verifies for an office above the body.</param>
    /// <exception cref="RuleViolationException">
    /// <c>affiliation.already-confirmed</c>; <c>affiliation.own-entry</c>: whoever stated it for another; <c>affiliation.no-person-behind</c>.
    /// </exception>
    public void Confirm(Actor actor, Instant now)
    {
        if (Confirmed is not null) throw PeopleRules.AffiliationConfirmed();
        if (!actor.IsHuman) throw PeopleRules.NobodyBehindConfirmation();
        if (Stated.IsBy(actor)) throw PeopleRules.OwnAffiliation();

        Confirmed = Signature.Of(actor, now);
    }
}

public enum AffiliationStatus
{
    /// <summary>待确认.</summary>
    Pending,

    /// <summary>已确认.</summary>
    Confirmed,
}
