using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.VillageAssignments;
using NodaTime;

namespace Honors.Api.VillageAssignments;

/// <summary>An entry of a posting's help log.</summary>
/// <param name="Household">Initials or a code: WGS, W-12; left out where the village as a whole was helped.</param>
/// <param name="FollowUp">What is still to do.</param>
/// <param name="Evidence">What shows it, and who holds it.</param>
public sealed record HelpLogRequest(
    LocalDate Day,
    HelpKind Kind,
    [property: Length(HelpLogEntry.MatterMaxLength)] string Matter,
    [property: Length(HelpLogEntry.TextMaxLength)] string? Household = null,
    [property: Length(HelpLogEntry.TextMaxLength)] string? Action = null,
    [property: Length(HelpLogEntry.TextMaxLength)] string? Result = null,
    [property: Length(HelpLogEntry.TextMaxLength)] string? FollowUp = null,
    [property: Length(HelpLogEntry.TextMaxLength)] string? Evidence = null)
{
    internal HelpFacts ToFacts() => new(Day, Household, Kind, Matter, Action, Result, FollowUp, Evidence);
}

/// <summary>What came of a follow-up.</summary>
public sealed record FollowUpRequest([property: Length(HelpLogEntry.TextMaxLength)] string Result);

/// <summary>An entry of a posting's help log; duty, so it never becomes hours.</summary>
/// <param name="VillageAssignmentId">The posting in which it was recorded; another than the one asked for where it was taken over.</param>
/// <param name="FollowUpResult">Null while the follow-up is open.</param>
/// <param name="HandedOverTo">Who took the open follow-up over.</param>
public sealed record HelpLogResponse(
    Guid Id,
    Guid VillageAssignmentId,
    LocalDate Day,
    string? Household,
    HelpKind Kind,
    string Matter,
    string? Action,
    string? Result,
    string? FollowUp,
    string? FollowUpResult,
    SignatureView? FollowedUp,
    string? Evidence,
    Guid? HandedOverTo,
    SignatureView Recorded)
{
    internal static readonly Expression<Func<HelpLogEntry, HelpLogResponse>> From = e => new(
        e.Id, e.VillageAssignmentId, e.Day, e.Household, e.Kind, e.Matter, e.Action, e.Result, e.FollowUp, e.FollowUpResult,
        SignatureView.Of(e.FollowedUp), e.Evidence, e.HandedOverTo, SignatureView.Of(e.Recorded)!);

    private static readonly Func<HelpLogEntry, HelpLogResponse> InMemory = From.Compile();

    internal static HelpLogResponse Of(HelpLogEntry entry) => InMemory(entry);
}
