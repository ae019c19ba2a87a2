using Honors.Domain.Accounts;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Awards;

/// <summary>
/// The ground that a decision gives: the name and this one award were printed by a required notice or decision, so both may be shown for as long as the procedure says. The
/// unit and the deed are not among it: what the registry holds of them says more than was printed.
/// </summary>
public static class PrintedGround
{
    /// <summary>Makes it agree with the award as it now is: ends it for who declined, asked not to be published, or no longer holds the award, and gives it where it is due.</summary>
    /// <param name="recipient">The person; null of a body or a group, whose names are no personal data.</param>
    /// <param name="earlier">Grounds of this kind that name the award.</param>
    /// <param name="askedBy">Who asked for what became of the award; null: nobody of theirs did.</param>
    /// <returns>The ground to be recorded; null where none is due. What the person ended comes back at their word alone (PIPL art. 27).</returns>
    public static Ground? Follow(
        Award award, Person? recipient, Publicity? publicity, IReadOnlyCollection<Ground> earlier, Speaker? askedBy, Guid id, Actor actor, Instant now)
    {
        var isShown = recipient is not null && award is { DecisionId: not null, Status: AwardStatus.Confirmed, Confidential: false, NotPublished: false };
        var running = earlier.Where(g => g.EndedAt is null).ToList();
        foreach (var ground in running.Where(g => !isShown || g.PersonId != award.PersonId)) ground.End(askedBy, actor, now);
        if (!isShown || publicity is null || running.Any(g => g.PersonId == award.PersonId)) return null;
        if (askedBy is null && earlier.Any(g => g.PersonId == award.PersonId && g.EndingAskedBy is not null)) return null;

        var (today, until) = (ChinaTime.Today(now), award.SortDay.PlusMonths(publicity.Months));
        // Nothing printed outweighs that a child's guardian must consent (PIPL art. 31).
        if (until < today || recipient!.Born.IsUnder(Age.Child, today) is true) return null;

        return Ground.Notice(
            id, recipient.Id, award.Source, until, new Shown { Name = true, Records = [award.Id] }, new RecordingBody(award.RecordedBy, award.RecordedIn), actor, now);
    }
}
