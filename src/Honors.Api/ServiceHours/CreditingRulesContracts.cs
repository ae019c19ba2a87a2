using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.ServiceHours;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>How a division turns time given into hours that count, from a day on.</summary>
/// <param name="UnitMinutes">Only whole units count: 30 for half-hours, 1 for every minute.</param>
/// <param name="MostMinutesADay">What one person is credited with on one day at most, by all records together; null: no limit.</param>
/// <param name="Tiers">Who verifies, by the sum of the person's day; ascending, and the last without `upToMinutes`.</param>
/// <param name="CountsTravel">Whether the way there and back counts; it is kept either way.</param>
/// <param name="NeverCounted">Kinds that are kept and credited with nothing: at least duty, postings and paid work.</param>
/// <param name="Source">The law and article, or the paper; null: unverified (未核实).</param>
public sealed record CreditingRuleRequest(
    [property: DivisionCode] long DivisionCode,
    LocalDate ValidFrom,
    [property: Between(1, CreditingRule.MostUnitMinutes)] int UnitMinutes,
    Rounding Rounding,
    [property: MostItems(CreditingRule.MostTiers)] IReadOnlyList<TierBody> Tiers,
    [property: MostItems(10)] IReadOnlyList<ActivityKind> NeverCounted,
    [property: Between(1, CreditingRule.MinutesOfADay)] int? MostMinutesADay = null,
    bool CountsTravel = false,
    [property: Length(CreditingRule.SourceMaxLength)] string? Source = null)
{
    internal CreditingFacts ToFacts() => new(
        UnitMinutes, Rounding, MostMinutesADay, [.. Tiers.Select(t => new Tier(t.UpToMinutes, t.Verifier))], CountsTravel, [.. NeverCounted.Distinct().Order()], Source);
}

/// <summary>Who verifies a day of so many minutes.</summary>
/// <param name="UpToMinutes">Inclusive; left out of the last: without end.</param>
public sealed record TierBody(VerifierLevel Verifier, [property: Between(1, CreditingRule.MinutesOfADay)] int? UpToMinutes = null);

/// <summary>One edition of a division's crediting rule; none ever changes. Without a `source` its figures are unverified (未核实).</summary>
/// <param name="DivisionCode">Null: the whole country.</param>
/// <param name="Edition">Counts the rules of the division, from 1.</param>
/// <param name="Entered">Null: it came with the program.</param>
public sealed record CreditingRuleResponse(
    Guid Id,
    long? DivisionCode,
    int Edition,
    LocalDate ValidFrom,
    int UnitMinutes,
    Rounding Rounding,
    int? MostMinutesADay,
    IReadOnlyList<TierBody> Tiers,
    bool CountsTravel,
    IReadOnlyList<ActivityKind> NeverCounted,
    string? Source,
    SignatureView? Entered)
{
    internal static readonly Expression<Func<CreditingRule, CreditingRuleResponse>> From = r => Of(r);

    internal static CreditingRuleResponse Of(CreditingRule rule)
    {
        var facts = rule.Facts;
        return new(
            rule.Id, rule.DivisionCode, rule.Edition, rule.ValidFrom, facts.UnitMinutes, facts.Rounding, facts.MostMinutesADay,
            [.. facts.Tiers.Select(t => new TierBody(t.Verifier, t.UpToMinutes))], facts.CountsTravel, facts.NeverCounted, facts.Source, SignatureView.Of(rule.Entered));
    }
}
