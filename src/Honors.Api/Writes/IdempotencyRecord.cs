using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Honors.Api.Writes;

/// <summary>An answer already given, kept so that a repeated request gets it again instead of acting twice.</summary>
internal sealed class IdempotencyRecord
{
    public const int KeyMinLength = 16, KeyMaxLength = 255;

    /// <summary>Rescue teams come back to the net late.</summary>
    public static readonly Duration Kept = Duration.FromDays(30);

    public long Id { get; private set; }

    public required Guid AccountId { get; init; }

    /// <summary>Method and path.</summary>
    public required string Route { get; init; }

    public required string Key { get; init; }

    /// <summary>Keyed hash of the body.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>The answer, enciphered: it may hold personal data.</summary>
    public required byte[] Answer { get; init; }

    public required Instant At { get; init; }
}

internal sealed class IdempotencyMapping : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
        record.Property(r => r.Route).HasMaxLength(300);
        record.Property(r => r.Key).HasMaxLength(IdempotencyRecord.KeyMaxLength);
        record.HasIndex(r => new { r.AccountId, r.Route, r.Key }).IsUnique();
        record.HasIndex(r => r.At);
    }
}
