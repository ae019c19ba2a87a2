using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>What a contest, a dispute or a denial does to hours.</summary>
public sealed partial class ServiceRecord
{
    /// <summary>The record that claims the same time; it stays named after the office has settled which counts.</summary>
    public Guid? ContestedWithId { get; private set; }

    /// <summary>The body that made that other record, and therefore sees this one.</summary>
    public Guid? ContestedWithBodyId { get; private set; }

    /// <summary>Who decided which of two claims to the same time counts.</summary>
    public Signature? Decided { get; private set; }

    public string? DecisionReason { get; private set; }

    /// <summary>被志愿: who said that they never gave these hours.</summary>
    public Signature? Denied { get; private set; }

    public string? DenialReason { get; private set; }

    /// <summary>The verification that the denial ended; null where there was none yet.</summary>
    public Signature? VerifiedBeforeDenial { get; private set; }

    /// <summary>Whether it counts, or will once it is verified.</summary>
    public bool Stands => Status is ServiceStatus.Logged or ServiceStatus.Verified;

    /// <summary>
    /// The person says that they did not give these hours: contested at once, they count nothing until the recording body takes them back, or the
    /// office above it has settled which word counts.
    /// </summary>
    /// <exception cref="RuleViolationException"><c>service-hours.not-yours</c>; <c>service-hours.nothing-to-deny</c>; <c>service-hours.own-entry</c>; <c>text.personal-number</c>.</exception>
    public void Deny(string reason, Actor person, Instant now)
    {
        if (!person.IsHuman || !person.Is(PersonId)) throw ServiceHoursRules.NotYours();
        if (!Stands || Denied is not null) throw ServiceHoursRules.NothingToDeny(Status);
        if (Logged.IsBy(person)) throw ServiceHoursRules.OwnEntry();

        PersonalNumbers.Refuse(reason, "reason");
        (VerifiedBeforeDenial, Settled) = (Settled, null);
        (Status, Denied, DenialReason) = (ServiceStatus.Contested, Signature.Of(person, now), reason);
    }

    /// <summary>The office finds that this claim to the time counts. It awaits its verification like any other.</summary>
    /// <param name="others">The person's other records that overlap it: they are reversed, and their bodies may record the rest anew.</param>
    /// <exception cref="RuleViolationException"><c>service-hours.not-contested</c>; <c>service-hours.own-record</c>; <c>service-hours.own-hours</c>;
    /// <c>service-hours.no-person-behind</c>.</exception>
    public void Uphold(IEnumerable<ServiceRecord> others, string reason, Actor office, Instant now)
    {
        Decide(ServiceStatus.Logged, reason, office, now);
        foreach (var other in others) other.Reverse(reason, office, now);
    }

    /// <summary>The office finds that the other claim counts: this one is rejected.</summary>
    /// <inheritdoc cref="Uphold"/>
    public void GiveWay(string reason, Actor office, Instant now)
    {
        Decide(ServiceStatus.Rejected, reason, office, now);
        (Settled, RejectionReason) = (Decided, reason);
        FollowThere(NationalState.ToWithdraw, NationalAct.Reversed, office, now);
    }

    /// <summary>冲正, and what is left of it logged anew.</summary>
    /// <returns>Null where nothing is left.</returns>
    internal ServiceRecord? Lower(Guid id, int minutes, string reason, Actor actor, Instant now)
    {
        if (Status is ServiceStatus.Verified) RequireSecondPerson(actor);

        PersonalNumbers.Refuse(reason, "reason");
        Reverse(reason, actor, now);
        return minutes is 0 ? null : Reissue(id, FactsWith(minutes), actor, now);
    }

    /// <exception cref="RuleViolationException"><c>service-hours.own-record</c>; <c>service-hours.own-hours</c>; <c>service-hours.no-person-behind</c>.</exception>
    internal void RefuseSelf(Actor actor) => RequireSecondPerson(actor);

    private void Decide(ServiceStatus status, string reason, Actor office, Instant now)
    {
        if (Status is not ServiceStatus.Contested) throw ServiceHoursRules.NotContested(Status);
        RequireSecondPerson(office);

        (Status, Decided, DecisionReason) = (status, Signature.Of(office, now), reason);
    }

    private ServiceFacts FactsWith(int minutes) => new(
        Activity, Category, OrganizerId, ServedOn, StartsAt, EndsAt, minutes, Provenance, Place, Content, InCharge, Evidence,
        [.. _teams.Select(t => t.Id)], [.. _villageAssignments.Select(v => v.Id)], Kind, TravelMinutes, LateReason);
}
