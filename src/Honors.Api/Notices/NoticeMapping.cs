using Honors.Api.Data;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Organizations;
using Honors.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Notices;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.Property(n => n.Id).ValueGeneratedNever();
        notice.Property(n => n.Heading).HasMaxLength(Notice.HeadingMaxLength);
        notice.Property(n => n.Basis).HasMaxLength(Notice.BasisMaxLength);
        notice.Property(n => n.Version).IsConcurrencyToken();
        notice.KeepsAsJson(n => n.Period);
        notice.KeepsAsJson(n => n.Acceptance);
        notice.KeepsAsJson(n => n.Elsewhere);
        notice.KeepsAsJson(n => n.Drafted);
        notice.KeepsAsJson(n => n.Published);
        notice.KeepsAsJson(n => n.CountedBy);
        notice.KeepsAsJson(n => n.Recounts);
        notice.KeepsParts(n => n.Entries, "NoticeEntries", entry =>
        {
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Name).HasMaxLength(Domain.Notices.Printed.NameMaxLength);
            entry.Property(e => e.Unit).HasMaxLength(Domain.Notices.Printed.UnitMaxLength);
            entry.Property(e => e.Deed).HasMaxLength(Domain.Notices.Printed.DeedMaxLength);
            entry.Ignore(e => e.Printed);
            entry.Property(e => e.Added).KeepsAsJson();
            entry.Property(e => e.Changes).KeepsAsJson();
            entry.Property(e => e.Proposed).KeepsAsJson();
            entry.Property(e => e.Removal).KeepsAsJson();
            entry.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
            entry.HasOne<Organization>().WithMany().HasForeignKey(e => e.NominatedBy).OnDelete(DeleteBehavior.Restrict);
        });
        notice.HasOne<Title>().WithMany().HasForeignKey(n => n.TitleId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<Organization>().WithMany().HasForeignKey(n => n.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(n => new { n.RecordedBy, n.SortDay, n.Id });
        notice.HasIndex(n => new { n.IsElsewhere, n.SortDay, n.Id });
        notice.HasIndex(n => n.OpenUntil);
    }
}
