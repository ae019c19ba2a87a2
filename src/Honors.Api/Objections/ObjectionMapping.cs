using Honors.Api.Data;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Objections;
using Honors.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Objections;

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>, IEntityTypeConfiguration<ObjectorReading>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.Property(o => o.Id).ValueGeneratedNever();
        objection.Property(o => o.SealedWords).HasMaxLength(Objection.WordsSealedMaxLength);
        objection.Property(o => o.SealedObjector).HasMaxLength(Objection.ObjectorSealedMaxLength);
        objection.Property(o => o.ReceiptHash).HasMaxLength(ReceiptCode.HashLength);
        objection.Property(o => o.Version).IsConcurrencyToken();
        objection.KeepsAsJson(o => o.Arrival);
        objection.KeepsAsJson(o => o.Entered);
        objection.KeepsAsJson(o => o.Accepted);
        objection.KeepsAsJson(o => o.Refused);
        objection.KeepsAsJson(o => o.Findings);
        objection.KeepsAsJson(o => o.Answers);
        objection.KeepsAsJson(o => o.HandedOn);
        objection.KeepsAsJson(o => o.Archived);
        objection.KeepsAsJson(o => o.Withdrawal);
        objection.HasOne<Notice>().WithMany().HasForeignKey(o => o.NoticeId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Organization>().WithMany().HasForeignKey(o => o.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        objection.HasIndex(o => o.ReceiptHash).IsUnique();
        objection.HasIndex(o => new { o.RecordedBy, o.SortDay, o.Id });
        objection.HasIndex(o => new { o.NoticeId, o.IsOpen });
    }

    public void Configure(EntityTypeBuilder<ObjectorReading> reading)
    {
        reading.Property(r => r.Id).ValueGeneratedNever();
        reading.Property(r => r.Purpose).HasMaxLength(ObjectorReading.PurposeMaxLength);
        reading.KeepsAsJson(r => r.Read);
        reading.HasOne<Objection>().WithMany().HasForeignKey(r => r.ObjectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
