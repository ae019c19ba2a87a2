using Honors.Api.Data;
using Honors.Domain.Nominations;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Nominations;

internal sealed class NominationMapping
    : IEntityTypeConfiguration<Nomination>, IEntityTypeConfiguration<CitizenReceipt>, IEntityTypeConfiguration<SenderReading>
{
    public void Configure(EntityTypeBuilder<Nomination> nomination)
    {
        nomination.Property(n => n.Id).ValueGeneratedNever();
        nomination.Property(n => n.GroupName).HasMaxLength(Nomination.GroupNameMaxLength);
        nomination.Property(n => n.Summary).HasMaxLength(Nomination.SummaryMaxLength);
        nomination.Property(n => n.LateReason).HasMaxLength(Nomination.NoteMaxLength);
        nomination.Property(n => n.Version).IsConcurrencyToken();
        nomination.KeepsAsJson(n => n.Evidence);
        nomination.KeepsAsJson(n => n.Ground);
        nomination.KeepsAsJson(n => n.AsWritten);
        nomination.KeepsAsJson(n => n.Appeal);
        nomination.Ignore(n => n.Told);
        nomination.KeepsAsJson(n => n.Steps);
        nomination.KeepsAsJson(n => n.Drafted);
        nomination.KeepsParts(n => n.Members, "NominationMembers", member =>
        {
            member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        nomination.KeepsLinks(n => n.Deeds, "NominationDeeds");
        nomination.KeepsLinks(n => n.Deployments, "NominationDeployments");
        nomination.KeepsLinks(n => n.ServiceHours, "NominationServiceHours");
        nomination.KeepsLinks(n => n.Awards, "NominationAwards");
        nomination.HasOne<Title>().WithMany().HasForeignKey(n => n.TitleId).OnDelete(DeleteBehavior.Restrict);
        nomination.HasOne<Procedure>().WithMany().HasForeignKey(n => n.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        nomination.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
        nomination.HasOne<Person>().WithMany().HasForeignKey(n => n.NominatorPersonId).OnDelete(DeleteBehavior.Restrict);
        nomination.HasOne<Organization>().WithMany().HasForeignKey(n => n.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        nomination.HasOne<Organization>().WithMany().HasForeignKey(n => n.OwnerId).OnDelete(DeleteBehavior.Restrict);
        nomination.HasOne<Organization>().WithMany().HasForeignKey(n => n.AppealOfficeId).OnDelete(DeleteBehavior.Restrict);
        nomination.HasOne<Organization>().WithMany().HasForeignKey(n => n.PassedToId).OnDelete(DeleteBehavior.Restrict);
        nomination.HasOne<Organization>().WithMany().HasForeignKey(n => n.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        nomination.HasIndex(n => new { n.OwnerId, n.SortDay, n.Id });
        nomination.HasIndex(n => new { n.RecordedBy, n.SortDay, n.Id });
        nomination.HasIndex(n => new { n.ProcedureId, n.RecordedBy });
        nomination.HasIndex(n => new { n.OwnerId, n.DueOn });
    }

    public void Configure(EntityTypeBuilder<CitizenReceipt> receipt)
    {
        receipt.Property(r => r.Id).ValueGeneratedNever();
        receipt.Property(r => r.Hash).HasMaxLength(ReceiptCode.HashLength);
        receipt.Property(r => r.Sealed).HasMaxLength(CitizenReceipt.SealedMaxLength);
        receipt.HasIndex(r => r.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SenderReading> reading)
    {
        reading.Property(r => r.Id).ValueGeneratedNever();
        reading.Property(r => r.Purpose).HasMaxLength(SenderReading.PurposeMaxLength);
        reading.KeepsAsJson(r => r.Read);
        reading.HasOne<CitizenReceipt>().WithMany().HasForeignKey(r => r.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}
