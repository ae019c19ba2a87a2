using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Domain.Organizations;
using Honors.Domain.ServiceHours;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>What became of a record in the national volunteer system.</summary>
/// <param name="Act">`reported`, with its number there; `returned`, with the reason; `withdrawn`, of what was reversed here.</param>
/// <param name="Number">Of `reported` alone: letters, digits, `-` and `_`.</param>
/// <param name="Reason">Of `returned` alone.</param>
/// <param name="On">The day of it there; today when left out.</param>
public sealed record NationalReportRequest(
    NationalAct Act,
    [property: Length(ServiceRecord.NationalNumberMaxLength)] string? Number = null,
    [property: Length(ServiceRecord.ReasonMaxLength)] string? Reason = null,
    LocalDate? On = null)
{
    internal NationalWord ToWord(LocalDate today) => new(Act, Number, Reason, On ?? today);
}

/// <summary>What became of many records in the national system.</summary>
/// <param name="Mode">`each`: what fits is written down, and the rest is reported; `all`: one refused row refuses the whole (`batch.refused`, 409).</param>
public sealed record NationalReportsRequest([property: MostItems(Batch.MostRows)] IReadOnlyList<NationalReportRow> Rows, BatchMode Mode);

/// <summary>What became of one record there.</summary>
/// <param name="Id">Of the record.</param>
/// <param name="Version">The version that was seen; left out, any will do.</param>
public sealed record NationalReportRow(
    Guid Id,
    NationalAct Act,
    [property: Between(1, int.MaxValue)] int? Version = null,
    [property: Length(ServiceRecord.NationalNumberMaxLength)] string? Number = null,
    [property: Length(ServiceRecord.ReasonMaxLength)] string? Reason = null,
    LocalDate? On = null) : IBatchRow
{
    internal NationalWord ToWord(LocalDate today) => new(Act, Number, Reason, On ?? today);
}

/// <summary>One step in the national system, or what made it necessary.</summary>
/// <param name="Act">`changed` and `reversed` happened here: what stands there is wrong since.</param>
/// <param name="On">The day of it.</param>
public sealed record NationalStepView(NationalAct Act, LocalDate On, string? Number, string? Reason, SignatureView By)
{
    internal static List<NationalStepView> Of(IReadOnlyList<NationalStep> steps) => [.. steps.Select(s => new NationalStepView(s.Act, s.On, s.Number, s.Reason, SignatureView.Of(s.By)!))];
}

/// <summary>A record that is to be reported to the national system, or withdrawn there.</summary>
/// <param name="National">`notReported`, `returned`: to report; `toReportAgain`: other minutes stand there; `toWithdraw`: it counts nothing here any more.</param>
/// <param name="NationalNumber">Its number there.</param>
/// <param name="ReturnReason">Why it came back the last time.</param>
/// <param name="Person">Their name, where the caller may see the person.</param>
/// <param name="PersonNumber">Their number in this registry; the identity number is in no export.</param>
/// <param name="Minutes">What counts.</param>
/// <param name="ReplacesId">The reversed record in whose place it stands.</param>
public sealed record NationalDue(
    Guid Id,
    NationalState National,
    [property: Length(ServiceRecord.NationalNumberMaxLength)] string? NationalNumber,
    [property: Length(ServiceRecord.ReasonMaxLength)] string? ReturnReason,
    Guid PersonId,
    [property: Length(Domain.People.Person.NameMaxLength)] string? Person,
    [property: Length(20)] string? PersonNumber,
    [property: Length(ServiceRecord.ActivityMaxLength)] string Activity,
    ServiceCategory Category,
    LocalDate ServedOn,
    Instant? StartsAt,
    Instant? EndsAt,
    int Minutes,
    [property: Length(ServiceRecord.PlaceMaxLength)] string? Place,
    [property: Length(ServiceRecord.ContentMaxLength)] string? Content,
    [property: Length(Organization.NameMaxLength)] string? Organizer,
    [property: Length(ServiceRecord.InChargeMaxLength)] string? InCharge,
    Guid? ReplacesId,
    int Version)
{
    internal static Expression<Func<ServiceRecord, NationalDue>> From(HonorsDb db) => r => new(
        r.Id, r.National, r.NationalNumber, LastReason(r.NationalSteps), r.PersonId,
        db.People.Where(p => p.Id == r.PersonId).Select(p => p.Name).FirstOrDefault(), db.People.Where(p => p.Id == r.PersonId).Select(p => p.Number).FirstOrDefault(),
        r.Activity, r.Category, r.ServedOn, r.StartsAt, r.EndsAt, r.CreditedMinutes, r.Place, r.Content,
        db.Organizations.Where(o => o.Id == r.OrganizerId).Select(o => o.Name).FirstOrDefault(), r.InCharge, r.ReplacesId, r.Version);

    private static string? LastReason(IReadOnlyList<NationalStep> steps) => steps is [.., { Act: NationalAct.Returned, Reason: var reason }] ? reason : null;
}
