using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.VillageAssignments;
using NodaTime;

namespace Honors.Api.VillageAssignments;

/// <summary>A posting to a village.</summary>
/// <param name="PersonId">Who is posted; fixed once recorded.</param>
/// <param name="VillageCode">Twelve digits of a village.</param>
/// <param name="SendingUnitId">派出单位.</param>
/// <param name="Until">The last day; left out while it runs.</param>
/// <param name="DurationAsWritten">The length in the source's words: 几个月来.</param>
/// <param name="Help">Kinds of help given; households are never named.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only. Fixed once recorded.</param>
public sealed record VillageAssignmentRequest(
    Guid PersonId,
    [property: DivisionCode] long VillageCode,
    AssignmentRole Role = AssignmentRole.NotStated,
    Guid? SendingUnitId = null,
    [property: Length(VillageAssignment.OrderNumberMaxLength)] string? OrderNumber = null,
    PartialDateBody? From = null,
    PartialDateBody? Until = null,
    [property: Length(VillageAssignment.DurationMaxLength)] string? DurationAsWritten = null,
    [property: MostItems(VillageAssignment.MostHelpKinds)] IReadOnlyList<HelpGivenBody>? Help = null,
    SourceBody? Source = null,
    Guid? RecordedBy = null)
{
    internal AssignmentFacts ToFacts(string villageName) => new(
        VillageCode, villageName, SendingUnitId, Role, OrderNumber, From.OrUnknown(), Until.OrUnknown(), DurationAsWritten,
        [.. (Help ?? []).Select(h => new HelpGiven(h.Kind, h.AsWritten))], Source?.ToSource());
}

/// <summary>A kind of help, and the source's words for it.</summary>
public sealed record HelpGivenBody(HelpKind Kind, [property: Length(HelpGiven.AsWrittenMaxLength)] string? AsWritten = null)
{
    internal static List<HelpGivenBody> Of(IReadOnlyList<HelpGiven> help) => [.. help.Select(h => new HelpGivenBody(h.Kind, h.AsWritten))];
}

/// <summary>How and when a posting ended.</summary>
/// <param name="Until">The last day.</param>
/// <param name="HandedOverTo">交接人: the person who takes over what is open; needed where the help log has open follow-ups.</param>
public sealed record AssignmentEndingRequest(AssignmentEnding Ending, LocalDate Until, Guid? HandedOverTo = null);

/// <summary>A posting to a village; duty, so nothing of it becomes hours.</summary>
/// <param name="Ending">Null while it runs, and where a source tells only its days.</param>
/// <param name="HandedOverTo">交接人.</param>
/// <param name="VillageName">Township and village as named when this was recorded.</param>
public sealed record VillageAssignmentResponse(
    Guid Id,
    Guid PersonId,
    long VillageCode,
    string VillageName,
    AssignmentRole Role,
    Guid? SendingUnitId,
    string? OrderNumber,
    PartialDateView From,
    PartialDateView Until,
    string? DurationAsWritten,
    IReadOnlyList<HelpGivenBody> Help,
    SourceView? Source,
    AssignmentEnding? Ending,
    Guid? HandedOverTo,
    SignatureView? Ended,
    SignatureView Recorded,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<VillageAssignment, VillageAssignmentResponse>> Projection = v => new(
        v.Id, v.PersonId, v.VillageCode, v.VillageName, v.Role, v.SendingUnitId, v.OrderNumber, PartialDateView.Of(v.From), PartialDateView.Of(v.Until),
        v.DurationAsWritten, HelpGivenBody.Of(v.Help), SourceView.Of(v.Source),
        v.Ending, v.HandedOverTo, SignatureView.Of(v.Ended), SignatureView.Of(v.Recorded)!, v.RecordedBy, v.Version);

    private static readonly Func<VillageAssignment, VillageAssignmentResponse> InMemory = Projection.Compile();

    internal static VillageAssignmentResponse Of(VillageAssignment assignment) => InMemory(assignment);
}
