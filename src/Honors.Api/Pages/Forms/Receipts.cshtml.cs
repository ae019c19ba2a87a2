using Honors.Api.HonorReports;
using Honors.Api.Nominations;
using Honors.Api.Objections;
using Honors.Api.PublicApi;
using Honors.Domain.Objections;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Honors.Api.Pages.Forms;

/// <summary>What became of an objection, a recommendation or a report, for whoever has the receipt. Its code is sent in the body: no address, history or log keeps it.</summary>
public sealed class ReceiptsModel : PublicForm
{
    /// <summary>A code with its hyphens, and then some.</summary>
    internal const int CodeMaxLength = 64;

    [BindProperty]
    public string? Receipt { get; set; }

    public Told? Told { get; private set; }

    public override string Button => "Receipts.Do";

    public override IReadOnlyList<FieldGroup> Groups => [new("Receipts.Legend", [new("Receipt", "Receipts.Code", CodeMaxLength) { IsRequired = true, Hint = "Receipts.CodeHint" }])];

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        if (IsSomethingMissing()) return Page();

        var code = Plain(Receipt!);
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

    /// <summary>As it may be sent: copied from paper, a code has gaps.</summary>
    internal static string Plain(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));

    internal static Told Of(ObjectionTold told) => new(PageTexts.Say("Receipts.OfObjection"), told.StateAsPrinted, told.ReasonAsPrinted, told.PassedTo, told.Answer)
    {
        MayTakeBack = told.State is ObjectionState.Received or ObjectionState.Accepted,
    };

    private static Told Of(HonorReportTold told) => new(PageTexts.Say("Receipts.OfReport"), told.OutcomeAsPrinted ?? told.StateAsPrinted, null, null, told.Reason);

    internal static Told Of(RecommendationResponse told) => new(PageTexts.Say("Receipts.OfRecommendation"), told.StateAsPrinted, told.ReasonAsPrinted, told.PassedTo, Said(told.Appeal))
    {
        AppealBy = told.AppealBy,
    };

    private static string? Said(RecommendationAppeal? appeal) => appeal is null ? null : appeal.OutcomeAsPrinted ?? PublicPages.Say("Appeal.Waits", Days.Of(appeal.FiledOn));
}

/// <param name="Kind">Of what the receipt is.</param>
/// <param name="Answer">In the office's words.</param>
public sealed record Told(string Kind, string State, string? Reason, string? PassedTo, string? Answer)
{
    /// <summary>An objection that is not found on.</summary>
    public bool MayTakeBack { get; init; }

    /// <summary>The last day for an appeal, inclusive; null where there is none.</summary>
    public LocalDate? AppealBy { get; init; }
}

internal static class FormRules
{
    public const string ReceiptUnknown = "receipt.unknown";
}
