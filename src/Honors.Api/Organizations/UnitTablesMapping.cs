using Honors.Api.Data;
using Honors.Domain.Calendar;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Organizations;

internal sealed class UnitTablesMapping : IEntityTypeConfiguration<Vacation>, IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Vacation> vacation)
    {
        vacation.Property(v => v.Id).ValueGeneratedNever();
        vacation.Property(v => v.Name).HasMaxLength(Vacation.NameMaxLength);
        vacation.KeepsAsJson(v => v.Entered);
        vacation.HasOne<Organization>().WithMany().HasForeignKey(v => v.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        vacation.HasIndex(v => new { v.OrganizationId, v.FirstDay });
    }

    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.Property(a => a.Id).ValueGeneratedNever();
        absence.Property(a => a.Source).HasMaxLength(Absence.SourceMaxLength);
        absence.KeepsAsJson(a => a.Entered);
        absence.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        absence.HasOne<Organization>().WithMany().HasForeignKey(a => a.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        absence.HasIndex(a => new { a.PersonId, a.FirstDay });
    }
}
