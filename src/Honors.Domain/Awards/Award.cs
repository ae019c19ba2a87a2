using Honors.Domain.Accounts;
using Honors.Domain.Decisions;
using Honors.Domain.Nominations;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Awards;

/// <summary>
/// A title given to a recipient: conferred by a decision of the registry, or given before it or outside it and entered from its source. Such an
/// entry counts and is shown once a second person has confirmed it.
/// </summary>
public sealed class Award : IRecorded, IDated
{
    public const int CeremonyMaxLength = 200, DocumentMaxLength = 100, RecipientMaxLength = 100;

    private List<Link> _teams = [], _villageAssignments = [], _deeds = [], _deployments = [], _serviceHours = [];
    private List<Link> _jointBodies = [];
    private List<AwardMember> _members = [];

    private Award() { }

    public Guid Id { get; private set; }

    public Guid TitleId { get; private set; }

    /// <summary>Null where the recipient is a body, or only a name on an old list.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>A unit or team that was honoured (先进集体).</summary>
    public Guid? OrganizationId { get; private set; }

    /// <summary>The recipient as an old list prints it, until someone links it; never public.</summary>
    public string? RecipientAsPrinted { get; private set; }

    /// <summary>Of people who acted together once (先进群体): one award, counted once.</summary>
    public string? GroupName { get; private set; }

    public IReadOnlyCollection<AwardMember> Members => _members;

    /// <summary>Null: the source does not say who granted it (未载明).</summary>
    public Guid? GrantingBodyId { get; private set; }

    /// <summary>Bodies that granted it together with that one.</summary>
    public IReadOnlyCollection<Link> JointBodies => _jointBodies;

    public PartialDate ConferredOn { get; private set; } = PartialDate.Unknown;

    public LocalDate SortDay { get; private set; }

    /// <summary>The meeting at which it was given: 全市第十一次见义勇为先进奖励大会.</summary>
    public string? Ceremony { get; private set; }

    public string? DocumentNumber { get; private set; }

    /// <summary>追授.</summary>
    public bool Posthumous { get; private set; }

    /// <summary>Where it belongs on the honour roll: the division of the title's level.</summary>
    public long DivisionCode { get; private set; }

    public Source Source { get; private set; } = null!;

    public IReadOnlyCollection<Link> Teams => _teams;

    public IReadOnlyCollection<Link> VillageAssignments => _villageAssignments;

    public IReadOnlyCollection<Link> Deeds => _deeds;

    public IReadOnlyCollection<Link> Deployments => _deployments;

    public IReadOnlyCollection<Link> ServiceHours => _serviceHours;

    /// <summary>The decision that conferred it; null of an award from before the registry.</summary>
    public Guid? DecisionId { get; private set; }

    public Guid? NominationId { get; private set; }

    /// <summary>Null where a citizen or the recipient did.</summary>
    public Guid? NominatedBy { get; private set; }

    /// <summary>The word with which it was given, by its procedure; null where none is known.</summary>
    public Verb? Verb { get; private set; }

    /// <summary>What came with it, by its procedure.</summary>
    public Reward? Reward { get; private set; }

    /// <summary>Seen by the office, the granting bodies, who nominated and who received it; to everybody else it is not there.</summary>
    public bool Confidential { get; private set; }

    /// <summary>What the recipient asked for, oldest first.</summary>
    public IReadOnlyList<RecipientWish> Wishes { get; private set; } = [];

    /// <summary>Whether the last wish about it was that it is not published under the recipient's name; kept beside <see cref="Wishes"/> to be searched.</summary>
    public bool NotPublished { get; private set; }

    public AwardStatus Status { get; private set; }

    public Signature Recorded { get; private set; } = null!;

    public Signature? Confirmed { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>award.one-recipient</c>; <c>award.in-future</c>.</exception>
    public static Award RecordFromSource(Guid id, AwardFacts facts, RecordingBody by, Actor actor, Instant now)
    {
        var award = new Award { Id = id, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        award.Put(facts, actor, now);
        return award;
    }

    /// <summary>By a confirmed decision: it counts from the start.</summary>
    internal static Award Confer(Decision decision, DecidedCase decided, Instant now)
    {
        var (nomination, entry) = (decided.Nomination, decision.Entries.Single(e => e.NominationId == decided.Nomination.Id));
        var bodies = decision.Bodies.Select(b => b.Id).ToList();
        var award = new Award
        {
            Id = decided.AwardId,
            DecisionId = decision.Id,
            NominationId = nomination.Id,
            NominatedBy = nomination.Nominator.IsBody() ? nomination.RecordedBy : null,
            GroupName = nomination.GroupName,
            Verb = decided.Procedure.Verb,
            Reward = decided.Procedure.Reward,
            Confidential = decision.Confidential,
            Status = AwardStatus.Confirmed,
            Recorded = decision.Entered[^1],
            Confirmed = decision.Confirmed,
            RecordedBy = decision.RecordedBy,
            RecordedIn = decision.RecordedIn,
        };
        award._jointBodies = Link.To(bodies.Skip(1));
        award._members = [.. nomination.Members.Select(m => new AwardMember(m.PersonId))];
        award.Put(
            new AwardFacts(
                nomination.TitleId, nomination.PersonId, nomination.OrganizationId, null, bodies[0], PartialDate.On(decision.DecidedOn), decision.Ceremony?.Name,
                decision.DocumentNumber, nomination.Posthumous, decided.Procedure.DivisionCode,
                new Source(decision.Name, PartialDate.On(decision.DecidedOn), decision.DocumentNumber),
                [.. entry.TeamIds.Union(decided.TeamIds)], [.. entry.VillageAssignmentIds.Union(decided.VillageAssignmentIds)],
                [.. decided.Linked(n => n.Deeds)], [.. decided.Linked(n => n.Deployments)], [.. decided.Linked(n => n.ServiceHours)]),
            now);
        return award;
    }

    /// <summary>Enters what the recipient asks for: not to have it, or not to be published with it. It is kept, whatever is asked later.</summary>
    /// <param name="isOwn">Whether the recipient, or a guardian, asks through their own account: on the page nobody else does.</param>
    /// <exception cref="RuleViolationException">
    /// <c>award.not-in-force</c>; <c>award.wish-in-future</c>; <c>award.page-is-ones-own</c>; <c>award.no-person-behind</c>.
    /// </exception>
    public void Hear(RecipientWish wish, bool isOwn, Actor actor, Instant now)
    {
        if (!actor.IsHuman) throw AwardRules.NoPersonBehind();
        if (wish.Channel is ConsentChannel.Page && !isOwn) throw AwardRules.AnothersPage();
        if (Status is not AwardStatus.Confirmed) throw AwardRules.NotInForce();
        if (wish.On > ChinaTime.Today(now)) throw AwardRules.WishInFuture();

        Wishes = [.. Wishes, wish];
        if (wish.Kind is RecipientWishKind.Decline) Status = AwardStatus.Declined;
        else NotPublished = wish.Kind is RecipientWishKind.NotPublished;
    }

    /// <summary>Rewrites an entry that nobody has confirmed yet; after that only a correction (更正) changes it.</summary>
    /// <exception cref="RuleViolationException"><c>award.already-confirmed</c>, and those of <see cref="RecordFromSource"/>.</exception>
    public void Replace(AwardFacts facts, Actor actor, Instant now)
    {
        if (Status is not AwardStatus.Recorded) throw AwardRules.AlreadyConfirmed();

        Put(facts, actor, now);
    }

    /// <summary>A second person states that the source says so.</summary>
    /// <exception cref="RuleViolationException"><c>award.already-confirmed</c>; <c>award.own-entry</c>; <c>award.own-award</c>; <c>award.no-person-behind</c>.</exception>
    public void Confirm(Actor second, Instant now)
    {
        if (Status is not AwardStatus.Recorded) throw AwardRules.AlreadyConfirmed();
        if (Recorded.IsBy(second)) throw AwardRules.OwnEntry();
        if (!second.IsHuman) throw AwardRules.NoPersonBehind();
        if (IsOf(second)) throw AwardRules.OwnAward();

        (Status, Confirmed) = (AwardStatus.Confirmed, Signature.Of(second, now));
    }

    /// <summary>An entry that nobody has confirmed is its author's to delete.</summary>
    /// <exception cref="RuleViolationException"><c>draft.kept</c>; <c>draft.not-yours</c>.</exception>
    public void RefuseDeletionBy(Actor actor) => Drafts.RefuseDeletion(Status is AwardStatus.Recorded, Recorded, actor);

    internal bool IsOf(Actor actor) => actor.PersonId is { } person && (person == PersonId || _members.Any(m => m.PersonId == person));

    internal bool WasGrantedBy(Guid body) => GrantingBodyId is null || body == GrantingBodyId || _jointBodies.Any(b => b.Id == body);

    /// <summary>What it says now.</summary>
    internal AwardFacts Facts => new(
        TitleId, PersonId, OrganizationId, RecipientAsPrinted, GrantingBodyId, ConferredOn, Ceremony, DocumentNumber, Posthumous, DivisionCode, Source,
        Ids(_teams), Ids(_villageAssignments), Ids(_deeds), Ids(_deployments), Ids(_serviceHours));

    /// <exception cref="RuleViolationException"><c>award.not-in-force</c>; <c>award.not-revoked</c>.</exception>
    internal void MustAllow(AwardChangeKind kind)
    {
        switch (kind)
        {
            case AwardChangeKind.Reinstatement when Status is not AwardStatus.Revoked: throw AwardRules.NotRevoked();
            case AwardChangeKind.Voidance when Status is AwardStatus.Voided: throw AwardRules.NotInForce();
            case AwardChangeKind.Correction or AwardChangeKind.Revocation when Status is not AwardStatus.Confirmed: throw AwardRules.NotInForce();
        }
    }

    internal void Apply(AwardChange change, Instant now)
    {
        Status = change.Kind switch
        {
            AwardChangeKind.Voidance => AwardStatus.Voided,
            AwardChangeKind.Revocation => AwardStatus.Revoked,
            _ => AwardStatus.Confirmed,
        };
        if (change.Facts is { } facts) Put(facts, now);
    }

    internal void Check(AwardFacts facts, Instant now)
    {
        object?[] recipients = [facts.PersonId, facts.OrganizationId, facts.RecipientAsPrinted, GroupName];
        if (recipients.Count(r => r is not null) is not 1) throw AwardRules.NotOneRecipient();
        if (facts.ConferredOn.Earliest > ChinaTime.Today(now)) throw AwardRules.InFuture();
    }

    private static List<Guid> Ids(List<Link> links) => [.. links.Select(l => l.Id)];

    private void Put(AwardFacts facts, Actor actor, Instant now)
    {
        Put(facts, now);
        Recorded = Signature.Of(actor, now);
    }

    private void Put(AwardFacts facts, Instant now)
    {
        Check(facts, now);

        (TitleId, PersonId, OrganizationId, RecipientAsPrinted) = (facts.TitleId, facts.PersonId, facts.OrganizationId, facts.RecipientAsPrinted);
        (GrantingBodyId, ConferredOn, SortDay) = (facts.GrantingBodyId, facts.ConferredOn, facts.ConferredOn.SortDay);
        (Ceremony, DocumentNumber, Posthumous, DivisionCode, Source) = (facts.Ceremony, facts.DocumentNumber, facts.Posthumous, facts.DivisionCode, facts.Source);
        (_teams, _villageAssignments) = (Link.To(facts.TeamIds), Link.To(facts.VillageAssignmentIds));
        (_deeds, _deployments, _serviceHours) = (Link.To(facts.DeedIds), Link.To(facts.DeploymentIds), Link.To(facts.ServiceHourIds));
    }
}

public sealed record AwardFacts(
    Guid TitleId,
    Guid? PersonId,
    Guid? OrganizationId,
    string? RecipientAsPrinted,
    Guid? GrantingBodyId,
    PartialDate ConferredOn,
    string? Ceremony,
    string? DocumentNumber,
    bool Posthumous,
    long DivisionCode,
    Source Source,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> VillageAssignmentIds,
    IReadOnlyList<Guid> DeedIds,
    IReadOnlyList<Guid> DeploymentIds,
    IReadOnlyList<Guid> ServiceHourIds);

public enum AwardStatus
{
    /// <summary>待确认.</summary>
    Recorded,

    /// <summary>已确认.</summary>
    Confirmed,

    /// <summary>已作废: entered by mistake; nowhere public and in no count.</summary>
    Voided,

    /// <summary>已撤销: off the roll and every public page.</summary>
    Revoked,

    /// <summary>本人谢绝: not held, and in no count.</summary>
    Declined,
}

/// <summary>Of a group that was honoured.</summary>
public sealed record AwardMember(Guid PersonId);

/// <summary>What a recipient asked for.</summary>
/// <param name="On">The day of the letter, call or visit.</param>
/// <param name="By">Who entered it.</param>
public sealed record RecipientWish(RecipientWishKind Kind, LocalDate On, ConsentChannel Channel, string? Note, Signature By)
{
    public const int NoteMaxLength = 500;
}

public enum RecipientWishKind
{
    /// <summary>谢绝荣誉.</summary>
    Decline,

    /// <summary>不公开.</summary>
    NotPublished,

    /// <summary>可以公开, after the other.</summary>
    Published,
}
