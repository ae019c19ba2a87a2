using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Divisions;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>Hours that a changed rule is to count anew: the difference first, then the act of a second person.</summary>
internal static class RecreditingsEndpoints
{
    public static void MapRecreditings(this IEndpointRouteBuilder api)
    {
        var recreditings = api.MapGroup("/recreditings").WithTags("Service hours");

        recreditings.MapGet("/", List).WithName("listRecreditings");
        recreditings.MapGet("/{id:guid}", Get).WithName("getRecrediting");
        recreditings.MapGet("/{id:guid}/records", ListRecords).WithName("listRecreditedRecords");
        recreditings.MapGet("/{id:guid}/people", ListPeople).WithName("listRecreditedPeople");
        recreditings.MapPost("/", Propose).WithName("proposeRecrediting").RequireRight(Right.Decide);
        recreditings.MapPost("/{id:guid}/application", Apply).WithName("applyRecrediting").RequireRight(Right.Decide);
    }

    /// <summary>Lists recreditings, newest first.</summary>
    private static async Task<Ok<Page<RecreditingResponse>>> List([AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.Recreditings.ToPageById(page, RecreditingResponse.Projection, ct));

    /// <summary>Shows one recrediting with its sums.</summary>
    private static async Task<Results<Ok<RecreditingResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Recreditings.Where(r => r.Id == id).Select(RecreditingResponse.Projection).SingleOrDefaultAsync(ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    /// <summary>Lists what a recrediting makes of each record that it changes.</summary>
    private static async Task<Results<Ok<Page<RecreditedRecord>>, NotFound>> ListRecords(Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.Recreditings.AnyAsync(r => r.Id == id, ct)
            ? TypedResults.Ok(await db.RecreditingLines.Where(l => l.RecreditingId == id).ToPageById(page, RecreditedRecord.Of(db), ct))
            : TypedResults.NotFound();

    /// <summary>Lists what a recrediting makes of each person's minutes.</summary>
    private static async Task<Results<Ok<Page<RecreditedPerson>>, NotFound>> ListPeople(Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.Recreditings.AnyAsync(r => r.Id == id, ct)
            ? TypedResults.Ok(await db.People.Where(p => db.RecreditingLines.Any(l => l.RecreditingId == id && db.ServiceRecords.Any(r => r.Id == l.RecordId && r.PersonId == p.Id)))
                .ToPageById(page, RecreditedPerson.Of(db, id), ct))
            : TypedResults.NotFound();

    /// <summary>Proposes to count recorded hours of a division and period anew by the rules that hold now, and shows the difference.</summary>
    /// <remarks>
    /// Needs `decide` in the office of the division or in one above it. Nothing changes yet. Looks at no more than 2,000 records (`recrediting.too-many`, 409):
    /// part more by place or days. The difference stands at `/recreditings/{id}/records` and `/recreditings/{id}/people`.
    /// </remarks>
    private static async Task<Created<RecreditingResponse>> Propose(RecreditingRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await db.MustHoldDivision(request.DivisionCode, "divisionCode", ct);
        caller.RequireOver(Right.Decide, request.DivisionCode);
        var (first, last) = DivisionCodes.RangeOf(request.DivisionCode);
        var records = await db.ServiceRecords.AsNoTracking()
            .Where(r => r.RecordedIn >= first && r.RecordedIn <= last && r.ServedOn >= request.From && r.ServedOn <= request.To)
            .Where(r => r.Status != ServiceStatus.Rejected && r.Status != ServiceStatus.Reversed)
            .OrderBy(r => r.Id).Take(Recrediting.MostRecords + 1).ToListAsync(ct);
        var rules = await RulesIn(db, first, last, ct);
        var (recrediting, lines) = Recrediting.Propose(
            Guid.CreateVersion7(), request.DivisionCode, request.From, request.To, request.Reason, records, rules, await Others(db, records, rules, ct),
            caller.ActsFor(Right.Decide, request.RecordedBy), caller.Actor, clock.GetCurrentInstant());

        db.Add(recrediting);
        db.AddRange(lines);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/recreditings/{recrediting.Id}", RecreditingResponse.Of(recrediting));
    }

    /// <summary>Applies a recrediting, as it was shown.</summary>
    /// <remarks>
    /// Needs `decide` as the proposal did, and another person than proposed it (`recrediting.own`, 409). Each record keeps its old figure and rule. A record that
    /// changed since the proposal is left as it is and counted in `skipped`.
    /// </remarks>
    private static async Task<Results<Ok<RecreditingResponse>, NotFound>> Apply(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Recreditings.FindAsync([id], ct) is not { } recrediting) return TypedResults.NotFound();

        caller.RequireOver(Right.Decide, recrediting.DivisionCode);
        ifMatch.Honour(recrediting.Version);
        var lines = await db.RecreditingLines.AsNoTracking().Where(l => l.RecreditingId == id).OrderBy(l => l.Id).ToListAsync(ct);
        var records = await db.ServiceRecords.Where(r => db.RecreditingLines.Any(l => l.RecreditingId == id && l.RecordId == r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var editions = await db.CreditingRules.Where(r => db.RecreditingLines.Any(l => l.RecreditingId == id && l.RuleAfterId == r.Id)).ToDictionaryAsync(r => r.Id, r => r.Edition, ct);
        recrediting.Apply(lines, records, editions, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(RecreditingResponse.Of(recrediting));
    }

    /// <summary>Rules of the division, of those around it and of those within.</summary>
    private static async Task<List<CreditingRule>> RulesIn(HonorsDb db, long first, long last, CancellationToken ct)
    {
        var around = await db.CreditingRulesOver(first, ct);
        var within = await db.CreditingRules.AsNoTracking().Where(r => r.DivisionCode > first && r.DivisionCode <= last).ToListAsync(ct);
        return [.. around.Concat(within).DistinctBy(r => r.Id)];
    }

    /// <summary>What the persons have besides; it matters only where a rule limits a day.</summary>
    private static async Task<ILookup<Guid, ServiceRecord>> Others(HonorsDb db, List<ServiceRecord> records, List<CreditingRule> rules, CancellationToken ct)
    {
        if (records is [] || records.Count > Recrediting.MostRecords || rules.TrueForAll(r => r.Facts.MostMinutesADay is null)) return Enumerable.Empty<ServiceRecord>().ToLookup(r => r.PersonId);

        var looked = records.ConvertAll(r => r.Id).ToHashSet();
        var persons = records.ConvertAll(r => r.PersonId).Distinct().ToList();
        var days = records.SelectMany(r => r.Days).Select(d => d.Day).ToList();
        var all = await db.HoldingTime(persons, days.Min(), days.Max()).Everyones().ToListAsync(ct);
        return all.Where(r => !looked.Contains(r.Id)).ToLookup(r => r.PersonId);
    }
}
