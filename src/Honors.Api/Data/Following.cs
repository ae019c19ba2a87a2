using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Honors.Api.Contract;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Data;

/// <summary>A record that is in the list no more.</summary>
/// <param name="MergedInto">The person who stands for them; of the reason `merged` alone.</param>
public sealed record Tombstone(
    Guid Id, TombstoneReason Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? MergedInto = null);

public enum TombstoneReason
{
    /// <summary>已删除: its author's own draft.</summary>
    Erased,

    /// <summary>不再可见: it is there, but no longer the caller's to see.</summary>
    Hidden,

    /// <summary>已合并: a person whom another record stands for now.</summary>
    Merged,
}

/// <summary>Asks what changed instead of what there is.</summary>
/// <param name="ChangedSince">
/// `0`, then the `next` of the answer before: what changed since then, in the order of commits, each record in its newest version, and tombstones of what
/// is in the list no more. Nothing is skipped whatever is written meanwhile; a record may come again. `next` is always there; nothing else changed
/// when both lists are empty. With `limit` alone. When the caller's rights have changed, `changes.rights-changed` (409): read anew from `0`.
/// </param>
public sealed record ChangesQuery(
    [property: Length(PageQuery.CursorMaxLength)] string? ChangedSince, [property: FromServices] Positions Positions);

internal static class Following
{
    /// <summary>A page of the list, or where it was asked, of what changed in it.</summary>
    public static async Task<Page<TResponse>> ToPage<TRow, TResponse>(
        this IQueryable<TRow> rows, PageQuery page, ChangesQuery changes, Expression<Func<TRow, TResponse>> response, CancellationToken ct)
        where TRow : class, IDated => changes.ChangedSince is null ? await rows.ToPage(page, response, ct) : await rows.Changed(page, changes, response, ct);

    /// <inheritdoc cref="ToPage"/>
    public static async Task<Page<TResponse>> ToPageById<TRow, TResponse>(
        this IQueryable<TRow> rows, PageQuery page, ChangesQuery changes, Expression<Func<TRow, TResponse>> response, CancellationToken ct)
        where TRow : class, IIdentified => changes.ChangedSince is null ? await rows.ToPageById(page, response, ct) : await rows.Changed(page, changes, response, ct);

    private static async Task<Page<TResponse>> Changed<TRow, TResponse>(
        this IQueryable<TRow> rows, PageQuery page, ChangesQuery changes, Expression<Func<TRow, TResponse>> response, CancellationToken ct)
        where TRow : class, IIdentified
    {
        var (db, kind) = (changes.Positions.Db, typeof(TRow).Name);
        var since = changes.Positions.Open(changes.ChangedSince!);
        var found = await db.Changes.Where(c => c.Kind == kind && c.Position > since).Where(db.ToldTo(rows))
            .OrderBy(c => c.Position).Take(page.Rows).Select(c => new { c.RecordId, c.Position, c.IsErased, c.MergedIntoId }).ToListAsync(ct);
        var ids = found.ConvertAll(c => c.RecordId);
        var seen = await rows.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(Listing.WithId(response)).ToDictionaryAsync(r => r.Cursor, r => r.Response, ct);
        var gone = found.Where(c => !seen.ContainsKey(c.RecordId)).ToList();
        var survivors = gone.ConvertAll(c => c.MergedIntoId).OfType<Guid>().ToList();
        var standing = survivors is [] ? [] : await db.People.Where(p => survivors.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
        return new Page<TResponse>(
            [.. ids.Where(seen.ContainsKey).Select(id => seen[id])],
            changes.Positions.Close(found is [.., var last] ? last.Position : since),
            [.. gone.Select(c => c.IsErased ? new Tombstone(c.RecordId, TombstoneReason.Erased)
                : c.MergedIntoId is { } survivor && standing.Contains(survivor) ? new Tombstone(c.RecordId, TombstoneReason.Merged, survivor)
                : new Tombstone(c.RecordId, TombstoneReason.Hidden))]);
    }
}
