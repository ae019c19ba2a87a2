using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.ServiceHours;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Honors.Api.Pages.Sheets;

/// <summary>One's own sheet.</summary>
public sealed class OwnModel : SheetPage
{
    public override IReadOnlyList<string> Signs => ["Sheet.SignPerson", "Sheet.SignDay"];

    public Task<IActionResult> OnGet(DateOnly? from, DateOnly? to, [FromServices] IServiceProvider services) => Show(services, from, to);

    private protected override async Task<ServiceSheet?> Make(IServiceProvider services, Caller caller, HonorsDb db, LocalDate from, LocalDate to, Instant now) =>
        caller.PersonId is { } self ? await ServiceHours.Sheets.OfPerson(db, self, from, to, now, HttpContext.RequestAborted) : null;
}
