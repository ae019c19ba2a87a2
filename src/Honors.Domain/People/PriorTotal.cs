using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>
/// What a person had served before the registry, as one total with no single records behind it (期初累计). It stands apart and is
/// never added to recorded hours.
/// </summary>
public sealed class PriorTotal : IRecorded, IIdentified
{
    public const int MostMinutes = 60 * 100_000, MostKinds = 30, KindMaxLength = 100, AsWrittenMaxLength = 300;

    private PriorTotal() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The total holds everything up to here. A service record of a day that may lie before adds nothing to recorded hours.</summary>
    public PartialDate AsOf { get; private set; } = PartialDate.Unknown;

    /// <summary>Last day the total may hold, inclusive.</summary>
    public LocalDate LastDay { get; private set; }

    public int? Minutes { get; private set; }

    /// <summary>Times of service joined or organised (次).</summary>
    public Quantity? Activities { get; private set; }

    public Quantity? PeopleHelped { get; private set; }

    /// <summary>Kinds of service as the source names them.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    /// <summary>The span in the source's words: 十多年.</summary>
    public string? SpanAsWritten { get; private set; }

    public Source Source { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>prior-total.as-of-unknown</c>; <c>prior-total.empty</c>.</exception>
    public static PriorTotal Record(Guid id, Guid personId, PriorTotalFacts facts, RecordingBody by)
    {
        var total = new PriorTotal { Id = id, PersonId = personId, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        total.Replace(facts);
        return total;
    }

    /// <inheritdoc cref="Record"/>
    public void Replace(PriorTotalFacts facts)
    {
        if (facts.AsOf.Latest is not { } lastDay) throw PeopleRules.AsOfUnknown();
        if (facts is { Minutes: null, Activities: null, PeopleHelped: null }) throw PeopleRules.EmptyPriorTotal();

        (AsOf, LastDay, Minutes, Activities, PeopleHelped) = (facts.AsOf, lastDay, facts.Minutes, facts.Activities, facts.PeopleHelped);
        (Kinds, SpanAsWritten, Source) = (facts.Kinds, facts.SpanAsWritten, facts.Source);
    }
}

public sealed record PriorTotalFacts(
    PartialDate AsOf, int? Minutes, Quantity? Activities, Quantity? PeopleHelped, IReadOnlyList<string> Kinds, string? SpanAsWritten, Source Source);
