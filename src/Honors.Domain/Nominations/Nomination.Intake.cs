using Honors.Domain.Accounts;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>What comes from no body: 自荐.</summary>
public sealed partial class Nomination
{
    /// <summary>The human who nominates themself; null where somebody else does.</summary>
    public Guid? NominatorPersonId { get; private set; }

    /// <summary>自荐: a draft that its human alone sees; no body has a part in it.</summary>
    /// <param name="owner">The title's owner, under which it is filed.</param>
    /// <param name="actor">A human with an account of their own.</param>
    /// <exception cref="RuleViolationException"><c>nomination.not-oneself</c>; <c>nomination.no-person-behind</c>; and those of <see cref="Draft"/>.</exception>
    public static Nomination DraftOwn(Guid id, Title title, NominationFacts facts, RecordingBody owner, Actor actor, Instant now)
    {
        if (!actor.IsHuman) throw NominationRules.NoPersonBehind();

        var nomination = Of(id, title, NominatorKind.Person, owner, now);
        nomination.NominatorPersonId = actor.PersonId;
        nomination.Put(facts, actor, now);
        return nomination;
    }

    private static Nomination Of(Guid id, Title title, NominatorKind nominator, RecordingBody by, Instant now) => new()
    {
        Id = id,
        TitleId = title.Id,
        OwnerId = title.OwnerId,
        Nominator = nominator,
        RecordedBy = by.Id,
        RecordedIn = by.DivisionCode,
        SortDay = ChinaTime.Today(now),
    };
}
