using Honors.Api.HonorReports;
using Honors.Api.Nominations;
using Honors.Api.Objections;
using Honors.Api.PublicApi;
using Microsoft.AspNetCore.Mvc;

namespace Honors.Api.Pages.Forms;

/// <summary>What became of an objection, a recommendation or a report, for whoever has the receipt. Its code is sent in the body: no address, history or log keeps it.</summary>
public sealed class ReceiptsModel : PublicForm
{
    /// <summary>A code with its hyphens, and then some.</summary>
    private const int CodeMaxLength = 64;

    [BindProperty]
    public string? Receipt { get; set; }

    public Told? Told { get; private set; }

    public override string Button => "Receipts.Do";

    public override IReadOnlyList<FieldGroup> Groups => [new("Receipts.Legend", [new("Receipt", "Receipts.Code", CodeMaxLength) { IsRequired = true, Hint = "Receipts.CodeHint" }])];

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        if (IsSomethingMissing()) return Page();

        var code = string.Concat(Receipt!.Where(c => !char.IsWhiteSpace(c)));
        if (code.Length > CodeMaxLength) return Refuse("Receipt", FormRules.ReceiptUnknown, StatusCodes.Status404NotFound);

        var api = services.GetRequiredService<OwnApi>();
        foreach (var (operation, tell) in Kinds)
        {
            var answer = await api.Get(HttpContext, operation, new { receipt = code });
            if (answer.IsOk)
            {
                Told = tell(answer);
                return Page();
            }

            if (answer.Status is StatusCodes.Status404NotFound) continue;

            Say(answer);
            return Page();
        }

        return Refuse("Receipt", FormRules.ReceiptUnknown, StatusCodes.Status404NotFound);
    }

    /// <summary>A code does not say of what it is, so each is asked.</summary>
    private static readonly (string Operation, Func<OwnAnswer, Told> Tell)[] Kinds =
    [
        ("getObjectionByReceipt", answer => Of(answer.Read<ObjectionTold>())),
        ("getHonorReportByReceipt", answer => Of(answer.Read<HonorReportTold>())),
        ("getRecommendation", answer => Of(answer.Read<RecommendationResponse>())),
    ];

    private static Told Of(ObjectionTold told) => new(PageTexts.Say("Receipts.OfObjection"), told.StateAsPrinted, told.ReasonAsPrinted, told.PassedTo, told.Answer);

    private static Told Of(HonorReportTold told) => new(PageTexts.Say("Receipts.OfReport"), told.OutcomeAsPrinted ?? told.StateAsPrinted, null, null, told.Reason);

    private static Told Of(RecommendationResponse told) => new(PageTexts.Say("Receipts.OfRecommendation"), told.StateAsPrinted, told.ReasonAsPrinted, told.PassedTo, null);
}

/// <param name="Kind">Of what the receipt is.</param>
/// <param name="Answer">In the office's words.</param>
public sealed record Told(string Kind, string State, string? Reason, string? PassedTo, string? Answer);

internal static class FormRules
{
    public const string ReceiptUnknown = "receipt.unknown";
}
