using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.ServiceHours;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>What a unit says of hours that another body recorded.</summary>
/// <param name="Minutes">Of `partly` alone: what was given, less than recorded.</param>
/// <param name="Reason">Of `partly` and `untrue` alone.</param>
/// <param name="UnitId">The unit that speaks; may be left out where only one can.</param>
public sealed record ConfirmationRequest(
    ConfirmationAnswer Answer,
    [property: Between(1, ServiceRecord.MostMinutes)] int? Minutes = null,
    ConfirmationReason? Reason = null,
    [property: Length(UnitConfirmation.NoteMaxLength)] string? Note = null,
    Guid? UnitId = null)
{
    internal UnitWord ToWord() => new(Answer, Minutes, Reason, Note);
}

/// <summary>Whether the recording body agrees with the unit, and why.</summary>
public sealed record ReplyRequest(bool Agrees, [property: Length(ServiceRecord.ReasonMaxLength)] string Reason);

/// <summary>What the office finds.</summary>
/// <param name="Minutes">What was given: all that the record says, for it to stand; fewer, for so many to be logged in its place; 0 for none.</param>
public sealed record DisputeDecisionRequest(
    [property: Between(0, ServiceRecord.MostMinutes)] int Minutes, [property: Length(ServiceRecord.ReasonMaxLength)] string Reason);

/// <summary>Why the person says that they never gave these hours.</summary>
public sealed record DenialRequest([property: Length(ServiceRecord.ReasonMaxLength)] string Reason);

/// <summary>A unit's word on hours, and what became of it.</summary>
/// <param name="UnitId">Where the person worked that day.</param>
/// <param name="Minutes">Of `partly`: what the unit takes to be true.</param>
/// <param name="Status">`confirmed`, `overruled`: the record counts as confirmed; `agreed`, `upheld`: it was reversed; otherwise it counts as recorded, not as confirmed.</param>
/// <param name="ReplyDue">The last day for the recording body's answer; null of a dispute: 待定, the year's working days are not known.</param>
/// <param name="Steps">All that was said, in order.</param>
public sealed record ConfirmationResponse(
    Guid Id,
    Guid ServiceHoursId,
    Guid UnitId,
    ConfirmationAnswer Answer,
    int? Minutes,
    ConfirmationReason? Reason,
    ConfirmationStatus Status,
    LocalDate? ReplyDue,
    [property: MostItems(20)] IReadOnlyList<ConfirmationStepView> Steps,
    int Version) : IVersioned
{
    internal static ConfirmationResponse Of(UnitConfirmation c) => new(
        c.Id, c.ServiceRecordId, c.UnitId, c.Answer, c.Minutes, c.Reason, c.Status, c.ReplyDue,
        [.. c.Steps.Select(s => new ConfirmationStepView(s.Act, s.Answer, s.Minutes, s.Reason, s.Note, SignatureView.Of(s.By)!))], c.Version);
}

/// <summary>One thing that was said.</summary>
/// <param name="Minutes">What it takes to be true; null where it says all, or nothing of it.</param>
public sealed record ConfirmationStepView(
    ConfirmationAct Act,
    ConfirmationAnswer? Answer,
    int? Minutes,
    ConfirmationReason? Reason,
    [property: Length(UnitConfirmation.NoteMaxLength)] string? Note,
    SignatureView By);

/// <summary>The words of many rows at once.</summary>
/// <param name="Mode">`each`: what can be saved is, and the rest is reported; `all`: one refused row refuses the whole (`batch.refused`, 409).</param>
public sealed record ConfirmationsRequest([property: MostItems(Batch.MostRows)] IReadOnlyList<ConfirmationRow> Rows, BatchMode Mode);

/// <summary>A unit's word on one record.</summary>
/// <param name="Id">Of the record.</param>
/// <param name="Version">The version of the record that was seen; left out, any will do.</param>
public sealed record ConfirmationRow(
    Guid Id,
    ConfirmationAnswer Answer,
    [property: Between(1, int.MaxValue)] int? Version = null,
    [property: Between(1, ServiceRecord.MostMinutes)] int? Minutes = null,
    ConfirmationReason? Reason = null,
    [property: Length(UnitConfirmation.NoteMaxLength)] string? Note = null,
    Guid? UnitId = null) : IBatchRow
{
    internal UnitWord ToWord() => new(Answer, Minutes, Reason, Note);
}

/// <summary>Records to verify at once.</summary>
/// <param name="Mode">`each`: what can be verified is, and the rest is reported; `all`: one refused row refuses the whole (`batch.refused`, 409).</param>
public sealed record VerificationsRequest([property: MostItems(Batch.MostRows)] IReadOnlyList<VerificationRow> Rows, BatchMode Mode);

/// <summary>A record to verify.</summary>
/// <param name="Version">The version that was seen; left out, any will do.</param>
public sealed record VerificationRow(Guid Id, [property: Between(1, int.MaxValue)] int? Version = null) : IBatchRow;
