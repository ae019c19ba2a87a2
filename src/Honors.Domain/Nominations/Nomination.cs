using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>
/// A body's proposal that somebody be given a title, and what the title's owner does with it: draft, submitted, accepted; or returned once for
/// completion, or refused. Every step is dated and signed; the clocks are those of the procedure that held when it was first submitted.
/// </summary>
public sealed partial class Nomination : IRecorded, IDated
{
    public const int SummaryMaxLength = 2000, NoteMaxLength = 500, GroupNameMaxLength = 100, MostMembers = 100, MostEvidence = 50;

    private List<Link> _deeds = [], _deployments = [], _serviceHours = [], _awards = [];
    private List<GroupMember> _members = [];

    private Nomination() { }

    public Guid Id { get; private set; }

    public Guid TitleId { get; private set; }

    /// <summary>The title's owner when it was drafted: the office whose case it becomes.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>The version of the title's procedure that holds for this case; null for a draft.</summary>
    public Guid? ProcedureId { get; private set; }

    public NominatorKind Nominator { get; private set; }

    public RecipientKind NomineeKind { get; private set; }

    public Guid? PersonId { get; private set; }

    /// <summary>The unit or team that is nominated.</summary>
    public Guid? OrganizationId { get; private set; }

    /// <summary>What an ad hoc group is called: 河湾救人群体.</summary>
    public string? GroupName { get; private set; }

    public IReadOnlyCollection<GroupMember> Members => _members;

    /// <summary>追授.</summary>
    public bool Posthumous { get; private set; }

    public string Summary { get; private set; } = "";

    public IReadOnlyList<EvidenceItem> Evidence { get; private set; } = [];

    /// <summary>Why the nominee may stand in a public notice, or must not.</summary>
    public NoticeGround? Ground { get; private set; }

    /// <summary>Seen by nobody but the body that nominates and the office whose case it is.</summary>
    public bool Confidential { get; private set; }

    /// <summary>Why a deed from before the filing limit is put forward now.</summary>
    public string? LateReason { get; private set; }

    public IReadOnlyCollection<Link> Deeds => _deeds;

    public IReadOnlyCollection<Link> Deployments => _deployments;

    public IReadOnlyCollection<Link> ServiceHours => _serviceHours;

    public IReadOnlyCollection<Link> Awards => _awards;

    public NominationStatus Status { get; private set; }

    /// <summary>Who must act next; nobody once it is settled, or while it is a draft.</summary>
    public WaitsFor WaitsFor { get; private set; }

    /// <summary>The last day for that, inclusive; null where the procedure sets none.</summary>
    public LocalDate? DueOn { get; private set; }

    /// <summary>What was done so far, oldest first.</summary>
    public IReadOnlyList<StepTaken> Steps { get; private set; } = [];

    /// <summary>When it was first submitted; null for a draft.</summary>
    public LocalDate? SubmittedOn { get; private set; }

    /// <summary>Whether it was accepted, returned or refused by its day, the first time; null until then, and where no day was set.</summary>
    public bool? AnsweredInTime { get; private set; }

    /// <summary>What the owner does with it once it is accepted; null until then.</summary>
    public Case? Case { get; private set; }

    public LocalDate SortDay { get; private set; }

    public Signature Drafted { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>nomination.*</c> of <see cref="NominationRules"/>.</exception>
    public static Nomination Draft(Guid id, Title title, NominationFacts facts, NominatorKind nominator, RecordingBody by, Actor actor, Instant now)
    {
        var nomination = Of(id, title, nominator, by, now);
        nomination.Put(facts, actor, now);
        return nomination;
    }

    /// <summary>Rewrites a draft, or completes what was returned.</summary>
    /// <exception cref="RuleViolationException"><c>nomination.not-open-to-change</c>, and those of <see cref="Draft"/>.</exception>
    public void Replace(NominationFacts facts, Actor actor, Instant now)
    {
        if (Status is not (NominationStatus.Draft or NominationStatus.Returned)) throw NominationRules.NotOpenToChange(Status);

        Put(facts, actor, now);
    }

    /// <summary>Hands it to the title's owner, for the first time or completed. A returned one keeps its procedure.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>nomination.wrong-state</c>; what the procedure asks and is missing (<see cref="NominationRules"/>); <c>calendar.year-not-loaded</c>.
    /// </exception>
    public void Submit(Procedure procedure, NomineeHistory history, WorkingCalendar calendar, Actor actor, Instant now)
    {
        Require(NominationAct.Submission, NominationStatus.Draft, NominationStatus.Returned);
        var today = ChinaTime.Today(now);
        CheckAgainst(procedure.Facts, history, today);
        var due = DueBy(procedure, ClockKind.Acceptance, calendar, today);

        (ProcedureId, SubmittedOn, SortDay) = (procedure.Id, SubmittedOn ?? today, SubmittedOn ?? today);
        Take(NominationAct.Submission, NominationStatus.Submitted, WaitsFor.Office, due, null, actor, now);
    }

    /// <summary>受理: its <see cref="Case"/> is opened, and from here on that one waits and falls due.</summary>
    /// <param name="actor">Of the owner; neither the human who drafted or submitted it nor the nominee.</param>
    /// <exception cref="RuleViolationException">
    /// <c>nomination.wrong-state</c>; <c>nomination.own-nomination</c>; <c>nomination.own-case</c>; <c>nomination.no-person-behind</c>; <c>calendar.year-not-loaded</c>.
    /// </exception>
    public void Accept(Procedure procedure, WorkingCalendar calendar, Actor actor, Instant now)
    {
        RequireJudge(NominationAct.Acceptance, actor);
        if (!IsCompleted) throw NominationRules.NotCompleted();

        BecomeCase(NominationAct.Acceptance, null, procedure, calendar, actor, now);
    }

    /// <summary>退回补正: once, naming all that is missing.</summary>
    /// <inheritdoc cref="Accept"/>
    /// <exception cref="RuleViolationException"><c>nomination.returned-before</c>: it is accepted or refused now; and those of <see cref="Accept"/>.</exception>
    public void Return(string missing, Procedure procedure, WorkingCalendar calendar, Actor actor, Instant now)
    {
        RequireJudge(NominationAct.Return, actor);
        if (Nominator is NominatorKind.Citizen) throw NominationRules.CitizenNotReturned();
        if (Steps.Any(s => s.Act is NominationAct.Return)) throw NominationRules.ReturnedBefore();

        var due = DueBy(procedure, ClockKind.Completion, calendar, ChinaTime.Today(now));
        Take(NominationAct.Return, NominationStatus.Returned, WaitsFor.Nominator, due, missing, actor, now);
    }

    /// <summary>不予受理, with the reason that its nominator is told.</summary>
    /// <inheritdoc cref="Accept"/>
    /// <param name="told">The reason as anybody may be told it; a citizen is told this alone.</param>
    /// <param name="passedTo">Who deals with it instead.</param>
    /// <exception cref="RuleViolationException"><c>nomination.citizen-not-told</c>; <c>nomination.passed-to-whom</c>; and those of <see cref="Accept"/>.</exception>
    public void Refuse(
        string reason, Procedure procedure, WorkingCalendar calendar, Actor actor, Instant now, RefusalGround? told = null, Guid? passedTo = null)
    {
        RequireJudge(NominationAct.Refusal, actor);
        CheckTold(told, passedTo);
        (RefusedFor, PassedToId) = (told, passedTo);
        AppealBy = DueBy(procedure, ClockKind.AppealFiling, calendar, ChinaTime.Today(now));
        Take(NominationAct.Refusal, NominationStatus.Refused, WaitsFor.Nobody, null, reason, actor, now);
    }

    private void Put(NominationFacts facts, Actor actor, Instant now)
    {
        facts.Check(ChinaTime.Today(now));
        if (NominatorPersonId is not null && facts.PersonId != NominatorPersonId) throw NominationRules.NotOneself();

        (NomineeKind, PersonId, OrganizationId, GroupName, Posthumous) = (facts.NomineeKind, facts.PersonId, facts.OrganizationId, facts.GroupName, facts.Posthumous);
        (Summary, Evidence, Ground, LateReason) = (facts.Summary, facts.Evidence, facts.Ground, facts.LateReason);
        (Confidential, Drafted) = (facts.Ground?.Kind is NoticeGroundKind.Confidential, Signature.Of(actor, now));
        (_deeds, _deployments) = (Link.To(facts.DeedIds), Link.To(facts.DeploymentIds));
        (_serviceHours, _awards) = (Link.To(facts.ServiceHourIds), Link.To(facts.AwardIds));
        _members = [.. facts.MemberIds.Distinct().Select(id => new GroupMember(id))];
    }

    private void CheckAgainst(ProcedureFacts procedure, NomineeHistory history, LocalDate today)
    {
        if (!procedure.Nominating.Contains(Nominator)) throw NominationRules.NominatorNotTaken(Nominator, procedure.Nominating);
        if (!procedure.Recipients.Contains(NomineeKind)) throw NominationRules.KindNotGiven(NomineeKind, procedure.Recipients);
        if (Posthumous && !procedure.Posthumous) throw NominationRules.NotPosthumous();
        if (Evidence is []) throw NominationRules.NoEvidence();
        if (Ground is null) throw NominationRules.NoGround();
        if (Confidential && !procedure.NoticeMayBeSkipped) throw NominationRules.NoticeIsRequired();
        if (procedure.RequiredTitleIds is not [] && !history.HasRequiredTitle) throw NominationRules.RequiredTitleMissing(procedure.RequiredTitleIds);
        if (history.InTheWay(procedure.Repeat, today) is { Count: > 0 } earlier) throw NominationRules.HadItAlready(earlier.Max()?.Year);
        if (procedure.FilingLimit is { } limit && history.DeedOn is { } deed && limit.IsPast(deed, today) && LateReason is null)
            throw NominationRules.PastFilingLimit(limit.Months);
        if (Nominator.IsBody() && procedure.Quota?.Allotments.FirstOrDefault(a => a.OrganizationId == RecordedBy) is { } allotment && history.SubmittedByTheSameBody >= allotment.Places)
            throw NominationRules.AllotmentUsed(allotment.Places);
    }

    /// <summary>Accepted, by its owner or on appeal.</summary>
    private void BecomeCase(NominationAct act, string? note, Procedure procedure, WorkingCalendar calendar, Actor actor, Instant now)
    {
        Case = Case.Open(this, procedure, calendar, actor, now);
        Take(act, NominationStatus.Accepted, WaitsFor.Nobody, null, note, actor, now);
    }

    /// <summary>An acceptance from before there were cases opens its case, as of its own day.</summary>
    public void OpenCaseOfEarlierAcceptance(Procedure procedure, WorkingCalendar calendar)
    {
        var accepted = Steps.Last(s => s.Act is NominationAct.Acceptance).By;
        Case = Case.Open(this, procedure, calendar, new Actor(accepted.AccountId, accepted.PersonId), accepted.At);
        (WaitsFor, DueOn) = (WaitsFor.Nobody, null);
    }

    private void RequireJudge(NominationAct act, Actor actor)
    {
        Require(act, NominationStatus.Submitted);
        RequireJudge(actor);
    }

    /// <exception cref="RuleViolationException"><c>nomination.no-person-behind</c>; <c>nomination.own-nomination</c>; <c>nomination.own-case</c>.</exception>
    internal void RequireJudge(Actor actor)
    {
        if (!actor.IsHuman) throw NominationRules.NoPersonBehind();
        if (Drafted.IsBy(actor) || Steps.Any(s => s.Act is NominationAct.Submission or NominationAct.Completion && s.By.IsBy(actor))) throw NominationRules.OwnNomination();
        if (actor.PersonId == PersonId || _members.Any(m => m.PersonId == actor.PersonId)) throw NominationRules.OwnCase();
    }

    /// <summary>Why somebody has no say in an expert examination of it; null where nothing is known.</summary>
    internal PanelTie? TieOf(Guid? person) => person switch
    {
        null => null,
        _ when person == PersonId || _members.Any(m => m.PersonId == person) => PanelTie.Nominee,
        _ when person == Drafted.PersonId || Steps.Any(s => s.Act is NominationAct.Submission && s.By.PersonId == person) => PanelTie.Nominator,
        _ => null,
    };

    private void Require(NominationAct act, params NominationStatus[] from)
    {
        if (!from.Contains(Status)) throw NominationRules.WrongState(act, Status, from);
    }

    private void Take(NominationAct act, NominationStatus status, WaitsFor waitsFor, LocalDate? due, string? note, Actor actor, Instant now)
    {
        var inTime = DueOn is { } lastDay ? ChinaTime.Today(now) <= lastDay : (bool?)null;
        if (act is NominationAct.Acceptance or NominationAct.Return or NominationAct.Refusal) AnsweredInTime ??= inTime;
        Steps = [.. Steps, new StepTaken(act, Signature.Of(actor, now), note, DueOn, inTime)];
        (Status, WaitsFor, DueOn) = (status, waitsFor, due);
    }

    private static LocalDate? DueBy(Procedure procedure, ClockKind kind, WorkingCalendar calendar, LocalDate today) =>
        procedure.Facts.ClockOf(kind) is { } clock ? calendar.Count(today, clock.Length, clock.Unit, clock.Counting).LastDay : null;
}

/// <summary>Of an ad hoc group.</summary>
public sealed record GroupMember(Guid PersonId);

/// <summary>A step, as it was taken.</summary>
/// <param name="Note">What is missing, or why it was refused.</param>
/// <param name="DueOn">The last day for taking it; null where there was none, and then <paramref name="InTime"/> is null too.</param>
public sealed record StepTaken(NominationAct Act, Signature By, string? Note, LocalDate? DueOn, bool? InTime);

/// <summary>What the registry holds of a nominee and of the nominating body, for the rules of the procedure.</summary>
/// <param name="HasRequiredTitle">Whether one of the titles that the procedure requires was given.</param>
/// <param name="AwardedOn">The last day on which each earlier award of this title may have been given; null where no source says.</param>
/// <param name="DeedOn">The last day on which the oldest linked deed may have been done; null where none is linked, or none has a date.</param>
/// <param name="SubmittedByTheSameBody">Nominations of this procedure that the same body has submitted already.</param>
public sealed record NomineeHistory(bool HasRequiredTitle, IReadOnlyList<LocalDate?> AwardedOn, LocalDate? DeedOn, int SubmittedByTheSameBody)
{
    /// <summary>Earlier awards that the repeat rule does not allow. One whose day is not known stands in the way of a title that is given once, and of no other.</summary>
    internal IReadOnlyList<LocalDate?> InTheWay(Repeat? repeat, LocalDate on) => repeat?.Rule switch
    {
        RepeatRule.Once => AwardedOn,
        RepeatRule.OnceInYears => [.. AwardedOn.Where(d => d?.PlusYears(repeat.Years!.Value) > on)],
        _ => [],
    };
}
