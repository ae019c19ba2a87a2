using Honors.Api.Data;
using Honors.Domain.Awards;
using Honors.Domain.HonorReports;
using Honors.Domain.Organizations;
using Honors.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.HonorReports;

internal sealed class HonorReportMapping : IEntityTypeConfiguration<HonorReport>
{
    public void Configure(EntityTypeBuilder<HonorReport> report)
    {
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.SealedWords).HasMaxLength(HonorReport.SealedMaxLength);
        report.Property(r => r.Version).IsConcurrencyToken();
        report.KeepsAsJson(r => r.Answer);
        report.HasOne<Award>().WithMany().HasForeignKey(r => r.AwardId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Title>().WithMany().HasForeignKey(r => r.TitleId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Organization>().WithMany().HasForeignKey(r => r.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => new { r.RecordedBy, r.SortDay, r.Id });
    }
}
