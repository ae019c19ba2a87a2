using Honors.Api.Data;
using Honors.Domain.Deployments;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Deployments;

internal sealed class DeploymentMapping : IEntityTypeConfiguration<Deployment>
{
    public void Configure(EntityTypeBuilder<Deployment> deployment)
    {
        deployment.Property(d => d.Id).ValueGeneratedNever();
        deployment.Property(d => d.Name).HasMaxLength(Deployment.NameMaxLength);
        deployment.Property(d => d.Place).HasMaxLength(Deployment.PlaceMaxLength);
        deployment.Property(d => d.Base).HasMaxLength(Deployment.BaseMaxLength);
        deployment.Property(d => d.TaskedBy).HasMaxLength(Deployment.TaskedByMaxLength);
        deployment.Property(d => d.Summary).HasMaxLength(Deployment.SummaryMaxLength);
        deployment.Property(d => d.Version).IsConcurrencyToken();
        deployment.KeepsDate(d => d.When);
        deployment.KeepsAsJson(d => d.Days);
        deployment.KeepsAsJson(d => d.CallOuts);
        deployment.KeepsAsJson(d => d.Outcomes);
        deployment.KeepsAsJson(d => d.Source);
        deployment.KeepsAsJson(d => d.Recorded);
        deployment.KeepsAsJson(d => d.Tasking);
        deployment.KeepsAsJson(d => d.Closed);
        deployment.Property(d => d.Status).HasDefaultValue(DeploymentStatus.FromSource);
        deployment.Property(d => d.Times).KeepsListAsJson();
        deployment.Property(d => d.Vehicles).KeepsListAsJson();
        deployment.Property(d => d.Recorders).KeepsListAsJson();
        deployment.Property(d => d.Reopenings).KeepsListAsJson();
        deployment.KeepsParts(d => d.Divisions, "DeploymentDivisions", division => division.HasIndex(x => x.Code));
        deployment.KeepsParts(d => d.Teams, "DeploymentTeams", team =>
        {
            team.Property(t => t.HeadCount).KeepsAsJson();
            team.HasIndex(t => t.TeamId);
        });
        deployment.KeepsParts(d => d.Roster, "RosterLines", line =>
        {
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.Name).HasMaxLength(Person.NameMaxLength);
            line.Property(l => l.MemberNumber).HasMaxLength(RosterLine.MemberNumberMaxLength);
            line.Property(l => l.TeamName).HasMaxLength(RosterLine.TeamNameMaxLength);
            line.Property(l => l.Vehicle).HasMaxLength(Vehicle.NameMaxLength);
            line.Property(l => l.ReturnVehicle).HasMaxLength(Vehicle.NameMaxLength);
            line.Property(l => l.Segments).KeepsListAsJson();
            line.Property(l => l.Ending).KeepsAsJson();
            line.Property(l => l.Flags).KeepsListAsJson();
            line.HasIndex(l => l.PersonId);
        });
        deployment.KeepsLinks(d => d.VillageAssignments, "DeploymentVillageAssignments");
        deployment.HasIndex(d => new { d.RecordedBy, d.SortDay, d.Id });
        deployment.HasIndex(d => new { d.SortDay, d.Id });
    }
}

internal sealed class LogLineMapping : IEntityTypeConfiguration<LogLine>
{
    public void Configure(EntityTypeBuilder<LogLine> line)
    {
        line.ToTable("DeploymentLogLines");
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.Text).HasMaxLength(LogLine.TextMaxLength);
        line.KeepsAsJson(l => l.Recorded);
        line.HasOne<Deployment>().WithMany().HasForeignKey(l => l.DeploymentId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.DeploymentId, l.At, l.Id });
    }
}

internal sealed class InsurancePolicyMapping : IEntityTypeConfiguration<InsurancePolicy>
{
    public void Configure(EntityTypeBuilder<InsurancePolicy> policy)
    {
        policy.Property(p => p.Id).ValueGeneratedNever();
        policy.Property(p => p.Insurer).HasMaxLength(InsurancePolicy.InsurerMaxLength);
        policy.Property(p => p.PolicyNumber).HasMaxLength(InsurancePolicy.PolicyNumberMaxLength);
        policy.Property(p => p.Version).IsConcurrencyToken();
        policy.KeepsAsJson(p => p.Recorded);
        policy.HasOne<Organization>().WithMany().HasForeignKey(p => p.TeamId).OnDelete(DeleteBehavior.Restrict);
        policy.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        policy.HasIndex(p => new { p.TeamId, p.SortDay, p.Id });
        policy.HasIndex(p => new { p.PersonId, p.SortDay, p.Id });
        policy.HasIndex(p => new { p.SortDay, p.Id });
    }
}
