using Honors.Api.Data;
using Honors.Api.Titles;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>A title for which citizens may recommend.</summary>
/// <param name="Office">Who gets the recommendation.</param>
public sealed record OpenTitle(Guid Id, string Name, TitleLevel Level, string Office);

internal static class OpenTitles
{
    /// <summary>Titles whose procedure of today takes a citizen's word, as <c>POST /public/nominations</c> does.</summary>
    public static async Task<List<OpenTitle>> OpenToCitizens(this HonorsDb db, LocalDate today, CancellationToken ct)
    {
        // Who may nominate lies in the facts of a procedure, which no query looks into; titles are few.
        var procedures = await db.Procedures.AsNoTracking().HoldingOn(today).Select(p => new { p.TitleId, p.Facts }).ToListAsync(ct);
        var open = procedures.Where(p => p.Facts.Nominating.Contains(NominatorKind.Citizen)).Select(p => p.TitleId).ToList();
        return await db.Titles.Where(t => open.Contains(t.Id)).OrderByDescending(t => t.Level).ThenBy(t => t.Name)
            .Select(t => new OpenTitle(t.Id, t.Name, t.Level, db.Organizations.Where(o => o.Id == t.OwnerId).Select(o => o.Name).First()))
            .ToListAsync(ct);
    }
}
