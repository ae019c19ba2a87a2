using Honors.Api.Data;
using Honors.Domain.Mergers;
using Honors.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Mergers;

internal sealed class MergerMapping : IEntityTypeConfiguration<PersonMerger>
{
    public void Configure(EntityTypeBuilder<PersonMerger> merger)
    {
        merger.Property(m => m.Id).ValueGeneratedNever();
        merger.Property(m => m.Reason).HasMaxLength(PersonMerger.ReasonMaxLength);
        merger.Property(m => m.Evidence).HasMaxLength(PersonMerger.EvidenceMaxLength);
        merger.Property(m => m.RejectionReason).HasMaxLength(PersonMerger.ReasonMaxLength);
        merger.Property(m => m.SeparationReason).HasMaxLength(PersonMerger.ReasonMaxLength);
        merger.Property(m => m.Status).IsConcurrencyToken();
        merger.KeepsAsJson(m => m.Proposed);
        merger.KeepsAsJson(m => m.Settled);
        merger.KeepsAsJson(m => m.Separated);
        merger.KeepsParts(m => m.Moved, "MovedReferences", moved => moved.Property(r => r.Where).HasMaxLength(MovedReference.WhereMaxLength));
        merger.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        merger.HasOne<Person>().WithMany().HasForeignKey(m => m.OtherId).OnDelete(DeleteBehavior.Restrict);
    }
}
