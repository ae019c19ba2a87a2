using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Honors.Api.ServiceHours;

internal static class Reversals
{
    /// <summary>Reverses hours (冲正), and may log in the same commit what takes their place.</summary>
    /// <remarks>
    /// The record stays, counts nothing and frees its time; both sides name each other. Hours that await verification are reversed with `record` or `verify` in
    /// the recording body or an office above it. Verified hours need `verify`, and a person who neither logged nor gave them: what two people made
    /// count, two people take back. The replacement counts once a person other than the one who reversed has verified it.
    /// </remarks>
    public static async Task<Results<Ok<ServiceHoursResponse>, NotFound>> Reverse(
        Guid id, ReversalRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, OverlapLimits limits, IClock clock, CancellationToken ct)
    {
        if (await db.ServiceRecords.FindAsync([id], ct) is not { } record) return TypedResults.NotFound();

        if (record.Status is ServiceStatus.Verified || !caller.May(Right.Record, record)) caller.Require(Right.Verify, record);
        ifMatch.Honour(record.Version);
        record.RefuseReversalBy(caller.Actor);
        record.Reverse(request.Reason, caller.Actor, clock.GetCurrentInstant());
        await db.SaveChangesAsync(ct); // its time is free before the replacement asks for it

        if (request.Replacement is { } instead)
        {
            Fixed.Member("replacement.personId", instead.PersonId, record.PersonId);
            Fixed.Member("replacement.recordedBy", instead.RecordedBy, record.RecordedBy);
            await ServiceHoursEndpoints.CheckReferences(instead, db, ct, "replacement.");
            var replacement = record.Reissue(Guid.CreateVersion7(), instead.ToFacts(), caller.Actor, clock.GetCurrentInstant());
            await db.RefuseOverlap(replacement, limits, ct);
            await db.Credit(replacement, ct);

            db.Add(replacement);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.Ok(ServiceHoursResponse.Of(record));
    }
}
