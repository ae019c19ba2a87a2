using CsCheck;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Tests.ServiceHours;

/// <summary>What a rule makes of minutes, for every rule and every day that may be.</summary>
public sealed class CreditingRuleTests
{
    private static readonly LocalDate Day = new(2026, 5, 4);

    private static readonly ActivityKind[] Never = [ActivityKind.Duty, ActivityKind.VillagePosting, ActivityKind.Paid];

    private static readonly Gen<CreditingRule> Rules =
        Gen.Select(Gen.Int[1, 120], Gen.Bool, Gen.Int[0, 1440], Gen.Bool, (unit, nearest, most, travel) => Rule(unit, nearest ? Rounding.Nearest : Rounding.Down, most is 0 ? null : most, travel));

    private static readonly Gen<DayShare[]> Days = Gen.Int[0, 1440].Array[1, 4].Select(minutes => minutes.Select((m, i) => new DayShare(Day.PlusDays(i), m)).ToArray());

    private static CreditingRule Rule(int unit, Rounding rounding = Rounding.Down, int? most = null, bool travel = false) => CreditingRule.Enter(
        Guid.CreateVersion7(), 140431000000, Day, new CreditingFacts(unit, rounding, most, [new Tier(480, VerifierLevel.Recorder), new Tier(720, VerifierLevel.Above), new Tier(null, VerifierLevel.County)], travel, Never, null),
        null, new Actor(Guid.CreateVersion7(), null), Instant.FromUtc(2026, 1, 1, 0, 0));

    private static int Sum(IEnumerable<DayShare> days) => days.Sum(d => d.Minutes);

    [Fact]
    public void No_day_is_credited_with_more_than_was_given() =>
        Gen.Select(Rules, Days, Gen.Int[0, 300], Gen.Int[0, 600], Gen.Bool).Sample((rule, days, travel, taken, emergency) =>
        {
            var credit = rule.Credit(ActivityKind.Service, emergency, days, travel, _ => taken);
            Assert.Equal(days.Select(d => d.Day), credit.Select(c => c.Day));
            Assert.All(credit.Zip(days).Skip(1), c => Assert.InRange(c.First.Minutes, 0, c.Second.Minutes));
            Assert.InRange(credit[0].Minutes, 0, days[0].Minutes + (rule.Facts.CountsTravel ? travel : 0));
        });

    [Fact]
    public void Who_gave_more_is_never_credited_with_less() =>
        Gen.Select(Rules, Days, Gen.Int[0, 600], Gen.Int[0, 3], Gen.Int[0, 200]).Sample((rule, days, taken, at, more) =>
        {
            DayShare[] longer = [.. days.Select((d, i) => i == at % days.Length ? d with { Minutes = Math.Min(1440, d.Minutes + more) } : d)];
            Assert.True(Sum(rule.Credit(ActivityKind.Service, false, longer, 0, _ => taken)) >= Sum(rule.Credit(ActivityKind.Service, false, days, 0, _ => taken)));
        });

    [Fact]
    public void What_never_counts_is_credited_with_nothing_and_whole_units_alone_are_left_of_the_rest() =>
        Gen.Select(Rules, Days, Gen.Int[0, 7].Select(i => (ActivityKind)i)).Sample((rule, days, kind) =>
        {
            var credit = Sum(rule.Credit(kind, false, days, 0, _ => 0));
            if (Never.Contains(kind)) Assert.Equal(0, credit);
            else if (rule.Facts.Rounding is Rounding.Down) Assert.Equal(0, credit % rule.Facts.UnitMinutes);
        });

    [Fact]
    public void A_day_parted_into_many_records_is_never_credited_with_more_than_the_rule_allows_the_day() =>
        Gen.Select(Rules, Gen.Int[1, 300].Array[1, 8]).Sample((rule, parts) =>
        {
            var taken = 0;
            foreach (var part in parts) taken += Sum(rule.Credit(ActivityKind.Service, false, [new(Day, part)], 0, _ => taken));
            Assert.True(taken <= Math.Min(parts.Sum(), rule.Facts.MostMinutesADay ?? int.MaxValue));
            if (rule.Facts is { Rounding: Rounding.Down, MostMinutesADay: null } && parts.Sum() <= 1440)
                Assert.True(taken <= Sum(rule.Credit(ActivityKind.Service, false, [new(Day, parts.Sum())], 0, _ => 0)));
        });

    [Theory]
    [InlineData(30, Rounding.Down, 89, 60)]
    [InlineData(30, Rounding.Down, 90, 90)]
    [InlineData(30, Rounding.Nearest, 74, 60)]
    [InlineData(30, Rounding.Nearest, 75, 75)]
    [InlineData(1, Rounding.Down, 61, 61)]
    public void A_rest_of_a_unit_is_dropped_or_kept_as_given_but_never_made_whole(int unit, Rounding rounding, int given, int credited) =>
        Assert.Equal(credited, Sum(Rule(unit, rounding).Credit(ActivityKind.Service, false, [new(Day, given)], 0, _ => 0)));

    [Theory]
    [InlineData(480, VerifierLevel.Recorder)]
    [InlineData(481, VerifierLevel.Above)]
    [InlineData(720, VerifierLevel.Above)]
    [InlineData(721, VerifierLevel.County)]
    public void The_sum_of_the_day_says_who_verifies(int minutes, VerifierLevel needed)
    {
        var rule = Rule(1);
        Assert.Equal(needed, rule.VerifierOf(minutes));
        Assert.Equal(needed is VerifierLevel.Recorder, rule.Objection(VerifierLevel.Recorder, [new(Day, minutes)]) is null);
        Assert.Null(rule.Objection(VerifierLevel.County, [new(Day, minutes)]));
    }

    [Fact]
    public void The_smallest_division_speaks_first_and_in_it_the_newest_edition_of_the_day()
    {
        var county = Rule(30);
        var rules = CreditingRule.Shipped().Append(county).ToList();
        Assert.Equal(county, CreditingRule.Holding(rules, 140431207218, Day));
        Assert.Equal(140000000000, CreditingRule.Holding(rules, 140431207218, Day.PlusDays(-1)).DivisionCode);
        Assert.Equal(140000000000, CreditingRule.Holding(rules, 140427000000, Day).DivisionCode);
        Assert.Equal(CreditingRule.NationalId, CreditingRule.Holding(rules, 410700000000, Day).Id);
    }
}
