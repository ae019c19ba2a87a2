using Honors.Api.Data;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.ServiceHours;

internal sealed class UnitConfirmationMapping : IEntityTypeConfiguration<UnitConfirmation>
{
    public void Configure(EntityTypeBuilder<UnitConfirmation> confirmation)
    {
        confirmation.Property(c => c.Id).ValueGeneratedNever();
        confirmation.Property(c => c.Version).IsConcurrencyToken();
        confirmation.KeepsAsJson(c => c.Steps);
        confirmation.KeepsParts(c => c.ConfirmedIn, "UnitConfirmationSpans", _ => { });
        confirmation.HasOne<ServiceRecord>().WithMany().HasForeignKey(c => c.ServiceRecordId).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<Organization>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasIndex(c => new { c.ServiceRecordId, c.UnitId }).IsUnique(); // a unit has one word on a record
        confirmation.HasIndex(c => new { c.RecordedBy, c.Status });
    }
}
