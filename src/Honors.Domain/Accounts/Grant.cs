using NodaTime;

namespace Honors.Domain.Accounts;

/// <summary>A right held in one body for a time. Rights are read from these rows on every request, never from a token.</summary>
public sealed class Grant
{
    private Grant() { }

    internal Grant(Guid id, Right right, Guid organizationId, Guid grantedBy, Instant from, Instant? until) =>
        (Id, Right, OrganizationId, GrantedBy, From, Until) = (id, right, organizationId, grantedBy, from, until);

    public Guid Id { get; private set; }

    public Right Right { get; private set; }

    public Guid OrganizationId { get; private set; }

    /// <summary>The account that decided it; its own id at the very first account.</summary>
    public Guid GrantedBy { get; private set; }

    /// <summary>Inclusive.</summary>
    public Instant From { get; private set; }

    /// <summary>Exclusive; null while no end is set.</summary>
    public Instant? Until { get; private set; }

    /// <summary>The account that ended it before its time.</summary>
    public Guid? EndedBy { get; private set; }

    internal void End(Guid account, Instant now) => (Until, EndedBy) = (now < From ? From : now, account);
}
