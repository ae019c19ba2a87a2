using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>What comes from no body: 自荐, and a citizen's recommendation through the public form.</summary>
public sealed partial class Nomination
{
    /// <summary>The human who nominates themself; null where somebody else does.</summary>
    public Guid? NominatorPersonId { get; private set; }

    /// <summary>What a citizen wrote; null where a body or the person nominates.</summary>
    public CitizenWords? AsWritten { get; private set; }

    /// <summary>Why it was refused, as anybody may be told; a citizen always is.</summary>
    public RefusalGround? RefusedFor { get; private set; }

    /// <summary>Who deals with it instead; set exactly for <see cref="RefusalGround.PassedOn"/>.</summary>
    public Guid? PassedToId { get; private set; }

    private bool IsCompleted => AsWritten is null || Steps.Any(s => s.Act is NominationAct.Completion);

    /// <summary>自荐: a draft that its human alone sees; no body has a part in it.</summary>
    /// <param name="owner">The title's owner, under which it is filed.</param>
    /// <param name="actor">A human with an account of their own.</param>
    /// <exception cref="RuleViolationException"><c>nomination.not-oneself</c>; <c>nomination.no-person-behind</c>; and those of <see cref="Draft"/>.</exception>
    public static Nomination DraftOwn(Guid id, Title title, NominationFacts facts, RecordingBody owner, Actor actor, Instant now)
    {
        if (!actor.IsHuman) throw NominationRules.NoPersonBehind();

        var nomination = Of(id, title, NominatorKind.Person, owner, now);
        nomination.NominatorPersonId = actor.PersonId;
        nomination.Put(facts, actor, now);
        return nomination;
    }

    /// <summary>群众推荐: submitted as it was written, and its owner's to complete. Nobody is looked up.</summary>
    /// <param name="actor"><see cref="Actor.Unknown"/> where nobody signed in.</param>
    /// <exception cref="RuleViolationException"><c>nomination.nominator-not-taken</c>; <c>text.personal-number</c>.</exception>
    public static Nomination Receive(
        Guid id, Title title, CitizenWords words, RecordingBody owner, Procedure procedure, WorkingCalendar calendar, Actor actor, Instant now)
    {
        words.Check();
        if (!procedure.Facts.Nominating.Contains(NominatorKind.Citizen)) throw NominationRules.NominatorNotTaken(NominatorKind.Citizen, procedure.Facts.Nominating);

        var today = ChinaTime.Today(now);
        // A citizen is not sent away because the office has not loaded next year: the day is 待定 then.
        var due = procedure.Facts.ClockOf(ClockKind.Acceptance) is { } clock ? calendar.Due(today, clock.Length, clock.Unit, clock.Counting).Day : null;
        var nomination = Of(id, title, NominatorKind.Citizen, owner, now);
        (nomination.AsWritten, nomination.Summary, nomination.Drafted) = (words, words.Deed, Signature.Of(actor, now));
        (nomination.ProcedureId, nomination.SubmittedOn) = (procedure.Id, today);
        nomination.Take(NominationAct.Submission, NominationStatus.Submitted, WaitsFor.Office, due, null, actor, now);
        return nomination;
    }

    /// <summary>
    /// 核实补充: the owner links what a citizen wrote to a nominee, evidence and a ground, all that the procedure asks. Whoever completes it does not
    /// answer it: that is another's, as with any nomination.
    /// </summary>
    /// <exception cref="RuleViolationException"><c>nomination.not-open-to-change</c>; <c>nomination.no-person-behind</c>; and those of <see cref="Submit"/>.</exception>
    public void Complete(NominationFacts facts, Procedure procedure, NomineeHistory history, Actor actor, Instant now)
    {
        if (AsWritten is null || Status is not NominationStatus.Submitted) throw NominationRules.NotOpenToChange(Status);
        if (!actor.IsHuman) throw NominationRules.NoPersonBehind();

        Put(facts, actor, now);
        CheckAgainst(procedure.Facts, history, ChinaTime.Today(now));
        Steps = [.. Steps, new StepTaken(NominationAct.Completion, Signature.Of(actor, now), null, null, null)];
    }

    /// <summary>All that the holder of a receipt learns. What becomes of a confidential case is told to nobody.</summary>
    public RecommendationState Told => this switch
    {
        { Confidential: true } => RecommendationState.BeingCompleted,
        { Status: NominationStatus.Accepted } => RecommendationState.Accepted,
        { Status: NominationStatus.Refused, RefusedFor: RefusalGround.PassedOn } => RecommendationState.PassedOn,
        { Status: NominationStatus.Refused } => RecommendationState.NotAccepted,
        { IsCompleted: true } => RecommendationState.BeingCompleted,
        _ => RecommendationState.Received,
    };

    private void CheckTold(RefusalGround? told, Guid? passedTo)
    {
        if (told is null && Nominator is NominatorKind.Citizen) throw NominationRules.CitizenNotTold();
        if (told is RefusalGround.PassedOn != passedTo is not null) throw NominationRules.PassedToWhom();
    }

    private static Nomination Of(Guid id, Title title, NominatorKind nominator, RecordingBody by, Instant now) => new()
    {
        Id = id,
        TitleId = title.Id,
        OwnerId = title.OwnerId,
        Nominator = nominator,
        RecordedBy = by.Id,
        RecordedIn = by.DivisionCode,
        SortDay = ChinaTime.Today(now),
    };
}
