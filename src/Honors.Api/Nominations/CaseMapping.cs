using Honors.Api.Data;
using Honors.Domain.Decisions;
using Honors.Domain.Nominations;
using Honors.Domain.Organizations;
using Honors.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Nominations;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> opened)
    {
        opened.Property(c => c.Id).ValueGeneratedNever();
        opened.Property(c => c.Version).IsConcurrencyToken();
        opened.Ignore(c => c.Votes);
        opened.KeepsAsJson(c => c.Panel);
        opened.KeepsAsJson(c => c.Stops);
        opened.KeepsAsJson(c => c.Finding);
        opened.KeepsAsJson(c => c.Exemption);
        opened.KeepsAsJson(c => c.Recommendations);
        opened.KeepsAsJson(c => c.Steps);
        opened.KeepsParts(c => c.Checks, "DepartmentalChecks", check =>
        {
            check.Property(k => k.Id).ValueGeneratedNever();
            check.Property(k => k.Name).HasMaxLength(Case.NameMaxLength);
            check.Property(k => k.Sent).KeepsAsJson();
            check.Property(k => k.Answer).KeepsAsJson();
            check.HasOne<Organization>().WithMany().HasForeignKey(k => k.DepartmentId).OnDelete(DeleteBehavior.Restrict);
            check.HasIndex(k => new { k.AnsweredOn, k.DueOn });
        });
        opened.HasOne<Nomination>().WithOne(n => n.Case).HasForeignKey<Case>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
        opened.HasOne<Title>().WithMany().HasForeignKey(c => c.TitleId).OnDelete(DeleteBehavior.Restrict);
        opened.HasOne<Procedure>().WithMany().HasForeignKey(c => c.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        opened.HasOne<Organization>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        opened.HasOne<Organization>().WithMany().HasForeignKey(c => c.NominatedBy).OnDelete(DeleteBehavior.Restrict);
        opened.HasOne<Organization>().WithMany().HasForeignKey(c => c.SentUpToId).OnDelete(DeleteBehavior.Restrict);
        opened.HasOne<Decision>().WithMany().HasForeignKey(c => c.DecisionId).OnDelete(DeleteBehavior.Restrict);
        opened.HasOne<Case>().WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        opened.HasIndex(c => new { c.OwnerId, c.SortDay, c.Id });
        opened.HasIndex(c => new { c.NominatedBy, c.SortDay, c.Id });
        opened.HasIndex(c => new { c.SentUpToId, c.SortDay, c.Id });
        opened.HasIndex(c => new { c.OwnerId, c.DueOn });
    }
}
