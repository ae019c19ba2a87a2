using Honors.Api.Data;
using Honors.Domain.Awards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.PublicApi;

/// <summary>What whoever holds the number of an honour is told of it.</summary>
/// <param name="Honour">Of one in force; without a name where no ground shows it.</param>
/// <param name="Revocation">As it was announced: it names no person.</param>
public sealed record PublicCheck(CheckState State, PublicHonour? Honour = null, PublicRevocation? Revocation = null)
{
    public static PublicCheck Unknown { get; } = new(CheckState.Unknown);
}

public enum CheckState
{
    /// <summary>未查到: there is none, none yet, or none that anybody may know of.</summary>
    Unknown,

    /// <summary>有效.</summary>
    Valid,

    /// <summary>有效，内容有变更.</summary>
    Changed,

    /// <summary>作废: entered by mistake; nothing else of it is told.</summary>
    Void,

    /// <summary>已撤销.</summary>
    Revoked,
}

internal static class Checks
{
    public static async Task<PublicCheck> Check(this HonorsDb db, Guid id, LocalDate today, CancellationToken ct)
    {
        var award = await db.Awards.Everyones().Where(a => a.Id == id && !a.Confidential).Select(a => new { a.Status }).SingleOrDefaultAsync(ct);
        switch (award?.Status)
        {
            case AwardStatus.Voided:
                return new(CheckState.Void);
            case AwardStatus.Revoked:
                return new(CheckState.Revoked, Revocation: await db.AnnouncementOf(id, ct));
            case AwardStatus.Confirmed:
                var honour = await db.HonourOf(id, today, ct);
                var isChanged = await db.AwardChanges.Everyones().AnyAsync(c => c.AwardId == id && c.Kind == AwardChangeKind.Correction && c.Status == AwardChangeStatus.Confirmed, ct);
                return honour is null ? PublicCheck.Unknown : new(isChanged ? CheckState.Changed : CheckState.Valid, honour);
            default:
                return PublicCheck.Unknown;
        }
    }
}
