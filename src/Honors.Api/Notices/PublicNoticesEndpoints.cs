using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.People;
using Honors.Api.PublicApi;
using Honors.Domain.Notices;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Notices;

/// <summary>What the public reads. A notice that was held elsewhere was public there, and is not given again here.</summary>
internal static class PublicNoticesEndpoints
{
    public static void MapPublicNotices(this IEndpointRouteBuilder site)
    {
        site.MapGet("/notices", List).WithName("listPublicNotices");
        site.MapGet("/notices/{id:guid}", Get).WithName("getPublicNotice");
    }

    /// <summary>Lists public notices, newest first.</summary>
    /// <param name="state">Only those that stand so today; a draft is nobody's to see.</param>
    private static async Task<Ok<Page<PublicNoticeLine>>> List(
        [AsParameters] PageQuery page, HonorsDb db, IClock clock, CancellationToken ct, Word<NoticeState>? state = null)
    {
        var today = ChinaTime.Today(clock.GetCurrentInstant());
        var found = await db.GivenNotices().StandingOn(today, state?.Value).ToPage(page, n => new
        {
            n.Id,
            n.Heading,
            Title = db.Titles.Where(t => t.Id == n.TitleId).Select(t => t.Name).First(),
            Office = db.Organizations.Where(o => o.Id == n.RecordedBy).Select(o => o.Name).First(),
            n.Stage,
            FirstDay = n.FirstDay!.Value,
            OpenUntil = n.OpenUntil!.Value,
            Count = n.Entries.Count(e => !e.IsRemoved),
        }, ct);
        return TypedResults.Ok(new Page<PublicNoticeLine>([.. found.Items.Select(n =>
        {
            var standing = today < n.FirstDay ? NoticeState.Awaiting : today <= n.OpenUntil ? NoticeState.Open : NoticeState.Ended;
            return new PublicNoticeLine(
                n.Id, n.Heading, n.Title, n.Office, n.Stage, Words.Of(n.Stage), standing, Words.Of(standing), n.FirstDay, n.OpenUntil, DaysLeft(today, n.FirstDay, n.OpenUntil), n.Count);
        })], found.Next));
    }

    /// <summary>Shows a public notice: while it runs as it was printed and how to object; later no more than may stay public.</summary>
    private static async Task<Results<Ok<PublicNotice>, NotFound>> Get(Guid id, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.GivenNotices().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is not { } notice) return TypedResults.NotFound();

        var today = ChinaTime.Today(clock.GetCurrentInstant());
        var (state, listed) = (notice.StateOn(today), notice.Listed());
        var over = listed.Where(e => e.LastDay < today).Select(e => e.CaseId).ToList();
        var named = over is [] ? [] : await Honoured(over, db, today, ct);
        var title = await db.Titles.Where(t => t.Id == notice.TitleId).Select(t => t.Name).SingleAsync(ct);
        var office = await db.Organizations.Where(o => o.Id == notice.RecordedBy).Select(o => o.Name).SingleAsync(ct);
        return TypedResults.Ok(new PublicNotice(
            notice.Id, notice.Heading, title, office, notice.Basis, notice.Stage, Words.Of(notice.Stage), state, Words.Of(state), notice.PublishedOn!.Value,
            notice.FirstDay!.Value, notice.LastDay!.Value, DaysLeft(today, notice.FirstDay.Value, notice.OpenUntil!.Value), NoticeText.PeriodOf(notice), Words.Of(notice.Order), listed.Count,
            [.. listed.Where(e => e.LastDay >= today || named.Contains(e.CaseId)).Select(e => Show(e, isOver: e.LastDay < today))],
            state is NoticeState.Ended ? null : PublicObjectionGuide.Of(notice)));
    }

    private static PublicNoticeEntry Show(NoticeEntry entry, bool isOver) =>
        isOver ? new(null, entry.Name, null, null, entry.LastDay!.Value) : new(entry.Id, entry.Name, entry.Unit, entry.Deed, entry.LastDay!.Value);

    private static int DaysLeft(LocalDate today, LocalDate first, LocalDate last) => Math.Max(0, Period.DaysBetween(LocalDate.Max(today, first), last) + 1);

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
