using System.Diagnostics;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Writes;
using NodaTime;

namespace Honors.Api.Audit;

/// <summary>Writes who reads what is sensitive, durably and before it is answered.</summary>
internal sealed class ReadAudit(Writer writer, Caller caller, IClock clock)
{
    /// <param name="db">The request's own; it is lent to the writer.</param>
    public Task Record(HttpContext http, HonorsDb db) => writer.Commit(db, async () =>
    {
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.GetCurrentInstant(),
            AccountId = caller.Actor.AccountId,
            PersonId = caller.PersonId,
            Operation = http.GetEndpoint()!.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName,
            Resource = http.Request.Path,
            TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
        });
        await db.SaveChangesAsync(http.RequestAborted);
        return true;
    });
}
