using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Notices;

/// <summary>
/// 公示: puts cases of one title before the public for a time. Drafted by one human of the title's owner and published by another; whether it is open or
/// over follows from its days and the clock. The printed days stay as they were printed, whatever the calendar says later, unless it gives more time.
/// </summary>
public sealed class Notice : IRecorded, IDated
{
    public const int HeadingMaxLength = 100, BasisMaxLength = 500, ReasonMaxLength = 500, MostEntries = 200;

    private readonly List<NoticeEntry> _entries = [];

    private Notice() { }

    public Guid Id { get; private set; }

    public Guid TitleId { get; private set; }

    public string Heading { get; private set; } = "";

    public string Basis { get; private set; } = "";

    public NoticeStage Stage { get; private set; }

    public NoticeOrder Order { get; private set; }

    public NoticePeriod Period { get; private set; } = null!;

    public Acceptance Acceptance { get; private set; } = null!;

    /// <summary>Null: it is given here.</summary>
    public HeldElsewhere? Elsewhere { get; private set; }

    /// <summary>Kept beside <see cref="Elsewhere"/> to be searched.</summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>As they were set, with those that were taken out.</summary>
    public IReadOnlyCollection<NoticeEntry> Entries => _entries;

    /// <summary>Whoever last wrote it.</summary>
    public Signature Drafted { get; private set; } = null!;

    public Signature? Published { get; private set; }

    /// <summary>Null in a draft; of one held elsewhere its first day.</summary>
    public LocalDate? PublishedOn { get; private set; }

    /// <summary>The first day that counts.</summary>
    public LocalDate? FirstDay { get; private set; }

    /// <summary>The last day of the list, inclusive; an entry that began anew may run longer.</summary>
    public LocalDate? LastDay { get; private set; }

    /// <summary>The last day on which any entry is before the public, inclusive.</summary>
    public LocalDate? OpenUntil { get; private set; }

    /// <summary>By which versions of the calendar the days were counted.</summary>
    public IReadOnlyList<YearVersion> CountedBy { get; private set; } = [];

    /// <summary>What a change of the calendar did to it while it was open, oldest first.</summary>
    public IReadOnlyList<Recount> Recounts { get; private set; } = [];

    /// <summary>The day of its publication; of a draft the day of its making.</summary>
    public LocalDate SortDay { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>text.personal-number</c>; <c>notice.*</c> of the period and the acceptance.</exception>
    public static Notice Draft(Guid id, Title title, NoticeFacts facts, RecordingBody by, Actor actor, Instant now)
    {
        var notice = new Notice { Id = id, TitleId = title.Id, RecordedBy = by.Id, RecordedIn = by.DivisionCode, SortDay = ChinaTime.Today(now) };
        notice.Put(facts, actor, now);
        return notice;
    }

    /// <exception cref="RuleViolationException"><c>notice.not-draft</c>; those of <see cref="Draft"/>.</exception>
    public void Replace(NoticeFacts facts, Actor actor, Instant now)
    {
        RequireDraft();
        Put(facts, actor, now);
    }

    /// <summary>Sets a case on the list of a draft.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>notice.not-draft</c>; <c>notice.other-title</c>; <c>notice.confidential</c>; <c>notice.entry-twice</c>; <c>notice.too-many</c>;
    /// <c>notice.entry-not-ready</c>, naming all that is missing; <c>case.not-opened</c>; <c>text.personal-number</c>.
    /// </exception>
    public NoticeEntry Add(Guid entryId, NoticeCase of, Printed printed, Actor actor, Instant now)
    {
        RequireDraft();
        if ((of.Nomination.TitleId, of.Nomination.OwnerId) != (TitleId, RecordedBy)) throw NoticeRules.OtherTitle();
        if (_entries.Any(e => e.CaseId == of.Nomination.Id)) throw NoticeRules.EntryTwice();
        if (_entries.Count >= MostEntries) throw NoticeRules.TooMany(MostEntries);
        Check(printed);
        of.RequireReady(printed.Name);

        var entry = new NoticeEntry(entryId, of.Nomination, printed, 1 + (_entries.Count is 0 ? 0 : _entries.Max(e => e.Place)), Signature.Of(actor, now));
        _entries.Add(entry);
        return entry;
    }

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

    public NoticeState StateOn(LocalDate day) => this switch
    {
        { PublishedOn: null } => NoticeState.Draft,
        _ when day < FirstDay => NoticeState.Awaiting,
        _ when day <= OpenUntil => NoticeState.Open,
        _ => NoticeState.Ended,
    };

    /// <summary>Whether the public has had its time with an entry, on a day. Objections that are still open are asked for elsewhere.</summary>
    public NoticeStanding StandingOf(Guid entryId, LocalDate day) => Entry(entryId) switch
    {
        { IsRemoved: false, LastDay: { } last } => new(day > last.PlusDays(Acceptance.GraceDays), last, last.PlusDays(Acceptance.GraceDays)),
        _ => NoticeStanding.None,
    };

    /// <summary>What is before the public, in the order of the list.</summary>
    public IReadOnlyList<NoticeEntry> Listed() => [.. Sorted(_entries.Where(e => !e.IsRemoved))];

    public IReadOnlyList<PeriodDoubt> Doubts(Clock? least, WorkingCalendar calendar, LocalDate today) =>
        Period.Doubts(PublishedOn ?? (Elsewhere is null ? today : Period.From!.Value), least, calendar);

    private IOrderedEnumerable<NoticeEntry> Sorted(IEnumerable<NoticeEntry> entries) => Order switch
    {
        NoticeOrder.Strokes => entries.OrderBy(e => e.Name, NameOrder.ByStrokes).ThenBy(e => e.Place),
        NoticeOrder.Pinyin => entries.OrderBy(e => e.Name, NameOrder.ByPinyin).ThenBy(e => e.Place),
        NoticeOrder.Division => entries.OrderBy(e => e.DivisionCode).ThenBy(e => e.Name, NameOrder.ByStrokes).ThenBy(e => e.Place),
        _ => entries.OrderBy(e => e.Place),
    };

    private void Put(NoticeFacts facts, Actor actor, Instant now)
    {
        facts.Check(ChinaTime.Today(now));

        (Heading, Basis, Stage, Order, Period) = (facts.Heading, facts.Basis, facts.Stage, facts.Order, facts.Period);
        (Acceptance, Elsewhere, IsElsewhere, Drafted) = (facts.Acceptance, facts.Elsewhere, facts.Elsewhere is not null, Signature.Of(actor, now));
    }

    private void RequireDraft()
    {
        if (PublishedOn is not null) throw NoticeRules.NotDraft();
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

    private NoticeEntry Entry(Guid id) => _entries.Single(e => e.Id == id);

    private LocalDate LastOfAll() => _entries.Where(e => !e.IsRemoved).Select(e => e.LastDay!.Value).Append(LastDay!.Value).Max();

    private static Handling Handle(NoticeCase of, WorkingCalendar calendar, Actor actor, Instant now) => new(of.Nomination, of.Procedure, calendar, actor, now);

    private static void Check(Printed printed)
    {
        PersonalNumbers.Refuse(printed.Name, "name");
        PersonalNumbers.Refuse(printed.Unit, "unit");
        PersonalNumbers.Refuse(printed.Deed, "deed");
    }
}

/// <summary>A case that a notice is about.</summary>
/// <param name="Procedure">The version that holds for it.</param>
/// <param name="Nominee">Of a person alone.</param>
public sealed record NoticeCase(Nomination Nomination, ProcedureFacts Procedure, Person? Nominee)
{
    internal void RequireReady(string name)
    {
        if (Nomination.Confidential) throw NoticeRules.Confidential();
        if (Nomination.Case is not { } opened) throw CaseRules.NotOpened(Nomination.Status, "caseId");

        var missing = opened.Missing(Procedure, ProcedureStep.Notice).Select(m => m.Need).Distinct().ToList();
        if (OwnNeeds().ToList() is var own && (missing is not [] || own is not [])) throw NoticeRules.EntryNotReady(name, missing, own);
    }

    private IEnumerable<EntryNeed> OwnNeeds()
    {
        if (!Procedure.Takes(ProcedureStep.Notice)) yield return EntryNeed.NoticeStep;

        var ground = Nomination.Ground;
        if (ground is null) yield return EntryNeed.Ground;
        else if (Nominee?.Died.Text is not null && ground.Kind is not NoticeGroundKind.NearKin) yield return EntryNeed.NearKinConsent;
        else if (Nominee?.Born.IsUnder(Age.Majority, ground.On) is true && ground.Kind is NoticeGroundKind.Consent) yield return EntryNeed.GuardianConsent;
    }
}

/// <summary>How far the public's time with an entry is.</summary>
/// <param name="IsFinished">Its last day and the days of grace for post are over.</param>
/// <param name="LastDay">Inclusive; null where it is not before the public at all.</param>
/// <param name="GraceUntil">The last day on which a letter that was posted in time may still come in, inclusive.</param>
public sealed record NoticeStanding(bool IsFinished, LocalDate? LastDay, LocalDate? GraceUntil)
{
    /// <summary>A draft, or taken out.</summary>
    public static readonly NoticeStanding None = new(false, null, null);
}

/// <summary>An open notice, counted again after a change of the calendar.</summary>
/// <param name="Year">That changed.</param>
/// <param name="Counted">The last day by the changed calendar.</param>
/// <param name="LastDay">That held from then on: the later one.</param>
public sealed record Recount(int Year, int Version, LocalDate Counted, LocalDate Before, LocalDate LastDay, Instant At);
