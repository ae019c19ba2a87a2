using Honors.Domain.Accounts;
using Honors.Domain.People;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>
/// 星级评定: applied for, on the list of counted hours of that day, and granted by the decision of a second person. Stars come one after another (依次申请评定).
/// Hours that are taken back later re-open the question; nothing takes a star away by itself, and none is ever deleted.
/// </summary>
public sealed class StarRating : IRecorded, IIdentified
{
    public const int ReasonMaxLength = 300;

    private readonly List<StarBasis> _basis = [];

    private StarRating() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Star Star { get; private set; }

    public StarStatus Status { get; private set; }

    public Guid PolicyId { get; private set; }

    public int PolicyEdition { get; private set; }

    public int ThresholdMinutes { get; private set; }

    /// <summary>The counted records on which it rests, as the applicant saw them on <see cref="AsOf"/>, with what each counted then.</summary>
    public IReadOnlyCollection<StarBasis> Basis => _basis;

    public int BasisMinutes { get; private set; }

    public LocalDate AsOf { get; private set; }

    public Signature Applied { get; private set; } = null!;

    /// <summary>The body that applied; null: the person did.</summary>
    public Guid? ApplicantId { get; private set; }

    public Signature? Decided { get; private set; }

    public string? DecisionReason { get; private set; }

    /// <summary>Since when the counted hours are below the threshold again, and nobody has looked at it; null: nothing is open.</summary>
    public Instant? ReopenedAt { get; private set; }

    /// <summary>All of the person's counted minutes when it was opened again.</summary>
    public int? ReopenedMinutes { get; private set; }

    /// <summary>What became of it each time, in order.</summary>
    public IReadOnlyList<StarReview> Reviews { get; private set; } = [];

    /// <summary>The body that grants.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <param name="held">Every rating of the person, by whichever body.</param>
    /// <param name="basis">What counts today, as the applicant sees it.</param>
    /// <param name="applicantId">Null: the person applies.</param>
    /// <exception cref="RuleViolationException"><c>star.unknown</c>; <c>star.held</c>; <c>star.not-in-order</c>; <c>star.below-threshold</c>.</exception>
    public static StarRating Apply(
        Guid id, Person person, Star star, StarPolicy policy, IReadOnlyCollection<StarRating> held, IReadOnlyCollection<StarBasis> basis, Guid? applicantId,
        RecordingBody grantor, Actor actor, Instant now)
    {
        var threshold = policy.MinutesOf(star) ?? throw StarRules.NoSuchStar();
        if (held.Any(h => h.Star == star && h.Status is StarStatus.Applied or StarStatus.Granted)) throw StarRules.IsHeld();
        RefuseOutOfOrder(star, held);
        var sum = basis.Sum(b => b.Minutes);
        if (sum < threshold) throw StarRules.BelowThreshold(threshold);

        var rating = new StarRating
        {
            Id = id,
            PersonId = person.Id,
            Star = star,
            PolicyId = policy.Id,
            PolicyEdition = policy.Edition,
            ThresholdMinutes = threshold,
            BasisMinutes = sum,
            AsOf = ChinaTime.Today(now),
            Applied = Signature.Of(actor, now),
            ApplicantId = applicantId,
            RecordedBy = grantor.Id,
            RecordedIn = grantor.DivisionCode,
        };
        rating._basis.AddRange(basis);
        return rating;
    }

    /// <summary>Grants or refuses it. Whether the actor decides in the granting body is asked before.</summary>
    /// <param name="counted">All of the person's counted minutes now.</param>
    /// <param name="held">As in <see cref="Apply"/>.</param>
    /// <exception cref="RuleViolationException"><c>star.decided</c>; <c>star.second-person</c>: the applicant, the person or a program; and to grant, <c>star.not-in-order</c>,
    /// <c>star.below-threshold</c>; <c>text.personal-number</c>.</exception>
    public void Decide(bool grant, string? reason, int counted, IReadOnlyCollection<StarRating> held, Actor actor, Instant now)
    {
        if (Status is not StarStatus.Applied) throw StarRules.IsDecided(Status);
        RefuseSelf(actor);
        PersonalNumbers.Refuse(reason, "reason");
        if (grant) RefuseOutOfOrder(Star, held);
        if (grant && counted < ThresholdMinutes) throw StarRules.BelowThreshold(ThresholdMinutes);

        (Status, Decided, DecisionReason) = (grant ? StarStatus.Granted : StarStatus.Refused, Signature.Of(actor, now), reason);
    }

    /// <summary>Hours were taken back: where too few are left, and fewer than anybody has looked at, the question is open again.</summary>
    /// <param name="counted">All of the person's counted minutes now.</param>
    public void Recount(int counted, Instant now)
    {
        if (Status is not StarStatus.Granted || counted >= Math.Min(ThresholdMinutes, Reviews.Select(r => r.Minutes).DefaultIfEmpty(int.MaxValue).Min())) return;

        (ReopenedAt, ReopenedMinutes) = (ReopenedAt ?? now, counted);
    }

    /// <summary>Answers the re-opened question: the star stays, or ends on this day.</summary>
    /// <exception cref="RuleViolationException"><c>star.nothing-to-review</c>; <c>star.second-person</c>; <c>text.personal-number</c>.</exception>
    public void Review(bool keep, string reason, Actor actor, Instant now)
    {
        if (Status is not StarStatus.Granted || ReopenedMinutes is not { } minutes) throw StarRules.NothingToReview();
        RefuseSelf(actor);
        PersonalNumbers.Refuse(reason, "reason");

        Reviews = [.. Reviews, new StarReview(keep, minutes, reason, Signature.Of(actor, now))];
        (ReopenedAt, ReopenedMinutes) = (null, null);
        if (!keep) Status = StarStatus.Ended;
    }

    private void RefuseSelf(Actor actor)
    {
        if (!actor.IsHuman || Applied.IsBy(actor) || actor.Is(PersonId)) throw StarRules.SecondPerson();
    }

    private static void RefuseOutOfOrder(Star star, IReadOnlyCollection<StarRating> held)
    {
        if (star is not Star.One && !held.Any(h => h.Star == star - 1 && h.Status is StarStatus.Granted)) throw StarRules.NotInOrder();
    }
}

/// <summary>One record of the list on which a star rests.</summary>
public sealed class StarBasis
{
    private StarBasis() { }

    public StarBasis(Guid recordId, int minutes) => (RecordId, Minutes) = (recordId, minutes);

    public Guid RecordId { get; private set; }

    /// <summary>What it counted then.</summary>
    public int Minutes { get; private set; }
}

/// <summary>What became of a star whose hours had been taken back.</summary>
/// <param name="Minutes">The counted minutes that were looked at.</param>
public sealed record StarReview(bool Kept, int Minutes, string Reason, Signature By);

public enum StarStatus
{
    /// <summary>待评定.</summary>
    Applied,

    /// <summary>已评定.</summary>
    Granted,

    /// <summary>不予评定.</summary>
    Refused,

    /// <summary>已取消.</summary>
    Ended,
}

public static class StarRules
{
    public const string EarlierEdition = "star-policy.earlier";
    public const string Order = "star-policy.order";
    public const string Unknown = "star.unknown";
    public const string Held = "star.held";
    public const string InOrder = "star.not-in-order";
    public const string TooFew = "star.below-threshold";
    public const string Done = "star.decided";
    public const string Second = "star.second-person";
    public const string NotOpen = "star.nothing-to-review";

    internal static RuleViolationException Earlier(LocalDate before) => new(EarlierEdition, Refusal.Conflict, "validFrom", One("before", before));

    internal static RuleViolationException OutOfOrder() => new(Order, Refusal.Impossible, "thresholds");

    internal static RuleViolationException NoSuchStar() => new(Unknown, Refusal.Impossible, "star");

    internal static RuleViolationException IsHeld() => new(Held, Refusal.Conflict);

    internal static RuleViolationException NotInOrder() => new(InOrder, Refusal.Conflict);

    internal static RuleViolationException BelowThreshold(int minutes) => new(TooFew, Refusal.Conflict, null, One("hours", minutes / 60));

    internal static RuleViolationException IsDecided(StarStatus status) => new(Done, Refusal.Conflict, null, One("status", status));

    internal static RuleViolationException SecondPerson() => new(Second, Refusal.Conflict);

    internal static RuleViolationException NothingToReview() => new(NotOpen, Refusal.Conflict);

    private static Dictionary<string, object?> One(string name, object? value) => new() { [name] = value };
}
