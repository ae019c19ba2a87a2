using Honors.Domain.Accounts;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Issuer).HasMaxLength(Account.IssuerMaxLength);
        account.Property(a => a.Subject).HasMaxLength(Account.SubjectMaxLength);
        account.Property(a => a.Name).HasMaxLength(Account.NameMaxLength);
        account.Property(a => a.SuspensionReason).HasMaxLength(Account.ReasonMaxLength);
        account.HasIndex(a => new { a.Issuer, a.Subject }).IsUnique();
        account.HasIndex(a => a.PersonId);
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        account.HasOne<Account>().WithMany().HasForeignKey(a => a.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        account.HasOne<Organization>().WithMany().HasForeignKey(a => a.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        account.HasMany(a => a.Grants).WithOne().HasForeignKey("AccountId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.HasOne<Organization>().WithMany().HasForeignKey(g => g.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
