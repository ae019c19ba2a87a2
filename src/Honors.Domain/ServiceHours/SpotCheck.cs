using System.Security.Cryptography;
using System.Text;
using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>
/// 抽查 (民政部令67号 art. 20–22): an office draws some of the verified records of a period. Nobody chooses them: the seed is published with the draw before,
/// and whoever has the list of the period can draw again.
/// </summary>
public sealed class SpotCheck : IRecorded, IIdentified
{
    public const int MostItems = 200, MostDays = 370, SeedLength = 64;

    private SpotCheck() { }

    public Guid Id { get; private set; }

    /// <summary>Records of the bodies of this division.</summary>
    public long DivisionCode { get; private set; }

    /// <summary>With a day in this period.</summary>
    public LocalDate From { get; private set; }

    /// <summary>Inclusive.</summary>
    public LocalDate To { get; private set; }

    /// <summary>Counts the draws of the office, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Published with the office's draw before; of the first, the office's own id.</summary>
    public string Seed { get; private set; } = "";

    /// <summary>Of the office's next draw, whatever that will be of.</summary>
    public string NextSeed { get; private set; } = "";

    /// <summary>How many records were there to draw from.</summary>
    public int Population { get; private set; }

    /// <summary>SHA-256, in hexadecimals, of their ids in the order of their text, each with a line end: whoever has another list sees that it is another.</summary>
    public string ListDigest { get; private set; } = "";

    /// <summary>How many were drawn.</summary>
    public int Size { get; private set; }

    public Signature Drawn { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <param name="before">The office's draw before; null for its first.</param>
    /// <param name="nextSeed">Random; see <see cref="NextSeed"/>.</param>
    /// <param name="list">The verified records of the division and period.</param>
    /// <exception cref="RuleViolationException"><c>spot-check.period</c>; <c>spot-check.nothing-to-draw</c>.</exception>
    public static (SpotCheck Check, IReadOnlyList<SpotCheckItem> Items) Draw(
        Guid id, long division, LocalDate from, LocalDate to, int size, SpotCheck? before, string nextSeed, IReadOnlyCollection<Guid> list, RecordingBody by, Actor actor, Instant now)
    {
        if (to < from || Period.DaysBetween(from, to) >= MostDays || to > ChinaTime.Today(now)) throw SpotCheckRules.PeriodUnfit(MostDays);
        if (list.Count is 0) throw SpotCheckRules.NothingToDraw();

        var seed = before?.NextSeed ?? by.Id.ToString();
        var drawn = list.Select(r => (Record: r, Hash: HashOf(seed, r))).OrderBy(r => r.Hash, StringComparer.Ordinal).Take(size).ToList();
        var check = new SpotCheck
        {
            Id = id,
            DivisionCode = division,
            From = from,
            To = to,
            Number = 1 + (before?.Number ?? 0),
            Seed = seed,
            NextSeed = nextSeed,
            Population = list.Count,
            ListDigest = Hex(string.Concat(list.Select(r => r.ToString()).Order(StringComparer.Ordinal).Select(r => r + "\n"))),
            Size = drawn.Count,
            Drawn = Signature.Of(actor, now),
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
        };
        return (check, [.. drawn.Select((d, i) => SpotCheckItem.Of(id, i + 1, d.Record, d.Hash))]);
    }

    /// <summary>SHA-256 of the seed, a colon and the record's id; the records with the smallest are drawn.</summary>
    public static string HashOf(string seed, Guid record) => Hex($"{seed}:{record}");

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}

/// <summary>A record that was drawn, and what was found.</summary>
public sealed class SpotCheckItem : IIdentified
{
    public const int NoteMaxLength = 500;

    private SpotCheckItem() { }

    public Guid Id { get; private set; }

    public Guid SpotCheckId { get; private set; }

    /// <summary>In the order of the draw, from 1.</summary>
    public int Place { get; private set; }

    public Guid RecordId { get; private set; }

    public string Hash { get; private set; } = "";

    public SpotCheckResult? Result { get; private set; }

    public string? Note { get; private set; }

    public Signature? Found { get; private set; }

    /// <summary>Who found that the record stands all the same, and why: a bad result no longer waits.</summary>
    public Signature? Concluded { get; private set; }

    public string? Conclusion { get; private set; }

    /// <summary>Of the signature, which is kept whole and never searched.</summary>
    public Instant? ConcludedAt { get => Concluded?.At; private set { } }

    public int Version { get; private set; }

    /// <summary>Writes down what was found. What is wrong is put right by the means there are: a reversal, or a contest; this changes no record.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>spot-check.found</c>: once; <c>spot-check.own-record</c>: who recorded or verified it; <c>service-hours.own-hours</c>; <c>service-hours.no-person-behind</c>;
    /// <c>spot-check.note</c>: what is not as recorded needs one; <c>text.personal-number</c>.
    /// </exception>
    public void Find(SpotCheckResult result, string? note, ServiceRecord record, Actor actor, Instant now)
    {
        if (Found is not null) throw SpotCheckRules.IsFound();
        RefuseInvolved(record, actor);
        if (result is not SpotCheckResult.AsRecorded && note is null) throw SpotCheckRules.NoteMissing();
        PersonalNumbers.Refuse(note, "note");

        (Result, Note, Found) = (result, note, Signature.Of(actor, now));
    }

    /// <summary>The record stands, in spite of a bad result: for a second person to say, and why. What does not stand is reversed.</summary>
    /// <exception cref="RuleViolationException"><c>spot-check.nothing-to-conclude</c>; <c>spot-check.own-record</c>; <c>spot-check.second-person</c>: who found it;
    /// <c>service-hours.own-hours</c>; <c>service-hours.no-person-behind</c>; <c>text.personal-number</c>.</exception>
    public void Conclude(string reason, ServiceRecord record, Actor actor, Instant now)
    {
        if (Found is null || Result is SpotCheckResult.AsRecorded || Concluded is not null) throw SpotCheckRules.NothingToConclude();
        RefuseInvolved(record, actor);
        if (Found.IsBy(actor)) throw SpotCheckRules.SecondPerson();
        PersonalNumbers.Refuse(reason, "reason");

        (Concluded, Conclusion) = (Signature.Of(actor, now), reason);
    }

    private static void RefuseInvolved(ServiceRecord record, Actor actor)
    {
        if (!actor.IsHuman) throw ServiceHoursRules.NoPersonBehind();
        if (actor.Is(record.PersonId)) throw ServiceHoursRules.OwnHours();
        if (record.Logged.IsBy(actor) || record.Settled?.IsBy(actor) is true || record.VerifiedBeforeDenial?.IsBy(actor) is true) throw SpotCheckRules.OwnRecord();
    }

    internal static SpotCheckItem Of(Guid check, int place, Guid record, string hash) => new()
    {
        Id = Guid.CreateVersion7(),
        SpotCheckId = check,
        Place = place,
        RecordId = record,
        Hash = hash,
    };
}

public enum SpotCheckResult
{
    /// <summary>属实.</summary>
    AsRecorded,

    /// <summary>不符.</summary>
    Differs,

    /// <summary>查无此事.</summary>
    NotFound,
}

public static class SpotCheckRules
{
    public const string PeriodOf = "spot-check.period";
    public const string Nothing = "spot-check.nothing-to-draw";
    public const string Found = "spot-check.found";
    public const string Own = "spot-check.own-record";
    public const string Note = "spot-check.note";
    public const string Concluded = "spot-check.nothing-to-conclude";
    public const string Second = "spot-check.second-person";

    internal static RuleViolationException PeriodUnfit(int most) => new(PeriodOf, Refusal.Impossible, "to", new Dictionary<string, object?> { ["mostDays"] = most });

    internal static RuleViolationException NothingToDraw() => new(Nothing, Refusal.Conflict);

    internal static RuleViolationException IsFound() => new(Found, Refusal.Conflict);

    internal static RuleViolationException OwnRecord() => new(Own, Refusal.Conflict);

    internal static RuleViolationException NothingToConclude() => new(Concluded, Refusal.Conflict);

    internal static RuleViolationException SecondPerson() => new(Second, Refusal.Conflict);

    internal static RuleViolationException NoteMissing() => new(Note, Refusal.Impossible, "note");
}
