using Honors.Api.Data;
using Honors.Domain.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Calendar;

internal sealed class CalendarMapping : IEntityTypeConfiguration<CalendarYear>
{
    public void Configure(EntityTypeBuilder<CalendarYear> year)
    {
        year.Property(y => y.Id).ValueGeneratedNever();
        year.HasIndex(y => new { y.Year, y.Version }).IsUnique();
        year.KeepsAsJson(y => y.DaysOff);
        year.KeepsAsJson(y => y.MakeUpDays);
        year.KeepsAsJson(y => y.Source);
        year.KeepsAsJson(y => y.Entered);
    }
}

internal static class Calendars
{
    /// <summary>The calendar as it holds now: of each year the latest version.</summary>
    public static async Task<WorkingCalendar> WorkingCalendar(this HonorsDb db, CancellationToken ct) =>
        new(await db.CalendarYears.AsNoTracking().Holding(db).ToListAsync(ct));

    public static IQueryable<CalendarYear> Holding(this IQueryable<CalendarYear> years, HonorsDb db) =>
        years.Where(y => !db.CalendarYears.Any(later => later.Year == y.Year && later.Version > y.Version));
}
