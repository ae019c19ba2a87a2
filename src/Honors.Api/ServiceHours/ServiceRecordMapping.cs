using Honors.Api.Data;
using Honors.Domain.Deployments;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.ServiceHours;

internal sealed class ServiceRecordMapping : IEntityTypeConfiguration<ServiceRecord>
{
    public void Configure(EntityTypeBuilder<ServiceRecord> record)
    {
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.Activity).HasMaxLength(ServiceRecord.ActivityMaxLength);
        record.Property(r => r.Place).HasMaxLength(ServiceRecord.PlaceMaxLength);
        record.Property(r => r.Content).HasMaxLength(ServiceRecord.ContentMaxLength);
        record.Property(r => r.InCharge).HasMaxLength(ServiceRecord.InChargeMaxLength);
        record.Property(r => r.Evidence).HasMaxLength(ServiceRecord.EvidenceMaxLength);
        record.Property(r => r.RejectionReason).HasMaxLength(ServiceRecord.ContentMaxLength);
        record.Property(r => r.ReversalReason).HasMaxLength(ServiceRecord.ReasonMaxLength);
        record.Property(r => r.LateReason).HasMaxLength(ServiceRecord.ReasonMaxLength);
        record.Property(r => r.Appraisals).KeepsListAsJson();
        record.Property(r => r.Signs).KeepsListAsJson();
        record.Property(r => r.DecisionReason).HasMaxLength(ServiceRecord.ReasonMaxLength);
        record.Property(r => r.Version).IsConcurrencyToken();
        record.KeepsAsJson(r => r.Logged);
        record.KeepsAsJson(r => r.Settled);
        record.KeepsAsJson(r => r.Reversed);
        record.KeepsAsJson(r => r.Decided);
        record.KeepsAsJson(r => r.Denied);
        record.KeepsAsJson(r => r.VerifiedBeforeDenial);
        record.Property(r => r.DenialReason).HasMaxLength(ServiceRecord.ReasonMaxLength);
        record.Property(r => r.Kind).HasDefaultValue(ActivityKind.Service);
        record.Property(r => r.National).HasDefaultValue(NationalState.NotReported);
        record.Property(r => r.NationalNumber).HasMaxLength(ServiceRecord.NationalNumberMaxLength);
        record.Property(r => r.NationalSteps).KeepsListAsJson();
        record.KeepsParts(r => r.Days, "ServiceDays", day => day.HasIndex(d => d.Day));
        record.KeepsParts(r => r.FormerCredits, "ServiceFormerCredits", _ => { });
        record.KeepsLinks(r => r.Teams, "ServiceRecordTeams");
        record.KeepsLinks(r => r.VillageAssignments, "ServiceRecordVillageAssignments");
        record.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizerId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne<Deployment>().WithMany().HasForeignKey(r => r.DeploymentId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne<CreditingRule>().WithMany().HasForeignKey(r => r.RuleId).OnDelete(DeleteBehavior.Restrict);
        record.HasIndex(r => r.DeploymentId);
        record.HasIndex(r => r.ContestedWithBodyId);
        record.HasIndex(r => new { r.PersonId, r.SortDay, r.Id });
        record.HasIndex(r => new { r.RecordedBy, r.SortDay, r.Id });
        record.HasIndex(r => new { r.RecordedBy, r.National, r.SortDay });
        record.HasIndex(r => new { r.RecordedBy, r.Status, r.PersonId, r.Id });
        record.HasIndex(r => new { r.RecordedIn, r.SortDay });
        record.HasIndex(r => new { r.RecordedBy, r.LoggedAt });
        record.HasIndex(r => new { r.OrganizerId, r.SortDay });
        record.HasIndex(r => new { r.SortDay, r.Id });
    }
}
