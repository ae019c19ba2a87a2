using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Api.Titles;
using Honors.Domain.Awards;
using Honors.Domain.People;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Api.Awards;

/// <summary>A title that was given before the registry, or outside it. It names exactly one recipient: a person, a body, or a name as printed.</summary>
/// <param name="RecipientAsPrinted">A name on an old list that nobody has linked yet; never public.</param>
/// <param name="GrantingBodyId">Left out where the source does not say (未载明).</param>
/// <param name="Ceremony">The meeting at which it was given.</param>
/// <param name="Posthumous">追授.</param>
/// <param name="DivisionCode">Where it belongs on the honour roll: the city for a city title, the county for one of a county or a team.</param>
/// <param name="DeedIds">The deeds it was given for; often the source does not say.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only. Fixed once recorded.</param>
public sealed record AwardRequest(
    Guid TitleId,
    [property: DivisionCode] long DivisionCode,
    SourceBody Source,
    Guid? PersonId = null,
    Guid? OrganizationId = null,
    [property: Length(Award.RecipientMaxLength)] string? RecipientAsPrinted = null,
    Guid? GrantingBodyId = null,
    PartialDateBody? ConferredOn = null,
    [property: Length(Award.CeremonyMaxLength)] string? Ceremony = null,
    [property: Length(Award.DocumentMaxLength)] string? DocumentNumber = null,
    bool Posthumous = false,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? TeamIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? VillageAssignmentIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? DeedIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? DeploymentIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? ServiceHourIds = null,
    Guid? RecordedBy = null)
{
    internal AwardFacts ToFacts() => new(
        TitleId, PersonId, OrganizationId, RecipientAsPrinted, GrantingBodyId, ConferredOn.OrUnknown(), Ceremony, DocumentNumber, Posthumous,
        DivisionCode, Source.ToSource(), TeamIds ?? [], VillageAssignmentIds ?? [], DeedIds ?? [], DeploymentIds ?? [], ServiceHourIds ?? []);
}

/// <summary>An award.</summary>
/// <param name="GrantingBodyId">Null: the source does not say (未载明).</param>
/// <param name="GroupName">Of people who acted together once: one award, counted once.</param>
/// <param name="JointBodyIds">Bodies that granted it together with the granting body.</param>
/// <param name="DecisionId">The decision that conferred it; null of an award from before the registry.</param>
/// <param name="Verb">The word with which it was given.</param>
/// <param name="Reward">What came with it, by its procedure.</param>
/// <param name="Confidential">Seen by the office, the granting bodies, who nominated and who received it.</param>
/// <param name="NotPublished">By the recipient's last wish it is not published under their name.</param>
/// <param name="Status">`recorded`: awaits a second person; `confirmed`: counts and may be shown; `voided`: was entered by mistake; `revoked`: was taken back; `declined`: by the recipient, and not held.</param>
public sealed record AwardResponse(
    Guid Id,
    Guid TitleId,
    Guid? PersonId,
    Guid? OrganizationId,
    string? RecipientAsPrinted,
    Guid? GrantingBodyId,
    PartialDateView ConferredOn,
    string? Ceremony,
    string? DocumentNumber,
    bool Posthumous,
    long DivisionCode,
    SourceView Source,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> VillageAssignmentIds,
    IReadOnlyList<Guid> DeedIds,
    IReadOnlyList<Guid> DeploymentIds,
    IReadOnlyList<Guid> ServiceHourIds,
    string? GroupName,
    IReadOnlyList<Guid> MemberIds,
    IReadOnlyList<Guid> JointBodyIds,
    Guid? DecisionId,
    Guid? NominationId,
    Verb? Verb,
    RewardBody? Reward,
    bool Confidential,
    IReadOnlyList<RecipientWishView> Wishes,
    bool NotPublished,
    AwardStatus Status,
    SignatureView Recorded,
    SignatureView? Confirmed,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<Award, AwardResponse>> From = a => new(
        a.Id, a.TitleId, a.PersonId, a.OrganizationId, a.RecipientAsPrinted, a.GrantingBodyId, PartialDateView.Of(a.ConferredOn),
        a.Ceremony, a.DocumentNumber, a.Posthumous, a.DivisionCode, SourceView.Of(a.Source)!,
        a.Teams.Select(l => l.Id).ToList(), a.VillageAssignments.Select(l => l.Id).ToList(), a.Deeds.Select(l => l.Id).ToList(),
        a.Deployments.Select(l => l.Id).ToList(), a.ServiceHours.Select(l => l.Id).ToList(),
        a.GroupName, a.Members.Select(m => m.PersonId).ToList(), a.JointBodies.Select(l => l.Id).ToList(), a.DecisionId, a.NominationId, a.Verb, RewardBody.Of(a.Reward),
        a.Confidential, RecipientWishView.Of(a.Wishes), a.NotPublished,
        a.Status, SignatureView.Of(a.Recorded)!, SignatureView.Of(a.Confirmed), a.RecordedBy, a.Version);

    private static readonly Func<Award, AwardResponse> InMemory = From.Compile();

    internal static AwardResponse Of(Award award) => InMemory(award);
}

/// <summary>What the recipient asks for.</summary>
/// <param name="Kind">`decline`: not to have it; `notPublished`: not to be published with it; `published`: that it may be again.</param>
/// <param name="On">The day of the letter, call or visit; of the `page` it is today, whatever is sent.</param>
public sealed record RecipientWishRequest(
    RecipientWishKind Kind, LocalDate On, ConsentChannel Channel, [property: Length(RecipientWish.NoteMaxLength)] string? Note = null);

/// <summary>What the recipient asked for.</summary>
/// <param name="By">Who entered it.</param>
public sealed record RecipientWishView(RecipientWishKind Kind, LocalDate On, ConsentChannel Channel, string? Note, SignatureView By)
{
    internal static List<RecipientWishView> Of(IEnumerable<RecipientWish> wishes) =>
        [.. wishes.Select(w => new RecipientWishView(w.Kind, w.On, w.Channel, w.Note, SignatureView.Of(w.By)!))];
}

/// <summary>How an award came to be and what became of it, in the order of the acts.</summary>
public sealed record AwardHistoryResponse(Guid AwardId, IReadOnlyList<AwardEventView> Events);

/// <summary>One thing that happened to an award.</summary>
/// <param name="Body">Whose act it was.</param>
/// <param name="Number">Of the body's document.</param>
/// <param name="Note">Of a source, decision or ceremony, its name; of a change or a wish, the reason.</param>
/// <param name="Text">All of it as a sentence, in the reader's language.</param>
public sealed record AwardEventView(AwardEventKind Kind, PartialDateView On, string? Body, string? Number, string? Note, string Text);
