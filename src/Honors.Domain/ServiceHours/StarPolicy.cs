using Honors.Domain.Accounts;
using Honors.Domain.Divisions;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>One edition of how many hours a division asks for each star (星级). It never changes: a change is the next edition.</summary>
public sealed class StarPolicy : IIdentified
{
    public const int SourceMaxLength = 200, MostMinutes = 100_000 * 60;

    /// <summary>Of the whole country; it comes with the program and gives way to that of any division.</summary>
    public static readonly Guid NationalId = new("018e9800-0000-7000-8000-000000000011");

    private StarPolicy() { }

    public Guid Id { get; private set; }

    /// <summary>Null: the whole country.</summary>
    public long? DivisionCode { get; private set; }

    /// <summary>Counts the policies of the division, from 1.</summary>
    public int Edition { get; private set; }

    /// <summary>What is applied for on this day and later goes by it, until the next edition is valid.</summary>
    public LocalDate ValidFrom { get; private set; }

    /// <summary>Ascending, from one star on.</summary>
    public IReadOnlyList<StarThreshold> Thresholds { get; private set; } = [];

    /// <summary>The law or paper; null: unverified (未核实).</summary>
    public string? Source { get; private set; }

    /// <summary>Null: it came with the program.</summary>
    public Signature? Entered { get; private set; }

    /// <param name="before">The newest edition of the division so far; null for the first.</param>
    /// <exception cref="RuleViolationException"><c>star-policy.earlier</c>; <c>star-policy.order</c>: the stars from one on, each for more than the one before.</exception>
    public static StarPolicy Enter(
        Guid id, long division, LocalDate validFrom, IReadOnlyList<StarThreshold> thresholds, string? source, StarPolicy? before, Actor actor, Instant now)
    {
        if (validFrom < before?.ValidFrom) throw StarRules.Earlier(before.ValidFrom);
        if (thresholds is [] || thresholds.Index().Any(t => (int)t.Item.Star != t.Index || (t.Index > 0 && t.Item.Minutes <= thresholds[t.Index - 1].Minutes))) throw StarRules.OutOfOrder();

        return new StarPolicy
        {
            Id = id,
            DivisionCode = division,
            Edition = 1 + (before?.Edition ?? 0),
            ValidFrom = validFrom,
            Thresholds = thresholds,
            Source = source,
            Entered = Signature.Of(actor, now),
        };
    }

    /// <summary>What comes with the program: 100, 300, 600, 1000 and 1500 hours.</summary>
    public static IEnumerable<StarPolicy> Shipped()
    {
        yield return new()
        {
            Id = NationalId,
            Edition = 1,
            ValidFrom = new LocalDate(1949, 10, 1),
            Thresholds = [new(Star.One, 100 * 60), new(Star.Two, 300 * 60), new(Star.Three, 600 * 60), new(Star.Four, 1000 * 60), new(Star.Five, 1500 * 60)],
            Source = "民函〔2012〕340号《志愿服务记录办法》；民政部令67号第十条",
        };
    }

    /// <summary>That of the smallest division that has one for the day, its newest edition.</summary>
    /// <param name="policies">All that may hold there, with that of the whole country.</param>
    public static StarPolicy Holding(IEnumerable<StarPolicy> policies, long division, LocalDate day) => policies
        .Where(p => p.ValidFrom <= day && p.Covers(division)).OrderBy(p => p.Reach).ThenByDescending(p => p.Edition).First();

    /// <returns>Null where the policy has no such star.</returns>
    public int? MinutesOf(Star star) => Thresholds.FirstOrDefault(t => t.Star == star)?.Minutes;

    private long Reach => DivisionCode is { } code && DivisionCodes.RangeOf(code) is var (from, to) ? to - from : long.MaxValue;

    private bool Covers(long division) => DivisionCode is not { } code || (DivisionCodes.RangeOf(code) is var (from, to) && from <= division && division <= to);
}

/// <summary>From so many counted minutes on.</summary>
public sealed record StarThreshold(Star Star, int Minutes);

public enum Star
{
    /// <summary>一星.</summary>
    One,

    /// <summary>二星.</summary>
    Two,

    /// <summary>三星.</summary>
    Three,

    /// <summary>四星.</summary>
    Four,

    /// <summary>五星.</summary>
    Five,
}
