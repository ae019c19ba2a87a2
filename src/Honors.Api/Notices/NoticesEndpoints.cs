using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Notices;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Honors.Api.Notices;

/// <summary>公示: to read, to draft and to publish.</summary>
internal static class NoticesEndpoints
{
    public static void MapNotices(this IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Notices");

        notices.MapGet("/", List).WithName("listNotices");
        notices.MapGet("/{id:guid}", Get).WithName("getNotice");
        notices.MapGet("/{id:guid}/text", Print).WithName("printNotice");
        notices.MapPost("/", Draft).WithName("draftNotice").RequireRight(Right.Decide);
        notices.MapPut("/{id:guid}", Replace).WithName("replaceNotice").RequireRight(Right.Decide);
        notices.MapDelete("/{id:guid}", Delete).WithName("deleteNotice").RequireRight(Right.Decide);
        notices.MapPost("/{id:guid}/publication", Publish).WithName("publishNotice").RequireRight(Right.Decide);
        notices.MapNoticeEntries();
    }

    /// <summary>Lists notices, newest first: of the caller's office with its drafts; else those that are published and name somebody whom the caller's body nominated.</summary>
    /// <remarks>An office sees what was published in its division. With `changedSince`, `state` is that of today: it follows from the days, and a day that passes is no change.</remarks>
    /// <param name="titleId">Only for this title.</param>
    /// <param name="state">Only those that stand so today.</param>
    /// <param name="recordedBy">Only of this office.</param>
    /// <param name="caseId">Only those that name this case, be it taken out.</param>
    /// <param name="elsewhere">Only those that were held elsewhere (`true`) or here (`false`).</param>
    private static async Task<Ok<Page<NoticeLine>>> List(
        [AsParameters] PageQuery page, [AsParameters] ChangesQuery changes, HonorsDb db, IClock clock, CancellationToken ct,
        Guid? titleId = null, Word<NoticeState>? state = null, Guid? recordedBy = null, Guid? caseId = null, bool? elsewhere = null)
    {
        var today = ChinaTime.Today(clock.GetCurrentInstant());
        var found = db.Notices.StandingOn(today, state?.Value)
            .Where(n => (titleId == null || n.TitleId == titleId) && (recordedBy == null || n.RecordedBy == recordedBy) && (elsewhere == null || n.IsElsewhere == elsewhere));
        if (caseId is not null) found = found.Where(n => n.Entries.Any(e => e.CaseId == caseId));
        return TypedResults.Ok(await found.ToPage(page, changes, NoticeLine.From(today), ct));
    }

    /// <summary>Shows one notice with its days, its entries and all that was changed of them.</summary>
    private static async Task<Results<Ok<NoticeResponse>, NotFound>> Get(Guid id, HonorsDb db, IClock clock, CancellationToken ct) =>
        await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is { } notice
            ? TypedResults.Ok(await Answer(notice, db, clock, ct))
            : TypedResults.NotFound();

    /// <summary>Writes the notice in the customary wording, to be printed: the parts and the whole.</summary>
    /// <remarks>In Chinese. Asked for with `Accept: text/plain` it is the whole text alone.</remarks>
    private static async Task<Results<Ok<NoticeText>, ContentHttpResult, NotFound>> Print(Guid id, HttpRequest http, HonorsDb db, CancellationToken ct)
    {
        if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is not { } notice) return TypedResults.NotFound();

        var title = await db.Titles.Where(t => t.Id == notice.TitleId).Select(t => t.Name).SingleAsync(ct);
        var office = await db.Organizations.Where(o => o.Id == notice.RecordedBy).Select(o => o.Name).SingleAsync(ct);
        var text = NoticeText.Of(notice, title, office);
        var isPlain = MediaTypeHeaderValue.TryParseList([.. http.Headers.Accept.OfType<string>()], out var asked) && asked.Any(m => m.MediaType == "text/plain");
        return isPlain ? TypedResults.Text(text.Whole, "text/plain; charset=utf-8") : TypedResults.Ok(text);
    }

    /// <summary>Drafts a notice; only the office sees the draft.</summary>
    /// <remarks>Needs `decide` in the title's owner itself. Refused where neither the request nor the title's procedure says how long it runs (`notice.no-period`).</remarks>
    private static async Task<Created<NoticeResponse>> Draft(NoticeRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        var title = await db.Titles.FindAsync([request.TitleId], ct) ?? throw References.Missing("titleId");
        caller.RequireInThese(Right.Decide, title.OwnerId);
        var now = clock.GetCurrentInstant();
        var division = await db.Organizations.Where(o => o.Id == title.OwnerId).Select(o => o.DivisionCode).SingleAsync(ct);
        var notice = Notice.Draft(
            Guid.CreateVersion7(), title, await FactsOf(request, title.Id, db, ChinaTime.Today(now), ct), new RecordingBody(title.OwnerId, division), caller.Actor, now);
        await GiveProof(notice, caller, db, ct);

        db.Add(notice);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/notices/{notice.Id}", await Answer(notice, db, clock, ct));
    }

    /// <summary>Rewrites a draft, but for its entries.</summary>
    /// <remarks>Needs `decide` in the title's owner itself. Whoever wrote it last cannot publish it.</remarks>
    private static Task<Results<Ok<NoticeResponse>, NotFound>> Replace(
        Guid id, NoticeRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Handle(id, caller, db, clock, async (notice, _, now) =>
        {
            ifMatch.Require(notice.Version);
            Fixed.Member("titleId", request.TitleId, notice.TitleId);
            notice.Replace(await FactsOf(request, notice.TitleId, db, ChinaTime.Today(now), ct), caller.Actor, now);
            await GiveProof(notice, caller, db, ct);
            return true;
        }, ct);

    /// <summary>Deletes a draft.</summary>
    /// <remarks>
    /// Needs `decide` in the title's owner itself, of the account that wrote it and every entry of it (`draft.not-yours`, 409). What was published is kept (`draft.kept`, 409). The picture of
    /// one held elsewhere is its recorder's draft again.
    /// </remarks>
    private static async Task<Results<NoContent, NotFound>> Delete(Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Notices.FindAsync([id], ct) is not { } notice) return TypedResults.NotFound();

        caller.RequireInThese(Right.Decide, notice.RecordedBy);
        ifMatch.Honour(notice.Version);
        notice.RefuseDeletionBy(caller.Actor);

        await db.ReleaseFilesOf(id, ct);
        db.Remove(notice);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>Puts a notice before the public from today on, and its cases on notice; or confirms one that was held elsewhere.</summary>
    /// <remarks>
    /// Needs `decide` in the title's owner itself, of another human than whoever wrote it or any of its entries (`notice.own-draft`), who nominated nobody on it and is not on
    /// it. Every entry is looked at again (`notice.entry-not-ready`). A year that is not loaded refuses a counted period (`calendar.year-not-loaded`), not a printed one.
    /// </remarks>
    private static Task<Results<Ok<NoticeResponse>, NotFound>> Publish(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        Handle(id, caller, db, clock, async (notice, calendar, now) =>
        {
            ifMatch.Honour(notice.Version);
            notice.Publish(await db.CasesOf([.. notice.Entries.Select(e => e.CaseId)], ct), calendar, caller.Actor, now);
            return true;
        }, ct);

    /// <summary>Loads the notice, lets it act, saves and answers.</summary>
    /// <param name="act">Answers false where it finds no such part.</param>
    internal static async Task<Results<Ok<NoticeResponse>, NotFound>> Handle(
        Guid id, Caller caller, HonorsDb db, IClock clock, Func<Notice, WorkingCalendar, Instant, Task<bool>> act, CancellationToken ct)
    {
        if (await db.Notices.FindAsync([id], ct) is not { } notice) return TypedResults.NotFound();

        caller.RequireInThese(Right.Decide, notice.RecordedBy);
        if (!await act(notice, await db.WorkingCalendar(ct), clock.GetCurrentInstant())) return TypedResults.NotFound();

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await Answer(notice, db, clock, ct));
    }

    private static async Task<NoticeResponse> Answer(Notice notice, HonorsDb db, IClock clock, CancellationToken ct)
    {
        var today = ChinaTime.Today(clock.GetCurrentInstant());
        var doubts = notice.StateOn(today) is NoticeState.Ended
            ? []
            : notice.Doubts(await db.ClockOf(ClockKind.Notice, notice.TitleId, today, ct), await db.WorkingCalendar(ct), today);
        return NoticeResponse.Of(notice, doubts, today);
    }

    private static async Task<NoticeFacts> FactsOf(NoticeRequest request, Guid titleId, HonorsDb db, LocalDate today, CancellationToken ct)
    {
        var usual = await db.ClockOf(ClockKind.Notice, titleId, today, ct) is { } clock ? NoticePeriod.Counted(clock.Length, clock.Unit, clock.Counting) : null;
        return request.ToFacts(request.Period is null && usual is null ? throw NoticeRules.NoPeriod() : usual!);
    }

    /// <summary>Gives the picture of a notice held elsewhere to it, whose rights it has from then on.</summary>
    private static async Task GiveProof(Notice notice, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (notice.Elsewhere is not { } elsewhere) return;

        var file = await db.Files.FindAsync([elsewhere.FileId], ct) ?? throw References.Missing("elsewhere.fileId");
        caller.Require(Right.Record, file);
        file.LinkTo(Domain.Files.FileOwner.Notice, notice.Id);
    }
}

internal static class NoticeQueries
{
    /// <summary>Only notices that stand so on a day; all where nothing is asked.</summary>
    public static IQueryable<Notice> StandingOn(this IQueryable<Notice> notices, LocalDate day, NoticeState? state) => state switch
    {
        NoticeState.Draft => notices.Where(n => n.PublishedOn == null),
        NoticeState.Awaiting => notices.Where(n => n.FirstDay > day),
        NoticeState.Open => notices.Where(n => n.FirstDay <= day && day <= n.OpenUntil),
        NoticeState.Ended => notices.Where(n => n.OpenUntil < day),
        _ => notices,
    };

    /// <summary>What the public may read of: published, and given here.</summary>
    public static IQueryable<Notice> GivenNotices(this HonorsDb db) =>
        db.Notices.IgnoreQueryFilters([HonorsDb.Visible]).Where(n => n.PublishedOn != null && !n.IsElsewhere);

    /// <summary>By the title's procedure that holds on a day; null where it sets none.</summary>
    public static async Task<Clock?> ClockOf(this HonorsDb db, ClockKind kind, Guid titleId, LocalDate day, CancellationToken ct) =>
        (await db.Procedures.AsNoTracking().Where(p => p.TitleId == titleId && p.ValidFrom <= day).OrderByDescending(p => p.Edition).FirstOrDefaultAsync(ct))?.Facts.ClockOf(kind);

    /// <summary>What a notice must know of cases, each with its nomination, its procedure and the person who is nominated.</summary>
    public static async Task<List<NoticeCase>> CasesOf(this HonorsDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var nominations = await db.Nominations.Include(n => n.Case).Where(n => ids.Contains(n.Id)).ToListAsync(ct);
        var procedures = nominations.Select(n => n.ProcedureId).Distinct().ToList();
        var facts = await db.Procedures.AsNoTracking().Where(p => procedures.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Facts, ct);
        var people = nominations.Select(n => n.PersonId).OfType<Guid>().ToList();
        var nominees = await db.People.Everyones().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return [.. nominations.Where(n => n.ProcedureId is not null).Select(n => new NoticeCase(n, facts[n.ProcedureId!.Value], n.PersonId is { } id ? nominees.GetValueOrDefault(id) : null))];
    }
}
