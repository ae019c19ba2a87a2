using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Operation).HasMaxLength(100);
        entry.Property(e => e.Resource).HasMaxLength(AuditEntry.ResourceMaxLength);
        entry.Property(e => e.Times).HasDefaultValue(1);
        entry.Property(e => e.TraceId).HasMaxLength(64);
        entry.HasIndex(e => new { e.Resource, e.Id });
    }
}
