using Honors.Api.Objections;
using Honors.Api.PublicApi;
using Honors.Domain.Objections;

namespace Honors.Api.Pages.Forms;

/// <summary>Takes an objection back (撤回异议), as long as it is not found on.</summary>
public sealed class WithdrawalModel() : ReceiptAct("withdrawByReceipt", "Withdrawal", (Objection.ReasonMaxLength, false))
{
    private protected override Told Tell(OwnAnswer answer) => ReceiptsModel.Of(answer.Read<ObjectionTold>());
}
