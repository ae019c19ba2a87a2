using Honors.Domain.Divisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Divisions;

internal sealed class DivisionMapping : IEntityTypeConfiguration<Division>
{
    public void Configure(EntityTypeBuilder<Division> division)
    {
        division.HasKey(d => d.Code);
        division.Property(d => d.Code).ValueGeneratedNever();
        division.Property(d => d.Name).HasMaxLength(Division.NameMaxLength);
        division.Property(d => d.ValidFrom).HasMaxLength(7);
        division.Property(d => d.ValidTo).HasMaxLength(7);
        division.Property(d => d.Source).HasMaxLength(100);
        division.HasIndex(d => d.ParentCode);
    }
}
