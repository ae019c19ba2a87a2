using Honors.Api.Data;
using Honors.Domain.Deeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Deeds;

internal sealed class DeedMapping : IEntityTypeConfiguration<Deed>
{
    public void Configure(EntityTypeBuilder<Deed> deed)
    {
        deed.Property(d => d.Id).ValueGeneratedNever();
        deed.Property(d => d.Name).HasMaxLength(Deed.NameMaxLength);
        deed.Property(d => d.TimeAsWritten).HasMaxLength(Deed.TimeAsWrittenMaxLength);
        deed.Property(d => d.Place).HasMaxLength(Deed.PlaceMaxLength);
        deed.Property(d => d.Summary).HasMaxLength(Deed.SummaryMaxLength);
        deed.Property(d => d.Evidence).HasMaxLength(Deed.EvidenceMaxLength);
        deed.Property(d => d.Version).IsConcurrencyToken();
        deed.KeepsDate(d => d.When);
        deed.KeepsAsJson(d => d.Helped);
        deed.KeepsAsJson(d => d.Source);
        deed.KeepsAsJson(d => d.Recorded);
        deed.KeepsParts(d => d.Actors, "DeedActors", actor => actor.HasIndex(a => a.PersonId));
        deed.KeepsLinks(d => d.Teams, "DeedTeams");
        deed.KeepsLinks(d => d.VillageAssignments, "DeedVillageAssignments");
        deed.HasIndex(d => new { d.RecordedBy, d.SortDay, d.Id });
        deed.HasIndex(d => new { d.SortDay, d.Id });
    }
}
