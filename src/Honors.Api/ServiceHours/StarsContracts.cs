using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.ServiceHours;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>How many hours a division asks for each star, from a day on.</summary>
/// <param name="Thresholds">From one star on, each for more than the one before.</param>
/// <param name="Source">The law or paper; null: unverified (未核实).</param>
public sealed record StarPolicyRequest(
    [property: DivisionCode] long DivisionCode,
    LocalDate ValidFrom,
    [property: MostItems(5)] IReadOnlyList<ThresholdBody> Thresholds,
    [property: Length(StarPolicy.SourceMaxLength)] string? Source = null);

/// <summary>From so many counted minutes on.</summary>
public sealed record ThresholdBody(Star Star, [property: Between(1, StarPolicy.MostMinutes)] int Minutes);

/// <summary>One edition of a division's thresholds; none ever changes.</summary>
/// <param name="DivisionCode">Null: the whole country.</param>
/// <param name="Edition">Counts the policies of the division, from 1.</param>
/// <param name="Entered">Null: it came with the program.</param>
public sealed record StarPolicyResponse(
    Guid Id, long? DivisionCode, int Edition, LocalDate ValidFrom, IReadOnlyList<ThresholdBody> Thresholds, string? Source, SignatureView? Entered)
{
    internal static readonly Expression<Func<StarPolicy, StarPolicyResponse>> Projection = p => Of(p);

    internal static StarPolicyResponse Of(StarPolicy p) => new(
        p.Id, p.DivisionCode, p.Edition, p.ValidFrom, [.. p.Thresholds.Select(t => new ThresholdBody(t.Star, t.Minutes))], p.Source, SignatureView.Of(p.Entered));
}

/// <summary>Which star the person's counted hours would carry, as far as the caller sees the records.</summary>
/// <param name="Counted">Verified and credited; not training, and not what a prior total may hold already.</param>
/// <param name="Held">The highest star in effect.</param>
/// <param name="Next">The one that may be applied for next: they come one after another; null: none is left.</param>
/// <param name="NextMinutes">What it asks for.</param>
/// <param name="ShortOf">What is missing for it.</param>
/// <param name="PolicyId">The policy that holds today in the division asked for.</param>
public sealed record StarEligibility(HoursFigure Counted, Star? Held, Star? Next, int? NextMinutes, int? ShortOf, Guid PolicyId);

/// <summary>An application for a star.</summary>
/// <param name="GrantorId">The body that grants.</param>
/// <param name="ApplicantId">The body that applies; left out where the person does, or by those who record for one only.</param>
public sealed record StarRequest(Guid PersonId, Star Star, Guid GrantorId, Guid? ApplicantId = null);

/// <summary>Whether the star is granted.</summary>
/// <param name="Reason">Needed to refuse.</param>
public sealed record StarDecisionRequest(bool Grant, [property: Length(StarRating.ReasonMaxLength)] string? Reason = null);

/// <summary>Whether a star stays, the hours of which were taken back.</summary>
public sealed record StarReviewRequest(bool Keep, [property: Length(StarRating.ReasonMaxLength)] string Reason);

/// <summary>A star, from its application on.</summary>
/// <param name="ThresholdMinutes">What the policy asked for.</param>
/// <param name="BasisMinutes">The counted minutes on which it rests, of the records at `/stars/{id}/basis`.</param>
/// <param name="AsOf">The day of the application.</param>
/// <param name="ApplicantId">The body that applied; null: the person.</param>
/// <param name="ReopenedAt">Since when too few counted hours are left, and nobody has looked at it.</param>
/// <param name="Reviews">What became of it each time.</param>
/// <param name="GrantorId">The body that grants.</param>
public sealed record StarResponse(
    Guid Id,
    Guid PersonId,
    Star Star,
    StarStatus Status,
    Guid PolicyId,
    int PolicyEdition,
    int ThresholdMinutes,
    int BasisMinutes,
    LocalDate AsOf,
    SignatureView Applied,
    Guid? ApplicantId,
    SignatureView? Decided,
    string? DecisionReason,
    Instant? ReopenedAt,
    [property: MostItems(100)] IReadOnlyList<StarReviewView> Reviews,
    Guid GrantorId,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<StarRating, StarResponse>> Projection = r => new(
        r.Id, r.PersonId, r.Star, r.Status, r.PolicyId, r.PolicyEdition, r.ThresholdMinutes, r.BasisMinutes, r.AsOf, SignatureView.Of(r.Applied)!, r.ApplicantId,
        SignatureView.Of(r.Decided), r.DecisionReason, r.ReopenedAt, StarReviewView.Of(r.Reviews), r.RecordedBy, r.Version);

    private static readonly Func<StarRating, StarResponse> InMemory = Projection.Compile();

    internal static StarResponse Of(StarRating rating) => InMemory(rating);
}

/// <summary>What became of a star whose hours had been taken back.</summary>
public sealed record StarReviewView(bool Kept, string Reason, SignatureView By)
{
    internal static List<StarReviewView> Of(IReadOnlyList<StarReview> reviews) => [.. reviews.Select(r => new StarReviewView(r.Kept, r.Reason, SignatureView.Of(r.By)!))];
}

/// <summary>A record of the list on which a star rests.</summary>
/// <param name="Minutes">What it counted then.</param>
public sealed record StarBasisView(Guid RecordId, int Minutes);
