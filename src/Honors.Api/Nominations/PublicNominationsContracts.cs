using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.Nominations;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>A citizen's recommendation. A phone or identity number has its place in `contact` alone, and is refused in every other text.</summary>
/// <param name="NomineeName">As the citizen knows it.</param>
/// <param name="Deed">What was done, in the citizen's words.</param>
/// <param name="NomineePlace">The unit or place by which the nominee is to be found.</param>
/// <param name="When">In the citizen's words.</param>
/// <param name="Where">In the citizen's words.</param>
/// <param name="Name">The citizen's own; enciphered.</param>
/// <param name="Contact">How the office answers; enciphered. Without it there is no answer but what the receipt tells.</param>
public sealed record PublicNominationRequest(
    Guid TitleId,
    [property: Length(CitizenWords.NameMaxLength)] string NomineeName,
    [property: Length(Nomination.SummaryMaxLength)] string Deed,
    [property: Length(CitizenWords.PlaceMaxLength)] string? NomineePlace = null,
    [property: Length(CitizenWords.WhenMaxLength)] string? When = null,
    [property: Length(CitizenWords.PlaceMaxLength)] string? Where = null,
    [property: Length(Sender.NameMaxLength)] string? Name = null,
    [property: Length(Sender.ContactMaxLength)] string? Contact = null)
{
    internal CitizenWords ToWords() => new(NomineeName, NomineePlace, Deed, When, Where);
}

/// <summary>Who wrote a letter, as it lies under the seal.</summary>
internal sealed record Sender(string? Name, string? Contact)
{
    public const int NameMaxLength = 50, ContactMaxLength = 100;

    public static string PlaceOf(Guid nomination) => $"CitizenReceipts|Sealed|{nomination:N}";
}

/// <summary>回执: whoever has it may ask what became of the recommendation. It is shown once.</summary>
public sealed record RecommendationReceipt([property: Length(ReceiptCode.Length)] string Receipt, LocalDate ReceivedOn);

/// <summary>What became of a recommendation, and nothing of whom it was for.</summary>
/// <param name="StateAsPrinted">In the reader's language.</param>
/// <param name="Reason">Of what was not accepted, or passed on.</param>
/// <param name="ReasonAsPrinted">In the reader's language.</param>
/// <param name="PassedTo">The body that deals with it now.</param>
/// <param name="AppealBy">The last day for an appeal against the refusal, inclusive; null where there is none, or one was filed.</param>
/// <param name="Appeal">That one was filed, and what the office above said.</param>
public sealed record RecommendationResponse(
    RecommendationState State, string StateAsPrinted, RefusalGround? Reason, string? ReasonAsPrinted, string? PassedTo, LocalDate? AppealBy, RecommendationAppeal? Appeal);

/// <summary>An appeal against the refusal of a recommendation (复核).</summary>
/// <param name="DueOn">The last day for the answer, inclusive; null where the procedure sets none.</param>
/// <param name="Outcome">Null while it waits.</param>
/// <param name="OutcomeAsPrinted">In the reader's language.</param>
public sealed record RecommendationAppeal(LocalDate FiledOn, LocalDate? DueOn, AppealOutcome? Outcome, string? OutcomeAsPrinted);

/// <summary>An appeal of whoever holds the receipt.</summary>
/// <param name="Receipt">As given; small letters and hyphens make no difference.</param>
/// <param name="Reason">Why the citizen holds the refusal wrong.</param>
public sealed record OwnAppealRequest([property: Length(2 * ReceiptCode.Length)] string Receipt, [property: Length(Domain.Nominations.Appeal.TextMaxLength)] string Reason);

/// <summary>What a citizen wrote into the public form.</summary>
public sealed record CitizenWordsView(string NomineeName, string? NomineePlace, string Deed, string? When, string? Where)
{
    internal static CitizenWordsView? Of(CitizenWords? words) =>
        words is null ? null : new(words.NomineeName, words.NomineePlace, words.Deed, words.When, words.Where);
}

/// <summary>What the name and contact of a citizen are needed for.</summary>
public sealed record SenderReadingRequest([property: Length(SenderReading.PurposeMaxLength, SenderReading.PurposeMinLength)] string Purpose);

/// <summary>Who wrote, shown once for this purpose.</summary>
public sealed record SenderReadingResponse(Guid Id, string? Name, string? Contact, string Purpose, SignatureView Read);

/// <summary>That somebody saw who wrote, and what for.</summary>
public sealed record SenderReadingView(Guid Id, string Purpose, SignatureView Read)
{
    internal static readonly Expression<Func<SenderReading, SenderReadingView>> From = r => new(r.Id, r.Purpose, SignatureView.Of(r.Read)!);
}
