using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>
/// What one person gave in one activity (民政部令67号 art. 7: name, day, place, content, time actually given, organiser, person in
/// charge). Counts once another person has verified it.
/// </summary>
public sealed partial class ServiceRecord : IRecorded, IDated
{
    public const int ActivityMaxLength = 100, PlaceMaxLength = 100, ContentMaxLength = 1000, InChargeMaxLength = 50, EvidenceMaxLength = 500, ReasonMaxLength = 200;

    /// <summary>A week: the longest that one record may last.</summary>
    public const int MostMinutes = MostDays * 24 * 60, MostDays = 7;

    private readonly List<ServiceDay> _days = [];
    private List<Link> _teams = [], _villageAssignments = [];

    private ServiceRecord() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string Activity { get; private set; } = "";

    public ServiceCategory Category { get; private set; }

    public string? Place { get; private set; }

    public string? Content { get; private set; }

    /// <summary>The body that organised the activity; who organises records and certifies.</summary>
    public Guid OrganizerId { get; private set; }

    public string? InCharge { get; private set; }

    public string? Evidence { get; private set; }

    /// <summary>The local day, or the first of them.</summary>
    public LocalDate ServedOn { get; private set; }

    public LocalDate SortDay { get; private set; }

    /// <summary>Inclusive; null where only the day is known.</summary>
    public Instant? StartsAt { get; private set; }

    /// <summary>Exclusive; null where only the day is known.</summary>
    public Instant? EndsAt { get; private set; }

    /// <summary>Minutes actually given, without the way there and back (art. 7); at most the length of the interval.</summary>
    public int Minutes { get; private set; }

    /// <summary>The way there and back: kept, and counted only where the rule says so.</summary>
    public int TravelMinutes { get; private set; }

    public ActivityKind Kind { get; private set; }

    /// <summary>Of an emergency deployment, which the tiers and limits of a day leave apart.</summary>
    public bool IsEmergency { get; private set; }

    public Provenance Provenance { get; private set; }

    /// <summary>Why it was recorded later than the law asks.</summary>
    public string? LateReason { get; private set; }

    /// <summary>The day of its first entry, which a rewriting does not move.</summary>
    public LocalDate EnteredOn { get; private set; }

    /// <summary>服务质量评价: the last one holds.</summary>
    public IReadOnlyList<Appraisal> Appraisals { get; private set; } = [];

    /// <summary>The minutes by local day: across midnight or New Year each day and year counts its own.</summary>
    public IReadOnlyCollection<ServiceDay> Days => _days;

    public IReadOnlyCollection<Link> Teams => _teams;

    public IReadOnlyCollection<Link> VillageAssignments => _villageAssignments;

    public ServiceStatus Status { get; private set; }

    public Signature Logged { get; private set; } = null!;

    /// <summary>The moments of the signatures, which are kept whole and never searched.</summary>
    public Instant LoggedAt { get => Logged.At; private set { } }

    /// <inheritdoc cref="LoggedAt"/>
    public Instant? SettledAt { get => Settled?.At; private set { } }

    /// <inheritdoc cref="LoggedAt"/>
    public Instant? ReversedAt { get => Reversed?.At; private set { } }

    /// <inheritdoc cref="LoggedAt"/>
    public Instant? DecidedAt { get => Decided?.At; private set { } }

    /// <inheritdoc cref="LoggedAt"/>
    public Instant? DeniedAt { get => Denied?.At; private set { } }

    /// <inheritdoc cref="LoggedAt"/>
    public Instant? VerifiedBeforeDenialAt { get => VerifiedBeforeDenial?.At; private set { } }

    /// <summary>Who reversed it, and when; null while it stands.</summary>
    public Signature? Reversed { get; private set; }

    public string? ReversalReason { get; private set; }

    /// <summary>The reversed record in whose place this one was logged.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>The record that was logged in the place of this reversed one.</summary>
    public Guid? ReplacedById { get; private set; }

    /// <summary>The deployment whose roster made it; such hours change only with that roster.</summary>
    public Guid? DeploymentId { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <summary>Writes down hours that await another person's check. Whether they overlap others of the person is asked before (<see cref="Overlap"/>).</summary>
    /// <exception cref="RuleViolationException"><c>service-hours.*</c> of <see cref="ServiceHoursRules"/>.</exception>
    public static ServiceRecord Log(Guid id, Guid personId, ServiceFacts facts, RecordingBody by, Actor actor, Instant now)
    {
        var record = new ServiceRecord
        {
            Id = id,
            PersonId = personId,
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
            Logged = Signature.Of(actor, now),
            EnteredOn = ChinaTime.Today(now),
        };
        record.Put(facts, now);
        return record;
    }

    /// <summary>What the closing of a deployment makes of a roster line: unverified, or contested where another record claims the same time.</summary>
    /// <inheritdoc cref="Log"/>
    internal static ServiceRecord FromRoster(
        Guid personId, ServiceFacts facts, Guid deploymentId, bool isEmergency, ServiceRecord? against, RecordingBody by, Actor actor, Instant now)
    {
        var record = Log(Guid.CreateVersion7(), personId, facts, by, actor, now);
        (record.DeploymentId, record.IsEmergency) = (deploymentId, isEmergency);
        if (against is null) return record;

        (record.Status, record.ContestedWithId, record.ContestedWithBodyId) = (ServiceStatus.Contested, against.Id, against.RecordedBy);
        return record;
    }

    /// <summary>Rewrites hours that nobody has settled yet. Whoever rewrites them has logged them, and cannot verify them.</summary>
    /// <exception cref="RuleViolationException"><c>service-hours.already-settled</c>; <c>service-hours.from-roster</c>; and those of <see cref="Log"/>.</exception>
    public void Replace(ServiceFacts facts, Actor actor, Instant now)
    {
        if (DeploymentId is not null) throw ServiceHoursRules.FromRoster();
        if (Status is not ServiceStatus.Logged) throw ServiceHoursRules.AlreadySettled(Status);

        Logged = Signature.Of(actor, now);
        Put(facts, now);
        FollowThere(NationalState.ToReportAgain, NationalAct.Changed, actor, now);
    }

    /// <summary>Whether both have times and those intersect.</summary>
    public bool Meets(ServiceRecord other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;

    /// <summary>冲正: the record stays, counts nothing, and frees its time. Who may is asked before (<see cref="RefuseReversalBy"/>).</summary>
    /// <exception cref="RuleViolationException"><c>service-hours.not-reversible</c>: it counts nothing already.</exception>
    public void Reverse(string reason, Actor actor, Instant now)
    {
        if (Status is not (ServiceStatus.Logged or ServiceStatus.Verified or ServiceStatus.Contested)) throw ServiceHoursRules.NothingToReverse(Status);

        (Status, Reversed, ReversalReason) = (ServiceStatus.Reversed, Signature.Of(actor, now), reason);
        FollowThere(NationalState.ToWithdraw, NationalAct.Reversed, actor, now);
    }

    /// <summary>What two people made count, two people take back: verified hours are reversed by a second pair of eyes, as they were verified.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>service-hours.from-roster</c>: they change only with their deployment; <c>service-hours.own-record</c>; <c>service-hours.no-person-behind</c>;
    /// <c>service-hours.own-hours</c>.
    /// </exception>
    public void RefuseReversalBy(Actor actor)
    {
        if (DeploymentId is not null) throw ServiceHoursRules.FromRoster();
        if (Status is ServiceStatus.Verified) RequireSecondPerson(actor);
    }

    /// <summary>Logs, in the name of the same body, what takes the place of this reversed record; it awaits verification like any other.</summary>
    /// <exception cref="RuleViolationException">Those of <see cref="Log"/>.</exception>
    public ServiceRecord Reissue(Guid id, ServiceFacts facts, Actor actor, Instant now)
    {
        var replacement = Log(id, PersonId, facts, new RecordingBody(RecordedBy, RecordedIn), actor, now);
        (replacement.ReplacesId, ReplacedById) = (Id, id);
        return replacement;
    }

    /// <summary>评价: how well it was given, as the recorder's side found. A later one stands beside the earlier and holds.</summary>
    /// <exception cref="RuleViolationException"><c>service-hours.nothing-to-appraise</c>; <c>service-hours.appraisal-day</c>: before the service or in the
    /// future; <c>service-hours.own-hours</c>; <c>text.personal-number</c>.</exception>
    public void Appraise(ServiceQuality quality, string? remark, LocalDate on, Actor actor, Instant now)
    {
        if (Status is ServiceStatus.Rejected or ServiceStatus.Reversed || Appraisals.Count >= Appraisal.Most) throw ServiceHoursRules.NothingToAppraise();
        if (on < _days.Max(d => d.Day) || on > ChinaTime.Today(now)) throw ServiceHoursRules.AppraisalDay();
        if (actor.Is(PersonId)) throw ServiceHoursRules.OwnHours();
        PersonalNumbers.Refuse(remark, "remark");

        Appraisals = [.. Appraisals, new Appraisal(quality, remark, on, Signature.Of(actor, now))];
    }

    /// <summary>A draft is its author's to delete; what was settled, denied, reversed, issued in another's place or made by a roster stays.</summary>
    /// <exception cref="RuleViolationException"><c>draft.kept</c>; <c>draft.not-yours</c>.</exception>
    public void RefuseDeletionBy(Actor actor) =>
        Drafts.RefuseDeletion(Status is ServiceStatus.Logged && ReplacesId is null && DeploymentId is null && Denied is null, Logged, actor);

    private void Put(ServiceFacts facts, Instant now)
    {
        var (servedOn, days) = facts.SpreadOverDays(now);

        (Activity, Category, Place, Content) = (facts.Activity, facts.Category, facts.Place, facts.Content);
        (OrganizerId, InCharge, Evidence, Provenance) = (facts.OrganizerId, facts.InCharge, facts.Evidence, facts.Provenance);
        (Kind, TravelMinutes, LateReason) = (facts.Kind, facts.TravelMinutes, facts.LateReason);
        (ServedOn, SortDay, StartsAt, EndsAt, Minutes) = (servedOn, servedOn, facts.StartsAt, facts.EndsAt, days.Sum(d => d.Minutes));
        (_teams, _villageAssignments) = (Link.To(facts.TeamIds), Link.To(facts.VillageAssignmentIds));
        _days.Clear();
        _days.AddRange(days.Select(d => new ServiceDay(d.Day, d.Minutes)));
    }
}
