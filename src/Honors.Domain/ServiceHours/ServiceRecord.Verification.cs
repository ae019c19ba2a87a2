using Honors.Domain.Accounts;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>审核: the second person, without whom nothing counts.</summary>
public sealed partial class ServiceRecord
{
    /// <summary>Who verified or rejected it, and when; null while it is pending.</summary>
    public Signature? Settled { get; private set; }

    /// <summary>What its verifier was shown, and verified all the same; empty while it is not verified.</summary>
    public IReadOnlyList<Sign> Signs { get; private set; } = [];

    public string? RejectionReason { get; private set; }

    /// <summary>审核: states that the service was given as written. Whether the verifier holds the right in this body is asked before.</summary>
    /// <exception cref="RuleViolationException"><c>service-hours.already-settled</c>; <c>service-hours.own-record</c>: the verifier logged it;
    /// <c>service-hours.own-hours</c>: the hours are the verifier's own.</exception>
    /// <param name="signs">What the verifier was shown; kept with the act.</param>
    public void Verify(Actor verifier, Instant now, IReadOnlyList<Sign>? signs = null)
    {
        Settle(ServiceStatus.Verified, verifier, now);
        Signs = signs ?? [];
    }

    /// <summary>驳回: the record stays, counts nothing, and frees its time.</summary>
    /// <inheritdoc cref="Verify"/>
    public void Reject(Actor verifier, string reason, Instant now)
    {
        Settle(ServiceStatus.Rejected, verifier, now);
        RejectionReason = reason;
        FollowThere(NationalState.ToWithdraw, NationalAct.Reversed, verifier, now);
    }

    /// <exception cref="RuleViolationException">Those of <see cref="Verify"/>.</exception>
    public void RefuseVerificationBy(Actor verifier)
    {
        if (Status is not ServiceStatus.Logged) throw ServiceHoursRules.AlreadySettled(Status);
        RequireSecondPerson(verifier);
    }

    private void Settle(ServiceStatus status, Actor verifier, Instant now)
    {
        RefuseVerificationBy(verifier);
        (Status, Settled) = (status, Signature.Of(verifier, now));
    }

    private void RequireSecondPerson(Actor actor)
    {
        if (Logged.IsBy(actor)) throw ServiceHoursRules.OwnRecord();
        if (!actor.IsHuman) throw ServiceHoursRules.NoPersonBehind();
        if (actor.PersonId == PersonId) throw ServiceHoursRules.OwnHours();
    }
}
