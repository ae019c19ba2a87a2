using Honors.Api.Data;
using Honors.Api.Identities;
using Honors.Api.Nominations;
using Honors.Api.PublicApi;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.HonorReports;
using Honors.Domain.Organizations;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.HonorReports;

/// <summary>漏记、错记荣誉: from anybody, without an account. Nobody is looked up, so that no answer tells whether the registry knows a person.</summary>
internal static class PublicHonorReportsEndpoints
{
    public static void MapPublicHonorReports(this IEndpointRouteBuilder site)
    {
        site.MapPost("/honor-reports", Receive).WithName("reportHonor").WithMetadata(new SenderIsNotKept());
        site.MapGet("/honor-reports/{receipt}", Tell).WithName("getHonorReportByReceipt");
    }

    /// <summary>Reports that an honour is missing from the registry, or wrong in it (民法典 §1031), and gives a receipt by which to ask what became of it.</summary>
    /// <remarks>
    /// Open to everybody; of whoever is signed in nothing is kept. It goes to the owner of the title, or to the office of the division: exactly one of `awardId`, `titleId` and `divisionCode`
    /// says which (`honor-report.which-office`, 422). An award that the public does not see with its name is not there. Refused where a text holds a phone or identity number
    /// (`text.personal-number`, 422). From one address and to one office only so many in an hour: 429 with `Retry-After`. An Idempotency-Key is good for the same body.
    /// </remarks>
    private static async Task<Created<HonorReportReceipt>> Receive(
        PublicHonorReportRequest request, HttpContext http, HonorsDb db, IdentitySeal seal, PublicFormLimit limit, IClock clock, CancellationToken ct)
    {
        limit.EnterForm(http.Connection.RemoteIpAddress);
        PersonalNumbers.Refuse(request.Name, "name");
        var now = clock.GetCurrentInstant();
        var office = await OfficeFor(request, db, ChinaTime.Today(now), ct);
        limit.EnterOffice(office.Id);
        var (id, words) = (Guid.CreateVersion7(), request.ToWords());
        var report = HonorReport.Receive(id, request.Kind, request.AwardId, request.TitleId, words, seal.Seal(id, words), office, now);

        db.Add(report);
        var code = db.GiveReceipt(report, new Sender(request.Name, request.Contact), seal);
        await db.SaveChangesAsync(ct);
        // No Location: the audit would keep it.
        return TypedResults.Created((string?)null, new HonorReportReceipt(code, report.SortDay));
    }

    /// <summary>Tells the holder of a receipt what became of the report, and why.</summary>
    /// <remarks>Open to everybody who has the code; 404 for any other. From one address only so many in a minute: 429 with `Retry-After`.</remarks>
    /// <param name="receipt">As given; small letters and hyphens make no difference.</param>
    private static async Task<Results<Ok<HonorReportTold>, NotFound>> Tell(string receipt, HttpContext http, HonorsDb db, PublicFormLimit limit, CancellationToken ct)
    {
        limit.EnterLookUp(http.Connection.RemoteIpAddress);
        if (await db.LetterOf(receipt, ct) is not { } letter) return TypedResults.NotFound();
        if (await db.HonorReports.Everyones().SingleOrDefaultAsync(r => r.Id == letter, ct) is not { } report) return TypedResults.NotFound();

        return TypedResults.Ok(new HonorReportTold(
            report.State, Words.Of(report.State), report.Answer?.Outcome, report.Answer is { } answer ? Words.Of(answer.Outcome) : null, report.Answer?.Reason));
    }

    private static async Task<RecordingBody> OfficeFor(PublicHonorReportRequest request, HonorsDb db, LocalDate today, CancellationToken ct)
    {
        if (new object?[] { request.AwardId, request.TitleId, request.DivisionCode }.Count(given => given is not null) is not 1) throw HonorReportRules.WhichOffice();

        if (request.DivisionCode is { } division)
        {
            return await db.Organizations.Where(o => o.Kind == OrganizationKind.Office && o.DivisionCode == division).OrderBy(o => o.Id)
                .Select(o => new RecordingBody(o.Id, o.DivisionCode)).FirstOrDefaultAsync(ct) ?? throw References.Missing("divisionCode");
        }

        if (request.AwardId is { } award && await db.HistoryOf(award, today, ct) is null) throw References.Missing("awardId");

        await db.Titles.MustHold(request.TitleId, "titleId", ct);
        var title = request.TitleId ?? await db.Awards.Everyones().Where(a => a.Id == request.AwardId).Select(a => a.TitleId).SingleAsync(ct);
        return await NominationsEndpoints.OwnerOf(await db.Titles.AsNoTracking().SingleAsync(t => t.Id == title, ct), db, ct);
    }
}
