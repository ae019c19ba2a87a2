using Honors.Api.Accounts;
using Honors.Api.Audit;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>Period sheets: a unit's of its people, and a person's own.</summary>
internal static class SheetsEndpoints
{
    public static void MapUnitSheets(this IEndpointRouteBuilder organizations)
    {
        organizations.MapGet("/{id:guid}/service-sheet", OfUnit).WithName("getUnitSheet").RequireRight(Right.Confirm);
        organizations.MapGet("/{id:guid}/service-sheet/csv", UnitCsv).WithName("getUnitSheetCsv").RequireRight(Right.Confirm).Produces<string>(200, SheetCsv.MediaType);
    }

    public static void MapPersonSheets(this IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/service-sheet", OfPerson).WithName("getPersonSheet");
        people.MapGet("/{id:guid}/service-sheet/csv", PersonCsv).WithName("getPersonSheetCsv").Produces<string>(200, SheetCsv.MediaType);
    }

    /// <summary>Shows the hours that the people of a unit gave in a period, on days that they worked there, and what the unit said of them.</summary>
    /// <remarks>Needs `confirm` in the unit itself. A period is 370 days at most. Reading it leaves an audit entry.</remarks>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Inclusive.</param>
    private static async Task<Results<Ok<ServiceSheet>, NotFound>> OfUnit(
        Guid id, DateOnly from, DateOnly to, HttpContext http, Caller caller, HonorsDb db, ReadAudit audit, IClock clock, CancellationToken ct) =>
        await Unit(id, from, to, http, caller, db, audit, clock, ct) is { } sheet ? TypedResults.Ok(sheet) : TypedResults.NotFound();

    /// <summary>Gives the unit's sheet as a table for Excel: one record a row, with Chinese headings.</summary>
    /// <remarks>Needs `confirm` in the unit itself. UTF-8 with its mark; what Excel would run as a formula is disarmed. It leaves an audit entry.</remarks>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Inclusive.</param>
    private static async Task<Results<FileContentHttpResult, NotFound>> UnitCsv(
        Guid id, DateOnly from, DateOnly to, HttpContext http, Caller caller, HonorsDb db, ReadAudit audit, IClock clock, CancellationToken ct) =>
        await Unit(id, from, to, http, caller, db, audit, clock, ct) is { } sheet ? Csv(sheet, http) : TypedResults.NotFound();

    /// <summary>Shows the hours that one gave in a period, with every record that the figures add up.</summary>
    /// <remarks>To the person and a guardian alone.</remarks>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Inclusive.</param>
    private static async Task<Results<Ok<ServiceSheet>, NotFound>> OfPerson(
        Guid id, DateOnly from, DateOnly to, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        caller.Owns(id) ? TypedResults.Ok(await Own(id, from, to, db, clock, ct)) : TypedResults.NotFound();

    /// <summary>Gives one's own sheet as a table for Excel: one record a row, with Chinese headings.</summary>
    /// <remarks>To the person and a guardian alone.</remarks>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Inclusive.</param>
    private static async Task<Results<FileContentHttpResult, NotFound>> PersonCsv(
        Guid id, DateOnly from, DateOnly to, HttpContext http, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        caller.Owns(id) ? Csv(await Own(id, from, to, db, clock, ct), http) : TypedResults.NotFound();

    private static async Task<ServiceSheet?> Unit(
        Guid id, DateOnly from, DateOnly to, HttpContext http, Caller caller, HonorsDb db, ReadAudit audit, IClock clock, CancellationToken ct)
    {
        if (await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } unit) return null;
        if (!caller.SpeaksFor(Right.Confirm, id)) throw RightsRules.NotInThisBody(Right.Confirm);

        var sheet = await Sheets.OfUnit(db, unit, LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(to), clock.GetCurrentInstant(), ct);
        await audit.Record(http, db);
        return sheet;
    }

    private static Task<ServiceSheet> Own(Guid id, DateOnly from, DateOnly to, HonorsDb db, IClock clock, CancellationToken ct) =>
        Sheets.OfPerson(db, id, LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(to), clock.GetCurrentInstant(), ct);

    private static FileContentHttpResult Csv(ServiceSheet sheet, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Append(HeaderNames.Vary, "Accept-Language, Accept-Encoding, Authorization");
        return TypedResults.File(SheetCsv.Of(sheet), $"{SheetCsv.MediaType}; charset=utf-8", $"service-sheet-{sheet.From:uuuu-MM-dd}-{sheet.To:uuuu-MM-dd}.csv");
    }
}
