using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.Identities;
using Honors.Api.Nominations;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.HonorReports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.HonorReports;

/// <summary>漏记、错记荣誉: read and answered in the office that a report went to.</summary>
internal static class HonorReportsEndpoints
{
    public static void MapHonorReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/honor-reports").WithTags("HonorReports");

        reports.MapGet("/", List).WithName("listHonorReports").RequireRight(Right.Verify);
        reports.MapGet("/{id:guid}", Get).WithName("getHonorReport").RequireRight(Right.Verify);
        reports.MapPost("/{id:guid}/answer", Answer).WithName("answerHonorReport").RequireRight(Right.Verify);
        reports.MapGet("/{id:guid}/sender/readings", Readings).WithName("listReporterReadings").RequireRight(Right.Verify);
        reports.MapPost("/{id:guid}/sender/readings", Read).WithName("readReporter").RequireRight(Right.Verify).WithMetadata(new AnswerIsNotKept());
    }

    /// <summary>Lists reports to the caller's office, newest first: nothing of what is said, and nothing of who says it.</summary>
    /// <remarks>Needs `verify` in the office itself; no office above it sees them.</remarks>
    /// <param name="state">Only those that stand so.</param>
    private static async Task<Ok<Page<HonorReportLine>>> List(
        [AsParameters] PageQuery page, Caller caller, HonorsDb db, CancellationToken ct, Word<HonorReportState>? state = null)
    {
        var bodies = caller.Where(Right.Verify).Bodies;
        return TypedResults.Ok(await db.HonorReports.WhereIs(r => r.State, state).Where(r => bodies.Contains(r.RecordedBy)).ToPage(page, HonorReportLine.From, ct));
    }

    /// <summary>Shows one report and its answer; what is said to whoever may answer it, who says it to nobody.</summary>
    /// <remarks>Needs `verify` in the office itself.</remarks>
    private static async Task<Results<Ok<HonorReportResponse>, NotFound>> Get(Guid id, Caller caller, HonorsDb db, IdentitySeal seal, CancellationToken ct)
    {
        if (await db.HonorReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } report) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, report.RecordedBy);
        var isFree = HonorReport.IsFreeFor(await Reported(report, db, ct), caller.Actor);
        return TypedResults.Ok(HonorReportResponse.Of(report, isFree ? seal.WordsOf(report) : null));
    }

    /// <summary>Answers the reporter: the receipt tells whether something was put right, and why.</summary>
    /// <remarks>
    /// Needs `verify` in the office itself; refused to whoever entered the award in question (`honor-report.own-entry`) or has it (`award.own-award`), and to a program, 409 each. The award is
    /// recorded or corrected by its own routes first, each with its second person. Once (`honor-report.answered`, 409).
    /// </remarks>
    private static async Task<Results<Ok<HonorReportResponse>, NotFound>> Answer(
        Guid id, HonorReportAnswerRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct)
    {
        if (await db.HonorReports.FindAsync([id], ct) is not { } report) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, report.RecordedBy);
        ifMatch.Honour(report.Version);
        await db.Awards.MustHold(request.AwardId, "awardId", ct);
        report.Reply(request.Outcome, request.Reason, request.AwardId, await Reported(report, db, ct), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(HonorReportResponse.Of(report, seal.WordsOf(report)));
    }

    /// <summary>Lists who saw the reporter's name and contact, and what for.</summary>
    /// <remarks>Needs `verify` in the office itself.</remarks>
    private static async Task<Results<Ok<Page<SenderReadingView>>, NotFound>> Readings(
        Guid id, [AsParameters] PageQuery page, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.HonorReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } report) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, report.RecordedBy);
        return TypedResults.Ok(await db.ReadingsOf(id).ToPageById(page, SenderReadingView.From, ct));
    }

    /// <summary>Shows the reporter's name and contact once, for a purpose that is kept with the name of the reader.</summary>
    /// <remarks>
    /// Needs `verify` in the office itself; refused to whoever may not answer the report (409). A repeat is a reading of its own, whatever its Idempotency-Key. Refused where no name and no
    /// contact was given (`nomination.no-sender`, 409). After 30 look-ups in a minute: 429.
    /// </remarks>
    private static async Task<Results<Created<SenderReadingResponse>, NotFound>> Read(
        Guid id, SenderReadingRequest request, Caller caller, HonorsDb db, IdentitySeal seal, IdentityLimit limit, IClock clock, CancellationToken ct)
    {
        limit.Enter(caller.Actor.AccountId);
        if (await db.HonorReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } report) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, report.RecordedBy);
        HonorReport.RequireFree(await Reported(report, db, ct), caller.Actor);
        var receipt = await db.CitizenReceipts.AsNoTracking().SingleAsync(r => r.Id == id, ct);
        return TypedResults.Created($"/api/v1/honor-reports/{id}/sender/readings", await db.ShowSender(receipt, request.Purpose, seal, caller, clock, ct));
    }

    private static async Task<Award?> Reported(HonorReport report, HonorsDb db, CancellationToken ct) =>
        report.AwardId is { } award ? await db.Awards.Everyones().SingleAsync(a => a.Id == award, ct) : null;
}

/// <summary>How the words of a report lie under the seal, bound to their column and row.</summary>
internal static class HonorReportSeal
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Seal(this IdentitySeal seal, Guid report, HonorReportWords words) => seal.Seal(PlaceOf(report), JsonSerializer.Serialize(words, Plain));

    public static HonorReportWords WordsOf(this IdentitySeal seal, HonorReport report) =>
        JsonSerializer.Deserialize<HonorReportWords>(seal.Unseal(PlaceOf(report.Id), report.SealedWords))!;

    /// <summary>The same under the key of today.</summary>
    public static string SealAnew(this IdentitySeal seal, HonorReport report) => seal.Seal(PlaceOf(report.Id), seal.Unseal(PlaceOf(report.Id), report.SealedWords));

    private static string PlaceOf(Guid report) => $"HonorReports|SealedWords|{report:N}";
}
