using Honors.Api.Data;
using Honors.Domain.Decisions;
using Honors.Domain.Files;
using Honors.Domain.Nominations;
using Honors.Domain.Organizations;
using Honors.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Decisions;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.Property(d => d.Name).HasMaxLength(Decision.NameMaxLength);
        decision.Property(d => d.DocumentNumber).HasMaxLength(Decision.NumberMaxLength);
        decision.Property(d => d.WithdrawalReason).HasMaxLength(Decision.ReasonMaxLength);
        decision.Property(d => d.Version).IsConcurrencyToken();
        decision.KeepsAsJson(d => d.Ceremony);
        decision.KeepsAsJson(d => d.Entered);
        decision.KeepsAsJson(d => d.Confirmed);
        decision.KeepsAsJson(d => d.Withdrawn);
        decision.KeepsLinks(d => d.Bodies, "DecisionBodies");
        decision.KeepsParts(d => d.Entries, "DecisionEntries", entry =>
        {
            entry.Property(e => e.Kin).KeepsAsJson();
            entry.Property(e => e.TeamIds).KeepsAsJson();
            entry.Property(e => e.VillageAssignmentIds).KeepsAsJson();
            entry.HasOne<Nomination>().WithMany().HasForeignKey(e => e.NominationId).OnDelete(DeleteBehavior.Restrict);
        });
        decision.HasOne<Title>().WithMany().HasForeignKey(d => d.TitleId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Organization>().WithMany().HasForeignKey(d => d.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.ScanId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => new { d.RecordedBy, d.SortDay, d.Id });
        decision.HasIndex(d => new { d.SortDay, d.Id });
    }
}
