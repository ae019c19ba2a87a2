using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.ServiceHours;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Sheets;

/// <summary>A sheet to print, on A4. The period is this year where none is asked for.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class SheetPage : PageModel
{
    public ServiceSheet Sheet { get; private set; } = null!;

    /// <summary>Who signs, top to bottom: keys of <see cref="PageTexts"/>.</summary>
    public abstract IReadOnlyList<string> Signs { get; }

    /// <returns>Null where the caller has no such sheet.</returns>
    private protected abstract Task<ServiceSheet?> Make(IServiceProvider services, Caller caller, HonorsDb db, LocalDate from, LocalDate to, Instant now);

    private protected async Task<IActionResult> Show(IServiceProvider services, DateOnly? from, DateOnly? to)
    {
        var (caller, now) = (services.GetRequiredService<Caller>(), services.GetRequiredService<IClock>().GetCurrentInstant());
        var year = ChinaTime.Today(now).Year;
        var (first, last) = (Day(from) ?? new LocalDate(year, 1, 1), Day(to) ?? new LocalDate(year, 12, 31));
        if (!ServiceHours.Sheets.Holds(first, last)) return BadRequest();
        if (!caller.IsKnown || await Make(services, caller, services.GetRequiredService<HonorsDb>(), first, last, now) is not { } sheet) return NotFound();

        Sheet = sheet;
        return Page();
    }

    private static LocalDate? Day(DateOnly? day) => day is { } d ? LocalDate.FromDateOnly(d) : null;
}
