using System.Diagnostics.CodeAnalysis;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Decisions;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>
/// What the title's owner does with a nomination that it accepted (案件): joined with its like, checked by departments, looked at by experts, found on,
/// sent up. It bears the nomination's id. Every act is refused to a program, and to whoever nominated or is nominated.
/// </summary>
[SuppressMessage("Naming", "CA1716", Justification = "It is what the trade calls 案件, and no other language uses the domain.")]
public sealed partial class Case : IDated
{
    public const int NameMaxLength = 100, ReasonMaxLength = 500, WordsMaxLength = 2000, NumberMaxLength = 100, MostChecks = 30, MostMembers = 50;

    /// <summary>Before the finding; as long as it stands in one of them the case may be joined, parted, checked and looked at.</summary>
    private static readonly CaseStage[] UnderExamination = [CaseStage.Review, CaseStage.DepartmentalChecks, CaseStage.ExpertReview, CaseStage.Stopped];

    private readonly List<DepartmentalCheck> _checks = [];

    private Case() { }

    public Guid Id { get; private set; }

    public Guid TitleId { get; private set; }

    /// <summary>The office whose case it is.</summary>
    public Guid OwnerId { get; private set; }

    public Guid NominatedBy { get; private set; }

    /// <summary>The version of the title's procedure that holds for it, whatever changes later.</summary>
    public Guid ProcedureId { get; private set; }

    /// <summary>Seen by nobody but the body that nominates, its owner, and the higher office to which it was sent up.</summary>
    public bool Confidential { get; private set; }

    public CaseStage Stage { get; private set; }

    public WaitsFor WaitsFor { get; private set; }

    /// <summary>The last day for the finding, inclusive; null while the clock is stopped, once found on, and where the procedure sets none.</summary>
    public LocalDate? DueOn { get; private set; }

    /// <summary>As <see cref="DueOn"/>, and kept while the clock stands still.</summary>
    public LocalDate? ExaminationDueOn { get; private set; }

    /// <summary>From when the examination was counted anew, since the higher office returned it; null: since it was opened.</summary>
    public LocalDate? ReturnedOn { get; private set; }

    /// <summary>The key case into which this one is joined.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>How many others are joined into this one.</summary>
    public int Likes { get; private set; }

    public IReadOnlyCollection<DepartmentalCheck> Checks => _checks;

    public IReadOnlyList<PanelMember> Panel { get; private set; } = [];

    public IReadOnlyList<ClockStop> Stops { get; private set; } = [];

    public Finding? Finding { get; private set; }

    /// <summary>Oldest first; more than one where the higher office returned it for completion.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; private set; } = [];

    /// <summary>The registered office to which it was last sent up.</summary>
    public Guid? SentUpToId { get; private set; }

    /// <summary>The decision that conferred it; nothing is done to the case after that.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>What was done so far, oldest first.</summary>
    public IReadOnlyList<CaseStep> Steps { get; private set; } = [];

    /// <summary>The day on which it was opened, by the acceptance.</summary>
    public LocalDate SortDay { get; private set; }

    public int Version { get; private set; }

    /// <summary>With the acceptance of its nomination.</summary>
    /// <exception cref="RuleViolationException"><c>calendar.year-not-loaded</c>.</exception>
    internal static Case Open(Nomination nomination, Procedure procedure, WorkingCalendar calendar, Actor actor, Instant now)
    {
        var today = ChinaTime.Today(now);
        var opened = new Case
        {
            Id = nomination.Id,
            TitleId = nomination.TitleId,
            OwnerId = nomination.OwnerId,
            NominatedBy = nomination.RecordedBy,
            ProcedureId = procedure.Id,
            Confidential = nomination.Confidential,
            SortDay = today,
            ExaminationDueOn = procedure.Facts.ClockOf(ClockKind.Examination)?.DueOn(today, 0, calendar),
        };
        opened.Take(CaseAct.Opening, null, today, null, new Handling(nomination, procedure.Facts, calendar, actor, now));
        return opened;
    }

    /// <summary>并案: joins this case into a key case of the same title, owner and confidentiality; what is done from now on is done to the key case.</summary>
    /// <param name="of">The key case's nomination.</param>
    /// <exception cref="RuleViolationException">
    /// <c>case.into-itself</c>; <c>case.unlike</c>; <c>case.key-merged</c>; <c>case.key-examined</c>; <c>case.has-likes</c>; <c>case.merged</c>; <c>case.wrong-stage</c>;
    /// <c>nomination.own-nomination</c> and <c>nomination.own-case</c> of either; <c>nomination.no-person-behind</c>.
    /// </exception>
    public void JoinTo(Case key, Nomination of, string reason, Handling by)
    {
        if (key.Id == Id) throw CaseRules.IntoItself();

        RequireOpen(CaseAct.Merger, by);
        of.RequireJudge(by.Actor);
        if ((key.TitleId, key.OwnerId, key.Confidential) != (TitleId, OwnerId, Confidential)) throw CaseRules.Unlike();
        if (key.MergedIntoId is { } other) throw CaseRules.KeyMerged(other);
        if (key.IsFoundOn) throw CaseRules.KeyExamined(key.Id);
        if (Likes > 0) throw CaseRules.HasLikes(Likes);

        (MergedIntoId, key.Likes) = (key.Id, key.Likes + 1);
        Take(CaseAct.Merger, reason, by.Today, null, by);
        key.Take(CaseAct.Merger, reason, by.Today, null, by);
    }

    /// <summary>分案: parts it from its key case again, as long as that one is not found on.</summary>
    /// <exception cref="RuleViolationException"><c>case.not-merged</c>; <c>case.key-examined</c>; and who may not judge, as of <see cref="JoinTo"/>.</exception>
    public void PartFrom(Case key, Nomination of, string reason, Handling by)
    {
        by.Nomination.RequireJudge(by.Actor);
        of.RequireJudge(by.Actor);
        if (MergedIntoId != key.Id) throw CaseRules.NotMerged();
        if (key.IsFoundOn) throw CaseRules.KeyExamined(key.Id);

        (MergedIntoId, key.Likes) = (null, key.Likes - 1);
        Take(CaseAct.Separation, reason, by.Today, null, by);
        key.Take(CaseAct.Separation, reason, by.Today, null, by);
    }

    /// <summary>决定, with all of the decision's list.</summary>
    internal void Decide(Decision decision, Handling by)
    {
        DecisionId = decision.Id;
        Take(CaseAct.Decision, decision.DocumentNumber, decision.DecidedOn, null, by);
    }

    private bool IsFoundOn => Finding is not null || DecisionId is not null;

    /// <summary>Judges whoever acts, and refuses what was joined into another or is found on already.</summary>
    private void RequireOpen(CaseAct act, Handling by)
    {
        RequireHandled(by);
        if (Finding is not null) throw CaseRules.WrongStage(act, Stage, UnderExamination);
    }

    private void RequireHandled(Handling by)
    {
        by.Nomination.RequireJudge(by.Actor);
        if (MergedIntoId is { } key) throw CaseRules.Merged(key);
        if (DecisionId is not null) throw CaseRules.Decided();
    }

    /// <param name="on">The day that counts for the deadline: that of the paper, where there is one.</param>
    private void Take(CaseAct act, string? note, LocalDate on, LocalDate? due, Handling by)
    {
        Steps = [.. Steps, new CaseStep(act, on, Signature.Of(by.Actor, by.Now), note, due, due is null ? null : on <= due)];
        (Stage, WaitsFor) = StageBy(by.Procedure);
        DueOn = UnderExamination.Contains(Stage) && Stage is not CaseStage.Stopped ? ExaminationDueOn : null;
    }

    private (CaseStage Stage, WaitsFor WaitsFor) StageBy(ProcedureFacts procedure) => this switch
    {
        { MergedIntoId: not null } => (CaseStage.Merged, WaitsFor.Nobody),
        { DecisionId: not null } => (CaseStage.Decided, WaitsFor.Nobody),
        { IsOnNotice: true } => (CaseStage.OnNotice, WaitsFor.Office),
        { Finding: null } when !procedure.IsExamined() && Recommendations is [] => (CaseStage.Ready, WaitsFor.Office),
        { Finding: null } when IsStopped => (CaseStage.Stopped, WaitsFor.Nobody),
        { Finding: null } when _checks.Any(c => c.Answer is null) => (CaseStage.DepartmentalChecks, WaitsFor.Department),
        { Finding: null } when Panel is not [] && Votes.ResultBy(procedure.Quorum) is null => (CaseStage.ExpertReview, WaitsFor.Experts),
        { Finding: null } when procedure.IsExamined() => (CaseStage.Review, WaitsFor.Office),
        { Finding.Result: FindingResult.NotApproved } => (CaseStage.NotApproved, WaitsFor.Nobody),
        { LastRecommendation: null or { Answer.Result: HigherResult.Returned } } => (CaseStage.Ready, WaitsFor.Office),
        { LastRecommendation.Answer: null } => (CaseStage.SentUp, WaitsFor.HigherOffice),
        { LastRecommendation.Answer.Result: HigherResult.Adopted } => (CaseStage.Adopted, WaitsFor.Office),
        _ => (CaseStage.NotAdopted, WaitsFor.Nobody),
    };

    private Recommendation? LastRecommendation => Recommendations is [.., var last] ? last : null;
}

/// <summary>What an act on a case goes by.</summary>
/// <param name="Nomination">The case's own.</param>
/// <param name="Procedure">The version that holds for it.</param>
public sealed record Handling(Nomination Nomination, ProcedureFacts Procedure, WorkingCalendar Calendar, Actor Actor, Instant Now)
{
    public LocalDate Today => ChinaTime.Today(Now);
}
