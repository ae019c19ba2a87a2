using System.Security.Cryptography;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>抽查: nobody chooses what is drawn, and what is found changes no record by itself.</summary>
internal static class SpotChecksEndpoints
{
    public static void MapSpotChecks(this IEndpointRouteBuilder api)
    {
        var checks = api.MapGroup("/spot-checks").WithTags("Spot checks");
        checks.MapGet("/", List).WithName("listSpotChecks");
        checks.MapGet("/{id:guid}", Get).WithName("getSpotCheck");
        checks.MapGet("/{id:guid}/population", ListPopulation).WithName("listPopulationOfSpotCheck").RequireRight(Right.Verify);
        checks.MapGet("/{id:guid}/items", ListItems).WithName("listItemsOfSpotCheck");
        checks.MapPost("/", Draw).WithName("drawSpotCheck").RequireRight(Right.Verify);
        checks.MapPost("/{id:guid}/items/{place:int}/result", Find).WithName("findSpotCheckItem").RequireRight(Right.Verify);
        checks.MapPost("/{id:guid}/items/{place:int}/conclusion", Conclude).WithName("concludeSpotCheckItem").RequireRight(Right.Verify);
    }

    /// <summary>Lists draws with their seeds, newest first: they are published to every account.</summary>
    /// <param name="recordedBy">Only of this office.</param>
    private static async Task<Ok<Page<SpotCheckResponse>>> List([AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, Guid? recordedBy = null) =>
        TypedResults.Ok(await Published(db).Where(c => recordedBy == null || c.RecordedBy == recordedBy).ToPageById(page, SpotCheckResponse.Projection(db), ct));

    /// <summary>Shows one draw.</summary>
    private static async Task<Results<Ok<SpotCheckResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await Published(db).Where(c => c.Id == id).Select(SpotCheckResponse.Projection(db)).SingleOrDefaultAsync(ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    /// <summary>Lists the ids of the records that were there to draw from, in order: with them and the seed anyone can draw again.</summary>
    /// <remarks>Needs `verify` in the office that drew or in one above it. As it stood at the moment of the draw.</remarks>
    private static async Task<Results<Ok<IReadOnlyList<Guid>>, NotFound>> ListPopulation(Guid id, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.SpotChecks.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } check) return TypedResults.NotFound();

        caller.Require(Right.Verify, check);
        return TypedResults.Ok<IReadOnlyList<Guid>>(await Population(db, check.DivisionCode, check.From, check.To, check.Drawn.At, ct));
    }

    /// <summary>Lists what was drawn and what was found, as far as the caller sees the records, in the order of the draw.</summary>
    private static async Task<Results<Ok<IReadOnlyList<SpotCheckItemResponse>>, NotFound>> ListItems(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.SpotChecks.AnyAsync(c => c.Id == id, ct)
            ? TypedResults.Ok<IReadOnlyList<SpotCheckItemResponse>>(
                await db.SpotCheckItems.AsNoTracking().Where(i => i.SpotCheckId == id).OrderBy(i => i.Place).Select(SpotCheckItemResponse.Projection).ToListAsync(ct))
            : TypedResults.NotFound();

    /// <summary>Draws some of the verified records of a division and period, by the seed that was published with the office's draw before.</summary>
    /// <remarks>Needs `verify` in the office of the division or in one above it. Each drawn record then gets a result.</remarks>
    private static async Task<Created<SpotCheckResponse>> Draw(SpotCheckRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await db.MustHoldDivision(request.DivisionCode, "divisionCode", ct);
        caller.RequireOver(Right.Verify, request.DivisionCode);
        var by = caller.ActsFor(Right.Verify, request.RecordedBy);
        var before = await db.SpotChecks.AsNoTracking().Where(c => c.RecordedBy == by.Id).OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);
        var now = clock.GetCurrentInstant();
        var list = request.From > request.To ? [] : await Population(db, request.DivisionCode, request.From, request.To, now, ct);
        var (check, items) = SpotCheck.Draw(
            Guid.CreateVersion7(), request.DivisionCode, request.From, request.To, request.Size, before, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SpotCheck.SeedLength / 2)),
            list, by, caller.Actor, now);

        db.Add(check);
        db.AddRange(items);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/spot-checks/{check.Id}", await Published(db).Where(c => c.Id == check.Id).Select(SpotCheckResponse.Projection(db)).SingleAsync(ct));
    }

    /// <summary>Writes down what was found of a drawn record: as recorded, different, or not at all.</summary>
    /// <remarks>
    /// Needs `verify` in the office that drew or in one above it, by somebody who neither recorded nor verified the hours nor gave them. It changes no record: what is
    /// wrong waits at `/service-hours/queue?for=spotCheck` until it is reversed (`/service-hours/{id}/reversal`), or somebody else concludes that it stands.
    /// </remarks>
    private static async Task<Results<Ok<SpotCheckItemResponse>, NotFound>> Find(
        Guid id, int place, SpotCheckResultRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Load(id, place, caller, db, ct) is not (var item, var record)) return TypedResults.NotFound();

        ifMatch.Honour(item.Version);
        item.Find(request.Result, request.Note, record, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(SpotCheckItemResponse.Of(item));
    }

    /// <summary>Says why a record stands in spite of a bad result.</summary>
    /// <remarks>As the result, and by another person than found it (`spot-check.second-person`, 409).</remarks>
    private static async Task<Results<Ok<SpotCheckItemResponse>, NotFound>> Conclude(
        Guid id, int place, SpotCheckConclusionRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Load(id, place, caller, db, ct) is not (var item, var record)) return TypedResults.NotFound();

        ifMatch.Honour(item.Version);
        item.Conclude(request.Reason, record, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(SpotCheckItemResponse.Of(item));
    }

    private static async Task<(SpotCheckItem Item, ServiceRecord Record)?> Load(Guid id, int place, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.SpotChecks.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } check) return null;
        if (await db.SpotCheckItems.SingleOrDefaultAsync(i => i.SpotCheckId == id && i.Place == place, ct) is not { } item) return null;

        caller.Require(Right.Verify, check);
        return (item, await db.ServiceRecords.AsNoTracking().SingleAsync(r => r.Id == item.RecordId, ct));
    }

    /// <summary>With the counts of all that was found, whatever of it the caller sees.</summary>
    private static IQueryable<SpotCheck> Published(HonorsDb db) => db.SpotChecks.AsNoTracking().IgnoreQueryFilters([HonorsDb.Visible]);

    /// <summary>The list of the total of that moment, in the order of the ids' text.</summary>
    private static async Task<List<Guid>> Population(HonorsDb db, long division, LocalDate from, LocalDate to, Instant at, CancellationToken ct)
    {
        var question = new HoursQuestion(new HoursScope(null, null, null, division), new HoursPeriod(null, null, from.ToDateOnly(), to.ToDateOnly(), null), at, HoursState.Verified);
        var found = await question.Days(db).Select(d => d.RecordId).Distinct().ToListAsync(ct);
        return [.. found.OrderBy(r => r.ToString(), StringComparer.Ordinal)];
    }
}
