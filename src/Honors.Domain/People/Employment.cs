using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>A person's work in a unit (school, office, village …). What the unit may see follows its days.</summary>
public sealed class Employment : IRecorded, IIdentified
{
    public const int PositionMaxLength = 50;

    private Employment() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid OrganizationId { get; private set; }

    /// <summary>教师, 校长 …; never shown to the public.</summary>
    public string? Position { get; private set; }

    public PartialDate From { get; private set; } = PartialDate.Unknown;

    /// <summary>The last day; unknown while it runs.</summary>
    public PartialDate Until { get; private set; } = PartialDate.Unknown;

    /// <summary>First day on which it certainly had begun; null where the start is unknown, and then no day is too early.</summary>
    public LocalDate? FirstDay { get; private set; }

    /// <summary>Last day on which it may have run; null while it runs.</summary>
    public LocalDate? LastDay { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public static Employment Record(Guid id, Guid personId, Guid organizationId, string? position, PartialDate from, PartialDate until, RecordingBody by)
    {
        Periods.Check(from, until);
        return new Employment
        {
            Id = id,
            PersonId = personId,
            OrganizationId = organizationId,
            Position = position,
            From = from,
            Until = until,
            FirstDay = from.Latest,
            LastDay = until.Latest,
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
        };
    }

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
