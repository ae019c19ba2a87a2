using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Calendar;

/// <summary>A vacation (寒假, 暑假) as a school itself entered it: days on which its people have no classes. It explains; it never changes minutes.</summary>
public sealed class Vacation : IIdentified
{
    public const int NameMaxLength = 50, MostDays = 120;

    private Vacation() { }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Name { get; private set; } = "";

    public LocalDate FirstDay { get; private set; }

    /// <summary>Inclusive.</summary>
    public LocalDate LastDay { get; private set; }

    public Signature Entered { get; private set; } = null!;

    /// <exception cref="RuleViolationException"><c>vacation.period</c>: it ends before it begins, or lasts longer than <see cref="MostDays"/>.</exception>
    public static Vacation Enter(Guid id, Guid organizationId, string name, LocalDate firstDay, LocalDate lastDay, Actor actor, Instant now)
    {
        if (lastDay < firstDay || Period.DaysBetween(firstDay, lastDay) >= MostDays) throw VacationRules.Period(MostDays);

        return new Vacation { Id = id, OrganizationId = organizationId, Name = name, FirstDay = firstDay, LastDay = lastDay, Entered = Signature.Of(actor, now) };
    }
}

public static class VacationRules
{
    public const string PeriodUnfit = "vacation.period";

    internal static RuleViolationException Period(int most) =>
        new(PeriodUnfit, Refusal.Impossible, "lastDay", new Dictionary<string, object?> { ["mostDays"] = most });
}
