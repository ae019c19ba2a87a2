using Honors.Api.Data;
using Honors.Api.HonorReports;
using Honors.Api.Nominations;
using Honors.Api.Objections;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Identities;

/// <summary>
/// A new key for identity numbers, for the senders of letters, for objections and for reports of honours: kept in the file beside the old one first, then all sealed anew in one transaction, then the old key dropped.
/// Cut short anywhere, all numbers are under one key that the file holds, so that the registry starts and finds equal ones as before; run again, it ends
/// what was begun.
/// </summary>
internal static class IdentityRotation
{
    private const int AtOnce = 500;

    /// <param name="db">Of a registry that nobody serves meanwhile.</param>
    /// <returns>How many numbers were sealed anew.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A number cannot be opened; all stay under the old key.</exception>
    public static async Task<int> Run(HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct)
    {
        var count = seal.BeginRotation() ? await SealAnew(db, seal, ct) : 0;
        seal.EndRotation(ChinaTime.Today(clock.GetCurrentInstant()));
        return count;
    }

    /// <summary>Any one number or sender as it is kept: all are under the same key.</summary>
    public static async Task<string?> AnySealed(this HonorsDb db, CancellationToken ct) =>
        await db.Identities.Everyones().OrderBy(i => i.Id).Select(i => i.Sealed).FirstOrDefaultAsync(ct)
        ?? await db.CitizenReceipts.Everyones().Where(r => r.Sealed != null).OrderBy(r => r.Id).Select(r => r.Sealed).FirstOrDefaultAsync(ct)
        ?? await db.Objections.Everyones().OrderBy(o => o.Id).Select(o => o.SealedWords).FirstOrDefaultAsync(ct)
        ?? await db.HonorReports.Everyones().OrderBy(r => r.Id).Select(r => r.SealedWords).FirstOrDefaultAsync(ct);

    private static async Task<int> SealAnew(HonorsDb db, IdentitySeal seal, CancellationToken ct)
    {
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        var numbers = await SealAnew(db, db.Identities, identity =>
        {
            var (text, match) = seal.SealAnew(identity);
            identity.SealAnew(text, match);
        }, ct);
        await SealAnew(db, db.CitizenReceipts.Where(r => r.Sealed != null), r => r.SealAnew(seal.Seal(Sender.PlaceOf(r.Id), seal.Unseal(Sender.PlaceOf(r.Id), r.Sealed!))), ct);
        await SealAnew(db, db.Objections, o => o.SealAnew(seal.SealAnew(o)), ct);
        await SealAnew(db, db.HonorReports, r => r.SealAnew(seal.SealAnew(r)), ct);
        await whole.CommitAsync(ct);
        return numbers;
    }

    private static async Task<int> SealAnew<T>(HonorsDb db, IQueryable<T> all, Action<T> act, CancellationToken ct) where T : class, IIdentified
    {
        var (count, after) = (0, Guid.Empty);
        while (await Next(all, after, ct) is [.., var last] rows)
        {
            rows.ForEach(act);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            (count, after) = (count + rows.Count, last.Id);
        }

        return count;
    }

    private static Task<List<T>> Next<T>(IQueryable<T> all, Guid after, CancellationToken ct) where T : class, IIdentified =>
        all.IgnoreQueryFilters([HonorsDb.Visible]).Where(r => r.Id.CompareTo(after) > 0).OrderBy(r => r.Id).Take(AtOnce).ToListAsync(ct);
}
