using Honors.Api.Data;
using Honors.Api.Errors;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Mergers;

/// <summary>Where somebody who was merged is looked for.</summary>
internal static class MergedPerson
{
    public const string Merged = "person.merged";

    /// <summary>Who stands for them; null of anybody else, and where the caller does not see that one.</summary>
    public static async Task<Guid?> SurvivorOf(this HonorsDb db, Guid id, CancellationToken ct) =>
        await db.Changes.Where(c => c.RecordId == id).Select(c => c.MergedIntoId).SingleOrDefaultAsync(ct) is { } survivor && await db.People.AnyAsync(p => p.Id == survivor, ct)
            ? survivor
            : null;

    public static ProblemException Is(Guid survivor) =>
        new(StatusCodes.Status404NotFound, Merged, new Dictionary<string, object?> { ["mergedInto"] = survivor });
}
