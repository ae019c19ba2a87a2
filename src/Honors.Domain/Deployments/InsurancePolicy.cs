using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Deployments;

/// <summary>
/// An accident policy as noted from its paper (志愿服务条例 §17: before activity with possible bodily danger the organiser insures). It covers a
/// whole team, or the one person who insures himself.
/// </summary>
public sealed class InsurancePolicy : IRecorded, IDated
{
    public const int InsurerMaxLength = 100, PolicyNumberMaxLength = 50;

    private InsurancePolicy() { }

    public Guid Id { get; private set; }

    public Guid? TeamId { get; private set; }

    public Guid? PersonId { get; private set; }

    public string Insurer { get; private set; } = "";

    public string PolicyNumber { get; private set; } = "";

    public LocalDate From { get; private set; }

    /// <summary>The last day of cover, inclusive.</summary>
    public LocalDate Until { get; private set; }

    public LocalDate SortDay { get; private set; }

    public Signature Recorded { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>insurance-policy.holder</c>; <c>period.ends-before-it-begins</c>; <c>text.personal-number</c>.</exception>
    public static InsurancePolicy Note(Guid id, PolicyFacts facts, RecordingBody by, Actor actor, Instant now)
    {
        var policy = new InsurancePolicy { Id = id, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        policy.Replace(facts, actor, now);
        return policy;
    }

    /// <summary>Puts a mistake right. A deployment that was closed before keeps what its closing found.</summary>
    /// <inheritdoc cref="Note"/>
    public void Replace(PolicyFacts facts, Actor actor, Instant now)
    {
        if (facts.TeamId is null == facts.PersonId is null) throw DeploymentRules.OneHolder();
        PersonalNumbers.Refuse(facts.Insurer, "insurer");
        Periods.Check(PartialDate.On(facts.From), PartialDate.On(facts.Until));

        (TeamId, PersonId, Insurer, PolicyNumber) = (facts.TeamId, facts.PersonId, facts.Insurer, facts.PolicyNumber);
        (From, Until, SortDay, Recorded) = (facts.From, facts.Until, facts.Until, Signature.Of(actor, now));
    }

    /// <summary>Whether it covers this participant on every day of the span, both ends included.</summary>
    public bool Covers(RosterLine line, LocalDate first, LocalDate last) =>
        From <= first && last <= Until && ((TeamId is not null && TeamId == line.TeamId) || (PersonId is not null && PersonId == line.PersonId));
}

public sealed record PolicyFacts(Guid? TeamId, Guid? PersonId, string Insurer, string PolicyNumber, LocalDate From, LocalDate Until);
