using Honors.Api.Data;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.VillageAssignments;

internal sealed class VillageAssignmentMapping : IEntityTypeConfiguration<VillageAssignment>, IEntityTypeConfiguration<HelpLogEntry>
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
        assignment.KeepsAsJson(v => v.Ended);
        assignment.HasOne<Person>().WithMany().HasForeignKey(v => v.HandedOverTo).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<Organization>().WithMany().HasForeignKey(v => v.SendingUnitId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasIndex(v => v.VillageCode);
        assignment.HasIndex(v => new { v.SortDay, v.Id });
    }

    public void Configure(EntityTypeBuilder<HelpLogEntry> entry)
    {
        entry.ToTable("HelpLog");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Household).HasMaxLength(HelpLogEntry.HouseholdMaxLength);
        entry.Property(e => e.Matter).HasMaxLength(HelpLogEntry.MatterMaxLength);
        entry.Property(e => e.Action).HasMaxLength(HelpLogEntry.TextMaxLength);
        entry.Property(e => e.Result).HasMaxLength(HelpLogEntry.TextMaxLength);
        entry.Property(e => e.FollowUp).HasMaxLength(HelpLogEntry.TextMaxLength);
        entry.Property(e => e.FollowUpResult).HasMaxLength(HelpLogEntry.TextMaxLength);
        entry.Property(e => e.Evidence).HasMaxLength(HelpLogEntry.TextMaxLength);
        entry.KeepsAsJson(e => e.Recorded);
        entry.KeepsAsJson(e => e.FollowedUp);
        entry.HasOne<VillageAssignment>().WithMany().HasForeignKey(e => e.VillageAssignmentId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.HandedOverTo).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.VillageAssignmentId, e.SortDay, e.Id });
        entry.HasIndex(e => new { e.HandedOverTo, e.VillageCode });
    }
}
