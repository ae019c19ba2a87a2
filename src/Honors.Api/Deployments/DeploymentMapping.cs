using Honors.Api.Data;
using Honors.Domain.Deployments;
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
        deployment.KeepsParts(d => d.Divisions, "DeploymentDivisions", division => division.HasIndex(x => x.Code));
        deployment.KeepsParts(d => d.Teams, "DeploymentTeams", team =>
        {
            team.Property(t => t.HeadCount).KeepsAsJson();
            team.HasIndex(t => t.TeamId);
        });
        deployment.KeepsParts(d => d.Roster, "RosterLines", line => line.HasIndex(l => l.PersonId));
        deployment.KeepsLinks(d => d.VillageAssignments, "DeploymentVillageAssignments");
        deployment.HasIndex(d => new { d.RecordedBy, d.SortDay, d.Id });
        deployment.HasIndex(d => new { d.SortDay, d.Id });
    }
}
