using Honors.Domain.Accounts;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>联审, 评审 and 审核.</summary>
public sealed partial class Case
{
    /// <summary>The opinions that count: of members who are not recused.</summary>
    public Votes Votes => Votes.Of(Panel);

    /// <summary>联审: asks a department; it answers by the procedure's clock.</summary>
    /// <param name="departmentId">Of the registry; else its <paramref name="name"/>.</param>
    /// <param name="on">When the letter went out; from the opening of the case to today.</param>
    /// <exception cref="RuleViolationException">
    /// <c>case.step-not-taken</c>; <c>case.name-or-id</c>; <c>case.asked-already</c>; <c>case.too-many</c>; <c>case.in-future</c>; <c>case.too-early</c>;
    /// <c>calendar.year-not-loaded</c>; <c>case.merged</c>; <c>case.wrong-stage</c>; and who may not judge.
    /// </exception>
    public void Ask(Guid checkId, Guid? departmentId, string? name, LocalDate on, Handling by)
    {
        RequireOpen(CaseAct.CheckSent, by);
        RequireStep(ProcedureStep.DepartmentalChecks, by);
        if (departmentId is null == name is null) throw CaseRules.NameOrId("department");
        RequireDay(on, SortDay, "sentOn", by);
        if (_checks.Any(c => c.Answer is null && (c.DepartmentId, c.Name) == (departmentId, name))) throw CaseRules.AskedAlready();
        if (_checks.Count >= MostChecks) throw CaseRules.TooMany(MostChecks);

        var due = by.Procedure.ClockOf(ClockKind.DepartmentalAnswer)?.DueOn(on, 0, by.Calendar);
        _checks.Add(new DepartmentalCheck(checkId, departmentId, name, on, due, Signature.Of(by.Actor, by.Now)));
        Take(CaseAct.CheckSent, name, on, null, by);
    }

    /// <summary>Enters what the department answered; in time or late by the day of its paper.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>case.check-answered</c>; <c>case.in-future</c>; <c>case.too-early</c>: before it was asked; <c>case.reason-missing</c>: an objection says why; and those of <see cref="Ask"/>.
    /// </exception>
    public void Answer(Guid checkId, CheckResult result, LocalDate on, string? note, Guid? fileId, Handling by)
    {
        RequireOpen(CaseAct.CheckAnswered, by);
        var check = _checks.Single(c => c.Id == checkId);
        if (check.Answer is not null) throw CaseRules.CheckAnswered();
        if (result is CheckResult.Objection && note is null) throw CaseRules.ReasonMissing("note");
        RequireDay(on, check.SentOn, "on", by);

        check.Enter(new CheckAnswer(result, on, note, fileId, Signature.Of(by.Actor, by.Now)));
        Take(CaseAct.CheckAnswered, note, on, check.DueOn, by);
    }

    /// <summary>评审: seats a member of the panel, of the registry or by name.</summary>
    /// <param name="field">What the member knows about.</param>
    /// <exception cref="RuleViolationException"><c>case.step-not-taken</c>; <c>case.name-or-id</c>; <c>case.on-panel</c>; <c>case.too-many</c>; and those of <see cref="Ask"/>.</exception>
    public void Seat(Guid memberId, Guid? personId, string? name, string? field, Handling by)
    {
        RequireOpen(CaseAct.PanelSeated, by);
        RequireStep(ProcedureStep.ExpertReview, by);
        if (personId is null == name is null) throw CaseRules.NameOrId("name");
        if (personId is not null && Panel.Any(m => m.PersonId == personId)) throw CaseRules.OnPanel();
        if (Panel.Count >= MostMembers) throw CaseRules.TooMany(MostMembers);

        Panel = [.. Panel, new PanelMember(memberId, personId, name, field, null, null)];
        Take(CaseAct.PanelSeated, field, by.Today, null, by);
    }

    /// <summary>回避: the member declares it, or the office orders it; an opinion that was given counts no more.</summary>
    /// <exception cref="RuleViolationException"><c>case.recused</c>; <c>case.merged</c>; <c>case.wrong-stage</c>; and who may not judge.</exception>
    public void Recuse(Guid memberId, RecusalKind kind, string reason, Handling by)
    {
        RequireOpen(CaseAct.Recusal, by);
        var member = Panel.Single(m => m.Id == memberId);
        if (member.Recusal is not null) throw CaseRules.Recused();

        Replace(member with { Recusal = new Recusal(kind, reason, Signature.Of(by.Actor, by.Now)) });
        Take(CaseAct.Recusal, reason, by.Today, null, by);
    }

    /// <summary>Enters a member's opinion.</summary>
    /// <param name="isColleague">Whether the member works in the nominee's unit.</param>
    /// <exception cref="RuleViolationException">
    /// <c>case.recused</c>; <c>case.must-recuse</c>: a nominee, a nominator, or somebody of the nominee's unit; <c>case.opinion-given</c>; <c>case.in-future</c>;
    /// <c>case.too-early</c>; <c>case.merged</c>; <c>case.wrong-stage</c>; and who may not judge.
    /// </exception>
    public void Hear(Guid memberId, Vote vote, string words, LocalDate on, Guid? fileId, bool isColleague, Handling by)
    {
        RequireOpen(CaseAct.Opinion, by);
        var member = Panel.Single(m => m.Id == memberId);
        if (member.Recusal is not null) throw CaseRules.Recused();
        if ((by.Nomination.TieOf(member.PersonId) ?? (isColleague ? PanelTie.Colleague : null)) is { } tie) throw CaseRules.MustRecuse(tie);
        if (member.Opinion is not null) throw CaseRules.OpinionGiven();
        RequireDay(on, SortDay, "on", by);

        Replace(member with { Opinion = new Opinion(vote, words, on, fileId, Signature.Of(by.Actor, by.Now)) });
        Take(CaseAct.Opinion, null, on, null, by);
    }

    /// <summary>审核: the office's finding, in time or late by the examination's clock.</summary>
    /// <param name="overrideReason">Why it goes on although a department objects.</param>
    /// <exception cref="RuleViolationException">
    /// <c>case.not-ready</c>, naming all that is missing; <c>case.reason-missing</c>; <c>case.step-not-taken</c>; <c>case.merged</c>; <c>case.wrong-stage</c>; and who may not judge.
    /// </exception>
    public void Find(FindingResult result, string? reason, string? overrideReason, Handling by)
    {
        RequireOpen(CaseAct.Finding, by);
        if (!by.Procedure.IsExamined()) throw CaseRules.StepNotTaken(ProcedureStep.Review);
        if (result is FindingResult.NotApproved && reason is null) throw CaseRules.ReasonMissing("reason");
        if (BeforeFinding(by.Procedure, result, overrideReason is not null).ToList() is { Count: > 0 } missing)
            throw CaseRules.NotReady(missing, Votes.Given, by.Procedure.Quorum);

        Finding = new Finding(result, reason, overrideReason, Signature.Of(by.Actor, by.Now));
        Take(CaseAct.Finding, reason, by.Today, ExaminationDueOn, by);
    }

    /// <summary>All that still stands before a step of the procedure: before the notice, or before the decision. Empty: the way is free.</summary>
    /// <param name="before"><see cref="ProcedureStep.SendingUp"/> stands only before what comes after it.</param>
    public IReadOnlyList<MissingItem> Missing(ProcedureFacts procedure, ProcedureStep before)
    {
        if (MergedIntoId is not null) return [new(CaseNeed.KeyCase)];

        List<MissingItem> missing = [];
        if (procedure.IsExamined() && Finding is null) missing.AddRange(BeforeFinding(procedure, FindingResult.Approved, isOverridden: false));
        if (procedure.IsExamined() && Finding is not { Result: FindingResult.Approved }) missing.Add(new(CaseNeed.Approval));
        if (before > ProcedureStep.SendingUp && procedure.Takes(ProcedureStep.SendingUp))
        {
            if (LastRecommendation is null or { Answer.Result: HigherResult.Returned }) missing.Add(new(CaseNeed.SendingUp));
            else if (LastRecommendation.Answer is not { Result: HigherResult.Adopted }) missing.Add(new(CaseNeed.Adoption));
        }

        return missing;
    }

    /// <summary>An approval needs all that the procedure asks; to say no, only what was begun must have ended.</summary>
    private IEnumerable<MissingItem> BeforeFinding(ProcedureFacts procedure, FindingResult result, bool isOverridden)
    {
        var approves = result is FindingResult.Approved;
        if (IsStopped) yield return new(CaseNeed.RunningClock);
        if (approves && procedure.Takes(ProcedureStep.DepartmentalChecks) && _checks is []) yield return new(CaseNeed.DepartmentalCheck);
        foreach (var check in _checks)
        {
            if (check.Answer is null) yield return new(CaseNeed.DepartmentalAnswer, check.Id);
            else if (approves && !isOverridden && check.Answer.Result is CheckResult.Objection) yield return new(CaseNeed.ObjectionOverride, check.Id);
        }

        if (!procedure.Takes(ProcedureStep.ExpertReview) || (!approves && Panel is [])) yield break;

        if (Votes.Given < procedure.Quorum) yield return new(CaseNeed.Quorum);
        else if (approves && Votes.ResultBy(procedure.Quorum) is not Vote.For) yield return new(CaseNeed.Majority);
    }

    private void Replace(PanelMember member) => Panel = [.. Panel.Select(m => m.Id == member.Id ? member : m)];

    private static void RequireStep(ProcedureStep step, Handling by)
    {
        if (!by.Procedure.Takes(step)) throw CaseRules.StepNotTaken(step);
    }

    private static void RequireDay(LocalDate day, LocalDate first, string member, Handling by)
    {
        if (day > by.Today) throw CaseRules.InFuture(member);
        if (day < first) throw CaseRules.TooEarly(member, first);
    }
}
