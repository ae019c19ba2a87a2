using Honors.Domain.Organizations;
using Honors.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Titles;

internal sealed class TitleMapping : IEntityTypeConfiguration<Title>
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
}
