using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Nominations;
using Honors.Domain.HonorReports;
using Honors.Domain.Nominations;
using NodaTime;

namespace Honors.Api.HonorReports;

/// <summary>
/// A report that an honour is missing from the registry, or wrong in it. Exactly one of `awardId`, `titleId` and `divisionCode` says which office it goes to. A phone or identity number has its
/// place in `contact` alone, and is refused in every other text.
/// </summary>
/// <param name="Text">What is missing or wrong, in the reporter's words; enciphered.</param>
/// <param name="AwardId">The honour that is wrong, as the honour roll names it.</param>
/// <param name="TitleId">The title that is missing, or is wrong of somebody.</param>
/// <param name="DivisionCode">The county or city, where the title is not known.</param>
/// <param name="Recipient">Whose honour it is; enciphered.</param>
/// <param name="Name">The reporter's own; enciphered.</param>
/// <param name="Contact">How the office answers; enciphered. Without it there is no answer but what the receipt tells.</param>
public sealed record PublicHonorReportRequest(
    HonorReportKind Kind,
    [property: Length(HonorReportWords.TextMaxLength)] string Text,
    Guid? AwardId = null,
    Guid? TitleId = null,
    [property: DivisionCode] long? DivisionCode = null,
    [property: Length(HonorReportWords.RecipientMaxLength)] string? Recipient = null,
    [property: Length(Sender.NameMaxLength)] string? Name = null,
    [property: Length(Sender.ContactMaxLength)] string? Contact = null)
{
    internal HonorReportWords ToWords() => new(Text, Recipient);
}

/// <summary>回执: whoever has it may ask what became of the report. It is shown once.</summary>
public sealed record HonorReportReceipt([property: Length(ReceiptCode.Length)] string Receipt, LocalDate ReceivedOn);

/// <summary>What became of a report.</summary>
/// <param name="StateAsPrinted">In the reader's language.</param>
/// <param name="Outcome">Null while it waits.</param>
/// <param name="OutcomeAsPrinted">In the reader's language.</param>
/// <param name="Reason">The office's, in its words.</param>
public sealed record HonorReportTold(HonorReportState State, string StateAsPrinted, HonorReportOutcome? Outcome, string? OutcomeAsPrinted, string? Reason);

/// <summary>The answer to the reporter: the receipt tells outcome and reason.</summary>
/// <param name="AwardId">What was recorded or corrected; needed exactly where something was.</param>
public sealed record HonorReportAnswerRequest(HonorReportOutcome Outcome, [property: Length(HonorReport.ReasonMaxLength)] string Reason, Guid? AwardId = null);

/// <summary>A report in a list: nothing of what is said, and nothing of who says it.</summary>
public sealed record HonorReportLine(Guid Id, HonorReportKind Kind, Guid? AwardId, Guid? TitleId, HonorReportState State, LocalDate ReceivedOn)
{
    internal static readonly Expression<Func<HonorReport, HonorReportLine>> From = r => new(r.Id, r.Kind, r.AwardId, r.TitleId, r.State, r.SortDay);
}

/// <summary>A report and its answer.</summary>
/// <param name="Text">Null to whoever entered the award or has it.</param>
/// <param name="Recipient">Null too to whoever entered the award or has it.</param>
/// <param name="Answer">Null while it waits.</param>
public sealed record HonorReportResponse(
    Guid Id, HonorReportKind Kind, Guid? AwardId, Guid? TitleId, string? Text, string? Recipient, HonorReportState State, LocalDate ReceivedOn, HonorReportAnswerView? Answer, int Version)
{
    internal static HonorReportResponse Of(HonorReport r, HonorReportWords? words) => new(
        r.Id, r.Kind, r.AwardId, r.TitleId, words?.Text, words?.Recipient, r.State, r.SortDay,
        r.Answer is { } answer ? new(answer.Outcome, answer.Reason, answer.AwardId, SignatureView.Of(answer.By)!) : null, r.Version);
}

/// <summary>The answer to a report.</summary>
/// <param name="AwardId">What was recorded or corrected.</param>
public sealed record HonorReportAnswerView(HonorReportOutcome Outcome, string Reason, Guid? AwardId, SignatureView By);
