using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Notices;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Honors.Api.Notices;

/// <summary>What the public reads. A notice that was held elsewhere was public there, and is not given again here.</summary>
internal static class PublicNoticesEndpoints
{
    public static void MapPublicNotices(this IEndpointRouteBuilder site)
    {
        site.MapGet("/notices", List).WithName("listPublicNotices");
        site.MapGet("/notices/{id:guid}", Get).WithName("getPublicNotice");
    }

    /// <summary>Lists public notices, newest first.</summary>
    /// <param name="state">Only those that stand so today; a draft is nobody's to see.</param>
    private static async Task<Ok<Page<PublicNoticeLine>>> List(
        [AsParameters] PageQuery page, HonorsDb db, IClock clock, CancellationToken ct, Word<NoticeState>? state = null) =>
        TypedResults.Ok(await db.PublicNotices(state?.Value, page, ChinaTime.Today(clock.GetCurrentInstant()), ct));

    /// <summary>Shows a public notice: while it runs as it was printed and how to object; later no more than may stay public.</summary>
    private static async Task<Results<Ok<PublicNotice>, NotFound>> Get(Guid id, HonorsDb db, IClock clock, CancellationToken ct) =>
        await db.PublicNotice(id, ChinaTime.Today(clock.GetCurrentInstant()), ct) is { } notice ? TypedResults.Ok(notice) : TypedResults.NotFound();
}
