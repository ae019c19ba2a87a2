using Honors.Api.PublicApi;
using Microsoft.AspNetCore.Mvc;

namespace Honors.Api.Pages.Forms;

/// <summary>What whoever has a receipt may still do: by its code, which stands in the body alone, and for a reason.</summary>
/// <param name="operation">Of the public API.</param>
/// <param name="words">The group of its texts.</param>
/// <param name="reason">Characters of the reason at most, and whether there must be one.</param>
public abstract class ReceiptAct(string operation, string words, (int MaxLength, bool IsRequired) reason) : PublicForm
{
    [BindProperty]
    public string? Receipt { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>How it stands now that this was taken in.</summary>
    public Told? Told { get; private set; }

    public override string Button => $"{words}.Do";

    public override IReadOnlyList<FieldGroup> Groups =>
    [
        new($"{words}.Title",
        [
            new("Receipt", "Receipts.Code", ReceiptsModel.CodeMaxLength) { IsRequired = true, Hint = "Receipts.CodeHint" },
            new("Reason", $"{words}.Reason", reason.MaxLength) { IsRequired = reason.IsRequired, Rows = 5, Hint = $"{words}.ReasonHint" },
        ]),
    ];

    public IActionResult OnGet() => Ask();

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        if (IsSomethingMissing()) return Page();

        var answer = await services.GetRequiredService<OwnApi>().Post(HttpContext, operation, null, new { receipt = ReceiptsModel.Plain(Receipt!), reason = Reason }, Sending);
        if (answer.Status is StatusCodes.Status404NotFound) return Refuse("Receipt", FormRules.ReceiptUnknown, answer.Status);

        if (answer.IsOk) Told = Tell(answer);
        else Say(answer);
        return Page();
    }

    private protected abstract Told Tell(OwnAnswer answer);
}
