using System.Globalization;
using CsCheck;
using Honors.Domain.Divisions;

namespace Honors.Tests.Divisions;

public class DivisionCodesTests
{
    [Theory]
    [InlineData(140000000000, DivisionLevel.Province)]
    [InlineData(500000000000, DivisionLevel.Province)] // the province's own zero is no empty place
    [InlineData(140400000000, DivisionLevel.City)]
    [InlineData(141000000000, DivisionLevel.City)]
    [InlineData(140431000000, DivisionLevel.County)]
    [InlineData(140430000000, DivisionLevel.County)]
    [InlineData(140431207000, DivisionLevel.Township)]
    [InlineData(140431200000, DivisionLevel.Township)]
    [InlineData(140431207218, DivisionLevel.Village)]
    [InlineData(140431207210, DivisionLevel.Village)]
    public void The_level_is_told_from_the_empty_places_at_the_end(long code, DivisionLevel level) =>
        Assert.Equal(level, DivisionCodes.LevelOf(code));

    [Theory]
    [InlineData(140000000000, 149999999999)]
    [InlineData(140400000000, 140499999999)]
    [InlineData(140431000000, 140431999999)]
    [InlineData(140431207000, 140431207999)]
    [InlineData(140431207218, 140431207218)]
    public void A_range_runs_from_the_division_itself_to_the_last_code_within_it(long code, long last) =>
        Assert.Equal((code, last), DivisionCodes.RangeOf(code));

    [Theory]
    [InlineData(140000000000, 14)]
    [InlineData(140400000000, 1404)]
    [InlineData(141000000000, 1410)]
    [InlineData(140431000000, 140431)]
    [InlineData(140431207000, 140431207)]
    [InlineData(140431200000, 140431200)]
    [InlineData(140431207218, 140431207218)]
    [InlineData(140431207210, 140431207210)]
    public void An_area_is_the_code_without_its_empty_places(long code, long area) =>
        Assert.Equal(area, DivisionCodes.AreaOf(code));

    [Theory]
    [InlineData(99_999_999_999, false)]
    [InlineData(100_000_000_000, true)]
    [InlineData(999_999_999_999, true)]
    [InlineData(1_000_000_000_000, false)]
    [InlineData(140431, false)]
    [InlineData(0, false)]
    [InlineData(-140431000000, false)]
    public void Only_twelve_digits_are_well_formed(long code, bool wellFormed) =>
        Assert.Equal(wellFormed, DivisionCodes.IsWellFormed(code));

    [Theory]
    [InlineData(140431)]
    [InlineData(0)]
    [InlineData(1_404_310_000_000)]
    public void A_code_that_is_not_well_formed_has_no_level_range_or_area(long code)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DivisionCodes.LevelOf(code));
        Assert.Throws<ArgumentOutOfRangeException>(() => DivisionCodes.RangeOf(code));
        Assert.Throws<ArgumentOutOfRangeException>(() => DivisionCodes.AreaOf(code));
    }

    [Fact]
    public void A_childs_code_lies_in_its_parents_range() => Lineage.Sample(codes =>
    {
        foreach (var (parent, child) in codes.Zip(codes.Skip(1)))
        {
            var range = DivisionCodes.RangeOf(parent);
            Assert.InRange(child, range.From, range.To);

            var childs = DivisionCodes.RangeOf(child);
            Assert.InRange(childs.To, range.From, range.To);
            Assert.NotEqual(range, childs);
        }
    });

    [Fact]
    public void Each_generation_stands_one_level_below_the_last() => Lineage.Sample(codes =>
        Assert.Equal(Enum.GetValues<DivisionLevel>(), codes.Select(DivisionCodes.LevelOf)));

    [Fact]
    public void A_code_lies_in_a_range_exactly_when_it_begins_with_the_area() => Gen.Select(Lineage, Lineage, Gen.Bool).Sample((codes, others, related) =>
    {
        foreach (var division in codes)
        {
            foreach (var code in related ? codes : others)
            {
                var (from, to) = DivisionCodes.RangeOf(division);
                var begins = Text(code).StartsWith(Text(DivisionCodes.AreaOf(division)), StringComparison.Ordinal);
                Assert.Equal(begins, from <= code && code <= to);
            }
        }
    });

    /// <summary>A province, a city in it, a county in that, a township and a village; few provinces and cities, so that two lineages often meet.</summary>
    private static readonly Gen<long[]> Lineage =
        Gen.Select(Gen.Long[10, 12], Gen.Long[1, 3], Gen.Long[1, 99], Gen.Long[1, 999], Gen.Long[1, 999])
            .Select((province, city, county, township, village) => new[]
            {
                Long($"{province:00}0000000000"),
                Long($"{province:00}{city:00}00000000"),
                Long($"{province:00}{city:00}{county:00}000000"),
                Long($"{province:00}{city:00}{county:00}{township:000}000"),
                Long($"{province:00}{city:00}{county:00}{township:000}{village:000}"),
            });

    private static long Long(FormattableString digits) => long.Parse(FormattableString.Invariant(digits), CultureInfo.InvariantCulture);

    private static string Text(long code) => code.ToString(CultureInfo.InvariantCulture);
}
