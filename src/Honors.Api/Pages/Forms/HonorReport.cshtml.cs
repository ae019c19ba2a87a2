using System.Globalization;
using Honors.Api.Data;
using Honors.Api.HonorReports;
using Honors.Api.Nominations;
using Honors.Api.PublicApi;
using Honors.Domain.HonorReports;
using Honors.Domain.Organizations;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Pages.Forms;

/// <summary>民法典 §1031: that an honour is missing from the registry, or wrong in it. A page that shows an honour leads here with its id.</summary>
public sealed class HonorReportModel : PublicForm
{
    private IReadOnlyList<(string Value, string Text)> _titles = [];

    [BindProperty(SupportsGet = true)]
    public Guid? AwardId { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The id of a title, or the code of a division where the title is not known.</summary>
    [BindProperty]
    public string? TitleId { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    /// <summary>Which is wrong, where the reader comes from its page.</summary>
    public PublicHonour? Honour { get; private set; }

    public override string Button => "Report.Do";

    public override IReadOnlyList<FieldGroup> Groups =>
    [
        new("Report.What",
        [
            .. Honour is not null ? (Field[])[] :
            [
                new Field("Kind", "Report.Kind", 0)
                {
                    IsRequired = true,
                    Options = [("", PageTexts.Say("Form.Choose")), .. Enum.GetValues<HonorReportKind>().Select(k => (k.ToString(), PageTexts.Say($"Report.{k}")))],
                },
                new Field("TitleId", "Report.Which", 0) { IsRequired = true, Options = [("", PageTexts.Say("Form.Choose")), .. _titles] },
                new Field("Recipient", "Report.Recipient", HonorReportWords.RecipientMaxLength),
            ],
            new("Text", "Report.Text", HonorReportWords.TextMaxLength) { IsRequired = true, Rows = 6, Hint = "Report.TextHint" },
        ]),
        new("Form.You",
        [
            new("Name", "Form.Name", Sender.NameMaxLength) { Autocomplete = "name" },
            new("Contact", "Form.Contact", Sender.ContactMaxLength) { Hint = "Form.ContactHint" },
        ], "Report.YouExplain"),
    ];

    public async Task<IActionResult> OnGet([FromServices] IServiceProvider services)
    {
        await Prepare(services);
        return Ask();
    }

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        await Prepare(services);
        var kind = Honour is null && Enum.TryParse<HonorReportKind>(Kind, out var chosen) ? chosen : HonorReportKind.Wrong;
        var division = Honour is null && long.TryParse(TitleId, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : (long?)null;
        var title = Honour is not null || division is not null ? null : Guid.TryParse(TitleId, out var id) ? id : (Guid?)Guid.Empty;
        var sent = await Send<HonorReportReceipt>(services, "reportHonor", null, new PublicHonorReportRequest(kind, Text ?? "", Honour?.AwardId, title, division, Recipient, Name, Contact));
        if (sent is not null) Slip = new ReceiptSlip(sent.Receipt, sent.ReceivedOn, PageTexts.Say($"Report.{kind}"), Honour?.Title ?? _titles.FirstOrDefault(t => t.Value == TitleId).Text);
        return Page();
    }

    private async Task Prepare(IServiceProvider services)
    {
        var (db, ct) = (services.GetRequiredService<HonorsDb>(), HttpContext.RequestAborted);
        var today = ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant());
        if (AwardId is { } award) Honour = (await db.HistoryOf(award, today, ct))?.Honour;
        if (Honour is not null) return;

        var titles = await db.Titles.OrderByDescending(t => t.Level).ThenBy(t => t.Name)
            .Select(t => new { t.Id, t.Name, Office = db.Organizations.Where(o => o.Id == t.OwnerId).Select(o => o.Name).First() }).ToListAsync(ct);
        var places = await db.Organizations.Where(o => o.Kind == OrganizationKind.Office).Select(o => o.DivisionCode).Distinct()
            .Join(db.Divisions, code => code, d => d.Code, (_, d) => new { d.Code, d.Name }).OrderBy(d => d.Code).ToListAsync(ct);
        _titles =
        [
            .. titles.Select(t => (t.Id.ToString(), $"{t.Name}（{t.Office}）")),
            .. places.Select(p => (p.Code.ToString(CultureInfo.InvariantCulture), PublicPages.Say("Report.TitleUnknown", p.Name))),
        ];
    }
}
