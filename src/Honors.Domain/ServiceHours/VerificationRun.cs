using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>
/// One act of one person on all that waits in a body and period: it is done in slices, each a commit of its own, so that others write in between, and
/// goes on where it stopped. What its verifier may not verify, and what has signs, is left where it was.
/// </summary>
public sealed class VerificationRun : IRecorded, IIdentified
{
    /// <summary>Records of one slice: its commit takes a fraction of a second.</summary>
    public const int Slice = 100;

    private VerificationRun() { }

    public Guid Id { get; private set; }

    /// <summary>Service that began on this day or later; null: from the first.</summary>
    public LocalDate? From { get; private set; }

    /// <summary>Inclusive; null: to the last.</summary>
    public LocalDate? To { get; private set; }

    /// <summary>Only of this provenance; null: of any.</summary>
    public Provenance? Provenance { get; private set; }

    /// <summary>Whether records with signs are verified too, their signs kept with them, or left for a look at each.</summary>
    public bool WithSigns { get; private set; }

    /// <summary>Whose act it is; records that were logged later are not in it.</summary>
    public Signature Opened { get; private set; } = null!;

    /// <summary>How many waited when it was opened.</summary>
    public int Matching { get; private set; }

    /// <summary>How far it has come: a place in the order of people and records, and no reference to whoever stands there.</summary>
    public Guid? AfterOwnerId { get; private set; }

    /// <inheritdoc cref="AfterOwnerId"/>
    public Guid? AfterId { get; private set; }

    public int Done { get; private set; }

    /// <summary>How many were left, by code.</summary>
    public IReadOnlyDictionary<string, int> Left { get; private set; } = new Dictionary<string, int>();

    public Instant? FinishedAt { get; private set; }

    /// <summary>The body whose records they are.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>verification-run.period</c>; <c>service-hours.no-person-behind</c>.</exception>
    public static VerificationRun Open(
        Guid id, LocalDate? from, LocalDate? to, Provenance? provenance, bool withSigns, RecordingBody body, Actor actor, Instant now)
    {
        if (to < from) throw VerificationRunRules.EndsBeforeItBegins();
        if (!actor.IsHuman) throw ServiceHoursRules.NoPersonBehind();

        return new VerificationRun
        {
            Id = id,
            From = from,
            To = to,
            Provenance = provenance,
            WithSigns = withSigns,
            Opened = Signature.Of(actor, now),
            RecordedBy = body.Id,
            RecordedIn = body.DivisionCode,
        };
    }

    /// <summary>How many wait.</summary>
    public void Match(int matching)
    {
        Matching = matching;
        if (matching is 0) FinishedAt = Opened.At;
    }

    /// <exception cref="RuleViolationException"><c>verification-run.not-yours</c>: each record is signed by whoever goes on.</exception>
    public void RefuseOther(Actor actor)
    {
        if (!Opened.IsBy(actor)) throw VerificationRunRules.NotYours();
    }

    /// <summary>Verifies one record of a slice.</summary>
    /// <exception cref="RuleViolationException"><c>verification-run.has-signs</c>; and those of <see cref="ServiceRecord.Verify"/>.</exception>
    public void Verify(ServiceRecord record, IReadOnlyList<Sign> signs, Actor verifier, Instant now)
    {
        if (!WithSigns && signs.Count > 0) throw VerificationRunRules.HasSigns();

        record.Verify(verifier, now, signs);
    }

    /// <summary>Takes down how far it has come.</summary>
    /// <param name="last">Of the slice; null where nothing was left to look at.</param>
    /// <param name="left">The codes of what was left.</param>
    public void Advance(ServiceRecord? last, int done, IEnumerable<string> left, bool isLast, Instant now)
    {
        var sums = Left.ToDictionary();
        foreach (var code in left) sums[code] = 1 + sums.GetValueOrDefault(code);
        (Done, Left) = (Done + done, sums);
        if (last is not null) (AfterOwnerId, AfterId) = (last.PersonId, last.Id);
        if (isLast) FinishedAt ??= now;
    }
}

public static class VerificationRunRules
{
    public const string Period = "verification-run.period";
    public const string OfAnother = "verification-run.not-yours";
    public const string Signs = "verification-run.has-signs";

    internal static RuleViolationException EndsBeforeItBegins() => new(Period, Refusal.Impossible, "to");

    internal static RuleViolationException NotYours() => new(OfAnother, Refusal.NotAllowed);

    internal static RuleViolationException HasSigns() => new(Signs, Refusal.Conflict);
}
