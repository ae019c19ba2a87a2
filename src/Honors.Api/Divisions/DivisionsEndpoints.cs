using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Domain.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Divisions;

/// <summary>An administrative division.</summary>
/// <param name="Code">Twelve digits.</param>
/// <param name="PlaceName">As people say it: 涧崖底村 for 涧崖底村村委会.</param>
/// <param name="ValidFrom">Year or month; null: not known.</param>
/// <param name="ValidTo">Year or month; null: valid, or not known.</param>
/// <param name="SuccessorCode">What took its place.</param>
public sealed record DivisionResponse(
    long Code, string Name, string PlaceName, DivisionLevel Level, long? ParentCode, string? ValidFrom, string? ValidTo, long? SuccessorCode, string Source)
{
    internal static readonly Expression<Func<Division, DivisionResponse>> From = d =>
        new(d.Code, d.Name, d.PlaceName, d.Level, d.ParentCode, d.ValidFrom, d.ValidTo, d.SuccessorCode, d.Source);
}

internal static class DivisionsEndpoints
{
    public static void MapDivisions(this IEndpointRouteBuilder api)
    {
        var divisions = api.MapGroup("/divisions").WithTags("Divisions");

        divisions.MapGet("/", List).WithName("listDivisions");
        divisions.MapGet("/{code:long}", Get).WithName("getDivision");
    }

    /// <summary>Lists the divisions directly below one, by code; without a parent, the provinces.</summary>
    private static async Task<Ok<IReadOnlyList<DivisionResponse>>> List(HonorsDb db, CancellationToken ct, [DivisionCode] long? parentCode = null) =>
        TypedResults.Ok<IReadOnlyList<DivisionResponse>>(
            await db.Divisions.Where(d => d.ParentCode == parentCode).OrderBy(d => d.Code).Select(DivisionResponse.From).ToListAsync(ct));

    /// <summary>Shows one division, present or past.</summary>
    private static async Task<Results<Ok<DivisionResponse>, NotFound>> Get(long code, HonorsDb db, CancellationToken ct) =>
        await db.Divisions.Where(d => d.Code == code).Select(DivisionResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();
}
