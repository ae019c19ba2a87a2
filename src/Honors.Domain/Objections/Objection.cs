using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Notices;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Objections;

/// <summary>
/// 异议 to an entry of a public notice, or to its whole list. What is objected and who objects lie under seal; the office of the notice handles it by somebody who is free of
/// the case, and while it is open no case that it touches goes on.
/// </summary>
public sealed partial class Objection : IRecorded, IDated
{
    public const int ReasonMaxLength = 500, AnswerMaxLength = 1000, WordsSealedMaxLength = 16000, ObjectorSealedMaxLength = 1500;

    private static readonly ObjectionState[] Closed = [ObjectionState.NotAccepted, ObjectionState.PassedOn, ObjectionState.Answered, ObjectionState.Withdrawn];

    private Objection() { }

    public Guid Id { get; private set; }

    public Guid NoticeId { get; private set; }

    /// <summary>Null: to the whole list.</summary>
    public Guid? EntryId { get; private set; }

    public Arrival Arrival { get; private set; } = null!;

    /// <summary>Whether a name and a contact were given; a half is kept too and names nobody.</summary>
    public bool IsNamed { get; private set; }

    public bool HasLeads { get; private set; }

    /// <summary>What is objected, enciphered.</summary>
    public string SealedWords { get; private set; } = "";

    /// <summary>Who objects, enciphered; null where neither name nor contact was given.</summary>
    public string? SealedObjector { get; private set; }

    /// <summary>Of the receipt's code, by which the objector asks.</summary>
    public byte[] ReceiptHash { get; private set; } = [];

    public ObjectionState State { get; private set; }

    /// <summary>Whether it stops the cases that it touches: until it is not accepted, withdrawn, handed on, or found on and answered. A postponement is no end.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Who entered it; of the public form nobody, whoever was signed in.</summary>
    public Signature Entered { get; private set; } = null!;

    /// <summary>受理.</summary>
    public Signature? Accepted { get; private set; }

    /// <summary>不受理.</summary>
    public NotAccepted? Refused { get; private set; }

    /// <summary>Oldest first: more than one where it was postponed meanwhile.</summary>
    public IReadOnlyList<ObjectionFinding> Findings { get; private set; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ObjectionAnswer> Answers { get; private set; } = [];

    public HandingOn? HandedOn { get; private set; }

    /// <summary>归档.</summary>
    public Signature? Archived { get; private set; }

    /// <summary>The last day for the answer, inclusive; null where the procedure sets none, or where it is 待定.</summary>
    public LocalDate? DueOn { get; private set; }

    /// <summary>待定: there is a last day, of a year that was not loaded when it came in.</summary>
    public bool IsDuePending { get; private set; }

    /// <summary>The day on which it came in.</summary>
    public LocalDate SortDay { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <param name="entryId">Of the notice; null for the whole list.</param>
    /// <param name="letter">The same words and objector, enciphered.</param>
    /// <param name="answer">What the title's procedure allows for the answer, counted from the arrival.</param>
    /// <param name="cases">That it touches, where a human of the office enters it, who neither nominated nor is nominated in any of them; none of the public form's.</param>
    /// <exception cref="RuleViolationException">
    /// <c>objection.not-open</c>; <c>objection.postmark</c>; <c>objection.in-future</c>; <c>objection.name-or-leads</c>; <c>notice.entry-removed</c>; <c>text.personal-number</c>;
    /// <c>nomination.own-nomination</c>; <c>nomination.own-case</c>; <c>nomination.no-person-behind</c>.
    /// </exception>
    public static Objection Receive(
        Guid id, Notice notice, Guid? entryId, ObjectionWords words, Objector objector, SealedLetter letter, Arrival arrival, byte[] receiptHash,
        Clock? answer, IReadOnlyCollection<NoticeCase> cases, WorkingCalendar calendar, Actor actor, Instant now)
    {
        foreach (var of in cases) of.Nomination.RequireJudge(actor);
        words.Check(objector.IsNamed);
        arrival.Check(ChinaTime.Today(now));
        var entry = entryId is null ? null : notice.Entries.Single(e => e.Id == entryId);
        if (entry is { IsRemoved: true }) throw NoticeRules.EntryRemoved();
        arrival.RequireInTime(notice, entry is null ? notice.OpenUntil : entry.LastDay);

        var due = answer is null ? null : calendar.Due(arrival.On, answer.Length, answer.Unit, answer.Counting).Day;
        return new Objection
        {
            Id = id,
            NoticeId = notice.Id,
            EntryId = entryId,
            Arrival = arrival,
            IsNamed = objector.IsNamed,
            HasLeads = words.Leads is not null,
            SealedWords = letter.Words,
            SealedObjector = letter.Objector,
            ReceiptHash = receiptHash,
            IsOpen = true,
            Entered = Signature.Of(actor, now),
            DueOn = due,
            IsDuePending = answer is not null && due is null,
            SortDay = arrival.On,
            RecordedBy = notice.RecordedBy,
            RecordedIn = notice.RecordedIn,
        };
    }

    /// <summary>受理.</summary>
    /// <param name="cases">That it touches: of its entry, or of all entries.</param>
    /// <param name="actor">A human who neither nominated nor is nominated in any of them, nor made the finding on the case of its entry.</param>
    /// <exception cref="RuleViolationException"><c>objection.wrong-state</c>; <c>objection.own-finding</c>; <c>nomination.own-nomination</c>; <c>nomination.own-case</c>;
    /// <c>nomination.no-person-behind</c>.</exception>
    public void Accept(IReadOnlyCollection<NoticeCase> cases, Actor actor, Instant now)
    {
        Require(cases, actor, ObjectionState.Received);

        Accepted = Signature.Of(actor, now);
        Take(ObjectionState.Accepted);
    }

    /// <summary>不受理.</summary>
    /// <exception cref="RuleViolationException"><c>objection.named</c>: who gives a name is not turned away for giving none; those of <see cref="Accept"/>.</exception>
    public void Refuse(ObjectionRefusal ground, string? note, IReadOnlyCollection<NoticeCase> cases, Actor actor, Instant now)
    {
        Require(cases, actor, ObjectionState.Received);
        if (ground is ObjectionRefusal.NoClearLeads && IsNamed) throw ObjectionRules.Named();
        PersonalNumbers.Refuse(note, "note");

        Refused = new NotAccepted(ground, note, Signature.Of(actor, now));
        Take(ObjectionState.NotAccepted);
    }

    /// <summary>核查: finds on it, and does with the entry what follows.</summary>
    /// <param name="notice">With its entries; changed with it.</param>
    /// <exception cref="RuleViolationException">
    /// <c>objection.which-entry</c>: of the list, and none is named; <c>objection.what-printed</c>; <c>notice.entry-removed</c>; <c>notice.entry-unchanged</c>;
    /// <c>calendar.year-not-loaded</c>; <c>text.personal-number</c>; those of <see cref="Accept"/>.
    /// </exception>
    public void Find(ObjectionJudgement judgement, Notice notice, IReadOnlyCollection<NoticeCase> cases, WorkingCalendar calendar, Actor actor, Instant now)
    {
        Require(cases, actor, ObjectionState.Accepted, ObjectionState.Postponed);
        if ((judgement.Printed is not null) != judgement.Outcome is ObjectionOutcome.Corrected) throw ObjectionRules.WhatPrinted();
        PersonalNumbers.Refuse(judgement.Reason, "reason");
        if (judgement.Outcome.TouchesEntry()) Carry(judgement, notice, cases, calendar, actor, now);

        Findings = [.. Findings, new ObjectionFinding(judgement.Outcome, EntryId ?? judgement.EntryId, judgement.Reason, Signature.Of(actor, now))];
        Take(judgement.Outcome switch
        {
            ObjectionOutcome.NotUpheld => ObjectionState.NotUpheld,
            ObjectionOutcome.Postponed => ObjectionState.Postponed,
            _ => ObjectionState.Upheld,
        });
    }

    /// <summary>答复: what the receipt tells from then on. It ends the objection, but for a postponement.</summary>
    /// <exception cref="RuleViolationException">Those of <see cref="Accept"/>; <c>text.personal-number</c>.</exception>
    public void Answer(string text, IReadOnlyCollection<NoticeCase> cases, Actor actor, Instant now)
    {
        Require(cases, actor, ObjectionState.NotUpheld, ObjectionState.Upheld, ObjectionState.Postponed);
        PersonalNumbers.Refuse(text, "text");

        Answers = [.. Answers, new ObjectionAnswer(text, DueOn, DueOn is { } last ? ChinaTime.Today(now) <= last : null, Signature.Of(actor, now))];
        if (State is not ObjectionState.Postponed) Take(ObjectionState.Answered);
    }

    /// <summary>转办: it is a report or a petition, and another body's to deal with.</summary>
    /// <exception cref="RuleViolationException"><c>objection.in-future</c>; <c>text.personal-number</c>; those of <see cref="Accept"/>.</exception>
    public void HandOn(HandingKind kind, string body, string receipt, LocalDate on, IReadOnlyCollection<NoticeCase> cases, Actor actor, Instant now)
    {
        Require(cases, actor, ObjectionState.Received, ObjectionState.Accepted, ObjectionState.Postponed);
        PersonalNumbers.Refuse(body, "body");
        if (on > ChinaTime.Today(now)) throw ObjectionRules.InFuture("on");

        HandedOn = new HandingOn(kind, body, receipt, on, Signature.Of(actor, now));
        Take(ObjectionState.PassedOn);
    }

    /// <summary>归档, once it is closed.</summary>
    /// <exception cref="RuleViolationException"><c>objection.archived</c>; those of <see cref="Accept"/>.</exception>
    public void Archive(IReadOnlyCollection<NoticeCase> cases, Actor actor, Instant now)
    {
        if (Archived is not null) throw ObjectionRules.Archived();
        Require(cases, actor, Closed);

        Archived = Signature.Of(actor, now);
    }

    /// <summary>The same under another key.</summary>
    public void SealAnew(SealedLetter letter) => (SealedWords, SealedObjector) = (letter.Words, letter.Objector);

    /// <summary>Whether somebody may read what is objected: whoever might handle it.</summary>
    public bool IsFreeFor(Actor actor, IReadOnlyCollection<NoticeCase> cases)
    {
        try
        {
            RequireFree(cases, actor);
            return true;
        }
        catch (RuleViolationException)
        {
            return false;
        }
    }

    /// <summary>Of a list whose cases one office found on, nobody might be free of every finding; that of the entry that is acted on counts.</summary>
    internal void RequireFree(IReadOnlyCollection<NoticeCase> cases, Actor actor)
    {
        foreach (var of in cases) of.Nomination.RequireJudge(actor);
        if (EntryId is not null) RequireNotFoundBy(actor, cases.Single());
    }

    private static void RequireNotFoundBy(Actor actor, NoticeCase of)
    {
        if (of.Nomination.Case?.Finding?.By.IsBy(actor) is true) throw ObjectionRules.OwnFinding();
    }

    private void Carry(ObjectionJudgement judgement, Notice notice, IReadOnlyCollection<NoticeCase> cases, WorkingCalendar calendar, Actor actor, Instant now)
    {
        var id = EntryId ?? judgement.EntryId ?? throw ObjectionRules.WhichEntry();
        var entry = notice.Entries.SingleOrDefault(e => e.Id == id) ?? throw ObjectionRules.WhichEntry();
        var of = cases.Single(c => c.Nomination.Id == entry.CaseId);
        RequireNotFoundBy(actor, of);

        // Of two objections to one entry the second finds done what the first asked for.
        if (judgement is { Outcome: ObjectionOutcome.Removed } && !entry.IsRemoved) notice.Remove(id, of, judgement.Reason, calendar, actor, now);
        if (judgement is { Outcome: ObjectionOutcome.Corrected, Printed: { } printed } && (printed != entry.Printed || entry.Changes is []))
            notice.ChangeUpheld(id, of, printed, judgement.Reason, calendar, actor, now);
    }

    private void Require(IReadOnlyCollection<NoticeCase> cases, Actor actor, params ObjectionState[] from)
    {
        RequireFree(cases, actor);
        RequireState(from);
    }

    private void RequireState(ObjectionState[] from)
    {
        if (!from.Contains(State)) throw ObjectionRules.WrongState(State, from);
    }

    private void Take(ObjectionState state) => (State, IsOpen) = (state, !Closed.Contains(state));
}
