using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>How many nominations of one kind, for one title and of one day stand in one state; what the figures of every dimension are added up from.</summary>
/// <param name="InTime">As of <see cref="Nomination.AnsweredInTime"/>.</param>
/// <param name="SubmittedOn">The first time.</param>
/// <param name="IsKey">Their cases have others joined into them.</param>
/// <param name="IsLike">Their cases are joined into others.</param>
public sealed record Tally(
    NominatorKind Nominator, NominationStatus Status, bool? InTime, int Count, Guid TitleId, LocalDate SubmittedOn, bool IsKey = false, bool IsLike = false);

/// <summary>Figures that add up: <c>Submitted = Accepted + Returned + Refused + Open</c>. Drafts are nobody's business and count nowhere.</summary>
/// <param name="Returned">Waits for its nominator to complete it.</param>
/// <param name="Open">Waits to be accepted, returned or refused.</param>
/// <param name="InTime">Answered by the day that was set.</param>
/// <param name="Late">Answered after it.</param>
/// <param name="KeyCases">Accepted, with like cases joined into them (并案).</param>
/// <param name="LikeCases">Accepted, and joined into those.</param>
public sealed record Figures(int Submitted, int Accepted, int Returned, int Refused, int Open, int InTime, int Late, int KeyCases, int LikeCases)
{
    /// <summary>受理率 in whole percent, half up; null where nothing was submitted.</summary>
    public int? AcceptedPercent => Submitted is 0 ? null : (int)Math.Round(100m * Accepted / Submitted, MidpointRounding.AwayFromZero);

    public static Figures Of(IEnumerable<Tally> tallies)
    {
        var counted = tallies.Where(t => t.Status is not NominationStatus.Draft).ToList();
        return new Figures(
            counted.Sum(t => t.Count), In(NominationStatus.Accepted), In(NominationStatus.Returned), In(NominationStatus.Refused), In(NominationStatus.Submitted),
            counted.Where(t => t.InTime is true).Sum(t => t.Count), counted.Where(t => t.InTime is false).Sum(t => t.Count),
            counted.Where(t => t.IsKey).Sum(t => t.Count), counted.Where(t => t.IsLike).Sum(t => t.Count));

        int In(NominationStatus status) => counted.Where(t => t.Status == status).Sum(t => t.Count);
    }
}
