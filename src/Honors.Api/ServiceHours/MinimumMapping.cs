using Honors.Api.Data;
using Honors.Domain.Nominations;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.ServiceHours;

internal sealed class MinimumMapping : IEntityTypeConfiguration<MinimumConsent>, IEntityTypeConfiguration<MinimumAnswer>
{
    public void Configure(EntityTypeBuilder<MinimumConsent> consent)
    {
        consent.Property(c => c.Id).ValueGeneratedNever();
        consent.Property(c => c.Name).HasMaxLength(Person.NameMaxLength);
        consent.Property(c => c.Version).IsConcurrencyToken();
        consent.KeepsAsJson(c => c.Figure);
        consent.KeepsAsJson(c => c.Consent);
        consent.KeepsAsJson(c => c.Given);
        consent.KeepsAsJson(c => c.Withdrawn);
        consent.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        consent.HasOne<Organization>().WithMany().HasForeignKey(c => c.AskerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MinimumAnswer> answer)
    {
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Property(a => a.Reference).HasMaxLength(ReceiptCode.Length);
        answer.KeepsAsJson(a => a.Figure);
        answer.KeepsAsJson(a => a.Asked);
        answer.HasOne<MinimumConsent>().WithMany().HasForeignKey(a => a.ConsentId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.ConsentId, a.AskedOn }).IsUnique();
        answer.HasIndex(a => a.Reference).IsUnique();
        answer.HasIndex(a => a.AskerId);
    }
}
