using Honors.Api.Data;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.VillageAssignments;

internal sealed class VillageAssignmentMapping : IEntityTypeConfiguration<VillageAssignment>
{
    public void Configure(EntityTypeBuilder<VillageAssignment> assignment)
    {
        assignment.Property(v => v.Id).ValueGeneratedNever();
        assignment.Property(v => v.VillageName).HasMaxLength(VillageAssignment.PlaceNameMaxLength);
        assignment.Property(v => v.OrderNumber).HasMaxLength(VillageAssignment.OrderNumberMaxLength);
        assignment.Property(v => v.DurationAsWritten).HasMaxLength(VillageAssignment.DurationMaxLength);
        assignment.Property(v => v.Version).IsConcurrencyToken();
        assignment.KeepsDate(v => v.From);
        assignment.KeepsDate(v => v.Until);
        assignment.KeepsAsJson(v => v.Help);
        assignment.KeepsAsJson(v => v.Source);
        assignment.KeepsAsJson(v => v.Recorded);
        assignment.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<Organization>().WithMany().HasForeignKey(v => v.SendingUnitId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasIndex(v => v.VillageCode);
        assignment.HasIndex(v => new { v.SortDay, v.Id });
    }
}
