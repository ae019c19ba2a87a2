using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Notices;

/// <summary>Its publication, and what becomes of it before the public.</summary>
public sealed partial class Notice
{
    /// <summary>
    /// Puts it before the public from today on (or says of one held elsewhere that it hung there), and its cases on notice. A year that is not loaded stands in the way
    /// of a counted period, not of a printed one.
    /// </summary>
    /// <param name="cases">Of all entries.</param>
    /// <param name="actor">A second human: whoever wrote nothing of it, nominated nobody on it and is not on it.</param>
    /// <exception cref="RuleViolationException">
    /// <c>notice.not-draft</c>; <c>notice.empty</c>; <c>notice.own-draft</c>; <c>notice.confidential</c>; <c>notice.entry-not-ready</c>; <c>notice.begins-before-publication</c>;
    /// <c>calendar.year-not-loaded</c>; <c>nomination.own-nomination</c>; <c>nomination.own-case</c>; <c>nomination.no-person-behind</c>.
    /// </exception>
    public void Publish(IReadOnlyCollection<NoticeCase> cases, WorkingCalendar calendar, Actor actor, Instant now)
    {
        RequireDraft();
        if (_entries is []) throw NoticeRules.Empty();

        var entries = _entries.Join(cases, e => e.CaseId, c => c.Nomination.Id, (Entry, Of) => (Entry, Of)).ToList();
        foreach (var (_, of) in entries) of.Nomination.RequireJudge(actor);
        if (Drafted.IsBy(actor) || _entries.Any(e => e.Added.IsBy(actor))) throw NoticeRules.OwnDraft();
        foreach (var (entry, of) in entries) of.RequireReady(entry.Name);

        var today = ChinaTime.Today(now);
        if (Elsewhere is null && Period.From < today) throw NoticeRules.BeginsBeforePublication(Period.From.Value);

        PublishedOn = SortDay = Elsewhere is null ? today : Period.From!.Value;
        (FirstDay, LastDay) = Period.On(PublishedOn.Value, calendar);
        (Published, CountedBy) = (Signature.Of(actor, now), calendar.Versions(FirstDay.Value, LastDay.Value));
        foreach (var (entry, of) in entries)
        {
            entry.Begin(PublishedOn.Value, LastDay.Value);
            of.Nomination.Case!.PutOnNotice(Handle(of, calendar, actor, now));
        }

        OpenUntil = LastDay;
    }

    /// <summary>Changes what is printed of an entry, so that its period begins anew: today is not counted, and it never ends before the list.</summary>
    /// <param name="actor">Of the owner; who neither nominated nor is nominated in this case.</param>
    /// <exception cref="RuleViolationException">
    /// <c>notice.not-running</c>: a draft, or the entry's last day is over; <c>notice.entry-removed</c>; <c>notice.entry-unchanged</c>; <c>text.personal-number</c>;
    /// <c>calendar.year-not-loaded</c>; and who may not judge.
    /// </exception>
    public void Change(Guid entryId, NoticeCase of, Printed printed, string reason, WorkingCalendar calendar, Actor actor, Instant now)
    {
        Restart(RunningEntry(entryId, of, actor, ChinaTime.Today(now)), printed, reason, calendar, actor, now);
    }

    /// <summary>The same where an objection to it was upheld, be it after its last day: it is before the public anew.</summary>
    /// <exception cref="RuleViolationException">Those of <see cref="Change"/>, but for the last day.</exception>
    internal void ChangeUpheld(Guid entryId, NoticeCase of, Printed printed, string reason, WorkingCalendar calendar, Actor actor, Instant now) =>
        Restart(PublishedEntry(entryId, of, actor), printed, reason, calendar, actor, now);

    /// <summary>Puts forward the correction of a slip; it is printed when a second person says that it is one.</summary>
    /// <inheritdoc cref="Change"/>
    public void ProposeCorrection(Guid entryId, NoticeCase of, Printed printed, string reason, Actor actor, Instant now)
    {
        var entry = RunningEntry(entryId, of, actor, ChinaTime.Today(now));
        Check(printed);
        if (printed == entry.Printed) throw NoticeRules.EntryUnchanged();

        entry.Propose(new ProposedCorrection(printed, reason, Signature.Of(actor, now)));
    }

    /// <summary>Marks the correction that waits as a slip of the pen: the period goes on.</summary>
    /// <exception cref="RuleViolationException"><c>notice.nothing-proposed</c>; <c>notice.own-correction</c>; those of <see cref="Change"/>.</exception>
    public void ConfirmCorrection(Guid entryId, NoticeCase of, Actor actor, Instant now)
    {
        var entry = RunningEntry(entryId, of, actor, ChinaTime.Today(now));
        var proposed = entry.Proposed ?? throw NoticeRules.NothingProposed();
        if (proposed.By.IsBy(actor)) throw NoticeRules.OwnCorrection();

        entry.Change(new EntryChange(
            EntryChangeKind.Typing, entry.Printed, proposed.Printed, proposed.Reason, proposed.By, Signature.Of(actor, now), entry.LastDay!.Value));
    }

    /// <summary>Takes an entry out, of a draft without a trace; its case is on notice no more.</summary>
    /// <exception cref="RuleViolationException"><c>notice.entry-removed</c>; and who may not judge.</exception>
    public void Remove(Guid entryId, NoticeCase of, string reason, WorkingCalendar calendar, Actor actor, Instant now)
    {
        var entry = Entry(entryId);
        if (PublishedOn is null)
        {
            _entries.Remove(entry);
            return;
        }

        of.Nomination.RequireJudge(actor);
        if (entry.IsRemoved) throw NoticeRules.EntryRemoved();

        entry.Remove(new Removal(reason, ChinaTime.Today(now), Signature.Of(actor, now)));
        of.Nomination.Case!.TakeOffNotice(reason, Handle(of, calendar, actor, now));
        OpenUntil = LastOfAll();
    }

    /// <summary>
    /// Counts an open notice again after a change of the calendar. What was printed binds: a later end is taken over, an earlier one is noted and not followed.
    /// An ended notice, and a printed range, stay as they are.
    /// </summary>
    /// <returns>Whether anything was noted.</returns>
    public bool CountAgain(CalendarYear changed, WorkingCalendar calendar, Instant now)
    {
        if (PublishedOn is null || Period.IsPrinted || StateOn(ChinaTime.Today(now)) is NoticeState.Ended) return false;

        var counted = Period.On(PublishedOn.Value, calendar).Last;
        var restarted = _entries.Where(e => !e.IsRemoved && e.CountedFrom > PublishedOn).ToList();
        var moves = restarted.Select(e => (Entry: e, Last: LocalDate.Max(Period.Anew(e.CountedFrom!.Value, calendar), e.LastDay!.Value))).ToList();
        if (counted == LastDay && moves.TrueForAll(m => m.Last == m.Entry.LastDay)) return false;

        var last = LocalDate.Max(counted, LastDay!.Value);
        foreach (var entry in _entries.Except(restarted)) entry.Move(last);
        foreach (var (entry, day) in moves) entry.Move(LocalDate.Max(day, last));
        Recounts = [.. Recounts, new Recount(changed.Year, changed.Version, counted, LastDay.Value, last, now)];
        (LastDay, CountedBy) = (last, calendar.Versions(FirstDay!.Value, last));
        OpenUntil = LastOfAll();
        return true;
    }

    private void Restart(NoticeEntry entry, Printed printed, string reason, WorkingCalendar calendar, Actor actor, Instant now)
    {
        var today = ChinaTime.Today(now);
        Check(printed);
        if (printed == entry.Printed) throw NoticeRules.EntryUnchanged();

        var last = LocalDate.Max(Period.Anew(today, calendar), LastDay!.Value);
        entry.Change(new EntryChange(EntryChangeKind.Material, entry.Printed, printed, reason, Signature.Of(actor, now), null, last));
        entry.Begin(today, last);
        OpenUntil = LastOfAll();
    }

    private NoticeEntry RunningEntry(Guid id, NoticeCase of, Actor actor, LocalDate today)
    {
        var entry = PublishedEntry(id, of, actor);
        if (today > entry.LastDay) throw NoticeRules.NotRunning(NoticeState.Ended);
        return entry;
    }

    private NoticeEntry PublishedEntry(Guid id, NoticeCase of, Actor actor)
    {
        var entry = Entry(id);
        of.Nomination.RequireJudge(actor);
        if (PublishedOn is null) throw NoticeRules.NotRunning(NoticeState.Draft);
        if (entry.IsRemoved) throw NoticeRules.EntryRemoved();
        return entry;
    }

    private LocalDate LastOfAll() => _entries.Where(e => !e.IsRemoved).Select(e => e.LastDay!.Value).Append(LastDay!.Value).Max();

    private static Handling Handle(NoticeCase of, WorkingCalendar calendar, Actor actor, Instant now) => new(of.Nomination, of.Procedure, calendar, actor, now);
}
