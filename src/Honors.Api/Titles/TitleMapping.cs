using Honors.Api.Data;
using Honors.Domain.Organizations;
using Honors.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Titles;

internal sealed class TitleMapping : IEntityTypeConfiguration<Title>, IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Title> title)
    {
        title.Property(t => t.Id).ValueGeneratedNever();
        title.Property(t => t.Name).HasMaxLength(Title.NameMaxLength);
        title.Property(t => t.Version).IsConcurrencyToken();
        title.HasOne<Organization>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Restrict);
        title.HasOne<Organization>().WithMany().HasForeignKey(t => t.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        title.HasIndex(t => t.Name);
    }

    public void Configure(EntityTypeBuilder<Procedure> procedure)
    {
        procedure.Property(p => p.Id).ValueGeneratedNever();
        procedure.KeepsAsJson(p => p.Facts);
        procedure.KeepsAsJson(p => p.Entered);
        procedure.HasOne<Title>().WithMany().HasForeignKey(p => p.TitleId).OnDelete(DeleteBehavior.Restrict);
        procedure.HasIndex(p => new { p.TitleId, p.Edition }).IsUnique();
    }
}
