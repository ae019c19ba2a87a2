using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Domain.Nominations;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Nominations;

internal static class EarlierAcceptances
{
    private const int AtOnce = 200;

    /// <summary>Nominations that were accepted before acceptance opened a case get theirs. Run when the program starts; does nothing the second time.</summary>
    public static async Task OpenFirstCases(this HonorsDb db, CancellationToken ct = default)
    {
        var calendar = await db.WorkingCalendar(ct);
        while (await Next(db, ct) is [_, ..] accepted)
        {
            var ids = accepted.ConvertAll(n => n.ProcedureId).Distinct().ToList();
            var procedures = await db.Procedures.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
            foreach (var nomination in accepted) nomination.OpenCaseOfEarlierAcceptance(procedures[nomination.ProcedureId!.Value], calendar);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static Task<List<Nomination>> Next(HonorsDb db, CancellationToken ct) => db.Nominations.IgnoreQueryFilters([HonorsDb.Visible])
        .Where(n => n.Status == NominationStatus.Accepted && n.Case == null).OrderBy(n => n.Id).Take(AtOnce).ToListAsync(ct);
}
