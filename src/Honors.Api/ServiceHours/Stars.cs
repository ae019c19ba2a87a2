using Honors.Api.Data;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>Of what stars are the sum: verified and credited, not training, and not what a prior total may hold already.</summary>
internal static class Stars
{
    private static readonly Instant Ever = Instant.FromUtc(2200, 1, 1, 0, 0);

    public static HoursQuestion CountedOf(Guid person, Instant? until = null, DateOnly? asOf = null) => new(
        new HoursScope(person, null, null, null), new HoursPeriod(null, null, null, null, asOf), until ?? Ever, HoursState.Verified, WithinPriorTotals: false);

    /// <summary>Of every body's records.</summary>
    public static Task<int> CountedMinutes(this HonorsDb db, Guid person, CancellationToken ct) =>
        CountedOf(person).Days(db).IgnoreQueryFilters([HonorsDb.Visible]).SumAsync(d => d.Credited, ct);

    /// <summary>Record by record, as the caller sees them.</summary>
    public static async Task<List<StarBasis>> BasisOf(this HonorsDb db, Guid person, CancellationToken ct)
    {
        var records = await CountedOf(person).Days(db).GroupBy(d => d.RecordId).Select(g => new { Id = g.Key, Minutes = g.Sum(d => d.Credited) }).ToListAsync(ct);
        return [.. records.Where(r => r.Minutes > 0).OrderBy(r => r.Id).Select(r => new StarBasis(r.Id, r.Minutes))];
    }

    /// <summary>All policies that may hold in a division.</summary>
    public static Task<List<StarPolicy>> StarPoliciesOver(this HonorsDb db, long division, CancellationToken ct)
    {
        var around = Crediting.Around(division);
        return db.StarPolicies.AsNoTracking().Where(p => p.DivisionCode == null || around.Contains(p.DivisionCode.Value)).ToListAsync(ct);
    }
}

internal sealed class StarMapping : IEntityTypeConfiguration<StarPolicy>, IEntityTypeConfiguration<StarRating>
{
    public void Configure(EntityTypeBuilder<StarPolicy> policy)
    {
        policy.Property(p => p.Id).ValueGeneratedNever();
        policy.Property(p => p.Source).HasMaxLength(StarPolicy.SourceMaxLength);
        policy.KeepsAsJson(p => p.Thresholds);
        policy.KeepsAsJson(p => p.Entered);
        policy.HasIndex(p => new { p.DivisionCode, p.Edition }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StarRating> rating)
    {
        rating.Property(r => r.Id).ValueGeneratedNever();
        rating.Property(r => r.DecisionReason).HasMaxLength(StarRating.ReasonMaxLength);
        rating.Property(r => r.Version).IsConcurrencyToken();
        rating.KeepsAsJson(r => r.Applied);
        rating.KeepsAsJson(r => r.Decided);
        rating.Property(r => r.Reviews).KeepsListAsJson();
        rating.KeepsParts(r => r.Basis, "StarBasis", _ => { });
        rating.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        rating.HasOne<StarPolicy>().WithMany().HasForeignKey(r => r.PolicyId).OnDelete(DeleteBehavior.Restrict);
        rating.HasIndex(r => new { r.RecordedBy, r.Status });
        rating.HasIndex(r => new { r.RecordedBy, r.ReopenedAt });
    }
}
