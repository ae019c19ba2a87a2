using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>复核 of a refusal, where the procedure gives it.</summary>
public sealed partial class Nomination
{
    /// <summary>The last day for an appeal, inclusive; null where there is no refusal, or none may be appealed against.</summary>
    public LocalDate? AppealBy { get; private set; }

    public Appeal? Appeal { get; private set; }

    /// <summary>Whose the answer is: the office above the owner; the owner itself, from a paper, where the registry knows none above.</summary>
    public Guid? AppealOfficeId { get; private set; }

    /// <summary>申请复核: by the nominator, once.</summary>
    /// <param name="office">As of <see cref="AppealOfficeId"/>.</param>
    /// <exception cref="RuleViolationException">
    /// <c>nomination.wrong-state</c>; <c>nomination.no-appeal</c>: the procedure gives none; <c>nomination.appealed-before</c>; <c>nomination.appeal-too-late</c>;
    /// <c>text.personal-number</c>.
    /// </exception>
    public void FileAppeal(string reason, Guid office, Procedure procedure, WorkingCalendar calendar, Actor actor, Instant now)
    {
        Require(NominationAct.Appeal, NominationStatus.Refused);
        if (!procedure.Facts.GivesAppeal) throw NominationRules.NoAppeal();
        if (Appeal is not null) throw NominationRules.AppealedBefore();
        if (AppealBy < ChinaTime.Today(now)) throw NominationRules.AppealTooLate(AppealBy.Value);
        PersonalNumbers.Refuse(reason, "reason");

        // Nobody loses an appeal because the office has not loaded next year: the day of the answer is 待定 then.
        var due = procedure.Facts.ClockOf(ClockKind.AppealAnswer) is { } clock ? calendar.Due(ChinaTime.Today(now), clock.Length, clock.Unit, clock.Counting).Day : null;
        (Appeal, AppealOfficeId) = (new Appeal(reason, Signature.Of(actor, now), due, null), office);
        Take(NominationAct.Appeal, NominationStatus.Refused, office == OwnerId ? WaitsFor.Office : WaitsFor.HigherOffice, due, reason, actor, now);
    }

    /// <summary>申请复核 by the holder of a citizen's receipt, of what the receipt tells as not accepted.</summary>
    /// <exception cref="RuleViolationException"><c>nomination.nothing-to-appeal</c>; those of <see cref="FileAppeal"/>.</exception>
    public void FileAppealByReceipt(string reason, Guid office, Procedure procedure, WorkingCalendar calendar, Instant now)
    {
        if (Told is not (RecommendationState.NotAccepted or RecommendationState.PassedOn)) throw NominationRules.NothingToAppeal();

        FileAppeal(reason, office, procedure, calendar, Actor.Unknown, now);
    }

    /// <summary>复核答复: the refusal stands, finally, or the nomination is accepted.</summary>
    /// <param name="actor">Of <see cref="AppealOfficeId"/>; neither whoever refused it, nor its nominator or whoever appealed, nor its nominee.</param>
    /// <exception cref="RuleViolationException">
    /// <c>nomination.no-open-appeal</c>; <c>nomination.own-refusal</c>; <c>nomination.own-nomination</c>; <c>nomination.own-case</c>;
    /// <c>nomination.no-person-behind</c>; <c>nomination.appeal-paper</c>; <c>calendar.year-not-loaded</c>.
    /// </exception>
    public void AnswerAppeal(AppealOutcome outcome, string reason, AnswerPaper? paper, Procedure procedure, WorkingCalendar calendar, Actor actor, Instant now)
    {
        if (Appeal is not { Answer: null } open) throw NominationRules.NoOpenAppeal();
        RequireJudge(actor);
        if (open.Filed.IsBy(actor)) throw NominationRules.OwnNomination();
        if (Steps.Any(s => s.Act is NominationAct.Refusal && s.By.IsBy(actor))) throw NominationRules.OwnRefusal();
        var today = ChinaTime.Today(now);
        if (paper is null && AppealOfficeId == OwnerId || paper?.IssuedOn > today) throw NominationRules.AppealPaper();

        Appeal = open with { Answer = new AppealAnswer(outcome, reason, paper, Signature.Of(actor, now), open.DueOn is { } last ? today <= last : null) };
        if (outcome is AppealOutcome.Overturned) BecomeCase(NominationAct.AppealAnswer, reason, procedure, calendar, actor, now);
        else Take(NominationAct.AppealAnswer, NominationStatus.Refused, WaitsFor.Nobody, null, reason, actor, now);
    }
}
