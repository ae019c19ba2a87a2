using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>What of the minutes counts, by which rule, and what counted before.</summary>
public sealed partial class ServiceRecord
{
    private readonly List<FormerCredit> _formerCredits = [];

    /// <summary>What of the minutes counts once verified, by <see cref="RuleId"/>.</summary>
    public int CreditedMinutes { get; private set; }

    /// <summary>The rule that credited it; null only until <see cref="CreditBy"/>.</summary>
    public Guid? RuleId { get; private set; }

    public int? RuleEdition { get; private set; }

    /// <summary>Since when it is credited so.</summary>
    public Instant CreditedAt { get; private set; }

    /// <summary>What it was credited with before a recrediting, and by which rule.</summary>
    public IReadOnlyCollection<FormerCredit> FormerCredits => _formerCredits;

    /// <summary>Says what of the minutes counts once they are verified.</summary>
    /// <param name="rule">That of the place and day (<see cref="CreditingRule.Holding"/>).</param>
    /// <param name="taken">Minutes of a day that the person's other records are credited with.</param>
    public void CreditBy(CreditingRule rule, Func<LocalDate, int> taken)
    {
        CreditedAt = LoggedAt;
        Put(CreditUnder(rule, taken), rule.Id, rule.Edition);
    }

    /// <summary>What <see cref="CreditBy"/> would make of it.</summary>
    internal IReadOnlyList<DayShare> CreditUnder(CreditingRule rule, Func<LocalDate, int> taken) =>
        rule.Credit(Kind, IsEmergency, [.. _days.Select(d => new DayShare(d.Day, d.Minutes))], TravelMinutes, taken);

    /// <summary>Puts other figures in the place of these, which it keeps.</summary>
    internal void Recredit(Guid rule, int edition, IReadOnlyList<DayShare> credit, Actor actor, Instant now)
    {
        _formerCredits.AddRange(_days.Select(d => new FormerCredit(d.Day, d.Minutes, d.Credited, RuleId, CreditedAt, now)));
        CreditedAt = now;
        if (credit.Sum(c => c.Minutes) != CreditedMinutes) FollowThere(NationalState.ToReportAgain, NationalAct.Changed, actor, now);
        Put(credit, rule, edition);
    }

    /// <summary>Whether it stands and belongs to the sum of a day by which a rule's tiers and limits go.</summary>
    public bool FillsTiers => Status is ServiceStatus.Logged or ServiceStatus.Verified && !IsEmergency;

    private void Put(IReadOnlyList<DayShare> credit, Guid rule, int edition)
    {
        foreach (var day in _days) day.Credit(credit.Single(c => c.Day == day.Day).Minutes);
        (RuleId, RuleEdition, CreditedMinutes) = (rule, edition, credit.Sum(c => c.Minutes));
    }
}

/// <summary>One local day's part of a service record.</summary>
public sealed class ServiceDay
{
    private ServiceDay() { }

    internal ServiceDay(LocalDate day, int minutes) => (Day, Minutes) = (day, minutes);

    public LocalDate Day { get; private set; }

    /// <summary>Actually given.</summary>
    public int Minutes { get; private set; }

    /// <summary>What of them counts.</summary>
    public int Credited { get; private set; }

    internal void Credit(int minutes) => Credited = minutes;
}

/// <summary>What one local day of a record was credited with until a recrediting.</summary>
public sealed class FormerCredit
{
    private FormerCredit() { }

    internal FormerCredit(LocalDate day, int minutes, int credited, Guid? ruleId, Instant since, Instant until) =>
        (Day, Minutes, Credited, RuleId, Since, Until) = (day, minutes, credited, ruleId, since, until);

    public LocalDate Day { get; private set; }

    public int Minutes { get; private set; }

    public int Credited { get; private set; }

    public Guid? RuleId { get; private set; }

    /// <summary>Inclusive.</summary>
    public Instant Since { get; private set; }

    /// <summary>Exclusive.</summary>
    public Instant Until { get; private set; }
}
