using Honors.Domain.Accounts;
using Honors.Domain.Divisions;
using Honors.Domain.Organizations;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>上报.</summary>
public sealed partial class Case
{
    /// <summary>Sends an approved case up as a recommendation.</summary>
    /// <param name="owner">The office whose case it is.</param>
    /// <param name="office">Above the owner by division; else its <paramref name="name"/>.</param>
    /// <param name="number">Of the letter.</param>
    /// <exception cref="RuleViolationException">
    /// <c>case.step-not-taken</c>; <c>case.name-or-id</c>; <c>case.not-above</c>; <c>case.in-future</c>; <c>case.too-early</c>; <c>case.merged</c>; <c>case.wrong-stage</c>; and who may not judge.
    /// </exception>
    public void SendUp(Organization owner, Organization? office, string? name, string number, LocalDate on, Handling by)
    {
        RequireHandled(by);
        RequireStep(ProcedureStep.SendingUp, by);
        if (Stage is not (CaseStage.Ready or CaseStage.OnNotice)) throw CaseRules.WrongStage(CaseAct.SendingUp, Stage, [CaseStage.Ready, CaseStage.OnNotice]);
        if (office is null == name is null) throw CaseRules.NameOrId("office");
        if (office is not null && !StandsAbove(office, owner)) throw CaseRules.NotAbove();
        RequireDay(on, SortDay, "on", by);

        Recommendations = [.. Recommendations, new Recommendation(office?.Id, name, number, on, Signature.Of(by.Actor, by.Now), null)];
        SentUpToId = office?.Id;
        Take(CaseAct.SendingUp, number, on, null, by);
    }

    /// <summary>
    /// Enters what the higher office answered. What it returned for completion is examined again, by the same clock counted from the day of the answer; 待定 in a year that is not loaded.
    /// </summary>
    /// <exception cref="RuleViolationException">
    /// <c>case.reason-missing</c>: for what is not adopted, or returned; <c>case.in-future</c>; <c>case.too-early</c>; <c>case.merged</c>; <c>case.wrong-stage</c>; and who may not judge.
    /// </exception>
    public void AnswerFromAbove(HigherResult result, LocalDate on, string? number, string? note, Guid? fileId, Handling by)
    {
        RequireHandled(by);
        if (Stage is not CaseStage.SentUp) throw CaseRules.WrongStage(CaseAct.HigherAnswer, Stage, [CaseStage.SentUp]);
        if (result is not HigherResult.Adopted && note is null) throw CaseRules.ReasonMissing("note");
        RequireDay(on, Recommendations[^1].On, "on", by);

        var answer = new HigherAnswer(result, on, number, note, fileId, Signature.Of(by.Actor, by.Now));
        Recommendations = [.. Recommendations.SkipLast(1), Recommendations[^1] with { Answer = answer }];
        if (result is HigherResult.Returned)
        {
            var clock = by.Procedure.ClockOf(ClockKind.Examination);
            (Finding, ReturnedOn) = (null, on);
            ExaminationDueOn = clock is null ? null : by.Calendar.Due(on, clock.Length, clock.Unit, clock.Counting).Day;
        }

        Take(CaseAct.HigherAnswer, note, on, null, by);
    }

    private static bool StandsAbove(Organization office, Organization owner) => office.Kind.IsOffice() && office.DivisionCode != owner.DivisionCode
        && DivisionCodes.RangeOf(office.DivisionCode) is var (from, to) && from <= owner.DivisionCode && owner.DivisionCode <= to;
}
