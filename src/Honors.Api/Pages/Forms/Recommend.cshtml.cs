using Honors.Api.Data;
using Honors.Api.Nominations;
using Honors.Api.PublicApi;
using Honors.Domain.Nominations;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Honors.Api.Pages.Forms;

/// <summary>群众推荐: whom a citizen puts forward for a title.</summary>
public sealed class RecommendModel : PublicForm
{
    [BindProperty]
    public string? TitleId { get; set; }

    [BindProperty]
    public string? NomineeName { get; set; }

    [BindProperty]
    public string? NomineePlace { get; set; }

    [BindProperty]
    public string? Deed { get; set; }

    [BindProperty]
    public string? When { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    /// <summary>For which a citizen may recommend.</summary>
    public IReadOnlyList<OpenTitle> Titles { get; private set; } = [];

    public override string Button => "Recommend.Do";

    public override IReadOnlyList<FieldGroup> Groups =>
    [
        new("Recommend.Nominee",
        [
            new("TitleId", "Recommend.For", 0) { IsRequired = true, Options = [("", PageTexts.Say("Form.Choose")), .. Titles.Select(t => (t.Id.ToString(), $"{t.Name}（{Words.Of(t.Level)} · {t.Office}）"))] },
            new("NomineeName", "Recommend.NomineeName", CitizenWords.NameMaxLength) { IsRequired = true },
            new("NomineePlace", "Recommend.NomineePlace", CitizenWords.PlaceMaxLength) { Hint = "Recommend.PlaceHint" },
        ]),
        new("Recommend.Deed",
        [
            new("Deed", "Recommend.What", Nomination.SummaryMaxLength) { IsRequired = true, Rows = 8, Hint = "Recommend.DeedHint" },
            new("When", "Recommend.When", CitizenWords.WhenMaxLength) { Hint = "Recommend.WhenHint" },
            new("Where", "Recommend.Where", CitizenWords.PlaceMaxLength),
        ]),
        new("Form.You",
        [
            new("Name", "Form.Name", Sender.NameMaxLength) { Autocomplete = "name" },
            new("Contact", "Form.Contact", Sender.ContactMaxLength) { Hint = "Form.ContactHint" },
        ], "Recommend.YouExplain"),
    ];

    public async Task<IActionResult> OnGet([FromServices] IServiceProvider services)
    {
        await Prepare(services);
        return Ask();
    }

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        await Prepare(services);
        var title = Titles.FirstOrDefault(t => t.Id.ToString() == TitleId);
        _ = Guid.TryParse(TitleId, out var id);
        var sent = await Send<RecommendationReceipt>(services, "recommend", null, new PublicNominationRequest(id, NomineeName ?? "", Deed ?? "", NomineePlace, When, Where, Name, Contact));
        if (sent is not null) Slip = new ReceiptSlip(sent.Receipt, sent.ReceivedOn, PublicPages.Say("Recommend.About", title?.Name), title?.Office ?? "");
        return Page();
    }

    private async Task Prepare(IServiceProvider services) => Titles = await services.GetRequiredService<HonorsDb>().OpenToCitizens(
        ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant()), HttpContext.RequestAborted);
}
