using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.HonorReports;
using Honors.Api.Nominations;
using Honors.Api.Notices;
using Honors.Api.Objections;
using Honors.Api.Statistics;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Honors.Api.PublicApi;

internal static class PublicEndpoints
{
    public static void MapPublic(this IEndpointRouteBuilder api)
    {
        var site = api.MapGroup("").WithTags("Public");

        site.MapGet("/honor-roll", Search).WithName("searchHonorRoll");
        site.MapGet("/search", Find).WithName("searchPublic");
        site.MapGet("/teams/{id:guid}", Team).WithName("getPublicTeam");
        site.MapGet("/villages/{code:long}", Village).WithName("getPublicVillage");
        site.MapPublicStatistics();
        site.MapGet("/revocations", Revocations).WithName("listRevocations");
        site.MapGet("/awards/{id:guid}", History).WithName("getPublicAward");
        site.MapGet("/people/{number}", Get).WithName("getPublicPerson");
        site.MapPublicNominations();
        site.MapPublicNotices();
        site.MapPublicObjections();
        site.MapPublicHonorReports();
    }

    /// <summary>Browses confirmed honours, and says how many there are of each title, level, division, year, team and kind of recipient.</summary>
    /// <remarks>
    /// Without a ground for publication an honour shows its title, division and year alone; it is found, filtered and sorted by nothing else.
    /// Each count leaves the filter of its own kind aside.
    /// </remarks>
    private static async Task<Ok<PublicRoll>> Search(
        [AsParameters] RollQuery query, [AsParameters] PageQuery page, HonorsDb db, KeptFigures figures, IClock clock, CancellationToken ct) =>
        TypedResults.Ok(await db.Roll(figures, query, page, ChinaTime.Today(clock.GetCurrentInstant()), ct));

    /// <summary>Finds people, teams, villages, titles and deeds by a piece of their name or text.</summary>
    /// <remarks>
    /// Names are found as written, with or without ·, in simplified or traditional characters, in pinyin and in initials. Nobody is found whom no running ground names, and no
    /// word of a deed whose story none shows.
    /// </remarks>
    /// <param name="q">A piece of a name or text; of a deed at least two characters.</param>
    private static async Task<Ok<PublicFindings>> Find([Length(RollQuery.QMaxLength)] string q, HonorsDb db, IClock clock, CancellationToken ct) =>
        TypedResults.Ok(await db.Find(q, ChinaTime.Today(clock.GetCurrentInstant()), ct));

    /// <summary>Shows a team: members whom a ground shows, deployments by year, what they reached, honours.</summary>
    private static async Task<Results<Ok<PublicTeamPage>, NotFound>> Team(Guid id, HonorsDb db, KeptFigures figures, Cursors cursors, IClock clock, CancellationToken ct) =>
        await db.TeamPage(figures, cursors, id, ChinaTime.Today(clock.GetCurrentInstant()), ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    /// <summary>Shows a village: postings to it, and kinds of help; no household.</summary>
    /// <param name="code">Twelve digits.</param>
    private static async Task<Results<Ok<PublicVillage>, NotFound>> Village(long code, HonorsDb db, IClock clock, CancellationToken ct) =>
        await db.VillagePage(code, ChinaTime.Today(clock.GetCurrentInstant()), ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    /// <summary>Announces the titles that were taken back (撤销) and not given again, newest first; each for its time.</summary>
    private static async Task<Ok<Page<PublicRevocation>>> Revocations([AsParameters] PageQuery page, HonorsDb db, IClock clock, CancellationToken ct) =>
        TypedResults.Ok(await db.Announced(page, ChinaTime.Today(clock.GetCurrentInstant()), ct));

    /// <summary>Shows an honour and how it came to be: who nominated as a body, the notice, the decision, the ceremony, what was changed; of one from before the registry, its source.</summary>
    /// <remarks>404 unless the honour is in force and a ground shows whose it is: nothing tells whether there is another.</remarks>
    private static async Task<Results<Ok<PublicAwardHistory>, NotFound>> History(Guid id, HonorsDb db, IClock clock, CancellationToken ct) =>
        await db.HistoryOf(id, ChinaTime.Today(clock.GetCurrentInstant()), ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    /// <summary>Shows a role model: what the person's grounds for publication allow, and nothing else.</summary>
    private static async Task<Results<Ok<PublicPerson>, NotFound>> Get(string number, HonorsDb db, IClock clock, CancellationToken ct) =>
        await db.Profile(number, ChinaTime.Today(clock.GetCurrentInstant()), ct) is { } person ? TypedResults.Ok(person) : TypedResults.NotFound();
}
