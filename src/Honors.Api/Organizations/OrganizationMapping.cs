using Honors.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Organizations;

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.Property(o => o.Id).ValueGeneratedNever();
        organization.Property(o => o.Name).HasMaxLength(Organization.NameMaxLength);
        organization.Property(o => o.Version).IsConcurrencyToken();
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        organization.HasIndex(o => new { o.Kind, o.Id });
        organization.HasIndex(o => o.DivisionCode);
        organization.Property(o => o.CreditCode).HasMaxLength(CreditCode.Length);
        organization.HasIndex(o => o.Name);
        organization.HasIndex(o => o.CreditCode).IsUnique();
    }
}
