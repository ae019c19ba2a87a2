using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>
/// 重新折算: what a changed rule would make of hours that are recorded already, shown before it is done. One person proposes it, another applies it; each
/// record then keeps its old figure and rule beside the new ones.
/// </summary>
public sealed class Recrediting : IRecorded, IIdentified
{
    public const int ReasonMaxLength = 200;

    /// <summary>The records one proposal may look at: more are parted by place or days.</summary>
    public const int MostRecords = 2000;

    private Recrediting() { }

    public Guid Id { get; private set; }

    public long DivisionCode { get; private set; }

    /// <summary>Service of this day or later.</summary>
    public LocalDate From { get; private set; }

    /// <summary>Inclusive.</summary>
    public LocalDate To { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>How many records it would change.</summary>
    public int Records { get; private set; }

    public int MinutesBefore { get; private set; }

    public int MinutesAfter { get; private set; }

    public Signature Proposed { get; private set; } = null!;

    /// <summary>Who applied it; null until then.</summary>
    public Signature? Applied { get; private set; }

    /// <summary>Records that were left as they are, since something else had changed them meanwhile.</summary>
    public int Skipped { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <param name="records">Those of the place and days that stand; looked at in their order.</param>
    /// <param name="rules">All that may hold there.</param>
    /// <param name="others">What the persons have besides, by person.</param>
    /// <returns>The proposal, and a line for each record that it would change.</returns>
    /// <exception cref="RuleViolationException"><c>recrediting.period</c>; <c>recrediting.too-many</c>; <c>text.personal-number</c>.</exception>
    public static (Recrediting Recrediting, IReadOnlyList<RecreditingLine> Lines) Propose(
        Guid id, long division, LocalDate from, LocalDate to, string reason, IReadOnlyCollection<ServiceRecord> records, IReadOnlyCollection<CreditingRule> rules,
        ILookup<Guid, ServiceRecord> others, RecordingBody by, Actor actor, Instant now)
    {
        if (to < from) throw RecreditingRules.EndsBeforeItBegins();
        if (records.Count > MostRecords) throw RecreditingRules.TooManyRecords(MostRecords);
        PersonalNumbers.Refuse(reason, "reason");

        var taken = others.SelectMany(o => o).Where(o => o.FillsTiers).SelectMany(o => o.Days, (o, d) => (o.PersonId, d.Day, d.Credited))
            .GroupBy(d => (d.PersonId, d.Day)).ToDictionary(g => g.Key, g => g.Sum(d => d.Credited));
        List<RecreditingLine> lines = [];
        foreach (var record in records.OrderBy(r => r.ServedOn).ThenBy(r => r.Id))
        {
            var rule = CreditingRule.Holding(rules, record.RecordedIn, record.ServedOn);
            var after = record.CreditUnder(rule, day => taken.GetValueOrDefault((record.PersonId, day)));
            if (record.FillsTiers) foreach (var day in after) taken[(record.PersonId, day.Day)] = taken.GetValueOrDefault((record.PersonId, day.Day)) + day.Minutes;
            if (rule.Id != record.RuleId || after.Sum(d => d.Minutes) != record.CreditedMinutes) lines.Add(RecreditingLine.Of(id, record, rule, after));
        }

        var proposal = new Recrediting
        {
            Id = id,
            DivisionCode = division,
            From = from,
            To = to,
            Reason = reason,
            Records = lines.Count,
            MinutesBefore = lines.Sum(l => l.MinutesBefore),
            MinutesAfter = lines.Sum(l => l.MinutesAfter),
            Proposed = Signature.Of(actor, now),
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
        };
        return (proposal, lines);
    }

    /// <summary>Puts the new figures in the place of the old, which each record keeps. What changed since the proposal is left as it is.</summary>
    /// <param name="lines">All of its lines.</param>
    /// <param name="records">The records they name, as they are now.</param>
    /// <param name="editions">Of the rules they name.</param>
    /// <exception cref="RuleViolationException"><c>recrediting.applied</c>; <c>recrediting.own</c>: whoever proposed it, or a program.</exception>
    public void Apply(
        IReadOnlyCollection<RecreditingLine> lines, IReadOnlyDictionary<Guid, ServiceRecord> records, IReadOnlyDictionary<Guid, int> editions, Actor actor, Instant now)
    {
        if (Applied is not null) throw RecreditingRules.AlreadyApplied();
        if (!actor.IsHuman || Proposed.IsBy(actor)) throw RecreditingRules.SecondPerson();

        foreach (var line in lines)
        {
            if (records.TryGetValue(line.RecordId, out var record) && record.Version == line.RecordVersion)
                record.Recredit(line.RuleAfterId, editions[line.RuleAfterId], line.DaysAfter, actor, now);
            else
                Skipped++;
        }

        Applied = Signature.Of(actor, now);
    }
}

/// <summary>What a recrediting would make of one record.</summary>
public sealed class RecreditingLine : IIdentified
{
    private RecreditingLine() { }

    public Guid Id { get; private set; }

    public Guid RecreditingId { get; private set; }

    public Guid RecordId { get; private set; }

    /// <summary>Of the record when it was looked at.</summary>
    public int RecordVersion { get; private set; }

    public int MinutesBefore { get; private set; }

    public int MinutesAfter { get; private set; }

    public Guid? RuleBeforeId { get; private set; }

    public Guid RuleAfterId { get; private set; }

    public IReadOnlyList<DayShare> DaysAfter { get; private set; } = [];

    internal static RecreditingLine Of(Guid recrediting, ServiceRecord record, CreditingRule rule, IReadOnlyList<DayShare> after) => new()
    {
        Id = Guid.CreateVersion7(),
        RecreditingId = recrediting,
        RecordId = record.Id,
        RecordVersion = record.Version,
        MinutesBefore = record.CreditedMinutes,
        MinutesAfter = after.Sum(d => d.Minutes),
        RuleBeforeId = record.RuleId,
        RuleAfterId = rule.Id,
        DaysAfter = after,
    };
}

internal static class RecreditingRules
{
    public const string Period = "recrediting.period";
    public const string TooMany = "recrediting.too-many";
    public const string Done = "recrediting.applied";
    public const string Own = "recrediting.own";

    public static RuleViolationException EndsBeforeItBegins() => new(Period, Refusal.Impossible, "to");

    public static RuleViolationException TooManyRecords(int most) => new(TooMany, Refusal.Conflict, "to", new Dictionary<string, object?> { ["most"] = most });

    public static RuleViolationException AlreadyApplied() => new(Done, Refusal.Conflict);

    public static RuleViolationException SecondPerson() => new(Own, Refusal.Conflict);
}
