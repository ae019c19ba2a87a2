using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Awards;

/// <summary>
/// A change of an award that one person proposes and another confirms: 更正, 作废, 撤销 or 恢复. It takes effect with the confirmation; what
/// was true before is kept, and nothing is deleted.
/// </summary>
public sealed class AwardChange : IIdentified
{
    public const int ReasonMaxLength = 500;

    private AwardChange() { }

    public Guid Id { get; private set; }

    public Guid AwardId { get; private set; }

    public AwardChangeKind Kind { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Of a revocation alone.</summary>
    public RevocationGround? Ground { get; private set; }

    /// <summary>The paper by which the granting body revokes or reinstates; null of the other kinds.</summary>
    public GrantingPaper? Paper { get; private set; }

    /// <summary>Of a correction: what shall be true.</summary>
    public AwardFacts? Facts { get; private set; }

    /// <summary>Of a confirmed correction: what the award said until then.</summary>
    public AwardFacts? Before { get; private set; }

    public AwardChangeStatus Status { get; private set; }

    public Signature Proposed { get; private set; } = null!;

    /// <summary>Who confirmed or rejected it, and when; null while it waits.</summary>
    public Signature? Settled { get; private set; }

    public string? RejectionReason { get; private set; }

    /// <summary>Of a confirmed revocation: the last day on which it is announced, inclusive; null of one from before there was such a day.</summary>
    public LocalDate? AnnouncedUntil { get; private set; }

    /// <summary>Whether the granting body's word is needed; the office that owns the title then enters and confirms it.</summary>
    public bool IsOfGrantingBody => Kind is AwardChangeKind.Revocation or AwardChangeKind.Reinstatement;

    /// <summary>更正: other facts of a confirmed award.</summary>
    /// <exception cref="RuleViolationException"><c>award.not-in-force</c>; <c>award.change-pending</c>, and those of <see cref="Award.RecordFromSource"/>.</exception>
    public static AwardChange Correction(Guid id, Award award, AwardFacts facts, string reason, bool isOtherPending, Actor actor, Instant now)
    {
        award.Check(facts, now);
        var change = Propose(id, award, AwardChangeKind.Correction, reason, isOtherPending, actor, now);
        change.Facts = facts;
        return change;
    }

    /// <summary>作废: entered by mistake; out of public view and of every count.</summary>
    /// <exception cref="RuleViolationException"><c>award.not-in-force</c>; <c>award.change-pending</c>.</exception>
    public static AwardChange Voidance(Guid id, Award award, string reason, bool isOtherPending, Actor actor, Instant now) =>
        Propose(id, award, AwardChangeKind.Voidance, reason, isOtherPending, actor, now);

    /// <summary>撤销: by the granting body, on a ground; announced (国家勋章和国家荣誉称号法 art. 18, and the rules of the title).</summary>
    /// <exception cref="RuleViolationException"><c>award.not-in-force</c>; <c>award.change-pending</c>; <c>award.not-the-granting-body</c>; <c>award.paper-in-future</c>.</exception>
    public static AwardChange Revocation(
        Guid id, Award award, RevocationGround ground, GrantingPaper paper, string reason, bool isOtherPending, Actor actor, Instant now)
    {
        var change = Propose(id, award, AwardChangeKind.Revocation, reason, isOtherPending, actor, now);
        (change.Ground, change.Paper) = (ground, paper.Checked(award, now));
        return change;
    }

    /// <summary>恢复 of a revoked award, by the granting body's paper.</summary>
    /// <exception cref="RuleViolationException"><c>award.not-revoked</c>; <c>award.change-pending</c>; <c>award.not-the-granting-body</c>; <c>award.paper-in-future</c>.</exception>
    public static AwardChange Reinstatement(Guid id, Award award, GrantingPaper paper, string reason, bool isOtherPending, Actor actor, Instant now)
    {
        var change = Propose(id, award, AwardChangeKind.Reinstatement, reason, isOtherPending, actor, now);
        change.Paper = paper.Checked(award, now);
        return change;
    }

    /// <summary>A second person states that it is so: from now on the award is as the change says.</summary>
    /// <param name="announcedMonths">How long a revocation is announced.</param>
    /// <exception cref="RuleViolationException"><c>award.change-settled</c>; <c>award.own-change</c>; <c>award.no-person-behind</c>; <c>award.own-award</c>.</exception>
    public void Confirm(Award award, int announcedMonths, Actor second, Instant now)
    {
        if (Status is not AwardChangeStatus.Proposed) throw AwardRules.ChangeSettled();
        if (Proposed.IsBy(second)) throw AwardRules.OwnChange();
        if (!second.IsHuman) throw AwardRules.NoPersonBehind();
        if (award.IsOf(second) || (Facts?.PersonId is { } recipient && recipient == second.PersonId)) throw AwardRules.OwnAward();

        award.MustAllow(Kind);
        Before = Kind is AwardChangeKind.Correction ? award.Facts : null;
        AnnouncedUntil = Kind is AwardChangeKind.Revocation ? ChinaTime.Today(now).PlusMonths(announcedMonths) : null;
        award.Apply(this, now);
        (Status, Settled) = (AwardChangeStatus.Confirmed, Signature.Of(second, now));
    }

    /// <summary>Turns a proposal down, or takes one's own back: the award stays as it was.</summary>
    /// <exception cref="RuleViolationException"><c>award.change-settled</c>.</exception>
    public void Reject(string reason, Actor actor, Instant now)
    {
        if (Status is not AwardChangeStatus.Proposed) throw AwardRules.ChangeSettled();

        (Status, Settled, RejectionReason) = (AwardChangeStatus.Rejected, Signature.Of(actor, now), reason);
    }

    private static AwardChange Propose(Guid id, Award award, AwardChangeKind kind, string reason, bool isOtherPending, Actor actor, Instant now)
    {
        award.MustAllow(kind);
        if (isOtherPending) throw AwardRules.ChangePending();

        return new AwardChange { Id = id, AwardId = award.Id, Kind = kind, Reason = reason, Proposed = Signature.Of(actor, now) };
    }
}

/// <summary>The paper of a granting body: whose it is, its number and its day.</summary>
public sealed record GrantingPaper(Guid BodyId, string DocumentNumber, LocalDate IssuedOn)
{
    internal GrantingPaper Checked(Award award, Instant now)
    {
        if (!award.WasGrantedBy(BodyId)) throw AwardRules.NotTheGrantingBody();
        if (IssuedOn > ChinaTime.Today(now)) throw AwardRules.PaperInFuture();

        return this;
    }
}

public enum AwardChangeKind
{
    /// <summary>更正.</summary>
    Correction,

    /// <summary>作废.</summary>
    Voidance,

    /// <summary>撤销.</summary>
    Revocation,

    /// <summary>恢复.</summary>
    Reinstatement,
}

public enum AwardChangeStatus
{
    /// <summary>待第二人确认.</summary>
    Proposed,

    /// <summary>已生效.</summary>
    Confirmed,

    /// <summary>未通过, or taken back.</summary>
    Rejected,
}

/// <summary>
/// Why a granting body takes a title back: the grounds of 国家勋章和国家荣誉称号法 art. 18, of 辽宁's commendation rules of 2016 and of local
/// reward regulations.
/// </summary>
public enum RevocationGround
{
    /// <summary>事迹虚假.</summary>
    FalseDeeds,

    /// <summary>隐瞒严重错误.</summary>
    HiddenFaults,

    /// <summary>严重违反规定程序.</summary>
    ProcedureBreached,

    /// <summary>犯罪受刑事处罚.</summary>
    Crime,

    /// <summary>严重违纪违法受处分.</summary>
    Discipline,

    /// <summary>违反政策法规.</summary>
    LawBreached,

    /// <summary>道德失范，影响恶劣 or without change after a warning.</summary>
    MoralFailing,

    /// <summary>经营失信.</summary>
    DishonestBusiness,

    /// <summary>赌博、吸毒、封建迷信.</summary>
    Vice,

    /// <summary>非法离境.</summary>
    IllegalDeparture,

    /// <summary>其他严重损害荣誉声誉的行为.</summary>
    HarmToHonour,
}
