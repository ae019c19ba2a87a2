using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Awards;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>The desk's own lists: what is due, and what the nominee had before.</summary>
internal static class DeskEndpoints
{
    private const int SoonWorkingDays = 5;

    /// <summary>The place of what has no day, after every day.</summary>
    private static readonly LocalDate NoDay = LocalDate.MaxIsoValue;

    public static void MapDesk(this IEndpointRouteBuilder nominations)
    {
        nominations.MapGet("/desk", Show).WithName("showNominationDesk");
        nominations.MapGet("/{id:guid}/history", History).WithName("getNominationHistory");
    }

    /// <summary>Lists the nominations that wait for somebody, the soonest due first, with how many are late and how many soon due.</summary>
    /// <param name="ownerId">Only of this office.</param>
    /// <param name="titleId">Only for this title.</param>
    /// <param name="personId">Only of this nominee.</param>
    /// <param name="waitsFor">Only those that wait for this side.</param>
    private static async Task<Ok<NominationDesk>> Show(
        [AsParameters] PageQuery page, HonorsDb db, IClock clock, CancellationToken ct,
        Guid? ownerId = null, Guid? titleId = null, Guid? personId = null, Word<WaitsFor>? waitsFor = null)
    {
        var waiting = db.Nominations.WhereIs(n => n.WaitsFor, waitsFor).Where(n => n.WaitsFor != WaitsFor.Nobody
            && (ownerId == null || n.OwnerId == ownerId) && (titleId == null || n.TitleId == titleId) && (personId == null || n.PersonId == personId));
        var found = await From(waiting, page.Start()).AsNoTracking().OrderBy(n => n.DueOn == null).ThenBy(n => n.DueOn).ThenBy(n => n.Id).Take(page.Rows + 1)
            .Select(NominationResponse.From).ToListAsync(ct);
        var last = found.Count > page.Rows ? found[page.Rows - 1] : null;
        return TypedResults.Ok(new NominationDesk(
            [.. found.Take(page.Rows)], last is null ? null : page.Cursors.Close(new Cursor(last.DueOn ?? NoDay, last.Id)), await Counted(waiting, db, clock, ct)));
    }

    /// <summary>Tells what the nominee had before: awards of this title and of those that must precede it, and other nominations.</summary>
    /// <remarks>
    /// For whoever sees the nomination. Of an award that the caller may not see, title and year alone are told, and only where a rule of the procedure needs
    /// them: that the title is not given again, or that another must have been given first.
    /// </remarks>
    private static async Task<Results<Ok<NominationHistory>, NotFound>> History(Guid id, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is not { } nomination) return TypedResults.NotFound();

        var (person, body) = (nomination.PersonId, nomination.OrganizationId);
        var procedure = (await NominationStepsEndpoints.ProcedureOf(nomination, db, clock.GetCurrentInstant(), ct))?.Facts;
        var earlier = await db.Nominations.Where(n => n.Id != id && n.SubmittedOn != null
                && ((person != null && n.PersonId == person) || (body != null && n.OrganizationId == body)))
            .OrderByDescending(n => n.SubmittedOn).ThenByDescending(n => n.Id).Take(PageQuery.MostRows)
            .Select(n => new EarlierNomination(n.Id, n.TitleId, db.Titles.First(t => t.Id == n.TitleId).Name, n.Status, n.SubmittedOn!.Value)).ToListAsync(ct);
        return TypedResults.Ok(new NominationHistory(await AwardsOf(nomination, procedure, db, ct), earlier));
    }

    private static IQueryable<Nomination> From(IQueryable<Nomination> waiting, Cursor? after) => after switch
    {
        null => waiting,
        { Day: var day } when day == NoDay => waiting.Where(n => n.DueOn == null && n.Id.CompareTo(after.Id) > 0),
        _ => waiting.Where(n => n.DueOn == null || n.DueOn > after.Day || (n.DueOn == after.Day && n.Id.CompareTo(after.Id) > 0)),
    };

    private static async Task<List<DeskCount>> Counted(IQueryable<Nomination> waiting, HonorsDb db, IClock clock, CancellationToken ct)
    {
        var today = ChinaTime.Today(clock.GetCurrentInstant());
        var soon = (await db.WorkingCalendar(ct)).Due(today, SoonWorkingDays).Day;
        var last = soon ?? today;
        var counts = await waiting.GroupBy(n => new { n.OwnerId, n.WaitsFor })
            .Select(g => new DeskCount(
                g.Key.OwnerId, g.Key.WaitsFor, g.Count(), g.Count(n => n.DueOn < today), g.Count(n => n.DueOn >= today && n.DueOn <= last))).ToListAsync(ct);
        return [.. counts.OrderBy(c => c.OwnerId).ThenBy(c => c.WaitsFor).Select(c => soon is null ? c with { DueSoon = null } : c)];
    }

    private static async Task<List<EarlierAward>> AwardsOf(Nomination nomination, ProcedureFacts? procedure, HonorsDb db, CancellationToken ct)
    {
        var (person, body) = (nomination.PersonId, nomination.OrganizationId);
        List<Guid> ladder = [nomination.TitleId, .. procedure?.RequiredTitleIds ?? []];
        var awards = db.Awards.Where(a => a.Status == AwardStatus.Confirmed && ladder.Contains(a.TitleId)
            && ((person != null && a.PersonId == person) || (body != null && a.OrganizationId == body)));
        var seen = await awards.Select(a => a.Id).ToListAsync(ct);
        var needed = procedure?.Repeat is { Rule: not RepeatRule.Unlimited } ? ladder : [.. ladder.Skip(1)];
        var all = await awards.Everyones().Where(a => !a.Confidential || seen.Contains(a.Id)).Select(a => new { a.Id, a.TitleId, Title = db.Titles.First(t => t.Id == a.TitleId).Name, On = a.ConferredOn.Latest }).ToListAsync(ct);
        return
        [
            .. all.Where(a => seen.Contains(a.Id) || needed.Contains(a.TitleId)).OrderByDescending(a => a.On).ThenBy(a => a.Id)
                .Select(a => new EarlierAward(seen.Contains(a.Id) ? a.Id : null, a.TitleId, a.Title, a.On?.Year)),
        ];
    }
}
