using Honors.Domain.Accounts;
using Honors.Domain.Divisions;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>
/// One edition of how a division turns time given into hours that count, and who may verify a long day. It never changes: a change is the next
/// edition. Each record keeps the rule it was credited by, until a recrediting puts another in its place.
/// </summary>
public sealed class CreditingRule : IIdentified
{
    public const int SourceMaxLength = 200, MostUnitMinutes = 240, MostTiers = 5, MinutesOfADay = 24 * 60;

    /// <summary>Of the rule for the whole country, which comes with the program and gives way to that of any division.</summary>
    public static readonly Guid NationalId = new("018e9800-0000-7000-8000-000000000001");

    /// <summary>No division may count these: service is unpaid and free of duty (志愿服务条例 art. 2, 民政部令67号 art. 19), a posting is duty.</summary>
    private static readonly ActivityKind[] NeverAnywhere = [ActivityKind.Duty, ActivityKind.VillagePosting, ActivityKind.Paid];

    private CreditingRule() { }

    public Guid Id { get; private set; }

    /// <summary>Null: the whole country.</summary>
    public long? DivisionCode { get; private set; }

    /// <summary>Counts the rules of the division, from 1.</summary>
    public int Edition { get; private set; }

    /// <summary>Service of this day and later goes by it, until the next edition is valid.</summary>
    public LocalDate ValidFrom { get; private set; }

    public CreditingFacts Facts { get; private set; } = null!;

    /// <summary>Null: it came with the program.</summary>
    public Signature? Entered { get; private set; }

    /// <param name="before">The newest edition of the division so far; null for the first.</param>
    /// <exception cref="RuleViolationException"><c>crediting-rule.*</c> of <see cref="CreditingRules"/>.</exception>
    public static CreditingRule Enter(Guid id, long division, LocalDate validFrom, CreditingFacts facts, CreditingRule? before, Actor actor, Instant now)
    {
        // The same day is a correction of an edition that was wrong from its start.
        if (validFrom < before?.ValidFrom) throw CreditingRules.Earlier(before.ValidFrom);
        if (facts.NeverCounted.Contains(ActivityKind.Service) || facts.NeverCounted.Contains(ActivityKind.Training)) throw CreditingRules.NothingCounts();
        if (NeverAnywhere.Except(facts.NeverCounted).ToList() is [_, ..] missing) throw CreditingRules.MustExclude(missing);
        CheckTiers(facts.Tiers);

        return new CreditingRule
        {
            Id = id,
            DivisionCode = division,
            Edition = 1 + (before?.Edition ?? 0),
            ValidFrom = validFrom,
            Facts = facts,
            Entered = Signature.Of(actor, now),
        };
    }

    /// <summary>
    /// The rules that come with the program. That of the country says no more than the decree; the tiers of 山西 are a practice of other provinces and
    /// a starting point for its office, and therefore without a source (未核实).
    /// </summary>
    public static IEnumerable<CreditingRule> Shipped()
    {
        ActivityKind[] never = [ActivityKind.Duty, ActivityKind.Meeting, ActivityKind.AfterSchoolCare, ActivityKind.Invigilation, ActivityKind.VillagePosting, ActivityKind.Paid];
        var decree = new CreditingFacts(1, Rounding.Down, null, [new Tier(null, VerifierLevel.Recorder)], false, never, "民政部令67号第三、七、八、十九条；民函〔2012〕340号（不含往返）");
        var since = new LocalDate(1949, 10, 1);
        yield return new() { Id = NationalId, Edition = 1, ValidFrom = since, Facts = decree };

        Tier[] tiers = [new(8 * 60, VerifierLevel.Recorder), new(12 * 60, VerifierLevel.Above), new(null, VerifierLevel.County)];
        yield return new()
        {
            Id = new Guid("018e9800-0000-7000-8000-000000000002"),
            DivisionCode = 140000000000,
            Edition = 1,
            ValidFrom = since,
            Facts = decree with { Tiers = tiers, Source = null },
        };
    }

    /// <summary>The rule by which service is credited: of the smallest division that has one for that day, its newest edition.</summary>
    /// <param name="rules">All that may hold there, with that of the whole country.</param>
    /// <param name="division">Where the recording body stood.</param>
    public static CreditingRule Holding(IEnumerable<CreditingRule> rules, long division, LocalDate day) => rules
        .Where(r => r.ValidFrom <= day && r.Covers(division)).OrderBy(r => r.Reach).ThenByDescending(r => r.Edition).First();

    /// <summary>
    /// The minutes of each day that count. Never more than was given: where a unit is rounded to the nearest, at least half of one is kept as it was given
    /// and not made whole (令67 art. 7, time actually given). What a whole record loses is taken from its last day.
    /// </summary>
    /// <param name="isEmergency">Of an emergency deployment, which no limit of a day cuts.</param>
    /// <param name="given">Raw minutes by local day.</param>
    /// <param name="travel">The way there and back, on the first day; counts only where the rule says so.</param>
    /// <param name="taken">Minutes of that day that the person's other records are credited with.</param>
    /// <returns>One for each day that was given, in order; also those of nothing.</returns>
    public IReadOnlyList<DayShare> Credit(ActivityKind kind, bool isEmergency, IReadOnlyList<DayShare> given, int travel, Func<LocalDate, int> taken)
    {
        var days = given.OrderBy(d => d.Day).ToList();
        if (Facts.NeverCounted.Contains(kind)) return days.ConvertAll(d => d with { Minutes = 0 });
        if (Facts.CountsTravel && days is [var first, ..]) days[0] = first with { Minutes = Math.Min(first.Minutes + travel, MinutesOfADay) };
        if (Facts.MostMinutesADay is { } most && !isEmergency) days = days.ConvertAll(d => d with { Minutes = Math.Clamp(most - taken(d.Day), 0, d.Minutes) });

        var lost = Lost(days.Sum(d => d.Minutes));
        for (var i = days.Count - 1; lost > 0; i--)
        {
            var cut = Math.Min(lost, days[i].Minutes);
            (days[i], lost) = (days[i] with { Minutes = days[i].Minutes - cut }, lost - cut);
        }

        return days;
    }

    /// <summary>Whether time of this kind counts at all.</summary>
    public bool Counts(ActivityKind kind) => !Facts.NeverCounted.Contains(kind);

    /// <summary>Why a verifier of this level may not verify a day as long as one of these; null where they may.</summary>
    /// <param name="days">Each day of the record with the sum of all that the person gave that day.</param>
    public RuleViolationException? Objection(VerifierLevel level, IEnumerable<DayShare> days) => days.OrderByDescending(d => d.Minutes).ThenBy(d => d.Day)
        .Where(d => level < VerifierOf(d.Minutes)).Select(d => CreditingRules.HigherVerifier(d, VerifierOf(d.Minutes), this)).FirstOrDefault();

    /// <summary>Who verifies a day of so many minutes.</summary>
    public VerifierLevel VerifierOf(int dayMinutes) => Facts.Tiers.First(t => t.UpToMinutes is null || dayMinutes <= t.UpToMinutes).Verifier;

    private long Reach => DivisionCode is { } code && DivisionCodes.RangeOf(code) is var (from, to) ? to - from : long.MaxValue;

    private bool Covers(long division) => DivisionCode is not { } code || (DivisionCodes.RangeOf(code) is var (from, to) && from <= division && division <= to);

    private int Lost(int minutes) => minutes % Facts.UnitMinutes is var rest && Facts.Rounding is Rounding.Nearest && rest * 2 >= Facts.UnitMinutes ? 0 : rest;

    private static void CheckTiers(IReadOnlyList<Tier> tiers)
    {
        var bounds = tiers.SkipLast(1).Select(t => t.UpToMinutes).ToList();
        var areInOrder = tiers is [.., { UpToMinutes: null }] && !bounds.Contains(null) && bounds.SequenceEqual(bounds.Distinct().Order());
        if (!areInOrder || !tiers.Select(t => t.Verifier).SequenceEqual(tiers.Select(t => t.Verifier).Order())) throw CreditingRules.TiersOutOfOrder();
    }
}

/// <param name="UnitMinutes">Only whole units count: 30 for half-hours, 1 for every minute.</param>
/// <param name="MostMinutesADay">What one person is credited with on one day at most, by all records together; null: no limit.</param>
/// <param name="Tiers">By the sum of the person's day; the last has no end.</param>
/// <param name="CountsTravel">Whether the way there and back counts; it is kept either way.</param>
/// <param name="NeverCounted">Kinds of time that are kept and credited with nothing.</param>
/// <param name="Source">The law and article, or the paper, that says so; null: unverified (未核实).</param>
public sealed record CreditingFacts(
    int UnitMinutes,
    Rounding Rounding,
    int? MostMinutesADay,
    IReadOnlyList<Tier> Tiers,
    bool CountsTravel,
    IReadOnlyList<ActivityKind> NeverCounted,
    string? Source);

/// <param name="UpToMinutes">Inclusive; null: without end.</param>
public sealed record Tier(int? UpToMinutes, VerifierLevel Verifier);

/// <summary>What becomes of the part of a unit that is left over.</summary>
public enum Rounding
{
    /// <summary>不足一个单位的舍去.</summary>
    Down,

    /// <summary>不足半个单位的舍去, and from half a unit on it is kept as given.</summary>
    Nearest,
}

/// <summary>Who verifies, each at least as high as the one before.</summary>
public enum VerifierLevel
{
    /// <summary>记录单位一侧: the recording body, or an office above it.</summary>
    Recorder,

    /// <summary>上级单位: an office above the recording body, or that itself where it is an office of a county or higher.</summary>
    Above,

    /// <summary>县级以上主管单位: an office of a county or higher.</summary>
    County,
}

/// <summary>What the time was given to. Only service counts as service; training is counted in a block of its own (令67 art. 8).</summary>
public enum ActivityKind
{
    /// <summary>志愿服务.</summary>
    Service,

    /// <summary>参加培训.</summary>
    Training,

    /// <summary>值班.</summary>
    Duty,

    /// <summary>会议.</summary>
    Meeting,

    /// <summary>课后服务.</summary>
    AfterSchoolCare,

    /// <summary>监考.</summary>
    Invigilation,

    /// <summary>驻村.</summary>
    VillagePosting,

    /// <summary>有偿劳动.</summary>
    Paid,
}
