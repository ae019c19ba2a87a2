using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Deeds;

/// <summary>
/// An act (事迹): when, where, what, and who was helped as a kind and a count, never as a person. May be decades old; may carry no
/// award, one or several.
/// </summary>
public sealed class Deed : IRecorded, IDated
{
    public const int NameMaxLength = 100, PlaceMaxLength = 200, SummaryMaxLength = 2000, TimeAsWrittenMaxLength = 50, EvidenceMaxLength = 1000;
    public const int MostActors = 50, MostHelped = 20;

    private List<DeedActor> _actors = [];
    private List<Link> _teams = [], _villageAssignments = [];

    private Deed() { }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public DeedKind Kind { get; private set; }

    public PartialDate When { get; private set; } = PartialDate.Unknown;

    public LocalDate SortDay { get; private set; }

    /// <summary>The time of day in the source's words: 中午上班途中.</summary>
    public string? TimeAsWritten { get; private set; }

    public string? Place { get; private set; }

    /// <summary>Null where the source does not say where it was.</summary>
    public long? DivisionCode { get; private set; }

    /// <summary>The act, for readers; reviewed so that nobody else can be recognised in it.</summary>
    public string? Summary { get; private set; }

    /// <summary>Witnesses, papers, pictures: what there is and who holds it; never public.</summary>
    public string? Evidence { get; private set; }

    public IReadOnlyCollection<DeedActor> Actors => _actors;

    public IReadOnlyList<Helped> Helped { get; private set; } = [];

    public IReadOnlyCollection<Link> Teams => _teams;

    public IReadOnlyCollection<Link> VillageAssignments => _villageAssignments;

    public Source? Source { get; private set; }

    public Signature Recorded { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>deed.*</c> of <see cref="DeedRules"/>.</exception>
    public static Deed Record(Guid id, DeedFacts facts, RecordingBody by, Actor actor, Instant now)
    {
        var deed = new Deed { Id = id, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        deed.Replace(facts, actor, now);
        return deed;
    }

    /// <inheritdoc cref="Record"/>
    public void Replace(DeedFacts facts, Actor actor, Instant now)
    {
        if (facts.When.Earliest > ChinaTime.Today(now)) throw DeedRules.InFuture();
        if (facts.Actors is []) throw DeedRules.NoActor();
        if (facts.Actors.DistinctBy(a => a.PersonId).Count() < facts.Actors.Count) throw DeedRules.ActorTwice();
        if (facts.Helped.Any(h => h.Count.Value is 0)) throw DeedRules.NobodyHelped();

        (Name, Kind, When, SortDay, TimeAsWritten) = (facts.Name, facts.Kind, facts.When, facts.When.SortDay, facts.TimeAsWritten);
        (Place, DivisionCode, Summary, Evidence, Source) = (facts.Place, facts.DivisionCode, facts.Summary, facts.Evidence, facts.Source);
        (Helped, Recorded, _actors) = (facts.Helped, Signature.Of(actor, now), [.. facts.Actors]);
        (_teams, _villageAssignments) = (Link.To(facts.TeamIds), Link.To(facts.VillageAssignmentIds));
    }
}

public sealed record DeedFacts(
    string Name,
    DeedKind Kind,
    PartialDate When,
    string? TimeAsWritten,
    string? Place,
    long? DivisionCode,
    string? Summary,
    string? Evidence,
    IReadOnlyList<DeedActor> Actors,
    IReadOnlyList<Helped> Helped,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> VillageAssignmentIds,
    Source? Source);

/// <summary>Who did it.</summary>
/// <param name="Age">In whole years on that day, where the source says so; never public.</param>
public sealed record DeedActor(Guid PersonId, int? Age);

/// <summary>Who was helped: a kind and a count. A minor or a sick person is nowhere more than this.</summary>
public sealed record Helped(HelpedKind Kind, Quantity Count, HelpedOutcome Outcome);

public enum HelpedKind { Unspecified, Child, Adult, Elderly, Disabled }

public enum HelpedOutcome { Unknown, Survived, Injured, Died }

public enum DeedKind
{
    /// <summary>抢险救灾救人: drowning, fire, accident.</summary>
    LifeSaving,

    /// <summary>制止违法犯罪.</summary>
    StoppingCrime,

    /// <summary>助人为乐.</summary>
    Helping,

    /// <summary>诚实守信.</summary>
    Honesty,

    /// <summary>敬业奉献.</summary>
    Dedication,

    /// <summary>孝老爱亲.</summary>
    FamilyCare,
    Other,
}
