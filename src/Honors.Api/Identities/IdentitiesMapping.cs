using Honors.Api.Data;
using Honors.Domain.Identities;
using Honors.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Identities;

internal sealed class IdentitiesMapping : IEntityTypeConfiguration<Identity>, IEntityTypeConfiguration<IdentityReading>
{
    public void Configure(EntityTypeBuilder<Identity> identity)
    {
        identity.Property(i => i.Id).ValueGeneratedNever();
        identity.Property(i => i.Sealed).HasMaxLength(Identity.SealedMaxLength);
        identity.Property(i => i.Match).HasMaxLength(Identity.MatchLength);
        identity.KeepsAsJson(i => i.Stated);
        identity.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        identity.HasIndex(i => i.Match);
    }

    public void Configure(EntityTypeBuilder<IdentityReading> reading)
    {
        reading.Property(r => r.Id).ValueGeneratedNever();
        reading.Property(r => r.Purpose).HasMaxLength(IdentityReading.PurposeMaxLength);
        reading.KeepsAsJson(r => r.Read);
        reading.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
