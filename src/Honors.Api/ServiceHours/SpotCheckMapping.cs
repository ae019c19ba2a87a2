using Honors.Api.Data;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.ServiceHours;

internal sealed class SpotCheckMapping : IEntityTypeConfiguration<SpotCheck>, IEntityTypeConfiguration<SpotCheckItem>
{
    public void Configure(EntityTypeBuilder<SpotCheck> check)
    {
        check.Property(c => c.Id).ValueGeneratedNever();
        check.Property(c => c.Seed).HasMaxLength(SpotCheck.SeedLength);
        check.Property(c => c.NextSeed).HasMaxLength(SpotCheck.SeedLength);
        check.Property(c => c.ListDigest).HasMaxLength(SpotCheck.SeedLength);
        check.Property(c => c.Version).IsConcurrencyToken();
        check.KeepsAsJson(c => c.Drawn);
        check.HasIndex(c => new { c.RecordedBy, c.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SpotCheckItem> item)
    {
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Hash).HasMaxLength(SpotCheck.SeedLength);
        item.Property(i => i.Note).HasMaxLength(SpotCheckItem.NoteMaxLength);
        item.Property(i => i.Conclusion).HasMaxLength(SpotCheckItem.NoteMaxLength);
        item.Property(i => i.Version).IsConcurrencyToken();
        item.KeepsAsJson(i => i.Found);
        item.KeepsAsJson(i => i.Concluded);
        item.HasOne<SpotCheck>().WithMany().HasForeignKey(i => i.SpotCheckId).OnDelete(DeleteBehavior.Cascade);
        item.HasOne<ServiceRecord>().WithMany().HasForeignKey(i => i.RecordId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.SpotCheckId, i.Place }).IsUnique();
        item.HasIndex(i => i.RecordId);
    }
}
