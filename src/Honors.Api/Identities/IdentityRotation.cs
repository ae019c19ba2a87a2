using Honors.Api.Data;
using Honors.Domain.Identities;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Identities;

/// <summary>
/// A new key for identity numbers: kept in the file beside the old one first, then every number sealed anew in one transaction, then the old key dropped.
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

    /// <summary>Any one number as it is kept: all are under the same key.</summary>
    public static Task<string?> AnySealed(this HonorsDb db, CancellationToken ct) =>
        db.Identities.IgnoreQueryFilters([HonorsDb.Visible]).OrderBy(i => i.Id).Select(i => i.Sealed).FirstOrDefaultAsync(ct);

    private static async Task<int> SealAnew(HonorsDb db, IdentitySeal seal, CancellationToken ct)
    {
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        var (count, after) = (0, Guid.Empty);
        while (await Next(db, after, ct) is [.., var last] identities)
        {
            foreach (var identity in identities)
            {
                var (text, match) = seal.SealAnew(identity);
                identity.SealAnew(text, match);
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            (count, after) = (count + identities.Count, last.Id);
        }

        await whole.CommitAsync(ct);
        return count;
    }

    private static Task<List<Identity>> Next(HonorsDb db, Guid after, CancellationToken ct) =>
        db.Identities.IgnoreQueryFilters([HonorsDb.Visible]).Where(i => i.Id.CompareTo(after) > 0).OrderBy(i => i.Id).Take(AtOnce).ToListAsync(ct);
}
