using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Titles;

/// <summary>
/// One version of how a title is given: who may receive it, by what steps and clocks, how often. It never changes: a change is the next version,
/// valid from a later day, and a case keeps the version by which it began.
/// </summary>
public sealed class Procedure : IIdentified
{
    public const int SourceMaxLength = 200, TextMaxLength = 300, ApprovalMaxLength = 100, PayerMaxLength = 100, LawMaxLength = 200;
    public const int MostBodies = 20, MostCriteria = 20, MostAllotments = 200, MostMonths = 1200, MostYears = 100, MostPlaces = 10_000, MostOpinions = 100, MostYuan = 100_000_000;

    private Procedure() { }

    public Guid Id { get; private set; }

    public Guid TitleId { get; private set; }

    /// <summary>Counts the versions of the title's procedure, from 1.</summary>
    public int Edition { get; private set; }

    /// <summary>A case that is submitted on this day or later goes by it, until the next version is valid.</summary>
    public LocalDate ValidFrom { get; private set; }

    public ProcedureFacts Facts { get; private set; } = null!;

    public Signature Entered { get; private set; } = null!;

    /// <param name="before">The newest version so far; null for the first.</param>
    /// <exception cref="RuleViolationException"><c>procedure.*</c> of <see cref="ProcedureRules"/>.</exception>
    public static Procedure Enter(Guid id, Title title, LocalDate validFrom, ProcedureFacts facts, Procedure? before, Actor actor, Instant now)
    {
        if (validFrom <= before?.ValidFrom) throw ProcedureRules.NotLater(before.ValidFrom);
        if (!facts.Verb.Suits(title.Class, facts.Act)) throw ProcedureRules.WrongVerb(Verbs.Of(title.Class, facts.Act));
        if (title.Class is TitleClass.Commendation && (facts.LegalBasis ?? facts.ApprovalNumber) is null) throw ProcedureRules.NoApproval();
        if (facts.RequiredTitleIds.Contains(title.Id)) throw ProcedureRules.RequiresItself();
        CheckWay(facts);
        CheckFigures(facts);

        return new Procedure
        {
            Id = id,
            TitleId = title.Id,
            Edition = 1 + (before?.Edition ?? 0),
            ValidFrom = validFrom,
            Facts = facts,
            Entered = Signature.Of(actor, now),
        };
    }

    private static void CheckWay(ProcedureFacts facts)
    {
        if (!facts.Steps.SequenceEqual(facts.Steps.Distinct().Order())) throw ProcedureRules.StepsOutOfOrder();
        if (!facts.Steps.Contains(ProcedureStep.Acceptance) || !(facts.Takes(ProcedureStep.Decision) || facts.Takes(ProcedureStep.SendingUp))) throw ProcedureRules.StepsMissing();
        if (facts.Clocks.DistinctBy(c => c.Kind).Count() < facts.Clocks.Count) throw ProcedureRules.ClockTwice();
        if (facts.Takes(ProcedureStep.Notice) != facts.ClockOf(ClockKind.Notice) is not null) throw ProcedureRules.NoticeClock();
        if (facts.Takes(ProcedureStep.ExpertReview) != facts.Quorum is not null) throw ProcedureRules.QuorumMismatch();
        if (facts.ClockOf(ClockKind.AppealAnswer) is not null && !facts.GivesAppeal) throw ProcedureRules.AppealClocks();
    }

    private static void CheckFigures(ProcedureFacts facts)
    {
        if (facts.Recipients is []) throw ProcedureRules.NoRecipient();
        if (facts.Nominators is []) throw ProcedureRules.NoNominator();
        if (facts.Quota is { } quota)
        {
            if (quota.Allotments.DistinctBy(a => a.OrganizationId).Count() < quota.Allotments.Count) throw ProcedureRules.AllottedTwice();
            if (quota.Allotments.Sum(a => a.Places) > quota.Places) throw ProcedureRules.AllottedOverQuota(quota.Places);
        }

        if (facts.Repeat is { } repeat && repeat.Rule is RepeatRule.OnceInYears != repeat.Years is not null) throw ProcedureRules.RepeatYears();
    }
}

/// <param name="Act">Whether it confirms a deed and its actor (确认) or gives a title.</param>
/// <param name="LegalBasis">The statute or rule that sets it up; of a commendation either this or the approval.</param>
/// <param name="ApprovalNumber">批准文号 of the project, as approved by the centre or the province.</param>
/// <param name="GrantingBodyIds">One or several together; empty where no source says.</param>
/// <param name="DivisionCode">Whose deeds and people it is for.</param>
/// <param name="Posthumous">Whether it may be given after death (追授).</param>
/// <param name="NoticeMayBeSkipped">For safety or secrecy, on a recorded ground.</param>
/// <param name="Quorum">Opinions that an expert examination needs; set exactly where there is one.</param>
/// <param name="RequiredTitleIds">One of these must have been given before: the 确认, or a lower title. Empty: none.</param>
/// <param name="Nominators">Who may nominate (推荐、自荐); null, as in versions from before it was said: bodies alone.</param>
/// <param name="Publicity">How long what its notice and decision print of a recipient may be shown; null: it says nothing, and another ground is needed.</param>
public sealed record ProcedureFacts(
    TitleAct Act,
    Verb Verb,
    string? LegalBasis,
    string? ApprovalNumber,
    IReadOnlyList<Guid> GrantingBodyIds,
    long DivisionCode,
    IReadOnlyList<RecipientKind> Recipients,
    bool Posthumous,
    IReadOnlyList<string> Criteria,
    IReadOnlyList<ProcedureStep> Steps,
    IReadOnlyList<Clock> Clocks,
    bool NoticeMayBeSkipped,
    FilingLimit? FilingLimit,
    Quota? Quota,
    Repeat? Repeat,
    Reward? Reward,
    int? Quorum,
    IReadOnlyList<Guid> RequiredTitleIds,
    IReadOnlyList<NominatorKind>? Nominators = null,
    Publicity? Publicity = null)
{
    public bool GivesAppeal => ClockOf(ClockKind.AppealFiling) is not null;

    public IReadOnlyList<NominatorKind> Nominating => Nominators ?? NominatorKinds.Bodies;

    public bool Takes(ProcedureStep step) => Steps.Contains(step);

    public Clock? ClockOf(ClockKind kind) => Clocks.FirstOrDefault(c => c.Kind == kind);
}

/// <summary>How long a step may take, or a notice runs.</summary>
/// <param name="Source">The law and article, or the paper, that sets the figure; null: unverified (未核实).</param>
public sealed record Clock(ClockKind Kind, int Length, PeriodUnit Unit, Counting Counting, string? Source);

/// <summary>How long after the deed a nomination is in time; later it is warned of and needs a written reason, and is not refused.</summary>
/// <param name="Source">As of a <see cref="Clock"/>.</param>
public sealed record FilingLimit(int Months, string? Source)
{
    /// <param name="deed">The last day on which the deed may have been done.</param>
    /// <param name="submitted">A nomination on the last day is in time.</param>
    public bool IsPast(LocalDate deed, LocalDate submitted) => deed.PlusMonths(Months) < submitted;
}

/// <summary>宣传展示期限: what a required notice or decision prints may be shown for so long after the day of the decision (PIPL art. 13 (3)).</summary>
/// <param name="Source">As of a <see cref="Clock"/>.</param>
public sealed record Publicity(int Months, string? Source);

/// <summary>How many are given at a time: 十佳 is 10.</summary>
/// <param name="Source">As of a <see cref="Clock"/>.</param>
/// <param name="Allotments">Nominees that a body may put forward (名额分配); together no more than the places.</param>
public sealed record Quota(int Places, string? Source, IReadOnlyList<Allotment> Allotments);

public sealed record Allotment(Guid OrganizationId, int Places);

/// <summary>Whether the same recipient may have it again.</summary>
/// <param name="Years">Set exactly for <see cref="RepeatRule.OnceInYears"/>.</param>
/// <param name="Source">As of a <see cref="Clock"/>.</param>
public sealed record Repeat(RepeatRule Rule, int? Years, string? Source);

/// <summary>What comes with it in money.</summary>
/// <param name="Yuan">Null where no source says how much.</param>
/// <param name="Payer">Who pays.</param>
/// <param name="PaidWhen">When it is paid, in words: 表彰大会后30日内.</param>
/// <param name="Recovery">When it is taken back: 撤销称号的追缴.</param>
/// <param name="Source">As of a <see cref="Clock"/>.</param>
public sealed record Reward(int? Yuan, string? Payer, string? PaidWhen, string? Recovery, string? Source);

public enum TitleAct
{
    /// <summary>称号.</summary>
    Title,

    /// <summary>确认: of a deed and its actor, with a number and paper of its own.</summary>
    Confirmation,
}

public enum RecipientKind
{
    /// <summary>个人.</summary>
    Person,

    /// <summary>集体: a unit.</summary>
    Unit,

    /// <summary>队伍.</summary>
    Team,

    /// <summary>群体: people who acted together once, counted once.</summary>
    Group,
}

/// <summary>The steps of a case, in their order; a procedure takes some of them.</summary>
public enum ProcedureStep
{
    /// <summary>受理.</summary>
    Acceptance,

    /// <summary>审核.</summary>
    Review,

    /// <summary>联审: other departments are asked.</summary>
    DepartmentalChecks,

    /// <summary>评审: opinions with a quorum.</summary>
    ExpertReview,

    /// <summary>公示.</summary>
    Notice,

    /// <summary>上报: goes up to a higher office as a recommendation.</summary>
    SendingUp,

    /// <summary>决定.</summary>
    Decision,

    /// <summary>表彰, 命名.</summary>
    Conferral,
}

public enum ClockKind
{
    /// <summary>受理: until a nomination is accepted, returned or refused.</summary>
    Acceptance,

    /// <summary>补正: until what was missing is handed in.</summary>
    Completion,

    /// <summary>审核: from acceptance until the examination is over.</summary>
    Examination,

    /// <summary>联审答复: until a department that was asked answers.</summary>
    DepartmentalAnswer,

    /// <summary>公示.</summary>
    Notice,

    /// <summary>申请复核: until a refusal may be appealed against; without it there is no 复核.</summary>
    AppealFiling,

    /// <summary>复核答复.</summary>
    AppealAnswer,

    /// <summary>异议答复: from the arrival of an objection until it is answered.</summary>
    ObjectionAnswer,
}

public enum RepeatRule
{
    /// <summary>不限.</summary>
    Unlimited,

    /// <summary>只授一次.</summary>
    Once,

    /// <summary>若干年内不重复.</summary>
    OnceInYears,
}
