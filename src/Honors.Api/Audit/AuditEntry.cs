using NodaTime;

namespace Honors.Api.Audit;

/// <summary>Who did what to which resource, written in the commit of the effect; or who was refused to. Holds ids alone: no name, no content.</summary>
public sealed class AuditEntry
{
    public const int ResourceMaxLength = 300;

    /// <summary>Order of commits.</summary>
    public long Id { get; private set; }

    public Instant At { get; init; }

    public Guid AccountId { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>The operation's name in the contract, e.g. <c>verifyServiceHours</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Path of the resource that came to be or changed.</summary>
    public required string Resource { get; init; }

    public required string TraceId { get; init; }

    /// <summary>The status with which it was refused; null of what was done.</summary>
    public int? Refused { get; init; }

    /// <summary>How often it was refused so within the hour; 1 of what was done.</summary>
    public int Times { get; private set; } = 1;
}
