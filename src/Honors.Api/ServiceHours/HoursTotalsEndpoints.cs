using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.People;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>Hours of a period, as far as the caller sees the records.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="AsOf">As it stood at the end of this day; null: now.</param>
/// <param name="Counted">Verified and credited; not training, and not what a prior total may hold already.</param>
/// <param name="Confirmed">Those of the counted that a unit of the person had confirmed by then: a fact of its own, which a farmer lacks.</param>
/// <param name="ByProvenance">The counted by how they came to be known.</param>
/// <param name="ByKind">The same by what the time was given to.</param>
/// <param name="WithinPriorTotals">Verified, but of days that a prior total of the person may hold already: they add nothing.</param>
/// <param name="AwaitingVerification">They count nothing yet.</param>
/// <param name="Contested">Claimed by two records: they count nothing until the office has settled which counts.</param>
/// <param name="Training">Training received, verified: a block of its own.</param>
/// <param name="PriorTotals">Of a person alone: totals from before the registry, which are in no figure above.</param>
public sealed record HoursTotal(
    LocalDate From,
    LocalDate To,
    LocalDate? AsOf,
    HoursFigure Counted,
    HoursFigure Confirmed,
    IReadOnlyList<ProvenanceFigure> ByProvenance,
    IReadOnlyList<KindFigure> ByKind,
    HoursFigure WithinPriorTotals,
    HoursFigure AwaitingVerification,
    HoursFigure Contested,
    HoursFigure Training,
    IReadOnlyList<PriorTotalResponse> PriorTotals);

/// <summary>A sum that says of what.</summary>
/// <param name="Minutes">Credited.</param>
/// <param name="Text">In the reader's language.</param>
/// <param name="MinutesGiven">Of the same days, before the rule.</param>
/// <param name="Records">How many records have a part in it.</param>
/// <param name="Link">Lists exactly these records, with the minutes of each.</param>
public sealed record HoursFigure(int Minutes, string Text, int MinutesGiven, int Records, string Link);

/// <summary>Hours that came to be known in one way.</summary>
public sealed record ProvenanceFigure(Provenance Provenance, HoursFigure Figure);

/// <summary>Hours given to one kind of thing.</summary>
public sealed record KindFigure(ActivityKind Kind, HoursFigure Figure);

/// <summary>A record in a total.</summary>
/// <param name="Minutes">What it adds to the total: the credited minutes of its days in the period.</param>
/// <param name="MinutesGiven">Of the same days, before the rule.</param>
public sealed record CountedRecord(int Minutes, int MinutesGiven, ServiceHoursResponse Record);

internal static class HoursTotalsEndpoints
{
    public static void MapHoursTotals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/people/{id:guid}/hours-total", OfPerson).WithName("getHoursOfPerson").WithTags("Service hours");
        api.MapGet("/teams/{id:guid}/hours-total", OfTeam).WithName("getHoursOfTeam").WithTags("Service hours");
        api.MapGet("/organizations/{id:guid}/hours-total", OfUnit).WithName("getHoursOfUnit").WithTags("Service hours");
        api.MapGet("/divisions/{code:long}/hours-total", OfDivision).WithName("getHoursOfDivision").WithTags("Service hours");
        api.MapGet("/service-hours/counted", ListCounted).WithName("listCountedHours").WithTags("Service hours");
    }

    /// <summary>Adds up a person's hours of a period, and says of which records.</summary>
    /// <remarks>Prior totals stand apart. What another body recorded is in it as far as the caller sees it.</remarks>
    private static async Task<Results<Ok<HoursTotal>, NotFound>> OfPerson(
        Guid id, [AsParameters] HoursPeriod period, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (!await db.People.AnyAsync(p => p.Id == id, ct)) return TypedResults.NotFound();

        var prior = await db.PriorTotals.AsNoTracking().Where(t => t.PersonId == id).OrderByDescending(t => t.Id).Take(PageQuery.MostRows).ToListAsync(ct);
        return TypedResults.Ok(await Total(new HoursScope(id, null, null, null), period, [.. prior.Select(PriorTotalResponse.Of)], db, clock, ct));
    }

    /// <summary>Adds up the hours of a period that were given in a team's name, and says of which records.</summary>
    /// <remarks>Prior totals are in no figure. As far as the caller sees the records.</remarks>
    private static async Task<Results<Ok<HoursTotal>, NotFound>> OfTeam(
        Guid id, [AsParameters] HoursPeriod period, HonorsDb db, IClock clock, CancellationToken ct) =>
        await db.Teams().AnyAsync(t => t.Id == id, ct)
            ? TypedResults.Ok(await Total(new HoursScope(null, id, null, null), period, [], db, clock, ct))
            : TypedResults.NotFound();

    /// <summary>Adds up the hours of a unit's people on days of their confirmed employment there, and says of which records.</summary>
    /// <remarks>Of a person who changes units each unit has its own days. As far as the caller sees the records.</remarks>
    private static async Task<Results<Ok<HoursTotal>, NotFound>> OfUnit(
        Guid id, [AsParameters] HoursPeriod period, HonorsDb db, IClock clock, CancellationToken ct) =>
        await db.Organizations.AnyAsync(o => o.Id == id, ct)
            ? TypedResults.Ok(await Total(new HoursScope(null, null, id, null), period, [], db, clock, ct))
            : TypedResults.NotFound();

    /// <summary>Adds up the hours that the bodies of a division recorded, and says of which records.</summary>
    /// <remarks>As far as the caller sees the records: the whole of it to the division's office and those above.</remarks>
    private static async Task<Results<Ok<HoursTotal>, NotFound>> OfDivision(
        long code, [AsParameters] HoursPeriod period, HonorsDb db, IClock clock, CancellationToken ct) =>
        await db.Divisions.AnyAsync(d => d.Code == code, ct)
            ? TypedResults.Ok(await Total(new HoursScope(null, null, null, code), period, [], db, clock, ct))
            : TypedResults.NotFound();

    /// <summary>Lists the records of a total, newest day first: those with a day in the period, and what each adds.</summary>
    /// <remarks>The figures of a total link here; the sum of `minutes` over all pages is the figure.</remarks>
    private static async Task<Ok<Page<CountedRecord>>> ListCounted(
        [AsParameters] HoursScope scope, [AsParameters] HoursPeriod period, [AsParameters] HoursFilter filter, [AsParameters] PageQuery page, HonorsDb db, IClock clock,
        CancellationToken ct)
    {
        var question = new HoursQuestion(
            scope, period, period.Until(clock.GetCurrentInstant()), filter.State?.Value ?? HoursState.Verified, filter.Provenance?.Value, filter.Kind?.Value, filter.WithinPriorTotals,
            filter.Confirmed);
        var days = question.Days(db);
        if (page.Start() is { } after) days = days.Where(d => d.SortDay < after.Day || (d.SortDay == after.Day && d.RecordId.CompareTo(after.Id) < 0));
        var found = await days.GroupBy(d => new { d.SortDay, d.RecordId }).OrderByDescending(g => g.Key.SortDay).ThenByDescending(g => g.Key.RecordId).Take(page.Rows + 1)
            .Select(g => new { g.Key.SortDay, g.Key.RecordId, Minutes = g.Sum(d => d.Credited), Given = g.Sum(d => d.Minutes) }).ToListAsync(ct);
        var shown = found.Take(page.Rows).ToList();
        var ids = shown.ConvertAll(f => f.RecordId);
        var records = await db.ServiceRecords.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(ServiceHoursResponse.From).ToDictionaryAsync(r => r.Id, ct);
        return TypedResults.Ok(new Page<CountedRecord>(
            [.. shown.Select(f => new CountedRecord(f.Minutes, f.Given, records[f.RecordId]))],
            found.Count > page.Rows ? page.Cursors.Close(new Cursor(shown[^1].SortDay, shown[^1].RecordId)) : null));
    }

    private static async Task<HoursTotal> Total(
        HoursScope scope, HoursPeriod period, IReadOnlyList<PriorTotalResponse> prior, HonorsDb db, IClock clock, CancellationToken ct)
    {
        var until = period.Until(clock.GetCurrentInstant());
        var counted = new HoursQuestion(scope, period, until, HoursState.Verified, WithinPriorTotals: false);
        var (first, last) = period.Days();
        var parts = await counted.Days(db).GroupBy(d => new { d.Provenance, d.Kind })
            .Select(g => new { g.Key.Provenance, g.Key.Kind, Minutes = g.Sum(d => d.Credited), Given = g.Sum(d => d.Minutes), Records = g.Select(d => d.RecordId).Distinct().Count() })
            .ToListAsync(ct);
        return new HoursTotal(
            first, last, period.AsOf is { } asOf ? LocalDate.FromDateOnly(asOf) : null,
            Sum(counted, parts.Sum(p => p.Minutes), parts.Sum(p => p.Given), parts.Sum(p => p.Records)),
            await Figure(counted with { Confirmed = true }, db, ct),
            [.. parts.GroupBy(p => p.Provenance).OrderBy(g => g.Key).Select(g => new ProvenanceFigure(
                g.Key, Sum(counted with { Provenance = g.Key }, g.Sum(p => p.Minutes), g.Sum(p => p.Given), g.Sum(p => p.Records))))],
            [.. parts.GroupBy(p => p.Kind).OrderBy(g => g.Key).Select(g => new KindFigure(
                g.Key, Sum(counted with { Kind = g.Key }, g.Sum(p => p.Minutes), g.Sum(p => p.Given), g.Sum(p => p.Records))))],
            await Figure(counted with { WithinPriorTotals = true }, db, ct),
            await Figure(counted with { State = HoursState.Logged, WithinPriorTotals = null }, db, ct),
            await Figure(counted with { State = HoursState.Contested, WithinPriorTotals = null }, db, ct),
            await Figure(counted with { Kind = ActivityKind.Training, WithinPriorTotals = null }, db, ct),
            prior);
    }

    internal static async Task<HoursFigure> Figure(HoursQuestion question, HonorsDb db, CancellationToken ct)
    {
        var sum = await question.Days(db).GroupBy(d => 1)
            .Select(g => new { Minutes = g.Sum(d => d.Credited), Given = g.Sum(d => d.Minutes), Records = g.Select(d => d.RecordId).Distinct().Count() }).SingleOrDefaultAsync(ct);
        return Sum(question, sum?.Minutes ?? 0, sum?.Given ?? 0, sum?.Records ?? 0);
    }

    private static HoursFigure Sum(HoursQuestion question, int minutes, int given, int records) => new(minutes, Printed.Minutes(minutes), given, records, question.Link());
}
