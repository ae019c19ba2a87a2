using System.Linq.Expressions;
using Honors.Api.Data;
using Honors.Api.People;
using Honors.Api.PublicApi;
using Honors.Domain.Accounts;
using Honors.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Notices;

/// <summary>What may be public of a notice, for the API, the pages and the feed alike.</summary>
internal static class PublicNoticeQueries
{
    /// <param name="state">Null: all of them.</param>
    public static async Task<Page<PublicNoticeLine>> PublicNotices(this HonorsDb db, NoticeState? state, PageQuery page, LocalDate today, CancellationToken ct)
    {
        var found = await db.GivenNotices().StandingOn(today, state).ToPage(page, db.ToNoticeRow(), ct);
        return new([.. found.Items.Select(n => n.ToLine(today))], found.Next);
    }

    public static async Task<PublicNotice?> PublicNotice(this HonorsDb db, Guid id, LocalDate today, CancellationToken ct)
    {
        if (await db.GivenNotices().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is not { } notice) return null;

        var (state, listed) = (notice.StateOn(today), notice.Listed());
        var over = listed.Where(e => e.LastDay < today).Select(e => e.CaseId).ToList();
        var named = over is [] ? [] : await Honoured(over, db, today, ct);
        var title = await db.Titles.Where(t => t.Id == notice.TitleId).Select(t => t.Name).SingleAsync(ct);
        var office = await db.Organizations.Where(o => o.Id == notice.RecordedBy).Select(o => o.Name).SingleAsync(ct);
        return new PublicNotice(
            notice.Id, notice.Heading, title, office, notice.Basis, notice.Stage, Words.Of(notice.Stage), state, Words.Of(state), notice.PublishedOn!.Value,
            notice.FirstDay!.Value, notice.LastDay!.Value, NoticeRow.DaysLeft(today, notice.FirstDay.Value, notice.OpenUntil!.Value),
            NoticeText.OpeningOf(notice, title, listed.Count), NoticeText.PeriodOf(notice), NoticeText.ListHeadingOf(notice), Words.Of(notice.Order), listed.Count,
            [.. listed.Where(e => e.LastDay >= today || named.Contains(e.CaseId)).Select(e => Show(e, notice, isOver: e.LastDay < today))],
            state is NoticeState.Ended ? null : PublicObjectionGuide.Of(notice));
    }

    /// <summary>What stands in a list of notices.</summary>
    public static Expression<Func<Notice, NoticeRow>> ToNoticeRow(this HonorsDb db) => n => new NoticeRow(
        n.Id,
        n.Heading,
        db.Titles.Where(t => t.Id == n.TitleId).Select(t => t.Name).First(),
        db.Organizations.Where(o => o.Id == n.RecordedBy).Select(o => o.Name).First(),
        n.Stage,
        n.FirstDay!.Value,
        n.OpenUntil!.Value,
        n.Entries.Count(e => !e.IsRemoved),
        n.Published!,
        n.Entries.Max(e => e.CountedFrom));

    private static PublicNoticeEntry Show(NoticeEntry entry, Notice notice, bool isOver) => isOver
        ? new(null, entry.Name, null, null, entry.LastDay!.Value, null)
        : new(entry.Id, entry.Name, entry.Unit, entry.Deed, entry.LastDay!.Value, NoticeTextEntry.NoteOf(entry, notice));

    /// <summary>Of these cases: those that became an award whose recipient may be named, a person on a ground.</summary>
    private static async Task<HashSet<Guid>> Honoured(List<Guid> cases, HonorsDb db, LocalDate today, CancellationToken ct)
    {
        var naming = db.Grounds.RunningOn(today).Where(g => g.ShowsName);
        var named = await db.Awards.IgnoreQueryFilters([HonorsDb.Visible]).Standing()
            .Where(a => a.NominationId != null && cases.Contains(a.NominationId.Value) && !a.NotPublished
                && (a.OrganizationId != null || a.GroupName != null
                    || naming.Any(g => g.PersonId == a.PersonId && (g.CoversAllAwards || g.Records.Any(r => r.Id == a.Id)))))
            .Select(a => a.NominationId!.Value).ToListAsync(ct);
        return [.. named];
    }
}

/// <summary>A notice as a list has it, before the day is asked.</summary>
/// <param name="LastDay">Of any entry.</param>
/// <param name="Published">When, and by whom; the moment alone is public.</param>
/// <param name="LastBegun">When the period of an entry began last.</param>
internal sealed record NoticeRow(
    Guid Id, string Heading, string Title, string Office, NoticeStage Stage, LocalDate FirstDay, LocalDate LastDay, int Count, Signature Published, LocalDate? LastBegun)
{
    public PublicNoticeLine ToLine(LocalDate today)
    {
        var standing = today < FirstDay ? NoticeState.Awaiting : today <= LastDay ? NoticeState.Open : NoticeState.Ended;
        return new(Id, Heading, Title, Office, Stage, Words.Of(Stage), standing, Words.Of(standing), FirstDay, LastDay, DaysLeft(today, FirstDay, LastDay), Count);
    }

    public static int DaysLeft(LocalDate today, LocalDate first, LocalDate last) => Math.Max(0, Period.DaysBetween(LocalDate.Max(today, first), last) + 1);
}
