using Honors.Domain.Accounts;
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
        account.HasIndex(a => new { a.Issuer, a.Subject }).IsUnique();
        account.HasMany(a => a.Grants).WithOne().HasForeignKey("AccountId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(g => g.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
