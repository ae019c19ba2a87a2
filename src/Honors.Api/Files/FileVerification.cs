using Honors.Api.Data;
using Honors.Domain.Files;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Files;

/// <summary>Hashes every content that a row needs again, however large.</summary>
internal static class FileVerification
{
    /// <returns>How many contents are needed, and which of them are missing or damaged, with the files that need them.</returns>
    public static async Task<(int Contents, IReadOnlyList<Fault> Faults)> Verify(HonorsDb db, FileStore store, CancellationToken ct)
    {
        List<Fault> faults = [];
        var rows = db.Files.IgnoreQueryFilters([HonorsDb.Visible]).AsNoTracking();
        var hashes = await rows.Select(f => f.Hash).Distinct().Order().ToListAsync(ct);
        foreach (var hash in hashes)
        {
            if (await store.Fault(hash, ct) is { } code) faults.Add(new Fault(code, hash, await rows.Where(f => f.Hash == hash).Select(f => f.Id).Order().ToListAsync(ct)));
        }

        return (hashes.Count, faults);
    }

    /// <param name="Code"><see cref="FileRules.ContentMissing"/> or <see cref="FileRules.ContentDamaged"/>.</param>
    internal sealed record Fault(string Code, string Hash, IReadOnlyList<Guid> FileIds);
}
