using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>
/// Why the public may see something of a person. Nothing of a person is public without one: a personal field is shown where a
/// running ground names it, a record where a running ground covers it.
/// </summary>
public sealed class Ground : IRecorded, IIdentified
{
    public const int MostRecords = 200;

    private readonly List<Link> _records = [];

    private Ground() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public GroundKind Kind { get; private set; }

    /// <summary>What printed it; null of a consent.</summary>
    public Source? Source { get; private set; }

    /// <summary>Of a consent, and only then.</summary>
    public Consent? Consent { get; private set; }

    public bool ShowsName { get; private set; }

    public bool ShowsUnit { get; private set; }

    /// <summary>The text of the deeds and deployments that it covers.</summary>
    public bool ShowsStory { get; private set; }

    /// <summary>The sum of hours that have records.</summary>
    public bool ShowsHours { get; private set; }

    /// <summary>Whether a portrait was part of what was agreed to or printed.</summary>
    public bool ShowsPortrait { get; private set; }

    /// <summary>The very picture that it lets the public see, and no other; null while none was handed in.</summary>
    public Guid? PortraitFileId { get; private set; }

    /// <summary>Ids of awards, deeds, deployments, postings, prior totals, memberships.</summary>
    public IReadOnlyCollection<Link> Records => _records;

    /// <summary>Kinds of which it covers every record, those to come too; of a consent alone.</summary>
    public IReadOnlyList<ShownRecord> AllOf { get; private set; } = [];

    /// <summary>Whether awards are among <see cref="AllOf"/>; kept beside it to be searched.</summary>
    public bool CoversAllAwards { get; private set; }

    public Signature Recorded { get; private set; } = null!;

    /// <summary>A guardian has consented, and the minor has still to agree (民法典 §19): until then it shows nothing.</summary>
    public bool AwaitsOwnSay { get; private set; }

    /// <summary>When the minor agreed to what the guardian had consented to.</summary>
    public Signature? OwnSay { get; private set; }

    /// <summary>Last day on which it shows anything, inclusive; null while no end is set.</summary>
    public LocalDate? Until { get; private set; }

    /// <summary>From here on it shows nothing: a consent was withdrawn (撤回, PIPL art. 15), the person refused (art. 27) or the ground was a mistake.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Who ended it.</summary>
    public Signature? Ended { get; private set; }

    /// <summary>Who asked for the end; null where the body found it a mistake.</summary>
    public Speaker? EndingAskedBy { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <summary>
    /// What was already lawfully public may be shown again, in so far as it was printed, until the person refuses (PIPL art. 13 (6), 27).
    /// </summary>
    /// <exception cref="RuleViolationException"><c>ground.shows-nothing</c>; <c>ground.names-records</c>: it covers no kind as a whole.</exception>
    public static Ground Published(Guid id, Guid personId, Source source, Shown shown, RecordingBody by, Actor actor, Instant now)
    {
        var ground = Printed(GroundKind.Published, id, personId, shown, by, actor, now);
        ground.Source = source;
        return ground;
    }

    /// <summary>What a required notice or decision prints may be shown as long as its procedure says (PIPL art. 13 (3)).</summary>
    /// <param name="source">The notice or the decision.</param>
    /// <param name="until">The last day, inclusive.</param>
    /// <inheritdoc cref="Published" path="/exception"/>
    public static Ground Notice(Guid id, Guid personId, Source source, LocalDate until, Shown shown, RecordingBody by, Actor actor, Instant now)
    {
        var ground = Printed(GroundKind.Notice, id, personId, shown, by, actor, now);
        (ground.Source, ground.Until) = (source, until);
        return ground;
    }

    /// <summary>What those who speak for the person have agreed to may be shown until they withdraw it.</summary>
    /// <param name="guardianships">Those of the person.</param>
    /// <exception cref="RuleViolationException"><c>ground.shows-nothing</c>; a code of <see cref="ConsentRules"/>.</exception>
    public static Ground Consented(
        Guid id, Person person, Consent consent, IReadOnlyCollection<Guardianship> guardianships, Shown shown, RecordingBody by, Actor actor, Instant now)
    {
        var awaitsOwnSay = consent.Check(person, guardianships, actor, ChinaTime.Today(now));
        var ground = Record(GroundKind.Consent, id, person.Id, shown, by, actor, now);
        (ground.Consent, ground.AwaitsOwnSay) = (consent, awaitsOwnSay);
        return ground;
    }

    /// <summary>Nothing printed outweighs that a child's guardian must consent (PIPL art. 31).</summary>
    /// <exception cref="RuleViolationException"><c>ground.child</c>: the person is under 14.</exception>
    public void RefuseForChild(Person person, Instant now)
    {
        if (Kind is not GroundKind.Consent && person.Born.IsUnder(Age.Child, ChinaTime.Today(now)) is true) throw PeopleRules.ChildNeedsConsent();
    }

    /// <summary>The minor agrees, through their own account, to what the guardian has consented to: from now on it shows what it names.</summary>
    /// <exception cref="RuleViolationException"><c>consent.own-say-is-ones-own</c>; <c>ground.ended</c>; <c>ground.own-say-unasked</c>: it waits for none.</exception>
    public void Agree(Actor actor, Instant now)
    {
        if (!actor.IsHuman || actor.PersonId != PersonId) throw ConsentRules.AnothersSay();
        if (EndedAt is not null) throw PeopleRules.AlreadyEnded();
        if (!AwaitsOwnSay) throw PeopleRules.NoSayAwaited();

        (Consent, AwaitsOwnSay, OwnSay) = (Consent!.WithOwnSay(), false, Signature.Of(actor, now));
    }

    /// <param name="askedBy">Who asked for it; null: nobody did, it was a mistake.</param>
    /// <exception cref="RuleViolationException"><c>ground.ended</c>.</exception>
    public void End(Speaker? askedBy, Actor actor, Instant now)
    {
        if (EndedAt is not null) throw PeopleRules.AlreadyEnded();

        (EndedAt, Ended, EndingAskedBy) = (now, Signature.Of(actor, now), askedBy);
    }

    private static Ground Printed(GroundKind kind, Guid id, Guid personId, Shown shown, RecordingBody by, Actor actor, Instant now) =>
        shown.AllOf is [] ? Record(kind, id, personId, shown, by, actor, now) : throw PeopleRules.GroundNamesRecords();

    private static Ground Record(GroundKind kind, Guid id, Guid personId, Shown shown, RecordingBody by, Actor actor, Instant now)
    {
        if (shown is { Name: false, Unit: false, Story: false, Hours: false, Portrait: false, Records: [], AllOf: [] }) throw PeopleRules.ShowsNothing();
        if (shown is { Portrait: false, PortraitFileId: not null }) throw PeopleRules.PartUnfit("portraitFileId");

        var ground = new Ground
        {
            Id = id,
            PersonId = personId,
            Kind = kind,
            ShowsName = shown.Name,
            ShowsUnit = shown.Unit,
            ShowsStory = shown.Story,
            ShowsHours = shown.Hours,
            ShowsPortrait = shown.Portrait,
            PortraitFileId = shown.PortraitFileId,
            AllOf = [.. shown.AllOf.Distinct()],
            CoversAllAwards = shown.AllOf.Contains(ShownRecord.Award),
            Recorded = Signature.Of(actor, now),
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
        };
        ground._records.AddRange(Link.To(shown.Records));
        return ground;
    }
}

/// <summary>What a ground lets the public see: fields of the person, and records one by one or all of a kind.</summary>
public sealed record Shown
{
    public bool Name { get; init; }

    public bool Unit { get; init; }

    public bool Story { get; init; }

    public bool Hours { get; init; }

    public bool Portrait { get; init; }

    /// <summary>Which picture; only with <see cref="Portrait"/>.</summary>
    public Guid? PortraitFileId { get; init; }

    public IReadOnlyList<Guid> Records { get; init; } = [];

    public IReadOnlyList<ShownRecord> AllOf { get; init; } = [];
}

public enum GroundKind
{
    /// <summary>已公开: printed before, lawfully; only what it printed.</summary>
    Published,

    /// <summary>同意: of the person, of a minor's guardian, of the near kin of the dead.</summary>
    Consent,

    /// <summary>法定公示: what a required notice or decision prints, for its time.</summary>
    Notice,
}

/// <summary>Kinds of records that a person's public page can show.</summary>
public enum ShownRecord
{
    Award,
    Deed,
    Deployment,
    VillageAssignment,
    PriorTotal,
    Membership,
}
