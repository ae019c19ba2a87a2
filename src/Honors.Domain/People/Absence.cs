using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>
/// Leave or duty of a person as their unit entered it (请假, 值班), from its own sheet. The unit and the person alone see it. It explains hours of that
/// time; it never changes them.
/// </summary>
public sealed class Absence : IIdentified
{
    public const int SourceMaxLength = 200, MostDays = 370;

    private Absence() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public AbsenceKind Kind { get; private set; }

    public LocalDate FirstDay { get; private set; }

    /// <summary>Inclusive.</summary>
    public LocalDate LastDay { get; private set; }

    /// <summary>Of one day alone; null: the whole of each day.</summary>
    public LocalTime? From { get; private set; }

    /// <summary>Exclusive.</summary>
    public LocalTime? To { get; private set; }

    /// <summary>考勤表, 值班表 …: where the unit read it.</summary>
    public string Source { get; private set; } = "";

    public Signature Entered { get; private set; } = null!;

    /// <exception cref="RuleViolationException">
    /// <c>absence.period</c>: it ends before it begins, or lasts longer than <see cref="MostDays"/>; <c>absence.times</c>: both or neither, of one day alone.
    /// </exception>
    public static Absence Enter(Guid id, Guid personId, Guid organizationId, AbsenceFacts facts, Actor actor, Instant now)
    {
        if (facts.LastDay < facts.FirstDay || Period.DaysBetween(facts.FirstDay, facts.LastDay) >= MostDays) throw AbsenceRules.Period(MostDays);
        if (facts.From is not null != facts.To is not null || (facts.From is not null && (facts.FirstDay != facts.LastDay || facts.To <= facts.From)))
            throw AbsenceRules.Times();

        return new Absence
        {
            Id = id,
            PersonId = personId,
            OrganizationId = organizationId,
            Kind = facts.Kind,
            FirstDay = facts.FirstDay,
            LastDay = facts.LastDay,
            From = facts.From,
            To = facts.To,
            Source = facts.Source,
            Entered = Signature.Of(actor, now),
        };
    }

    /// <summary>Whether it touches any of that time; a day without times is touched by all that is of that day.</summary>
    /// <param name="startsAt">Inclusive.</param>
    /// <param name="endsAt">Exclusive.</param>
    public bool Meets(IEnumerable<LocalDate> days, Instant? startsAt, Instant? endsAt) => startsAt is null || From is null
        ? days.Any(d => FirstDay <= d && d <= LastDay)
        : startsAt < ChinaTime.China.AtLeniently(FirstDay + To!.Value).ToInstant() && ChinaTime.China.AtLeniently(FirstDay + From.Value).ToInstant() < endsAt;
}

/// <summary>What the unit's sheet says.</summary>
public sealed record AbsenceFacts(AbsenceKind Kind, LocalDate FirstDay, LocalDate LastDay, LocalTime? From, LocalTime? To, string Source);

public enum AbsenceKind
{
    /// <summary>请假.</summary>
    Leave,

    /// <summary>值班.</summary>
    Duty,
}

public static class AbsenceRules
{
    public const string PeriodUnfit = "absence.period", TimesUnfit = "absence.times";

    internal static RuleViolationException Period(int most) =>
        new(PeriodUnfit, Refusal.Impossible, "lastDay", new Dictionary<string, object?> { ["mostDays"] = most });

    internal static RuleViolationException Times() => new(TimesUnfit, Refusal.Impossible, "from");
}
