using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.ServiceHours;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>Which recorded hours to count anew.</summary>
/// <param name="From">Service that began on this day or later.</param>
/// <param name="To">Inclusive.</param>
/// <param name="RecordedBy">The office that proposes it; may be left out by those who decide for one only.</param>
public sealed record RecreditingRequest(
    [property: DivisionCode] long DivisionCode,
    LocalDate From,
    LocalDate To,
    [property: Length(Recrediting.ReasonMaxLength)] string Reason,
    Guid? RecordedBy = null);

/// <summary>What a changed rule makes of recorded hours.</summary>
/// <param name="Records">How many it changes.</param>
/// <param name="MinutesBefore">Credited minutes of these.</param>
/// <param name="Applied">Null: nothing has changed yet.</param>
/// <param name="Skipped">Records that were left as they are, since something else had changed them before it was applied.</param>
public sealed record RecreditingResponse(
    Guid Id,
    long DivisionCode,
    LocalDate From,
    LocalDate To,
    string Reason,
    int Records,
    int MinutesBefore,
    int MinutesAfter,
    SignatureView Proposed,
    SignatureView? Applied,
    int Skipped,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<Recrediting, RecreditingResponse>> Projection = r => new(
        r.Id, r.DivisionCode, r.From, r.To, r.Reason, r.Records, r.MinutesBefore, r.MinutesAfter, SignatureView.Of(r.Proposed)!, SignatureView.Of(r.Applied), r.Skipped,
        r.RecordedBy, r.Version);

    private static readonly Func<Recrediting, RecreditingResponse> InMemory = Projection.Compile();

    internal static RecreditingResponse Of(Recrediting recrediting) => InMemory(recrediting);
}

/// <summary>What a recrediting makes of one record.</summary>
/// <param name="PersonId">Null where the record is no longer the caller's to see.</param>
public sealed record RecreditedRecord(Guid RecordId, Guid? PersonId, int MinutesBefore, int MinutesAfter, Guid? RuleBeforeId, Guid RuleAfterId)
{
    internal static Expression<Func<RecreditingLine, RecreditedRecord>> Of(HonorsDb db) => l => new(
        l.RecordId, db.ServiceRecords.Where(r => r.Id == l.RecordId).Select(r => (Guid?)r.PersonId).FirstOrDefault(), l.MinutesBefore, l.MinutesAfter, l.RuleBeforeId, l.RuleAfterId);
}

/// <summary>What a recrediting makes of the minutes of one person.</summary>
public sealed record RecreditedPerson(Guid PersonId, string Name, int Records, int MinutesBefore, int MinutesAfter)
{
    internal static Expression<Func<Domain.People.Person, RecreditedPerson>> Of(HonorsDb db, Guid recrediting) => p => new(
        p.Id,
        p.Name,
        db.RecreditingLines.Count(l => l.RecreditingId == recrediting && db.ServiceRecords.Any(r => r.Id == l.RecordId && r.PersonId == p.Id)),
        db.RecreditingLines.Where(l => l.RecreditingId == recrediting && db.ServiceRecords.Any(r => r.Id == l.RecordId && r.PersonId == p.Id)).Sum(l => l.MinutesBefore),
        db.RecreditingLines.Where(l => l.RecreditingId == recrediting && db.ServiceRecords.Any(r => r.Id == l.RecordId && r.PersonId == p.Id)).Sum(l => l.MinutesAfter));
}
