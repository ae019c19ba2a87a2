using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.Deeds;

namespace Honors.Api.Deeds;

/// <summary>An act: when, where, what, and who was helped as a kind and a count.</summary>
/// <param name="TimeAsWritten">The time of day in the source's words.</param>
/// <param name="DivisionCode">Left out where the source does not say where it was.</param>
/// <param name="Summary">For readers; nobody else can be recognised in it.</param>
/// <param name="Evidence">Witnesses, papers, pictures, and who holds them; never public.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only. Fixed once recorded.</param>
public sealed record DeedRequest(
    [property: Length(Deed.NameMaxLength)] string Name,
    DeedKind Kind,
    [property: MostItems(Deed.MostActors)] IReadOnlyList<DeedActorBody> Actors,
    PartialDateBody? When = null,
    [property: Length(Deed.TimeAsWrittenMaxLength)] string? TimeAsWritten = null,
    [property: Length(Deed.PlaceMaxLength)] string? Place = null,
    [property: DivisionCode] long? DivisionCode = null,
    [property: Length(Deed.SummaryMaxLength)] string? Summary = null,
    [property: Length(Deed.EvidenceMaxLength)] string? Evidence = null,
    [property: MostItems(Deed.MostHelped)] IReadOnlyList<HelpedBody>? Helped = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? TeamIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? VillageAssignmentIds = null,
    SourceBody? Source = null,
    Guid? RecordedBy = null)
{
    internal DeedFacts ToFacts() => new(
        Name, Kind, When.OrUnknown(), TimeAsWritten, Place, DivisionCode, Summary, Evidence,
        [.. Actors.Select(a => new DeedActor(a.PersonId, a.Age))],
        [.. (Helped ?? []).Select(h => new Helped(h.Kind, h.Count.ToQuantity(), h.Outcome))],
        TeamIds ?? [], VillageAssignmentIds ?? [], Source?.ToSource());
}

/// <summary>Who did it.</summary>
/// <param name="Age">In whole years on that day, where the source says so; never public.</param>
public sealed record DeedActorBody(Guid PersonId, [property: Between(1, 120)] int? Age = null);

/// <summary>Who was helped: a kind and a count, never a person.</summary>
public sealed record HelpedBody(HelpedKind Kind, QuantityBody Count, HelpedOutcome Outcome = HelpedOutcome.Unknown);

/// <summary>An act.</summary>
public sealed record DeedResponse(
    Guid Id,
    string Name,
    DeedKind Kind,
    PartialDateView When,
    string? TimeAsWritten,
    string? Place,
    long? DivisionCode,
    string? Summary,
    string? Evidence,
    IReadOnlyList<DeedActorBody> Actors,
    IReadOnlyList<HelpedView> Helped,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> VillageAssignmentIds,
    SourceView? Source,
    SignatureView Recorded,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<Deed, DeedResponse>> From = d => new(
        d.Id, d.Name, d.Kind, PartialDateView.Of(d.When), d.TimeAsWritten, d.Place, d.DivisionCode, d.Summary, d.Evidence,
        d.Actors.Select(a => new DeedActorBody(a.PersonId, a.Age)).ToList(), HelpedView.Of(d.Helped),
        d.Teams.Select(t => t.Id).ToList(), d.VillageAssignments.Select(v => v.Id).ToList(),
        SourceView.Of(d.Source), SignatureView.Of(d.Recorded)!, d.RecordedBy, d.Version);

    private static readonly Func<Deed, DeedResponse> InMemory = From.Compile();

    internal static DeedResponse Of(Deed deed) => InMemory(deed);
}

/// <summary>Who was helped: a kind and a count, never a person.</summary>
public sealed record HelpedView(HelpedKind Kind, QuantityView Count, HelpedOutcome Outcome)
{
    internal static List<HelpedView> Of(IReadOnlyList<Helped> helped) =>
        [.. helped.Select(h => new HelpedView(h.Kind, QuantityView.Of(h.Count, "名")!, h.Outcome))];
}
