using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Errors;
using Honors.Api.Http;
using Honors.Domain.Decisions;
using NodaTime;

namespace Honors.Api.Decisions;

/// <summary>A granting body's document, as the office that owns the title enters it.</summary>
/// <param name="TitleId">Fixed once drafted; every case of the list is of this title.</param>
/// <param name="BodyIds">The granting bodies: one, or several together; as the procedure names them, where it does.</param>
/// <param name="Name">What the document is called.</param>
/// <param name="DecidedOn">The day of the document: not before what it rests on.</param>
/// <param name="Entries">The accepted nominations whose cases it decides; all of them confidential, or none.</param>
/// <param name="DocumentNumber">Needed before the confirmation for a commendation (表彰奖励) and for the 确认 of a deed.</param>
/// <param name="ScanId">The scan of the document, uploaded before.</param>
/// <param name="Ceremony">Where it is given.</param>
public sealed record DecisionRequest(
    Guid TitleId,
    [property: MostItems(Decision.MostBodies)] IReadOnlyList<Guid> BodyIds,
    [property: Length(Decision.NameMaxLength)] string Name,
    LocalDate DecidedOn,
    [property: MostItems(Decision.MostEntries)] IReadOnlyList<DecisionEntryBody> Entries,
    [property: Length(Decision.NumberMaxLength)] string? DocumentNumber = null,
    Guid? ScanId = null,
    CeremonyBody? Ceremony = null)
{
    internal DecisionFacts ToFacts() => new(
        BodyIds, Name, DocumentNumber, DecidedOn, ScanId, Ceremony is null ? null : new Ceremony(Ceremony.Name, Ceremony.On, Ceremony.Place),
        [.. Entries.Select(e => new DecisionEntryFacts(
            e.NominationId, e.Kin is null ? null : new KinStatement(e.Kin.On, e.Kin.Words), e.TeamIds ?? [], e.VillageAssignmentIds ?? []))]);
}

/// <summary>One case of the list.</summary>
/// <param name="Kin">Needed for an honour of the dead whose near kin did not agree to the notice.</param>
/// <param name="TeamIds">Teams to which the award is linked, beside those of its deeds and hours.</param>
/// <param name="VillageAssignmentIds">Postings, in the same way.</param>
public sealed record DecisionEntryBody(
    Guid NominationId,
    KinStatementBody? Kin = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? TeamIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? VillageAssignmentIds = null)
{
    internal static DecisionEntryBody Of(DecisionEntry e) => new(
        e.NominationId, e.Kin is { } kin ? new KinStatementBody(kin.On, kin.Words) : null, e.TeamIds, e.VillageAssignmentIds);
}

/// <summary>The meeting at which it is given.</summary>
/// <param name="On">Left out while no day is set.</param>
public sealed record CeremonyBody(
    [property: Length(Domain.Awards.Award.CeremonyMaxLength)] string Name, LocalDate? On = null, [property: Length(Decision.PlaceMaxLength)] string? Place = null)
{
    internal static CeremonyBody? Of(Ceremony? ceremony) => ceremony is null ? null : new(ceremony.Name, ceremony.On, ceremony.Place);
}

/// <summary>What near kin of the dead said about the honour.</summary>
public sealed record KinStatementBody(LocalDate On, [property: Length(Decision.ReasonMaxLength)] string Words);

/// <summary>Why a draft is taken back.</summary>
public sealed record DecisionWithdrawalRequest([property: Length(Decision.ReasonMaxLength)] string Reason);

/// <summary>One decision in a list.</summary>
/// <param name="Entries">How many cases it decides.</param>
public sealed record DecisionLine(Guid Id, Guid TitleId, string Name, string? DocumentNumber, LocalDate DecidedOn, int Entries, DecisionStatus Status)
{
    internal static readonly Expression<Func<Decision, DecisionLine>> From = d =>
        new(d.Id, d.TitleId, d.Name, d.DocumentNumber, d.DecidedOn, d.Entries.Count, d.Status);
}

/// <summary>A decision.</summary>
/// <param name="Confidential">Seen by the office that entered it and the granting bodies alone.</param>
/// <param name="Status">`draft`: awaits a second person; `confirmed`: its awards are conferred; `withdrawn`: taken back before it had any effect.</param>
/// <param name="AwardIds">What it conferred, as far as the caller sees it.</param>
/// <param name="Entered">Everybody who wrote the draft: none of them confirms it.</param>
/// <param name="RecordedBy">The office that owns the title.</param>
public sealed record DecisionResponse(
    Guid Id,
    Guid TitleId,
    IReadOnlyList<Guid> BodyIds,
    string Name,
    string? DocumentNumber,
    LocalDate DecidedOn,
    Guid? ScanId,
    CeremonyBody? Ceremony,
    IReadOnlyList<DecisionEntryBody> Entries,
    bool Confidential,
    DecisionStatus Status,
    IReadOnlyList<Guid> AwardIds,
    IReadOnlyList<SignatureView> Entered,
    SignatureView? Confirmed,
    SignatureView? Withdrawn,
    string? WithdrawalReason,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static DecisionResponse Of(Decision d, IReadOnlyList<Guid> awards) => new(
        d.Id, d.TitleId, [.. d.Bodies.Select(b => b.Id)], d.Name, d.DocumentNumber, d.DecidedOn, d.ScanId, CeremonyBody.Of(d.Ceremony),
        [.. d.Entries.Select(DecisionEntryBody.Of)], d.Confidential, d.Status, awards, [.. d.Entered.Select(s => SignatureView.Of(s)!)],
        SignatureView.Of(d.Confirmed), SignatureView.Of(d.Withdrawn), d.WithdrawalReason, d.RecordedBy, d.Version);
}

/// <summary>All that still stands before the confirmation of a draft; nothing: the way is free.</summary>
public sealed record DecisionMissingResponse(IReadOnlyList<DecisionGapView> Missing)
{
    internal static DecisionMissingResponse Of(IEnumerable<DecisionGap> gaps) =>
        new([.. gaps.Select(g => new DecisionGapView(g.Code, Texts.Of(g.Code, g.Facts), g.NominationId))]);
}

/// <summary>One thing that stands before a decision.</summary>
/// <param name="Code">`decision.*`, stable.</param>
/// <param name="Text">In the reader's language, with its days and figures.</param>
/// <param name="NominationId">The case that it is about; null: the document itself.</param>
public sealed record DecisionGapView(string Code, string Text, Guid? NominationId);
