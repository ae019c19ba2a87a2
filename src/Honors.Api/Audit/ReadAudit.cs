using System.Diagnostics;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Writes;
using NodaTime;

namespace Honors.Api.Audit;

/// <summary>Writes who reads what is sensitive, durably and before it is answered.</summary>
internal sealed class ReadAudit(Writer writer, Caller caller, IClock clock)
{
    /// <param name="db">The request's own; it is lent to the writer, and reads no more.</param>
    /// <param name="resource">Where the entry is to be found again; the path as asked for where it is not.</param>
    /// <param name="operation">Of a page, which has no name in the contract: what it shows.</param>
    public Task Record(HttpContext http, HonorsDb db, string? resource = null, string? operation = null) => writer.Commit(db, async () =>
    {
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.GetCurrentInstant(),
            AccountId = caller.Actor.AccountId,
            PersonId = caller.PersonId,
            Operation = operation ?? http.GetEndpoint()!.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName,
            Resource = resource ?? http.Request.Path,
            TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
        });
        await db.SaveChangesAsync(http.RequestAborted);
        return true;
    });
}
