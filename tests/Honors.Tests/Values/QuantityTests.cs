using Honors.Domain;
using Honors.Domain.Values;

namespace Honors.Tests.Values;

public class QuantityTests
{
    [Theory]
    [InlineData(6, Qualifier.Exact, "6人", "6")]
    [InlineData(200, Qualifier.Nearly, "近200人", "nearly 200")]
    [InlineData(200, Qualifier.Over, "200余人", "over 200")]
    [InlineData(200, Qualifier.About, "约200人", "about 200")]
    [InlineData(200, Qualifier.AtLeast, "至少200人", "at least 200")]
    public void A_figure_prints_as_vague_as_it_is(long value, Qualifier qualifier, string chinese, string english)
    {
        var quantity = Quantity.Of(value, qualifier, QuantityScope.Person);

        Assert.Equal(chinese, quantity.ToChinese("人"));
        Assert.Equal(english, quantity.ToEnglish());
    }

    [Fact]
    public void Every_qualifier_has_words_of_its_own()
    {
        var all = Enum.GetValues<Qualifier>().Select(q => Quantity.Of(200, q, QuantityScope.Team)).ToList();

        Assert.Equal(5, all.Select(q => q.ToChinese("次")).Distinct().Count());
        Assert.Equal(5, all.Select(q => q.ToEnglish()).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000_000)]
    public void The_ends_of_the_range_are_allowed(long value) =>
        Assert.Equal(value, Quantity.Of(value, Qualifier.Exact, QuantityScope.Person).Value);

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_001)]
    [InlineData(long.MinValue)]
    public void A_figure_out_of_range_is_refused(long value)
    {
        var violation = Assert.Throws<RuleViolationException>(() => Quantity.Of(value, Qualifier.Exact, QuantityScope.Person));

        Assert.Equal("quantity.out-of-range", violation.Code);
        Assert.Equal(Refusal.Impossible, violation.Refusal);
    }

    [Fact]
    public void The_sources_words_are_kept_up_to_100_characters()
    {
        Assert.Equal(new string('人', 100), Of(new string('人', 100)).AsWritten);
        foreach (var unfit in new[] { new string('人', 101), "近200人\0", "近200\u200B人" })
        {
            Assert.Equal("quantity.as-written-unfit", Assert.Throws<RuleViolationException>(() => Of(unfit)).Code);
        }

        static Quantity Of(string asWritten) => Quantity.Of(200, Qualifier.Nearly, QuantityScope.Team, asWritten);
    }

    [Fact]
    public void A_teams_figure_is_not_a_persons() =>
        Assert.NotEqual(Quantity.Of(200, Qualifier.Nearly, QuantityScope.Team), Quantity.Of(200, Qualifier.Nearly, QuantityScope.Person));

    [Fact]
    public void Figures_cannot_be_added() =>
        Assert.Null(typeof(Quantity).GetMethod("op_Addition"));
}
