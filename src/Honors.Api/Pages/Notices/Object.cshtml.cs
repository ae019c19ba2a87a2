using Honors.Api.Data;
using Honors.Api.Notices;
using Honors.Api.Objections;
using Honors.Api.Pages.Forms;
using Honors.Domain.Objections;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Honors.Api.Pages.Notices;

/// <summary>The form by which anybody objects to a public notice. About whom, is asked in the form and not in the address, which others may see.</summary>
public sealed class ObjectModel : PublicForm
{
    [BindProperty]
    public string? EntryId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Leads { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    public PublicNotice Notice { get; private set; } = null!;

    public LocalDate LastDay => LocalDate.Max(Notice.LastDay, Notice.Entries.Select(e => e.LastDay).DefaultIfEmpty().Max());

    public override string Button => "Object.Do";

    public override IReadOnlyList<FieldGroup> Groups =>
    [
        new("Object.What",
        [
            new("EntryId", "Object.About", 0) { Options = [("", PageTexts.Say("Object.WholeList")), .. Notice.Entries.Where(e => e.Id is not null).Select(e => (e.Id.ToString()!, Print(e)))] },
            new("Text", "Object.Text", ObjectionWords.TextMaxLength) { IsRequired = true, Rows = 8, Hint = "Object.TextHint" },
            new("Leads", "Object.Leads", ObjectionWords.LeadsMaxLength) { Rows = 3, Hint = "Object.LeadsHint" },
        ]),
        new("Form.You",
        [
            new("Name", "Form.Name", Objector.NameMaxLength) { Autocomplete = "name" },
            new("Contact", "Form.Contact", Objector.ContactMaxLength) { Hint = "Form.ContactHint" },
        ], "Object.YouExplain"),
    ];

    public async Task<IActionResult> OnGet(Guid id, [FromServices] IServiceProvider services) => await Find(id, services) ? Ask() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, [FromServices] IServiceProvider services)
    {
        if (!await Find(id, services)) return NotFound();

        Guid? entry = EntryId is null ? null : Guid.TryParse(EntryId, out var chosen) ? chosen : Guid.Empty;
        if (await Send<ObjectionReceipt>(services, "object", new { id }, new PublicObjectionRequest(Text ?? "", entry, Name, Contact, Leads)) is { } sent)
            Slip = new ReceiptSlip(sent.Receipt, sent.ReceivedOn, PublicPages.Say("Object.Slip", Notice.Heading), Notice.Office);
        return Page();
    }

    private static string Print(PublicNoticeEntry entry) => entry.Unit is null ? entry.Name : $"{entry.Name}（{entry.Unit}）";

    private async Task<bool> Find(Guid id, IServiceProvider services)
    {
        var today = ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant());
        if (await services.GetRequiredService<HonorsDb>().PublicNotice(id, today, HttpContext.RequestAborted) is not { } notice) return false;

        Notice = notice;
        return true;
    }
}
