using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.ServiceHours;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>What to draw from.</summary>
/// <param name="DivisionCode">Verified records of the bodies of this division.</param>
/// <param name="From">With a day in this period.</param>
/// <param name="To">Inclusive; today at the latest.</param>
/// <param name="Size">How many to draw.</param>
/// <param name="RecordedBy">The office that draws; may be left out by those who verify for one only.</param>
public sealed record SpotCheckRequest(
    [property: DivisionCode] long DivisionCode, LocalDate From, LocalDate To, [property: Between(1, SpotCheck.MostItems)] int Size, Guid? RecordedBy = null);

/// <summary>One draw: whoever has the list of its period can redo it.</summary>
/// <param name="Number">Counts the draws of the office.</param>
/// <param name="Seed">Published with the office's draw before; of the first, the office's own id. Of each record, SHA-256 of seed, colon and id, in hexadecimals; the smallest are drawn.</param>
/// <param name="NextSeed">Of the office's next draw.</param>
/// <param name="Population">How many records there were to draw from.</param>
/// <param name="ListDigest">SHA-256 of their ids in order, each with a line end.</param>
/// <param name="Found">How many have a result.</param>
/// <param name="Differing">How many of these were not as recorded.</param>
public sealed record SpotCheckResponse(
    Guid Id,
    long DivisionCode,
    LocalDate From,
    LocalDate To,
    int Number,
    string Seed,
    string NextSeed,
    int Population,
    string ListDigest,
    int Size,
    int Found,
    int Differing,
    SignatureView Drawn,
    Guid RecordedBy)
{
    internal static Expression<Func<SpotCheck, SpotCheckResponse>> Projection(HonorsDb db) => c => new(
        c.Id, c.DivisionCode, c.From, c.To, c.Number, c.Seed, c.NextSeed, c.Population, c.ListDigest, c.Size,
        db.SpotCheckItems.Count(i => i.SpotCheckId == c.Id && i.Result != null),
        db.SpotCheckItems.Count(i => i.SpotCheckId == c.Id && i.Result != null && i.Result != SpotCheckResult.AsRecorded), SignatureView.Of(c.Drawn)!, c.RecordedBy);
}

/// <summary>A record that was drawn.</summary>
/// <param name="Place">In the order of the draw, from 1.</param>
/// <param name="Conclusion">Why it stands in spite of a bad result.</param>
public sealed record SpotCheckItemResponse(
    Guid Id,
    int Place,
    Guid RecordId,
    [property: Length(SpotCheck.SeedLength)] string Hash,
    SpotCheckResult? Result,
    [property: Length(SpotCheckItem.NoteMaxLength)] string? Note,
    SignatureView? Found,
    SignatureView? Concluded,
    [property: Length(SpotCheckItem.NoteMaxLength)] string? Conclusion,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<SpotCheckItem, SpotCheckItemResponse>> Projection = i => new(
        i.Id, i.Place, i.RecordId, i.Hash, i.Result, i.Note, SignatureView.Of(i.Found), SignatureView.Of(i.Concluded), i.Conclusion, i.Version);

    private static readonly Func<SpotCheckItem, SpotCheckItemResponse> InMemory = Projection.Compile();

    internal static SpotCheckItemResponse Of(SpotCheckItem item) => InMemory(item);
}

/// <summary>What was found of a drawn record.</summary>
/// <param name="Note">Needed where it is not as recorded.</param>
public sealed record SpotCheckResultRequest(SpotCheckResult Result, [property: Length(SpotCheckItem.NoteMaxLength)] string? Note = null);

/// <summary>Why a record stands in spite of a bad result.</summary>
public sealed record SpotCheckConclusionRequest([property: Length(SpotCheckItem.NoteMaxLength)] string Reason);
