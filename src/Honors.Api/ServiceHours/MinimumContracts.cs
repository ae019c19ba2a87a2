using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Api.People;
using Honors.Domain.Nominations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>A person lets one body ask whether they gave at least so many hours in a period.</summary>
/// <param name="AskerId">The body that may ask.</param>
/// <param name="Minutes">At least so many.</param>
/// <param name="From">First day of service.</param>
/// <param name="To">Last day of service, inclusive.</param>
/// <param name="Basis">`verified`: by a second person of the recorder's side; `confirmedByUnit`: by the person's unit besides.</param>
/// <param name="Until">The last day on which it may be asked; a year ahead at most.</param>
/// <param name="Consent">On the `page` by the person, to the text `hours-minimum`; or written down from a paper by the body that recorded the person.</param>
public sealed record MinimumConsentRequest(
    Guid PersonId,
    Guid AskerId,
    [property: Between(1, MinimumConsent.MostMinutes)] int Minutes,
    LocalDate From,
    LocalDate To,
    LocalDate Until,
    ConsentBody Consent,
    MinimumBasis Basis = MinimumBasis.Verified)
{
    internal MinimumFigure Figure => new(Minutes, From, To, Basis);
}

/// <summary>A consent to one question.</summary>
/// <param name="Name">The person's, as it was when the consent was given.</param>
/// <param name="Withdrawn">From here on it is asked no more.</param>
public sealed record MinimumConsentResponse(
    Guid Id,
    Guid PersonId,
    [property: Length(Person.NameMaxLength)] string Name,
    Guid AskerId,
    int Minutes,
    LocalDate From,
    LocalDate To,
    MinimumBasis Basis,
    LocalDate Until,
    LocalDate GivenOn,
    ConsentChannel Channel,
    SignatureView? Withdrawn,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<MinimumConsent, MinimumConsentResponse>> Projection = c => new(
        c.Id, c.PersonId, c.Name, c.AskerId, c.Figure.Minutes, c.Figure.From, c.Figure.To, c.Figure.Basis, c.Until, c.Consent.GivenOn, c.Consent.Channel,
        SignatureView.Of(c.Withdrawn), c.Version);

    private static readonly Func<MinimumConsent, MinimumConsentResponse> InMemory = Projection.Compile();

    internal static MinimumConsentResponse Of(MinimumConsent consent) => InMemory(consent);
}

/// <summary>Yes or no, as it stood when it was asked; it tells no figure and no record.</summary>
/// <param name="Reference">By it the answer is found again.</param>
/// <param name="IsMet">Whether at least so many hours stood in the registry.</param>
/// <param name="Minutes">What was asked for.</param>
/// <param name="From">First day of what was asked for.</param>
/// <param name="To">Last day of it.</param>
/// <param name="Asked">Who asked, for the asker.</param>
public sealed record MinimumAnswerResponse(
    Guid Id,
    [property: Length(ReceiptCode.Length)] string Reference,
    bool IsMet,
    Guid ConsentId,
    Guid PersonId,
    Guid AskerId,
    int Minutes,
    LocalDate From,
    LocalDate To,
    MinimumBasis Basis,
    SignatureView Asked)
{
    internal static readonly Expression<Func<MinimumAnswer, MinimumAnswerResponse>> Projection = a => new(
        a.Id, a.Reference, a.IsMet, a.ConsentId, a.PersonId, a.AskerId, a.Figure.Minutes, a.Figure.From, a.Figure.To, a.Figure.Basis, SignatureView.Of(a.Asked)!);

    private static readonly Func<MinimumAnswer, MinimumAnswerResponse> InMemory = Projection.Compile();

    internal static MinimumAnswerResponse Of(MinimumAnswer answer) => InMemory(answer);
}
