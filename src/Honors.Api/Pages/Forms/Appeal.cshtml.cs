using Honors.Api.Nominations;
using Honors.Api.PublicApi;

namespace Honors.Api.Pages.Forms;

/// <summary>Appeals against the refusal of a recommendation (申请复核), once and within its days.</summary>
public sealed class AppealModel() : ReceiptAct("appealByReceipt", "Appeal", (Domain.Nominations.Appeal.TextMaxLength, true))
{
    private protected override Told Tell(OwnAnswer answer) => ReceiptsModel.Of(answer.Read<RecommendationResponse>());
}
