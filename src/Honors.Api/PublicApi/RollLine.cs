using Honors.Domain.Awards;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.PublicApi;

/// <summary>By what an award stands on the roll where its recipient is named. Kept up by the save that changes the award, or the recipient's name.</summary>
internal sealed class RollLine
{
    public Guid AwardId { get; init; }

    public RecipientKind Kind { get; set; }

    /// <summary>0 where the date does not say one year.</summary>
    public int Year { get; set; }

    /// <summary><see cref="NameOrder.PinyinKey"/> of the recipient.</summary>
    public string Pinyin { get; set; } = "";

    /// <summary><see cref="NameOrder.StrokeKey"/> of the recipient.</summary>
    public string Strokes { get; set; } = "";

    public static int YearOf(PartialDate date) => date is { Earliest: { } first, Latest: { } last } && first.Year == last.Year ? first.Year : 0;
}

internal sealed class RollLineMapping : IEntityTypeConfiguration<RollLine>
{
    public void Configure(EntityTypeBuilder<RollLine> line)
    {
        line.ToTable("RollLines");
        line.HasKey(l => l.AwardId);
        line.Property(l => l.AwardId).ValueGeneratedNever();
        line.Property(l => l.Pinyin).HasMaxLength(NameOrder.KeyMaxLength);
        line.Property(l => l.Strokes).HasMaxLength(NameOrder.KeyMaxLength);
        line.HasOne<Award>().WithOne().HasForeignKey<RollLine>(l => l.AwardId).OnDelete(DeleteBehavior.Cascade);
        line.HasIndex(l => new { l.Pinyin, l.AwardId });
        line.HasIndex(l => new { l.Strokes, l.AwardId });
        line.HasIndex(l => new { l.Year, l.AwardId });
    }
}
