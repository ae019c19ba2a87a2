using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.PublicApi;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Api.Titles;

/// <summary>How a title is given from a day on. Wherever a figure has a `source` and it is left out, the figure is unverified (未核实).</summary>
/// <param name="ValidFrom">Later than that of the version before; cases submitted earlier keep theirs.</param>
/// <param name="Verb">By class: `confer` 授予 a commendation, `name` or `elect` 命名、推选 a selection, `rate` 评为 the rest; `confirm` 确认 of a deed.</param>
/// <param name="DivisionCode">Whose deeds and people it is for.</param>
/// <param name="Recipients">Who may receive it.</param>
/// <param name="Steps">In order; with `acceptance` and, at the end, `decision` or `sendingUp`.</param>
/// <param name="Act">Whether it gives a title or confirms a deed and its actor.</param>
/// <param name="LegalBasis">The statute or rule that sets it up.</param>
/// <param name="ApprovalNumber">批准文号; a commendation has this or a legal basis.</param>
/// <param name="GrantingBodyIds">One or several together; left out where no source says.</param>
/// <param name="Posthumous">Whether it may be given after death.</param>
/// <param name="NoticeMayBeSkipped">For safety or secrecy, on a recorded ground.</param>
/// <param name="Clocks">At most one of each kind; one of `notice` exactly where there is that step; one of `appealFiling` gives 复核.</param>
/// <param name="Quorum">Opinions that an expert examination needs; set exactly where there is that step.</param>
/// <param name="RequiredTitleIds">One of these must have been given before: the 确认, or a lower title.</param>
/// <param name="Nominators">Who may nominate; bodies alone when absent. `person` is 自荐, `citizen` the public form.</param>
/// <param name="Publicity">How long a recipient's name may be shown with the award, because the notice and the decision printed it; when absent that is no ground.</param>
public sealed record ProcedureRequest(
    LocalDate ValidFrom,
    Verb Verb,
    [property: DivisionCode] long DivisionCode,
    [property: MostItems(4)] IReadOnlyList<RecipientKind> Recipients,
    [property: MostItems(8)] IReadOnlyList<ProcedureStep> Steps,
    TitleAct Act = TitleAct.Title,
    [property: Length(Procedure.LawMaxLength)] string? LegalBasis = null,
    [property: Length(Procedure.ApprovalMaxLength)] string? ApprovalNumber = null,
    [property: MostItems(Procedure.MostBodies)] IReadOnlyList<Guid>? GrantingBodyIds = null,
    bool Posthumous = false,
    [property: MostItems(Procedure.MostCriteria), EachLength(Procedure.TextMaxLength)] IReadOnlyList<string>? Criteria = null,
    [property: MostItems(7)] IReadOnlyList<ClockBody>? Clocks = null,
    bool NoticeMayBeSkipped = false,
    FilingLimitBody? FilingLimit = null,
    QuotaBody? Quota = null,
    RepeatBody? Repeat = null,
    RewardBody? Reward = null,
    [property: Between(1, Procedure.MostOpinions)] int? Quorum = null,
    [property: MostItems(Procedure.MostBodies)] IReadOnlyList<Guid>? RequiredTitleIds = null,
    [property: MostItems(5)] IReadOnlyList<NominatorKind>? Nominators = null,
    PublicityBody? Publicity = null)
{
    internal ProcedureFacts ToFacts() => new(
        Act, Verb, LegalBasis, ApprovalNumber, GrantingBodyIds ?? [], DivisionCode, Recipients, Posthumous, Criteria ?? [], Steps,
        [.. (Clocks ?? []).Select(c => new Clock(c.Kind, c.Length, c.Unit, c.Counting, c.Source))], NoticeMayBeSkipped,
        FilingLimit is null ? null : new FilingLimit(FilingLimit.Months, FilingLimit.Source),
        Quota is null ? null : new Quota(Quota.Places, Quota.Source, [.. (Quota.Allotments ?? []).Select(a => new Allotment(a.OrganizationId, a.Places))]),
        Repeat is null ? null : new Repeat(Repeat.Rule, Repeat.Years, Repeat.Source),
        Reward is null ? null : new Reward(Reward.Yuan, Reward.Payer, Reward.PaidWhen, Reward.Recovery, Reward.Source), Quorum, RequiredTitleIds ?? [], Nominators,
        Publicity is null ? null : new Publicity(Publicity.Months, Publicity.Source));
}

/// <summary>Months from the day of the decision.</summary>
/// <param name="Source">The law and article, or the paper; null: unverified.</param>
public sealed record PublicityBody(
    [property: Between(1, Procedure.MostMonths)] int Months, [property: Length(Procedure.SourceMaxLength)] string? Source = null);

/// <summary>How long a step may take, or a notice runs.</summary>
/// <param name="Counting">`excludeStart`, as the law counts, when absent.</param>
/// <param name="Source">The law and article, or the paper; null: unverified.</param>
public sealed record ClockBody(
    ClockKind Kind,
    [property: Between(1, WorkingCalendar.MostDays)] int Length,
    PeriodUnit Unit,
    Counting Counting = Counting.ExcludeStart,
    [property: Length(Procedure.SourceMaxLength)] string? Source = null)
{
    internal static List<ClockBody> Of(IEnumerable<Clock> clocks) => [.. clocks.Select(c => new ClockBody(c.Kind, c.Length, c.Unit, c.Counting, c.Source))];
}

/// <summary>Months after the deed within which a nomination is in time; later it needs a written reason and is not refused.</summary>
/// <param name="Source">The law and article, or the paper; null: unverified.</param>
public sealed record FilingLimitBody(
    [property: Between(1, Procedure.MostMonths)] int Months, [property: Length(Procedure.SourceMaxLength)] string? Source = null);

/// <summary>How many are given at a time.</summary>
/// <param name="Source">The law and article, or the paper; null: unverified.</param>
/// <param name="Allotments">Nominees that each body may put forward; together no more than the places.</param>
public sealed record QuotaBody(
    [property: Between(1, Procedure.MostPlaces)] int Places,
    [property: Length(Procedure.SourceMaxLength)] string? Source = null,
    [property: MostItems(Procedure.MostAllotments)] IReadOnlyList<AllotmentBody>? Allotments = null);

/// <summary>Nominees that one body may put forward.</summary>
public sealed record AllotmentBody(Guid OrganizationId, [property: Between(1, Procedure.MostPlaces)] int Places);

/// <summary>Whether the same recipient may have it again.</summary>
/// <param name="Years">Set exactly for `onceInYears`.</param>
/// <param name="Source">The law and article, or the paper; null: unverified.</param>
public sealed record RepeatBody(
    RepeatRule Rule, [property: Between(1, Procedure.MostYears)] int? Years = null, [property: Length(Procedure.SourceMaxLength)] string? Source = null);

/// <summary>What comes with it in money.</summary>
/// <param name="Yuan">Null where no source says how much.</param>
/// <param name="PaidWhen">In words.</param>
/// <param name="Recovery">When it is taken back.</param>
/// <param name="Source">The law and article, or the paper; null: unverified.</param>
public sealed record RewardBody(
    [property: Between(1, Procedure.MostYuan)] int? Yuan = null,
    [property: Length(Procedure.PayerMaxLength)] string? Payer = null,
    [property: Length(Procedure.TextMaxLength)] string? PaidWhen = null,
    [property: Length(Procedure.TextMaxLength)] string? Recovery = null,
    [property: Length(Procedure.SourceMaxLength)] string? Source = null)
{
    internal static RewardBody? Of(Reward? reward) =>
        reward is null ? null : new(reward.Yuan, reward.Payer, reward.PaidWhen, reward.Recovery, reward.Source);
}

/// <summary>One version of how a title is given. A figure whose `source` is null is unverified (未核实).</summary>
/// <param name="Edition">Counts the versions of the title's procedure, from 1; none ever changes.</param>
/// <param name="VerbAsPrinted">In the reader's language: 授予, 命名为, 推选为, 评为, 确认为.</param>
public sealed record ProcedureResponse(
    Guid Id,
    Guid TitleId,
    int Edition,
    LocalDate ValidFrom,
    TitleAct Act,
    Verb Verb,
    string VerbAsPrinted,
    string? LegalBasis,
    string? ApprovalNumber,
    IReadOnlyList<Guid> GrantingBodyIds,
    long DivisionCode,
    IReadOnlyList<RecipientKind> Recipients,
    bool Posthumous,
    IReadOnlyList<string> Criteria,
    IReadOnlyList<ProcedureStep> Steps,
    IReadOnlyList<ClockBody> Clocks,
    bool NoticeMayBeSkipped,
    FilingLimitBody? FilingLimit,
    QuotaBody? Quota,
    RepeatBody? Repeat,
    RewardBody? Reward,
    int? Quorum,
    IReadOnlyList<Guid> RequiredTitleIds,
    IReadOnlyList<NominatorKind> Nominators,
    PublicityBody? Publicity,
    SignatureView Entered)
{
    internal static readonly Expression<Func<Procedure, ProcedureResponse>> From = p => Of(p);

    internal static ProcedureResponse Of(Procedure procedure)
    {
        var facts = procedure.Facts;
        return new ProcedureResponse(
            procedure.Id, procedure.TitleId, procedure.Edition, procedure.ValidFrom, facts.Act, facts.Verb, Words.Of(facts.Verb), facts.LegalBasis, facts.ApprovalNumber,
            facts.GrantingBodyIds, facts.DivisionCode, facts.Recipients, facts.Posthumous, facts.Criteria, facts.Steps, ClockBody.Of(facts.Clocks), facts.NoticeMayBeSkipped,
            facts.FilingLimit is { } limit ? new FilingLimitBody(limit.Months, limit.Source) : null,
            facts.Quota is { } quota ? new QuotaBody(quota.Places, quota.Source, [.. quota.Allotments.Select(a => new AllotmentBody(a.OrganizationId, a.Places))]) : null,
            facts.Repeat is { } repeat ? new RepeatBody(repeat.Rule, repeat.Years, repeat.Source) : null,
            RewardBody.Of(facts.Reward), facts.Quorum, facts.RequiredTitleIds, facts.Nominating,
            facts.Publicity is { } shown ? new PublicityBody(shown.Months, shown.Source) : null, SignatureView.Of(procedure.Entered)!);
    }
}
