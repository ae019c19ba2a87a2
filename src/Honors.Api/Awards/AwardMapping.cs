using Honors.Api.Data;
using Honors.Domain.Awards;
using Honors.Domain.Decisions;
using Honors.Domain.Nominations;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Awards;

internal sealed class AwardMapping : IEntityTypeConfiguration<Award>, IEntityTypeConfiguration<AwardChange>
{
    public void Configure(EntityTypeBuilder<Award> award)
    {
        award.Property(a => a.Id).ValueGeneratedNever();
        award.Property(a => a.RecipientAsPrinted).HasMaxLength(Award.RecipientMaxLength);
        award.Property(a => a.Ceremony).HasMaxLength(Award.CeremonyMaxLength);
        award.Property(a => a.DocumentNumber).HasMaxLength(Award.DocumentMaxLength);
        award.Property(a => a.Version).IsConcurrencyToken();
        award.KeepsDate(a => a.ConferredOn);
        award.KeepsAsJson(a => a.Source);
        award.KeepsAsJson(a => a.Recorded);
        award.KeepsAsJson(a => a.Confirmed);
        award.KeepsLinks(a => a.Teams, "AwardTeams");
        award.KeepsLinks(a => a.VillageAssignments, "AwardVillageAssignments");
        award.KeepsLinks(a => a.Deeds, "AwardDeeds");
        award.KeepsLinks(a => a.Deployments, "AwardDeployments");
        award.KeepsLinks(a => a.ServiceHours, "AwardServiceHours");
        award.KeepsLinks(a => a.JointBodies, "AwardJointBodies");
        award.KeepsParts(a => a.Members, "AwardMembers", member =>
        {
            member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        award.KeepsAsJson(a => a.Reward);
        award.Property(a => a.Wishes).KeepsListAsJson();
        award.Property(a => a.GroupName).HasMaxLength(Nomination.GroupNameMaxLength);
        award.HasOne<Decision>().WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
        award.HasOne<Nomination>().WithMany().HasForeignKey(a => a.NominationId).OnDelete(DeleteBehavior.Restrict);
        award.HasOne<Organization>().WithMany().HasForeignKey(a => a.NominatedBy).OnDelete(DeleteBehavior.Restrict);
        award.HasIndex(a => a.NominationId).IsUnique(); // a case is decided once
        award.HasIndex(a => new { a.TitleId, a.SortDay });
        award.HasOne<Title>().WithMany().HasForeignKey(a => a.TitleId).OnDelete(DeleteBehavior.Restrict);
        award.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        award.HasOne<Organization>().WithMany().HasForeignKey(a => a.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        award.HasOne<Organization>().WithMany().HasForeignKey(a => a.GrantingBodyId).OnDelete(DeleteBehavior.Restrict);
        award.HasIndex(a => new { a.PersonId, a.SortDay, a.Id });
        award.HasIndex(a => new { a.RecordedBy, a.SortDay, a.Id });
        award.HasIndex(a => new { a.SortDay, a.Id });
    }

    public void Configure(EntityTypeBuilder<AwardChange> change)
    {
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Reason).HasMaxLength(AwardChange.ReasonMaxLength);
        change.Property(c => c.RejectionReason).HasMaxLength(AwardChange.ReasonMaxLength);
        change.Property(c => c.Status).IsConcurrencyToken();
        change.KeepsAsJson(c => c.Paper);
        change.KeepsAsJson(c => c.Facts);
        change.KeepsAsJson(c => c.Before);
        change.KeepsAsJson(c => c.Proposed);
        change.KeepsAsJson(c => c.Settled);
        change.HasOne<Award>().WithMany().HasForeignKey(c => c.AwardId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.AwardId, c.Id });
    }
}
