using Honors.Domain.Accounts;
using Honors.Domain.People;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Mergers;

/// <summary>
/// 合并: that two records of people are of one human. Proposed by one person and confirmed by another, since it changes what counts; from then on
/// every record that named the other names the survivor, and the merger knows each of them, so that it can be taken back exactly.
/// </summary>
public sealed class PersonMerger : IRecorded, IIdentified
{
    public const int ReasonMaxLength = 500, EvidenceMaxLength = 500;

    private List<MovedReference> _moved = [];

    private PersonMerger() { }

    public Guid Id { get; private set; }

    /// <summary>The survivor; if that one is merged in turn, whoever stands for them.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Whoever is the survivor's other record; nobody sees it while the merger is in effect.</summary>
    public Guid OtherId { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>How it is known that they are one: papers, and who holds them. No number stands here.</summary>
    public string? Evidence { get; private set; }

    public PersonMergerStatus Status { get; private set; }

    public Signature Proposed { get; private set; } = null!;

    /// <summary>Who confirmed or rejected it, and when; null while it waits.</summary>
    public Signature? Settled { get; private set; }

    public string? RejectionReason { get; private set; }

    /// <summary>Who took it back, and when.</summary>
    public Signature? Separated { get; private set; }

    public string? SeparationReason { get; private set; }

    /// <summary>Everything that named the other and names the survivor since.</summary>
    public IReadOnlyCollection<MovedReference> Moved => _moved;

    /// <summary>The body that recorded the other: while the merger is in effect it sees the survivor in the other's place.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public Guid SurvivorRecordedBy { get; private set; }

    public long SurvivorRecordedIn { get; private set; }

    /// <summary>States that both are one. Whether the proposer's office stands above both bodies is asked before.</summary>
    /// <exception cref="RuleViolationException"><c>merger.same-person</c>; <c>merger.own</c>; <c>merger.no-person-behind</c>; <c>merger.pending</c>.</exception>
    public static PersonMerger Propose(
        Guid id, Person survivor, Person other, string reason, string? evidence, bool isOtherPending, Actor actor, Instant now)
    {
        if (survivor.Id == other.Id) throw MergerRules.OnePerson();
        RefuseHand(actor, survivor.Id, other.Id);
        if (isOtherPending) throw MergerRules.AlreadyProposed();

        return new PersonMerger
        {
            Id = id,
            PersonId = survivor.Id,
            OtherId = other.Id,
            Reason = reason,
            Evidence = evidence,
            Proposed = Signature.Of(actor, now),
            RecordedBy = other.RecordedBy,
            RecordedIn = other.RecordedIn,
            SurvivorRecordedBy = survivor.RecordedBy,
            SurvivorRecordedIn = survivor.RecordedIn,
        };
    }

    /// <summary>A second person states the same: from now on they are one. What the other's records name is moved in the same commit.</summary>
    /// <exception cref="RuleViolationException"><c>merger.settled</c>; <c>merger.own-proposal</c>; <c>merger.own</c>; <c>merger.no-person-behind</c>; <c>merger.already-merged</c>.</exception>
    public void Confirm(Person survivor, Person other, Actor second, Instant now)
    {
        if (Status is not PersonMergerStatus.Proposed) throw MergerRules.Settled();
        if (Proposed.IsBy(second)) throw MergerRules.OwnProposal();
        RefuseHand(second, PersonId, OtherId);
        if (survivor.MergedIntoId is not null || other.MergedIntoId is not null) throw MergerRules.AlreadyMerged();

        other.Become(survivor);
        (Status, Settled) = (PersonMergerStatus.InEffect, Signature.Of(second, now));
    }

    /// <summary>Keeps what the confirmation moved.</summary>
    public void Keep(IEnumerable<MovedReference> moved) => _moved = [.. moved];

    /// <summary>Turns a proposal down, or takes one's own back.</summary>
    /// <exception cref="RuleViolationException"><c>merger.settled</c>.</exception>
    public void Reject(string reason, Actor actor, Instant now)
    {
        if (Status is not PersonMergerStatus.Proposed) throw MergerRules.Settled();

        (Status, Settled, RejectionReason) = (PersonMergerStatus.Rejected, Signature.Of(actor, now), reason);
    }

    /// <summary>
    /// 拆分: they are two after all. What two people made true, a second pair of eyes takes back: whoever proposed the merger does not, nor does the
    /// person. What was moved is moved back in the same commit.
    /// </summary>
    /// <exception cref="RuleViolationException"><c>merger.not-in-effect</c>; <c>merger.own-proposal</c>; <c>merger.own</c>; <c>merger.no-person-behind</c>.</exception>
    public void Separate(Person other, string reason, Actor actor, Instant now)
    {
        if (Status is not PersonMergerStatus.InEffect) throw MergerRules.NotInEffect();
        if (Proposed.IsBy(actor)) throw MergerRules.OwnProposal();
        RefuseHand(actor, PersonId, OtherId);

        other.StandAlone();
        (Status, Separated, SeparationReason) = (PersonMergerStatus.Separated, Signature.Of(actor, now), reason);
    }

    private static void RefuseHand(Actor actor, Guid survivor, Guid other)
    {
        if (!actor.IsHuman) throw MergerRules.NoPersonBehind();
        if (actor.Is(survivor) || actor.Is(other)) throw MergerRules.Own();
    }
}

/// <summary>One mention of the other that became one of the survivor.</summary>
/// <param name="Where">The table and the column, or the list within, that names a person: <c>Awards.PersonId</c>.</param>
/// <param name="RecordId">The record that holds it.</param>
/// <param name="Place">Where in the record's list, from 0; null where it has no order.</param>
public sealed record MovedReference(string Where, Guid RecordId, int? Place)
{
    public const int WhereMaxLength = 64;
}

public enum PersonMergerStatus
{
    /// <summary>待第二人确认.</summary>
    Proposed,

    /// <summary>已合并.</summary>
    InEffect,

    /// <summary>未通过, or taken back.</summary>
    Rejected,

    /// <summary>已拆分.</summary>
    Separated,
}
