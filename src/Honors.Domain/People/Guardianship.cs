using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>
/// That one person is the guardian (监护人) of another (民法典 §27–28). Stated by whoever records; once an office has confirmed it, the guardian
/// sees the record of the ward while it runs, and no longer than the ward is a minor. It ends; it is never deleted.
/// </summary>
public sealed class Guardianship : IRecorded, IIdentified
{
    private Guardianship() { }

    public Guid Id { get; private set; }

    /// <summary>The ward.</summary>
    public Guid PersonId { get; private set; }

    public Guid GuardianId { get; private set; }

    public GuardianKind Kind { get; private set; }

    public PartialDate From { get; private set; } = PartialDate.Unknown;

    /// <summary>The last day; unknown while it runs.</summary>
    public PartialDate Until { get; private set; } = PartialDate.Unknown;

    /// <summary>First day on which it certainly had begun; null where the start is unknown, and then no day is too early.</summary>
    public LocalDate? FirstDay { get; private set; }

    /// <summary>Last day on which it may have run; null while it runs.</summary>
    public LocalDate? LastDay { get; private set; }

    public Signature Stated { get; private set; } = null!;

    /// <summary>Null: the guardian sees nothing by it yet.</summary>
    public Signature? Confirmed { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <exception cref="RuleViolationException">
    /// <c>guardian.oneself</c>; <c>guardian.under-age</c>: of the guardian; <c>guardian.kind-unfit</c>: of a minor or of an adult alone, and the ward is the other;
    /// <c>period.ends-before-it-begins</c>.
    /// </exception>
    public static Guardianship Record(
        Guid id, Person ward, Person guardian, GuardianKind kind, PartialDate from, PartialDate until, RecordingBody by, Actor actor, Instant now)
    {
        var today = ChinaTime.Today(now);
        if (ward.Id == guardian.Id) throw PeopleRules.OwnGuardian();
        if (guardian.Born.IsUnder(Age.Majority, today) is true) throw PeopleRules.GuardianIsMinor();
        if (ward.Born.IsUnder(Age.Majority, today) is { } minor && !IsOf(kind, minor)) throw PeopleRules.GuardianKindUnfit();
        Periods.Check(from, until);

        return new Guardianship
        {
            Id = id,
            PersonId = ward.Id,
            GuardianId = guardian.Id,
            Kind = kind,
            From = from,
            Until = until,
            FirstDay = from.Latest,
            LastDay = until.Latest,
            Stated = Signature.Of(actor, now),
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
        };
    }

    public bool RunsOn(LocalDate day) => !(FirstDay > day) && !(LastDay < day);

    /// <param name="actor">Whoever verifies for an office: a body alone would open to anybody what other bodies recorded of the ward.</param>
    /// <exception cref="RuleViolationException">
    /// <c>guardian.already-confirmed</c>; <c>guardian.own-entry</c>: whoever stated it, and the guardian; <c>guardian.no-person-behind</c>.
    /// </exception>
    public void Confirm(Actor actor, Instant now)
    {
        if (Confirmed is not null) throw PeopleRules.GuardianConfirmed();
        if (!actor.IsHuman) throw PeopleRules.NobodyBehindGuardian();
        if (Stated.IsBy(actor) || actor.PersonId == GuardianId) throw PeopleRules.OwnGuardianEntry();

        Confirmed = Signature.Of(actor, now);
    }

    /// <exception cref="RuleViolationException"><c>guardian.ended</c>; <c>period.end-unknown</c>; <c>period.ends-before-it-begins</c>.</exception>
    public void End(PartialDate until)
    {
        if (Until.Text is not null) throw PeopleRules.GuardianshipOver();

        Periods.CheckEnding(From, until);
        Until = until;
        LastDay = until.Latest;
    }

    private static bool IsOf(GuardianKind kind, bool minor) => kind switch
    {
        GuardianKind.Parent or GuardianKind.Appointed => true,
        GuardianKind.Grandparent or GuardianKind.Sibling => minor,
        _ => !minor,
    };
}

public enum GuardianKind
{
    /// <summary>父母.</summary>
    Parent,

    /// <summary>祖父母、外祖父母, of a minor.</summary>
    Grandparent,

    /// <summary>兄、姐, of a minor.</summary>
    Sibling,

    /// <summary>配偶, of an adult.</summary>
    Spouse,

    /// <summary>子女, of an adult.</summary>
    Child,

    /// <summary>其他近亲属, of an adult.</summary>
    OtherRelative,

    /// <summary>经村（居）民委员会或者民政部门同意的其他个人.</summary>
    Appointed,
}
