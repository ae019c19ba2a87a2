using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.Identities;
using Honors.Api.Notices;
using Honors.Domain.Accounts;
using Honors.Domain.Files;
using Honors.Domain.Notices;
using Honors.Domain.Objections;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Objections;

/// <summary>异议: entered and handled in the office of the notice.</summary>
internal static class ObjectionsEndpoints
{
    public static void MapObjections(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Objections");

        all.MapGet("/objections", List).WithName("listObjections").RequireRight(Right.Verify);
        all.MapGet("/objections/{id:guid}", Get).WithName("getObjection").RequireRight(Right.Verify);
        all.MapPost("/notices/{id:guid}/objections", Enter).WithName("enterObjection").RequireRight(Right.Verify);
        all.MapPost("/objections/{id:guid}/acceptance", Accept).WithName("acceptObjection").RequireRight(Right.Verify);
        all.MapPost("/objections/{id:guid}/refusal", Refuse).WithName("refuseObjection").RequireRight(Right.Verify);
        all.MapPost("/objections/{id:guid}/finding", Find).WithName("findOnObjection").RequireRight(Right.Verify);
        all.MapPost("/objections/{id:guid}/answer", Answer).WithName("answerObjection").RequireRight(Right.Verify);
        all.MapPost("/objections/{id:guid}/handing-on", HandOn).WithName("handObjectionOn").RequireRight(Right.Verify);
        all.MapPost("/objections/{id:guid}/withdrawal", Withdraw).WithName("withdrawObjection").RequireRight(Right.Verify);
        all.MapPost("/objections/{id:guid}/archiving", Archive).WithName("archiveObjection").RequireRight(Right.Verify);
        all.MapObjectionFiles();
        all.MapObjectors();
    }

    /// <summary>Lists objections to the notices of the caller's office, newest first: nothing of what is objected, and nothing of who objects.</summary>
    /// <remarks>Needs `verify` in the office of the notice; no office above it sees them.</remarks>
    /// <param name="noticeId">Only to this notice.</param>
    /// <param name="state">Only those that stand so.</param>
    /// <param name="open">Only those that stop their cases (`true`), or that are closed (`false`).</param>
    private static async Task<Ok<Page<ObjectionLine>>> List(
        [AsParameters] PageQuery page, Caller caller, HonorsDb db, CancellationToken ct, Guid? noticeId = null, Word<ObjectionState>? state = null, bool? open = null)
    {
        var (bodies, standing) = (caller.Where(Right.Verify).Bodies, state?.Value);
        return TypedResults.Ok(await db.Objections
            .Where(o => bodies.Contains(o.RecordedBy) && (noticeId == null || o.NoticeId == noticeId) && (standing == null || o.State == standing) && (open == null || o.IsOpen == open))
            .ToPage(page, ObjectionLine.From, ct));
    }

    /// <summary>Shows one objection with all that was done about it; what is objected, and its files, only to whoever is free of the case, who objects to nobody.</summary>
    /// <remarks>Needs `verify` in the office of the notice.</remarks>
    private static async Task<Results<Ok<ObjectionResponse>, NotFound>> Get(Guid id, Caller caller, HonorsDb db, IdentitySeal seal, CancellationToken ct)
    {
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } objection) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, objection.RecordedBy);
        return TypedResults.Ok(objection.IsFreeFor(caller.Actor, await db.CasesOf(objection, ct))
            ? await db.Shown(objection, seal, ct)
            : ObjectionResponse.Of(objection, null, null));
    }

    /// <summary>Enters an objection that came to the office, and gives the receipt for the objector.</summary>
    /// <remarks>
    /// Needs `verify` in the office of the notice itself. A letter bears its postmark (`objection.postmark`, 422): where the notice goes by it, one posted in time counts until the
    /// days of grace are over; all else counts by its arrival (`objection.not-open`, 409). Refused to whoever nominated or is nominated in a case that it touches
    /// (`nomination.own-nomination`, `nomination.own-case`, 409), and otherwise as the public form is.
    /// </remarks>
    private static async Task<Results<Created<ObjectionEntered>, NotFound>> Enter(
        Guid id, ObjectionRequest request, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct)
    {
        if (await db.Notices.FindAsync([id], ct) is not { } notice) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, notice.RecordedBy);
        PersonalNumbers.Refuse(request.Name, "name");
        var touched = notice.Entries.Where(e => request.EntryId is null || e.Id == request.EntryId).Select(e => e.CaseId).ToList();
        var (entered, receipt) = await db.Take(
            notice, request.EntryId, request.ToWords(), request.ToObjector(), request.ToArrival(), await db.CasesOf(touched, ct), seal, caller.Actor, clock.GetCurrentInstant(), ct);
        return TypedResults.Created($"/api/v1/objections/{entered}", new ObjectionEntered(entered, receipt, request.ArrivedOn));
    }

    /// <summary>Acknowledges an objection (受理).</summary>
    /// <remarks>
    /// Needs `verify` in the office of the notice itself. Refused to whoever nominated or is nominated in a case that it touches, and to whoever made the finding on the case of its
    /// entry (`objection.own-finding`, 409). So is each later step.
    /// </remarks>
    private static Task<Results<Ok<ObjectionResponse>, NotFound>> Accept(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct) =>
        Handle(id, ifMatch, caller, db, seal, clock, (objection, cases, now) => objection.Accept(cases, caller.Actor, now), ct);

    /// <summary>Does not accept an objection (不予受理), for a coded reason that the receipt tells.</summary>
    /// <remarks>Who may, as for the acceptance. Whoever gives name and contact is not turned away for want of leads (`objection.named`, 409).</remarks>
    private static Task<Results<Ok<ObjectionResponse>, NotFound>> Refuse(
        Guid id, ObjectionRefusalRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct) =>
        Handle(id, ifMatch, caller, db, seal, clock, (objection, cases, now) => objection.Refuse(request.Ground, request.Note, cases, caller.Actor, now), ct);

    /// <summary>Finds on an objection (核查): not upheld; upheld, so that its entry is removed or corrected; or the case postponed until it is found on again.</summary>
    /// <remarks>
    /// Who may, as for the acceptance; to remove or correct an entry needs `decide` in the office too. An entry that is corrected is before the public anew, be its period over. Of an
    /// objection to the list, name the entry (`objection.which-entry`, 422).
    /// </remarks>
    private static async Task<Results<Ok<ObjectionResponse>, NotFound>> Find(
        Guid id, ObjectionFindingRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct)
    {
        if (await db.Objections.FindAsync([id], ct) is not { } objection) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, objection.RecordedBy);
        if (request.Outcome is ObjectionOutcome.Removed or ObjectionOutcome.Corrected) caller.RequireInThese(Right.Decide, objection.RecordedBy);
        var notice = await db.Notices.SingleAsync(n => n.Id == objection.NoticeId, ct);
        var calendar = await db.WorkingCalendar(ct);
        return await Handle(id, ifMatch, caller, db, seal, clock, (found, cases, now) => found.Find(request.ToJudgement(), notice, cases, calendar, caller.Actor, now), ct);
    }

    /// <summary>Answers the objector (答复): the receipt tells it. It closes the objection, but for a postponement.</summary>
    /// <remarks>Who may, as for the acceptance. Whether it was in time is kept with it.</remarks>
    private static Task<Results<Ok<ObjectionResponse>, NotFound>> Answer(
        Guid id, ObjectionAnswerRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct) =>
        Handle(id, ifMatch, caller, db, seal, clock, (objection, cases, now) => objection.Answer(request.Text, cases, caller.Actor, now), ct);

    /// <summary>Hands an objection on as a report (举报) or a petition (信访), with the receipt of the body that took it. It closes the objection here.</summary>
    /// <remarks>Who may, as for the acceptance.</remarks>
    private static Task<Results<Ok<ObjectionResponse>, NotFound>> HandOn(
        Guid id, HandingOnRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct) =>
        Handle(id, ifMatch, caller, db, seal, clock,
            (objection, cases, now) => objection.HandOn(request.Kind, request.Body, request.Receipt, request.On, cases, caller.Actor, now), ct);

    /// <summary>Enters that the objector took it back (撤回), by letter, call or visit: it stops nothing any more.</summary>
    /// <remarks>Who may, as for the acceptance. Only before it is found on.</remarks>
    private static async Task<Results<Ok<ObjectionResponse>, NotFound>> Withdraw(
        Guid id, ObjectionWithdrawalRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct)
    {
        var isOwn = request.FileId is null || await db.FilesOf(id).AnyAsync(f => f.Id == request.FileId, ct);
        return await Handle(id, ifMatch, caller, db, seal, clock, (objection, cases, now) =>
        {
            objection.Withdraw(request.Reason, request.On, request.FileId, cases, caller.Actor, now);
            if (!isOwn) throw References.Missing("fileId");
        }, ct);
    }

    /// <summary>Archives an objection that is closed (归档).</summary>
    /// <remarks>Who may, as for the acceptance. Once (`objection.archived`, 409).</remarks>
    private static Task<Results<Ok<ObjectionResponse>, NotFound>> Archive(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct) =>
        Handle(id, ifMatch, caller, db, seal, clock, (objection, cases, now) => objection.Archive(cases, caller.Actor, now), ct);

    private static async Task<Results<Ok<ObjectionResponse>, NotFound>> Handle(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, Action<Objection, IReadOnlyCollection<NoticeCase>, Instant> act, CancellationToken ct)
    {
        if (await db.Objections.FindAsync([id], ct) is not { } objection) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, objection.RecordedBy);
        ifMatch.Honour(objection.Version);
        act(objection, await db.CasesOf(objection, ct), clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await db.Shown(objection, seal, ct));
    }
}

internal static class ObjectionQueries
{
    /// <summary>Which of these cases have an objection open: to their entry of any notice, or to a list on which they stand.</summary>
    public static async Task<HashSet<Guid>> OpenObjections(this HonorsDb db, IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var open = db.Objections.Everyones().Where(o => o.IsOpen);
        return
        [
            .. await db.Notices.Everyones().SelectMany(n => n.Entries, (n, e) => new { NoticeId = n.Id, e.Id, e.CaseId, e.IsRemoved })
                .Where(e => caseIds.Contains(e.CaseId) && open.Any(o => o.NoticeId == e.NoticeId && (o.EntryId == e.Id || (o.EntryId == null && !e.IsRemoved))))
                .Select(e => e.CaseId).ToListAsync(ct),
        ];
    }

    /// <summary>To whoever handles it: their routes alone lead to its files.</summary>
    public static IQueryable<StoredFile> FilesOf(this HonorsDb db, Guid objection) =>
        db.Files.Everyones().Where(f => f.OwnerType == FileOwner.Objection && f.OwnerId == objection);

    /// <summary>All of an objection, for whoever is free of its cases.</summary>
    public static async Task<ObjectionResponse> Shown(this HonorsDb db, Objection objection, IdentitySeal seal, CancellationToken ct) => ObjectionResponse.Of(
        objection, seal.WordsOf(objection), objection.FileCount is 0 ? [] : await db.FilesOf(objection.Id).OrderBy(f => f.Id).Select(ObjectionFileView.From).ToListAsync(ct));

    /// <summary>The cases that an objection touches.</summary>
    public static async Task<List<NoticeCase>> CasesOf(this HonorsDb db, Objection objection, CancellationToken ct)
    {
        var cases = await db.Notices.Where(n => n.Id == objection.NoticeId).SelectMany(n => n.Entries)
            .Where(e => objection.EntryId == null || e.Id == objection.EntryId).Select(e => e.CaseId).ToListAsync(ct);
        return await db.CasesOf(cases, ct);
    }
}
