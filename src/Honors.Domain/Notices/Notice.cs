using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Notices;

/// <summary>
/// 公示: puts cases of one title before the public for a time. Drafted by one human of the title's owner and published by another; whether it is open or
/// over follows from its days and the clock. The printed days stay as they were printed, whatever the calendar says later, unless it gives more time.
/// </summary>
public sealed partial class Notice : IRecorded, IDated
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

    /// <summary>A draft of which one account wrote everything is that account's to delete.</summary>
    /// <exception cref="RuleViolationException"><c>draft.kept</c>; <c>draft.not-yours</c>.</exception>
    public void RefuseDeletionBy(Actor actor)
    {
        foreach (var written in _entries.Select(e => e.Added).Append(Drafted)) Drafts.RefuseDeletion(PublishedOn is null, written, actor);
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

    private NoticeEntry Entry(Guid id) => _entries.Single(e => e.Id == id);

    private static void Check(Printed printed)
    {
        PersonalNumbers.Refuse(printed.Name, "name");
        PersonalNumbers.Refuse(printed.Unit, "unit");
        PersonalNumbers.Refuse(printed.Deed, "deed");
    }
}
