using NodaTime;

namespace Honors.Domain.Accounts;

/// <summary>Whom a token speaks for: one subject of one issuer, and at most one person of the registry.</summary>
public sealed class Account
{
    public const int IssuerMaxLength = 200, SubjectMaxLength = 100, NameMaxLength = 100;

    private readonly List<Grant> _grants = [];

    private Account() { }

    public Guid Id { get; private set; }

    public string Issuer { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>What colleagues call the account; never the name of the person behind it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The one human behind the account. Two accounts of one person count as one in every four-eyes rule.</summary>
    public Guid? PersonId { get; private set; }

    public IReadOnlyCollection<Grant> Grants => _grants;

    public static Account Open(Guid id, string issuer, string subject, string name, Guid? personId) =>
        new() { Id = id, Issuer = issuer, Subject = subject, Name = name, PersonId = personId };

    /// <summary>Gives the account a right in a body from now on.</summary>
    /// <param name="grantedBy">The account that decided it; its own id at the very first account.</param>
    public void Grant(Guid id, Right right, Guid organizationId, Guid grantedBy, Instant now) =>
        _grants.Add(new Grant(id, right, organizationId, grantedBy, now));
}

/// <summary>A right held in one body for a time. Rights are read from these rows on every request, never from a token.</summary>
public sealed class Grant
{
    private Grant() { }

    internal Grant(Guid id, Right right, Guid organizationId, Guid grantedBy, Instant from) =>
        (Id, Right, OrganizationId, GrantedBy, From) = (id, right, organizationId, grantedBy, from);

    public Guid Id { get; private set; }

    public Right Right { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid GrantedBy { get; private set; }

    /// <summary>Inclusive.</summary>
    public Instant From { get; private set; }

    /// <summary>Exclusive; null while the grant runs.</summary>
    public Instant? Until { get; private set; }
}

/// <summary>What an account may do in a body. Every right lets it read what the body may see.</summary>
public enum Right
{
    /// <summary>记录: log hours, deployments, deeds, awards, postings in this body's name.</summary>
    Record,

    /// <summary>审核: verify or reject hours and confirm awards that another person recorded, in this body and in those an office stands above.</summary>
    Verify,

    /// <summary>审计: read as the office reads, identity masked; change nothing.</summary>
    Audit,

    /// <summary>管理: manage accounts and clients; reads no personal record.</summary>
    Administer,
}
