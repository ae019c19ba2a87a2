using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.People;
using Honors.Domain.Divisions;
using Honors.Domain.People;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.PublicApi;

internal static class VillagePages
{
    /// <summary>Of fewer people the kinds of help would tell who gave them, and in a small village to whom.</summary>
    private const int LeastPostings = 3;

    /// <returns>Null where no village has this code.</returns>
    public static async Task<PublicVillage?> VillagePage(this HonorsDb db, long code, LocalDate today, CancellationToken ct)
    {
        var (township, county) = (code / DivisionCodes.Township * DivisionCodes.Township, code / DivisionCodes.County * DivisionCodes.County);
        var divisions = await db.Divisions.AsNoTracking().Where(d => d.Code == code || d.Code == township || d.Code == county).ToDictionaryAsync(d => d.Code, ct);
        if (!divisions.TryGetValue(code, out var village) || village.Level is not DivisionLevel.Village) return null;

        var postings = await db.VillageAssignments.Everyones().Where(v => v.VillageCode == code).OrderByDescending(v => v.SortDay).ThenByDescending(v => v.Id).ToListAsync(ct);
        var people = postings.Select(p => p.PersonId).Distinct().ToList();
        var grounds = (await db.Grounds.Everyones().RunningOn(today).Where(g => g.ShowsName && people.Contains(g.PersonId)).ToListAsync(ct)).ToLookup(g => g.PersonId);
        var shown = postings.Where(p => grounds[p.PersonId].Any(g => g.AllOf.Contains(ShownRecord.VillageAssignment) || g.Records.Any(r => r.Id == p.Id))).Select(p => p.Id).ToHashSet();
        var names = await db.People.IgnoreQueryFilters([HonorsDb.Visible]).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Name }).ToDictionaryAsync(p => p.Id, p => (p.Number, p.Name), ct);
        var units = postings.Select(p => p.SendingUnitId).OfType<Guid>().Distinct().ToList();
        var senders = await db.Organizations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);

        var told = people.Count >= LeastPostings ? postings : postings.FindAll(p => shown.Contains(p.Id));
        var ids = told.ConvertAll(p => p.Id);
        var logged = await db.HelpLog.Everyones().Where(e => ids.Contains(e.VillageAssignmentId)).Select(e => e.Kind).Distinct().ToListAsync(ct);
        return new PublicVillage(
            code, village.PlaceName, Above(code, divisions),
            // The nameless by their years alone, so that their order tells no day.
            [.. postings.FindAll(p => shown.Contains(p.Id)).Select(Show), .. postings.FindAll(p => !shown.Contains(p.Id)).Select(Hide).OrderByDescending(p => p.Years, StringComparer.Ordinal)],
            [.. told.SelectMany(p => p.Help.Select(h => h.Kind)).Concat(logged).Where(k => k is not HelpKind.Other).Distinct().Order().Select(Words.Of)]);

        PublicPosting Show(VillageAssignment p) => new(
            names[p.PersonId].Number, names[p.PersonId].Name, Years(p), p.Role, Words.Of(p.Role), p.SendingUnitId is { } unit ? senders[unit] : null,
            PartialDateView.Of(p.From), PartialDateView.Of(p.Until), p.DurationAsWritten, [.. p.Help.Select(h => h.AsWritten ?? Words.Of(h.Kind))]);

        static PublicPosting Hide(VillageAssignment p) => new(null, Words.Of(Words.NameNotPublic), Years(p), null, null, null, null, null, null, []);
    }

    /// <summary>沁源县赤石桥乡.</summary>
    public static string Above(long code, IReadOnlyDictionary<long, Division> divisions) => string.Concat(
        ((long[])[code / DivisionCodes.County * DivisionCodes.County, code / DivisionCodes.Township * DivisionCodes.Township]).Distinct()
        .Select(c => divisions.GetValueOrDefault(c)?.Name));

    private static string Years(VillageAssignment posting)
    {
        var (from, until) = (posting.From.Text is null ? null : Printed.Year(posting.From), posting.Until.Text is null ? null : Printed.Year(posting.Until));
        return (from, until) switch
        {
            (null, null) => Words.Of(Words.NotStated),
            (_, null) => Words.Of("YearsFrom").Replace("{0}", from, StringComparison.Ordinal),
            (null, _) => Words.Of("YearsUntil").Replace("{0}", until, StringComparison.Ordinal),
            _ => from == until ? from : $"{from}—{until}",
        };
    }
}
