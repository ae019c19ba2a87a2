using Honors.Domain.Accounts;
using Honors.Domain.Values;

namespace Honors.Domain.People;

/// <summary>A person's place in a team. It ends; it is never deleted.</summary>
public sealed class Membership : IRecorded, IIdentified
{
    public const int MemberNumberMaxLength = 50;

    private Membership() { }

    public Guid Id { get; private set; }

    public Guid TeamId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The team's own number for the member (蓝天编号), where it gives one.</summary>
    public string? MemberNumber { get; private set; }

    /// <summary>Often unknown: a membership is real though nobody wrote down when it began.</summary>
    public PartialDate From { get; private set; } = PartialDate.Unknown;

    /// <summary>The last day; unknown while it runs.</summary>
    public PartialDate Until { get; private set; } = PartialDate.Unknown;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public static Membership Record(Guid id, Guid teamId, Guid personId, string? memberNumber, PartialDate from, PartialDate until, RecordingBody by)
    {
        Periods.Check(from, until);
        return new Membership
        {
            Id = id,
            TeamId = teamId,
            PersonId = personId,
            MemberNumber = memberNumber,
            From = from,
            Until = until,
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
        };
    }

    /// <summary>One person is in a team once at a time; whoever left may come back.</summary>
    /// <param name="others">The person's other memberships of the same team.</param>
    /// <exception cref="RuleViolationException"><c>membership.running</c>.</exception>
    public void RefuseBeside(IEnumerable<Membership> others)
    {
        if (Until.Text is null && others.Any(o => o.Until.Text is null)) throw PeopleRules.AlreadyMember();
    }

    /// <summary>Ends it; it stays on record.</summary>
    /// <exception cref="RuleViolationException"><c>membership.ended</c>; <c>period.end-unknown</c>; <c>period.ends-before-it-begins</c>.</exception>
    public void End(PartialDate until)
    {
        if (Until.Text is not null) throw PeopleRules.MembershipOver();

        Periods.CheckEnding(From, until);
        Until = until;
    }
}
