using Honors.Domain.Decisions;
using Honors.Domain.Nominations;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Awards;

/// <summary>One thing that happened to an award, fit to be told.</summary>
/// <param name="On">As exact as it is known.</param>
/// <param name="BodyId">Whose act it was, where a body's name explains it.</param>
/// <param name="Number">Of the body's document.</param>
/// <param name="Note">Of a source, a notice or a ceremony, its name; of a change, the reason: for those alone who see the record.</param>
public sealed record AwardEvent(AwardEventKind Kind, PartialDate On, Guid? BodyId = null, string? Number = null, string? Note = null)
{
    /// <summary>Whether everybody may be told. Findings, reasons and wishes are between the office and those concerned.</summary>
    public bool IsPublic => Kind is AwardEventKind.Recorded or AwardEventKind.Nominated or AwardEventKind.Published or AwardEventKind.Decided
        or AwardEventKind.Ceremony or AwardEventKind.Corrected or AwardEventKind.Revoked or AwardEventKind.Reinstated;
}

public static class AwardHistory
{
    /// <summary>How the award came to be and what became of it, in the order of the acts. It explains itself: of an award from before by its source, of every other by its decision.</summary>
    /// <param name="changes">Of the award.</param>
    /// <param name="nomination">With its case; null of an award from before.</param>
    /// <param name="decision">In the same way.</param>
    /// <param name="notices">Days on which a notice named it, first and last.</param>
    public static IReadOnlyList<AwardEvent> Of(
        Award award, IEnumerable<AwardChange> changes, Nomination? nomination, Decision? decision, IEnumerable<DateInterval> notices) =>
    [
        .. decision is null ? FromItsSource(award) : FromItsDecision(nomination, decision, notices),
        .. changes.Where(c => c.Status is AwardChangeStatus.Confirmed).Select(c => (c.Settled!.At, Event: Of(c)))
            .Concat(award.Wishes.Select(w => (w.By.At, Event: Of(w)))).OrderBy(e => e.At).Select(e => e.Event),
    ];

    private static IEnumerable<AwardEvent> FromItsSource(Award award)
    {
        yield return new(AwardEventKind.Decided, award.ConferredOn, award.GrantingBodyId, award.DocumentNumber, award.Ceremony);
        yield return new(AwardEventKind.Recorded, On(award.Recorded.At), award.RecordedBy, null, award.Source.Title);
        if (award.Confirmed is { } confirmed) yield return new(AwardEventKind.Confirmed, On(confirmed.At));
    }

    private static IEnumerable<AwardEvent> FromItsDecision(Nomination? nomination, Decision decision, IEnumerable<DateInterval> notices)
    {
        if (nomination is not null)
        {
            yield return new(AwardEventKind.Nominated, PartialDate.On(nomination.SubmittedOn!.Value), nomination.Nominator.IsBody() ? nomination.RecordedBy : null);
            yield return new(AwardEventKind.Accepted, PartialDate.On(nomination.Case!.SortDay), nomination.OwnerId);
            if (nomination.Case.Finding is { } finding) yield return new(AwardEventKind.Examined, On(finding.By.At), nomination.OwnerId);
        }

        foreach (var notice in notices) yield return new(AwardEventKind.Published, PartialDate.Between(notice.Start, notice.End), decision.RecordedBy);
        foreach (var body in decision.Bodies) yield return new(AwardEventKind.Decided, PartialDate.On(decision.DecidedOn), body.Id, decision.DocumentNumber, decision.Name);
        yield return new(AwardEventKind.Confirmed, On(decision.Confirmed!.At), decision.RecordedBy);
        if (decision.Ceremony is { } held) yield return new(AwardEventKind.Ceremony, held.On is { } day ? PartialDate.On(day) : PartialDate.Unknown, null, null, held.Name);
    }

    private static AwardEvent Of(AwardChange change) => new(
        change.Kind switch
        {
            AwardChangeKind.Correction => AwardEventKind.Corrected,
            AwardChangeKind.Voidance => AwardEventKind.Voided,
            AwardChangeKind.Revocation => AwardEventKind.Revoked,
            _ => AwardEventKind.Reinstated,
        },
        change.Paper is { } paper ? PartialDate.On(paper.IssuedOn) : On(change.Settled!.At), change.Paper?.BodyId, change.Paper?.DocumentNumber, change.Reason);

    private static AwardEvent Of(RecipientWish wish) => new(
        wish.Kind switch
        {
            RecipientWishKind.Decline => AwardEventKind.Declined,
            RecipientWishKind.NotPublished => AwardEventKind.Hidden,
            _ => AwardEventKind.Shown,
        },
        PartialDate.On(wish.On), null, null, wish.Note);

    private static PartialDate On(Instant at) => PartialDate.On(ChinaTime.Today(at));
}

public enum AwardEventKind
{
    /// <summary>推荐.</summary>
    Nominated,

    /// <summary>受理.</summary>
    Accepted,

    /// <summary>审核通过.</summary>
    Examined,

    /// <summary>公示.</summary>
    Published,

    /// <summary>决定.</summary>
    Decided,

    /// <summary>表彰大会.</summary>
    Ceremony,

    /// <summary>登记, of an award from before, from its source.</summary>
    Recorded,

    /// <summary>第二人确认.</summary>
    Confirmed,

    /// <summary>更正.</summary>
    Corrected,

    /// <summary>作废.</summary>
    Voided,

    /// <summary>撤销.</summary>
    Revoked,

    /// <summary>恢复.</summary>
    Reinstated,

    /// <summary>本人谢绝.</summary>
    Declined,

    /// <summary>本人要求不公开.</summary>
    Hidden,

    /// <summary>本人同意公开.</summary>
    Shown,
}
