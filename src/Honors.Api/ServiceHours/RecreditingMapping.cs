using Honors.Api.Data;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.ServiceHours;

internal sealed class RecreditingMapping : IEntityTypeConfiguration<Recrediting>, IEntityTypeConfiguration<RecreditingLine>
{
    public void Configure(EntityTypeBuilder<Recrediting> recrediting)
    {
        recrediting.Property(r => r.Id).ValueGeneratedNever();
        recrediting.Property(r => r.Reason).HasMaxLength(Recrediting.ReasonMaxLength);
        recrediting.Property(r => r.Version).IsConcurrencyToken();
        recrediting.KeepsAsJson(r => r.Proposed);
        recrediting.KeepsAsJson(r => r.Applied);
    }

    public void Configure(EntityTypeBuilder<RecreditingLine> line)
    {
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.DaysAfter).KeepsAsJson();
        line.HasOne<Recrediting>().WithMany().HasForeignKey(l => l.RecreditingId).OnDelete(DeleteBehavior.Cascade);
        line.HasIndex(l => new { l.RecreditingId, l.Id });
        line.HasIndex(l => l.RecordId);
    }
}
