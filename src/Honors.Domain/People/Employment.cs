using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>
/// A person's work in a unit (school, office, village …). Stated by whoever records the person; once the person or an office has confirmed it,
/// the unit sees the person's records of its days.
/// </summary>
public sealed class Employment : IRecorded, IIdentified
{
    public const int PositionMaxLength = 50;

    private Employment() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid OrganizationId { get; private set; }

    /// <summary>教师, 校长 …; never shown to the public.</summary>
    public string? Position { get; private set; }

    /// <summary>负责人: what they did is confirmed by the body above, never by their own unit.</summary>
    public bool IsHead { get; private set; }

    public PartialDate From { get; private set; } = PartialDate.Unknown;

    /// <summary>The last day; unknown while it runs.</summary>
    public PartialDate Until { get; private set; } = PartialDate.Unknown;

    /// <summary>First day on which it certainly had begun; null where the start is unknown, and then no day is too early.</summary>
    public LocalDate? FirstDay { get; private set; }

    /// <summary>Last day on which it may have run; null while it runs.</summary>
    public LocalDate? LastDay { get; private set; }

    public Signature Stated { get; private set; } = null!;

    /// <summary>Null: the unit sees nothing by it yet.</summary>
    public Signature? Confirmed { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <exception cref="RuleViolationException"><c>period.ends-before-it-begins</c>.</exception>
    public static Employment Record(
        Guid id, Guid personId, Guid organizationId, string? position, PartialDate from, PartialDate until, RecordingBody by, Actor actor, Instant now,
        bool isHead = false)
    {
        Periods.Check(from, until);
        return new Employment
        {
            Id = id,
            PersonId = personId,
            OrganizationId = organizationId,
            Position = position,
            IsHead = isHead,
            From = from,
            Until = until,
            FirstDay = from.Latest,
            LastDay = until.Latest,
            Stated = Signature.Of(actor, now),
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
        };
    }

    /// <param name="actor">The person, or whoever verifies for an office.</param>
    /// <exception cref="RuleViolationException">
    /// <c>employment.already-confirmed</c>; <c>employment.own-entry</c>: whoever stated it; <c>employment.no-person-behind</c>.
    /// </exception>
    public void Confirm(Actor actor, Instant now)
    {
        if (Confirmed is not null) throw PeopleRules.EmploymentConfirmed();
        if (!actor.IsHuman) throw PeopleRules.NobodyBehindEmployment();
        if (Stated.IsBy(actor)) throw PeopleRules.OwnEmployment();

        Confirmed = Signature.Of(actor, now);
    }

    /// <summary>Whether it certainly ran on a day, as far as its dates are known.</summary>
    public bool Covers(LocalDate day) => !(FirstDay > day) && !(day > LastDay);

    /// <summary>Ends it; it stays on record.</summary>
    /// <exception cref="RuleViolationException"><c>employment.ended</c>; <c>period.end-unknown</c>; <c>period.ends-before-it-begins</c>.</exception>
    public void End(PartialDate until)
    {
        if (Until.Text is not null) throw PeopleRules.EmploymentOver();

        Periods.CheckEnding(From, until);
        Until = until;
        LastDay = until.Latest;
    }
}
