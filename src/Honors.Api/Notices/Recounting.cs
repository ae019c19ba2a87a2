using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Domain.Calendar;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Notices;

internal static partial class Recounting
{
    /// <summary>Counts the open notices of all offices again when a year's schedule is changed; what is over stays.</summary>
    public static async Task CountNoticesAgain(this HonorsDb db, CalendarYear changed, ILogger log, Instant now, CancellationToken ct)
    {
        var today = ChinaTime.Today(now);
        var open = await db.Notices.IgnoreQueryFilters([HonorsDb.Visible]).Where(n => n.PublishedOn != null && today <= n.OpenUntil).ToListAsync(ct);
        if (open is []) return;

        var years = await db.CalendarYears.AsNoTracking().Holding(db).Where(y => y.Year != changed.Year).ToListAsync(ct);
        var calendar = new WorkingCalendar([.. years, changed]);
        foreach (var notice in open.Where(n => n.CountAgain(changed, calendar, now))) LogRecount(log, notice.Id, notice.Recounts[^1].Before, notice.Recounts[^1].LastDay);
    }

    [LoggerMessage(1, LogLevel.Information, "Notice {Id} was counted again by the changed calendar: until {Before}, now until {LastDay}")]
    private static partial void LogRecount(ILogger log, Guid id, LocalDate before, LocalDate lastDay);
}
