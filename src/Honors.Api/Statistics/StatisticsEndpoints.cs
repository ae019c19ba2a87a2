using Honors.Api.Accounts;
using Honors.Api.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Honors.Api.Statistics;

internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder api) => api.MapGet("/statistics", Get).WithName("getStatistics").WithTags("Statistics");

    public static void MapPublicStatistics(this IEndpointRouteBuilder site) => site.MapGet("/statistics", GetPublic).WithName("getPublicStatistics");

    /// <summary>Counts honours, hours and deployments by year, title and county, as far as the caller sees the records.</summary>
    /// <remarks>Nothing is kept back. Each figure of hours links to the list that it is the sum of. No approximate figure is in any of them, nor a confidential honour.</remarks>
    private static async Task<Ok<StatisticsResponse>> Get(HonorsDb db, Caller caller, KeptFigures kept, IClock clock, CancellationToken ct) =>
        TypedResults.Ok(await db.FiguresSeenBy(caller, kept, clock.GetCurrentInstant(), ct));

    /// <summary>Counts honours, hours and deployments by year, title and county.</summary>
    /// <remarks>
    /// Each honour stands on the roll. Hours that fewer than five people gave are kept back, with others that would tell them by a difference. No approximate figure is in any of
    /// them, nor a confidential honour.
    /// </remarks>
    private static async Task<Ok<PublicStatistics>> GetPublic(HonorsDb db, KeptFigures kept, IClock clock, CancellationToken ct) =>
        TypedResults.Ok(await db.PublicFigures(kept, clock.GetCurrentInstant(), ct));
}
