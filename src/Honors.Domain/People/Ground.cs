using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>
/// Why the public may see something of a person. Nothing of a person is public without one: a personal field is shown where a
/// running ground names it, a record where a running ground lists it.
/// </summary>
public sealed class Ground : IRecorded, IIdentified
{
    public const int MostRecords = 200;

    private readonly List<Link> _records = [];

    private Ground() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public GroundKind Kind { get; private set; }

    public Source Source { get; private set; } = null!;

    public bool ShowsName { get; private set; }

    public bool ShowsUnit { get; private set; }

    /// <summary>Ids of what the source printed: awards, deeds, deployments, postings, prior totals, memberships.</summary>
    public IReadOnlyCollection<Link> Records => _records;

    public Signature Recorded { get; private set; } = null!;

    /// <summary>From here on it shows nothing: the person refused (PIPL art. 27) or the ground was a mistake.</summary>
    public Instant? EndedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <summary>
    /// What was already lawfully public may be shown again, in so far as it was printed, until the person refuses (PIPL art. 13 (6), 27).
    /// </summary>
    /// <exception cref="RuleViolationException"><c>ground.shows-nothing</c>.</exception>
    public static Ground Published(
        Guid id, Guid personId, Source source, bool showsName, bool showsUnit, IEnumerable<Guid> records, RecordingBody by, Actor actor, Instant now)
    {
        var ground = new Ground
        {
            Id = id,
            PersonId = personId,
            Kind = GroundKind.Published,
            Source = source,
            ShowsName = showsName,
            ShowsUnit = showsUnit,
            Recorded = Signature.Of(actor, now),
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
        };
        ground._records.AddRange(Link.To(records));
        return ground is { ShowsName: false, ShowsUnit: false, _records: [] } ? throw PeopleRules.ShowsNothing() : ground;
    }

    /// <exception cref="RuleViolationException"><c>ground.ended</c>.</exception>
    public void End(Instant now)
    {
        if (EndedAt is not null) throw PeopleRules.AlreadyEnded();

        EndedAt = now;
    }
}

public enum GroundKind
{
    /// <summary>已公开: printed before, lawfully; only what it printed.</summary>
    Published,
}
