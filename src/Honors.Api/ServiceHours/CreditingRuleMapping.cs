using Honors.Api.Data;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.ServiceHours;

internal sealed class CreditingRuleMapping : IEntityTypeConfiguration<CreditingRule>
{
    public void Configure(EntityTypeBuilder<CreditingRule> rule)
    {
        rule.Property(r => r.Id).ValueGeneratedNever();
        rule.KeepsAsJson(r => r.Facts);
        rule.KeepsAsJson(r => r.Entered);
        rule.HasIndex(r => new { r.DivisionCode, r.Edition }).IsUnique();
    }
}
