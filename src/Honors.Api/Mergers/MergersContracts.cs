using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.Mergers;

namespace Honors.Api.Mergers;

/// <summary>That another record is of the same human.</summary>
/// <param name="OtherId">The person who is to be merged into this one.</param>
/// <param name="Evidence">How it is known: papers, and who holds them. No number belongs here.</param>
public sealed record MergerRequest(
    Guid OtherId,
    [property: Length(PersonMerger.ReasonMaxLength)] string Reason,
    [property: Length(PersonMerger.EvidenceMaxLength)] string? Evidence = null);

/// <summary>Why a proposed merger is turned down.</summary>
public sealed record MergerRejectionRequest([property: Length(PersonMerger.ReasonMaxLength)] string Reason);

/// <summary>Why two that were merged are two after all.</summary>
public sealed record SeparationRequest([property: Length(PersonMerger.ReasonMaxLength)] string Reason);

/// <summary>A merger of two people, proposed, in effect or taken back.</summary>
/// <param name="PersonId">The survivor.</param>
/// <param name="OtherId">While it is in effect, found nowhere else.</param>
/// <param name="Settled">Who confirmed or rejected it; null while it waits.</param>
/// <param name="Moved">How many mentions of the other became mentions of the survivor.</param>
public sealed record MergerResponse(
    Guid Id, Guid PersonId, Guid OtherId, string Reason, string? Evidence, PersonMergerStatus Status, SignatureView Proposed, SignatureView? Settled,
    string? RejectionReason, SignatureView? Separated, string? SeparationReason, int Moved)
{
    internal static readonly Expression<Func<PersonMerger, MergerResponse>> From = m => new(
        m.Id, m.PersonId, m.OtherId, m.Reason, m.Evidence, m.Status, SignatureView.Of(m.Proposed)!, SignatureView.Of(m.Settled), m.RejectionReason,
        SignatureView.Of(m.Separated), m.SeparationReason, m.Moved.Count);

    private static readonly Func<PersonMerger, MergerResponse> InMemory = From.Compile();

    internal static MergerResponse Of(PersonMerger merger) => InMemory(merger);
}
