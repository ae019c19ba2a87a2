using Honors.Api.Accounts;
using Honors.Api.Audit;
using Honors.Api.Data;
using Honors.Api.ServiceHours;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Pages.Sheets;

/// <summary>A unit's sheet, to whoever confirms for it.</summary>
public sealed class UnitModel : SheetPage
{
    private Guid _unit;

    public override IReadOnlyList<string> Signs => ["Sheet.SignMaker", "Sheet.SignChecker", "Sheet.SignHead", "Sheet.SignDay"];

    public Task<IActionResult> OnGet(Guid id, DateOnly? from, DateOnly? to, [FromServices] IServiceProvider services)
    {
        _unit = id;
        return Show(services, from, to);
    }

    private protected override async Task<ServiceSheet?> Make(IServiceProvider services, Caller caller, HonorsDb db, LocalDate from, LocalDate to, Instant now)
    {
        var ct = HttpContext.RequestAborted;
        if (!caller.SpeaksFor(Right.Confirm, _unit) || await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == _unit, ct) is not { } unit) return null;

        var sheet = await ServiceHours.Sheets.OfUnit(db, unit, from, to, now, ct);
        await services.GetRequiredService<ReadAudit>().Record(HttpContext, db, operation: "printUnitSheet");
        return sheet;
    }
}
