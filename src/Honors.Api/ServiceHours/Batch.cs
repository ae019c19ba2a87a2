using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Domain;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.ServiceHours;

/// <summary>A row of an act on many records.</summary>
internal interface IBatchRow
{
    Guid Id { get; }

    int? Version { get; }
}

/// <summary>What became of one row.</summary>
/// <param name="Id">Of the record.</param>
/// <param name="Code">Why it is refused; null where it is done.</param>
/// <param name="Text">The same in the reader's language.</param>
/// <param name="Version">Of the record now; null where it is refused.</param>
public sealed record RowAnswer(Guid Id, bool Done, [property: Length(100)] string? Code, [property: Length(1000)] string? Text, int? Version);

/// <summary>What became of each row, in the order sent.</summary>
/// <param name="Done">How many.</param>
/// <param name="Refused">How many.</param>
public sealed record BatchResponse(int Done, int Refused, [property: MostItems(Batch.MostRows)] IReadOnlyList<RowAnswer> Rows);

/// <summary>One act on many records in one commit, each row judged by itself.</summary>
internal static class Batch
{
    public const int MostRows = 200;

    public const string Refused = "batch.refused", Twice = "batch.twice";

    /// <summary>The records of the rows that the caller may see, by one query.</summary>
    public static Task<Dictionary<Guid, ServiceRecord>> Load(HonorsDb db, IEnumerable<IBatchRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).Distinct().ToList();
        return db.ServiceRecords.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
    }

    /// <param name="act">Changes nothing where it throws.</param>
    /// <exception cref="ProblemException"><c>batch.refused</c>, with each row's reason.</exception>
    public static async Task<Ok<BatchResponse>> Run<TRow>(
        IReadOnlyList<TRow> rows, BatchMode mode, Dictionary<Guid, ServiceRecord> records, Action<TRow, ServiceRecord> act, HonorsDb db, CancellationToken ct)
        where TRow : IBatchRow
    {
        HashSet<Guid> seen = [];
        var refusals = rows.Select(row => RefusalOf(row)).ToList();
        var refused = refusals.Count(r => r is not null);
        if (mode is BatchMode.All && refused > 0)
        {
            throw new ProblemException(StatusCodes.Status409Conflict, Refused, new Dictionary<string, object?>
            {
                ["refused"] = refused,
                ["rows"] = refusals.OfType<RowAnswer>().ToList(),
            });
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new BatchResponse(
            rows.Count - refused, refused, [.. rows.Select((row, i) => refusals[i] ?? new RowAnswer(row.Id, true, null, null, records[row.Id].Version))]));

        RowAnswer? RefusalOf(TRow row)
        {
            try
            {
                if (!seen.Add(row.Id)) return No(row, Twice);
                if (!records.TryGetValue(row.Id, out var record)) return No(row, ProblemCodes.NotFound);
                if (row.Version is { } version && version != record.Version) return No(row, ProblemCodes.IfMatchStale);

                act(row, record);
                return null;
            }
            catch (RuleViolationException rule)
            {
                return No(row, rule.Code, rule.Facts);
            }
        }
    }

    private static RowAnswer No(IBatchRow row, string code, IReadOnlyDictionary<string, object?>? facts = null) => new(row.Id, false, code, Texts.Of(code, facts), null);
}
