using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Api.PublicApi;
using Honors.Domain.Calendar;
using Honors.Domain.Notices;
using NodaTime;

namespace Honors.Api.Notices;

/// <summary>A public notice (公示) of cases of one title.</summary>
/// <param name="TitleId">Never changes; its owner is the office that gives the notice.</param>
/// <param name="Heading">As it is printed.</param>
/// <param name="Basis">By what it is given, to follow 根据.</param>
/// <param name="Stage">What stands on it.</param>
/// <param name="Period">As the title's procedure sets it, when left out.</param>
/// <param name="Order">How the entries are listed; by strokes when left out.</param>
/// <param name="Elsewhere">For a notice that another gave; then `period` is the range that was printed.</param>
public sealed record NoticeRequest(
    Guid TitleId,
    [property: Length(Notice.HeadingMaxLength)] string Heading,
    [property: Length(Notice.BasisMaxLength)] string Basis,
    NoticeStage Stage,
    AcceptanceBody Acceptance,
    NoticePeriodBody? Period = null,
    NoticeOrder Order = NoticeOrder.Strokes,
    ElsewhereBody? Elsewhere = null)
{
    /// <param name="usual">Where no period is sent.</param>
    internal NoticeFacts ToFacts(NoticePeriod usual) => new(
        Heading, Basis, Stage, Order, Period?.ToPeriod() ?? usual, Acceptance.ToAcceptance(),
        Elsewhere is null ? null : new HeldElsewhere(Elsewhere.Body, Elsewhere.Place, Elsewhere.FileId));
}

/// <summary>How long it runs: either `from` and `until`, both inclusive, or `length` and `unit`.</summary>
/// <param name="Length">Days or working days from the publication.</param>
/// <param name="Counting">Whether the day of publication counts; `excludeStart`, as the law counts, when absent.</param>
public sealed record NoticePeriodBody(
    LocalDate? From = null,
    LocalDate? Until = null,
    [property: Between(1, NoticePeriod.MostDays)] int? Length = null,
    PeriodUnit? Unit = null,
    Counting? Counting = null)
{
    internal NoticePeriod ToPeriod() => new(From, Until, Length, Unit, Counting ?? (Length is null ? null : Domain.Calendar.Counting.ExcludeStart));

    internal static NoticePeriodBody Of(NoticePeriod period) => new(period.From, period.Until, period.Length, period.Unit, period.Counting);
}

/// <summary>Who takes objections, and how. It is printed.</summary>
/// <param name="Hours">Of each day.</param>
/// <param name="HoursNote">Such as 工作日.</param>
/// <param name="Channels">Each but `web` needs what it goes to: an address, a number.</param>
/// <param name="LetterDay">By which day a letter is in time.</param>
/// <param name="GraceDays">Days after the end on which a letter that was posted in time may still come in.</param>
public sealed record AcceptanceBody(
    [property: Length(Domain.Notices.Acceptance.NameMaxLength)] string Department,
    [property: Length(Domain.Notices.Acceptance.NameMaxLength)] string Person,
    [property: MostItems(6)] IReadOnlyList<NoticeChannel> Channels,
    [property: Length(Domain.Notices.Acceptance.NumberMaxLength)] string? Phone = null,
    [property: Length(Domain.Notices.Acceptance.AddressMaxLength)] string? Address = null,
    [property: Length(Domain.Notices.Acceptance.NameMaxLength)] string? Email = null,
    [property: Length(Domain.Notices.Acceptance.NumberMaxLength)] string? Fax = null,
    [property: MostItems(Domain.Notices.Acceptance.MostHours)] IReadOnlyList<HourRangeBody>? Hours = null,
    [property: Length(Domain.Notices.Acceptance.NoteMaxLength)] string? HoursNote = null,
    LetterDay LetterDay = LetterDay.Postmark,
    [property: Between(0, Domain.Notices.Acceptance.MostGraceDays)] int GraceDays = 0)
{
    internal Acceptance ToAcceptance() => new(
        Department, Person, Phone, Address, Email, Fax, [.. (Hours ?? []).Select(h => new HourRange(h.From, h.To))], HoursNote, [.. Channels.Distinct()], LetterDay, GraceDays);

    internal static AcceptanceBody Of(Acceptance a) => new(
        a.Department, a.Person, a.Channels, a.Phone, a.Address, a.Email, a.Fax, [.. a.Hours.Select(h => new HourRangeBody(h.From, h.To))], a.HoursNote, a.LetterDay, a.GraceDays);
}

/// <param name="To">Exclusive.</param>
public sealed record HourRangeBody(LocalTime From, LocalTime To);

/// <summary>Who gave it, where it hung, and what shows that.</summary>
/// <param name="FileId">A picture or a scan, uploaded before.</param>
public sealed record ElsewhereBody(
    [property: Length(HeldElsewhere.BodyMaxLength)] string Body, [property: Length(HeldElsewhere.PlaceMaxLength)] string Place, Guid FileId);

/// <summary>A case for the list, and what is printed of it.</summary>
/// <param name="CaseId">Of its nomination.</param>
/// <param name="Deed">In short.</param>
public sealed record NoticeEntryRequest(
    Guid CaseId,
    [property: Length(Domain.Notices.Printed.NameMaxLength)] string Name,
    [property: Length(Domain.Notices.Printed.DeedMaxLength)] string Deed,
    [property: Length(Domain.Notices.Printed.UnitMaxLength)] string? Unit = null)
{
    internal Domain.Notices.Printed ToPrinted() => new(Name, Unit, Deed);
}

/// <summary>What is printed of an entry from now on, and why.</summary>
public sealed record EntryChangeRequest(
    [property: Length(Domain.Notices.Printed.NameMaxLength)] string Name,
    [property: Length(Domain.Notices.Printed.DeedMaxLength)] string Deed,
    [property: Length(Notice.ReasonMaxLength)] string Reason,
    [property: Length(Domain.Notices.Printed.UnitMaxLength)] string? Unit = null)
{
    internal Domain.Notices.Printed ToPrinted() => new(Name, Unit, Deed);
}

/// <summary>Why an entry is taken out.</summary>
public sealed record EntryRemovalRequest([property: Length(Notice.ReasonMaxLength)] string Reason);

/// <summary>One notice in a list.</summary>
/// <param name="OpenUntil">The last day of any entry, inclusive: later than `lastDay` where one began anew.</param>
/// <param name="Entries">How many are before the public.</param>
public sealed record NoticeLine(
    Guid Id, Guid TitleId, Guid RecordedBy, string Heading, NoticeStage Stage, NoticeState State, bool IsElsewhere,
    LocalDate? PublishedOn, LocalDate? FirstDay, LocalDate? LastDay, LocalDate? OpenUntil, int Entries)
{
    internal static Expression<Func<Notice, NoticeLine>> From(LocalDate today) => n => new(
        n.Id, n.TitleId, n.RecordedBy, n.Heading, n.Stage,
        n.PublishedOn == null ? NoticeState.Draft : today < n.FirstDay ? NoticeState.Awaiting : today <= n.OpenUntil ? NoticeState.Open : NoticeState.Ended,
        n.IsElsewhere, n.PublishedOn, n.FirstDay, n.LastDay, n.OpenUntil, n.Entries.Count(e => !e.IsRemoved));
}

/// <summary>A public notice with every entry, those that were taken out too.</summary>
/// <param name="FirstDay">The first day that counts; null in a draft.</param>
/// <param name="LastDay">Of the list, inclusive.</param>
/// <param name="OpenUntil">The last day of any entry, inclusive.</param>
/// <param name="GraceUntil">The last day on which a letter that was posted in time may still come in.</param>
/// <param name="CountedBy">The versions of the calendar by which the days were counted.</param>
/// <param name="Warnings">What to look at: of a draft, as if it were published today; none once it is over.</param>
/// <param name="Recounts">What changes of the calendar did to it.</param>
/// <param name="Entries">In the order of the list; those that were taken out at the end.</param>
public sealed record NoticeResponse(
    Guid Id,
    Guid TitleId,
    Guid RecordedBy,
    string Heading,
    string Basis,
    NoticeStage Stage,
    NoticeOrder Order,
    NoticePeriodBody Period,
    AcceptanceBody Acceptance,
    ElsewhereBody? Elsewhere,
    NoticeState State,
    LocalDate? PublishedOn,
    LocalDate? FirstDay,
    LocalDate? LastDay,
    LocalDate? OpenUntil,
    LocalDate? GraceUntil,
    [property: MostItems(10)] IReadOnlyList<YearVersion> CountedBy,
    [property: MostItems(5)] IReadOnlyList<PeriodWarningView> Warnings,
    IReadOnlyList<RecountView> Recounts,
    [property: MostItems(Notice.MostEntries)] IReadOnlyList<NoticeEntryView> Entries,
    SignatureView Drafted,
    SignatureView? Published,
    int Version) : IVersioned
{
    internal static NoticeResponse Of(Notice n, IReadOnlyList<PeriodDoubt> doubts, LocalDate today) => new(
        n.Id, n.TitleId, n.RecordedBy, n.Heading, n.Basis, n.Stage, n.Order, NoticePeriodBody.Of(n.Period), AcceptanceBody.Of(n.Acceptance),
        n.Elsewhere is { } e ? new ElsewhereBody(e.Body, e.Place, e.FileId) : null, n.StateOn(today), n.PublishedOn, n.FirstDay, n.LastDay, n.OpenUntil,
        n.OpenUntil?.PlusDays(n.Acceptance.GraceDays), n.CountedBy, [.. doubts.Select(d => new PeriodWarningView(d.Concern, Words.Of(d.Concern), d.Day))],
        [.. n.Recounts.Select(r => new RecountView(r.Year, r.Version, r.Counted, r.Before, r.LastDay, r.At))],
        [.. n.Listed().Concat(n.Entries.Where(x => x.IsRemoved)).Select(x => NoticeEntryView.Of(x, n, today))],
        SignatureView.Of(n.Drafted)!, SignatureView.Of(n.Published), n.Version);
}

/// <param name="Day">The last day by the other way of counting, or by the procedure; the day off.</param>
public sealed record PeriodWarningView(PeriodConcern Concern, string Text, LocalDate? Day);

/// <summary>An open notice, counted again after a change of the calendar.</summary>
/// <param name="Counted">The last day by the changed calendar.</param>
/// <param name="LastDay">That held from then on: what was printed is never cut short.</param>
public sealed record RecountView(int Year, int CalendarVersion, LocalDate Counted, LocalDate Before, LocalDate LastDay, Instant At);

/// <summary>One line of a notice.</summary>
/// <param name="CountedFrom">From when its period was counted: the publication, or its last material change.</param>
/// <param name="LastDay">Its own, inclusive.</param>
/// <param name="IsFinished">Its last day and the days of grace for post are over.</param>
/// <param name="Proposed">A correction of a slip that waits for its second person.</param>
public sealed record NoticeEntryView(
    Guid Id, Guid CaseId, string Name, string? Unit, string Deed, LocalDate? CountedFrom, LocalDate? LastDay, LocalDate? GraceUntil, bool IsFinished,
    IReadOnlyList<EntryChangeView> Changes, ProposedCorrectionView? Proposed, EntryRemovalView? Removal, SignatureView Added)
{
    internal static NoticeEntryView Of(NoticeEntry entry, Notice notice, LocalDate today)
    {
        var standing = notice.StandingOf(entry.Id, today);
        return new(
            entry.Id, entry.CaseId, entry.Name, entry.Unit, entry.Deed, entry.CountedFrom, entry.LastDay, standing.GraceUntil, standing.IsFinished,
            [.. entry.Changes.Select(EntryChangeView.Of)],
            entry.Proposed is { } p ? new ProposedCorrectionView(p.Printed.Name, p.Printed.Unit, p.Printed.Deed, p.Reason, SignatureView.Of(p.By)!) : null,
            entry.Removal is { } r ? new EntryRemovalView(r.Reason, r.On, SignatureView.Of(r.By)!) : null, SignatureView.Of(entry.Added)!);
    }
}

/// <summary>What an entry printed before, and why that changed.</summary>
/// <param name="Confirmed">The second person, who marked it as a slip; null of a material change.</param>
/// <param name="LastDay">Of the entry, from then on.</param>
public sealed record EntryChangeView(
    EntryChangeKind Kind, string NameBefore, string? UnitBefore, string DeedBefore, string Reason, LocalDate LastDay, SignatureView By, SignatureView? Confirmed)
{
    internal static EntryChangeView Of(EntryChange c) => new(
        c.Kind, c.Before.Name, c.Before.Unit, c.Before.Deed, c.Reason, c.LastDay, SignatureView.Of(c.By)!, SignatureView.Of(c.Confirmed));
}

/// <summary>A correction of a slip that waits.</summary>
public sealed record ProposedCorrectionView(string Name, string? Unit, string Deed, string Reason, SignatureView By);

/// <summary>Taken out, and why.</summary>
public sealed record EntryRemovalView(string Reason, LocalDate On, SignatureView By);
