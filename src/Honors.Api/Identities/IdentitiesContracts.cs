using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.Identities;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Identities;

/// <summary>An identity document.</summary>
/// <param name="Number">As printed; spaces, hyphens, full-width and small letters make no difference. Old county prefixes are as good as today's.</param>
public sealed record IdentityRequest(IdentityKind Kind, [property: Length(IdentityNumber.MaxLength + 10)] string Number)
{
    internal IdentityNumber ToNumber(Instant now) => IdentityNumber.Parse(Kind, Number, ChinaTime.Today(now));
}

/// <summary>The identity document of a person, masked.</summary>
/// <param name="MaskedNumber">1404**********1234.</param>
public sealed record IdentityResponse(IdentityKind Kind, string MaskedNumber, SignatureView Stated, Guid RecordedBy);

/// <summary>What a whole number is needed for.</summary>
public sealed record IdentityReadingRequest([property: Length(IdentityReading.PurposeMaxLength, IdentityReading.PurposeMinLength)] string Purpose);

/// <summary>A whole identity number, shown once for this purpose.</summary>
public sealed record IdentityReadingResponse(Guid Id, IdentityKind Kind, string Number, string Purpose, SignatureView Read);

/// <summary>That somebody saw the whole number, and what for.</summary>
public sealed record IdentityReadingView(Guid Id, string Purpose, SignatureView Read)
{
    internal static readonly Expression<Func<IdentityReading, IdentityReadingView>> From = r => new(r.Id, r.Purpose, SignatureView.Of(r.Read)!);
}
