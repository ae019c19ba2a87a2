using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.ServiceHours;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>What one person gave in one activity. Send both moments, or the day and the minutes.</summary>
/// <param name="PersonId">Whose hours they are; fixed once logged.</param>
/// <param name="OrganizerId">The body that organised it.</param>
/// <param name="ServedOn">The local day (Asia/Shanghai), or the first of them.</param>
/// <param name="StartsAt">Inclusive.</param>
/// <param name="EndsAt">Exclusive.</param>
/// <param name="Minutes">Actually given, without the way there and back; may be left out where the moments say it.</param>
/// <param name="InCharge">The person in charge of the activity.</param>
/// <param name="Evidence">What shows that it took place: a sign-in sheet, pictures, and who holds them.</param>
/// <param name="TeamIds">Teams in whose name it was given, as of that day.</param>
/// <param name="VillageAssignmentIds">Postings it belongs to; duty itself never becomes hours.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only. Fixed once logged.</param>
/// <param name="Kind">What the time was given to: `service` unless said otherwise. Training counts in a block of its own, the others count nothing where the rule says so.</param>
/// <param name="LateReason">Why it is recorded later than ten working days after the activity (令67 art. 11); needed of the provenance `retroactive`.</param>
/// <param name="TravelMinutes">The way there and back, not within `minutes`: kept, and counted only where the rule says so.</param>
public sealed record ServiceHoursRequest(
    Guid PersonId,
    [property: Length(ServiceRecord.ActivityMaxLength)] string Activity,
    ServiceCategory Category,
    Guid OrganizerId,
    Provenance Provenance,
    LocalDate? ServedOn = null,
    Instant? StartsAt = null,
    Instant? EndsAt = null,
    [property: Between(1, ServiceRecord.MostMinutes)] int? Minutes = null,
    [property: Length(ServiceRecord.PlaceMaxLength)] string? Place = null,
    [property: Length(ServiceRecord.ContentMaxLength)] string? Content = null,
    [property: Length(ServiceRecord.InChargeMaxLength)] string? InCharge = null,
    [property: Length(ServiceRecord.EvidenceMaxLength)] string? Evidence = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? TeamIds = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? VillageAssignmentIds = null,
    Guid? RecordedBy = null,
    ActivityKind Kind = ActivityKind.Service,
    [property: Between(0, CreditingRule.MinutesOfADay)] int TravelMinutes = 0,
    [property: Length(ServiceRecord.ReasonMaxLength)] string? LateReason = null)
{
    internal ServiceFacts ToFacts() => new(
        Activity, Category, OrganizerId, ServedOn, StartsAt, EndsAt, Minutes, Provenance, Place, Content, InCharge, Evidence,
        TeamIds ?? [], VillageAssignmentIds ?? [], Kind, TravelMinutes, LateReason);
}

/// <summary>Why hours are not accepted.</summary>
public sealed record RejectionRequest([property: Length(ServiceRecord.ContentMaxLength)] string Reason);

/// <summary>Which of two claims to the same time counts, and why.</summary>
public sealed record SettlementRequest(ContestedClaim Counts, [property: Length(ServiceRecord.ReasonMaxLength)] string Reason);

/// <summary>Why hours are reversed, and what was true instead.</summary>
/// <param name="Replacement">Logged in the same commit in the name of the same body, and awaits verification; left out where nothing takes its place.</param>
public sealed record ReversalRequest(
    [property: Length(ServiceRecord.ReasonMaxLength)] string Reason, ServiceHoursRequest? Replacement = null);

/// <summary>A service record.</summary>
/// <param name="Minutes">Actually given.</param>
/// <param name="CreditedMinutes">What of them counts once verified, by the rule.</param>
/// <param name="RuleId">The crediting rule, of which `ruleEdition` is the edition.</param>
/// <param name="FormerCredits">What it was credited with before hours were counted anew, oldest first.</param>
/// <param name="Days">The minutes by local day.</param>
/// <param name="Appraisals">How well the service was given; the last one holds.</param>
/// <param name="Status">`logged`: awaits another person's check; `verified`: counts; `rejected`, `reversed`: counts nothing; `contested`: counts nothing
/// until the office has settled which of two claims to the same time does.</param>
/// <param name="Signs">What its verifier was shown to look at twice, and verified all the same.</param>
/// <param name="ReplacesId">The reversed record in whose place this one stands.</param>
/// <param name="ReplacedById">The record that stands in the place of this reversed one.</param>
/// <param name="DeploymentId">The deployment whose roster made it.</param>
/// <param name="ContestedWithId">The record that claims the same time; also after that was settled.</param>
/// <param name="Decided">Who settled which of the two counts.</param>
/// <param name="Denied">The person's own word that they never gave these hours (被志愿); also after that was settled.</param>
/// <param name="National">Where it stands in the national volunteer system; only what is verified and counts belongs there.</param>
/// <param name="NationalNumber">Its number there.</param>
/// <param name="NationalSteps">What became of it there, in order.</param>
public sealed record ServiceHoursResponse(
    Guid Id,
    Guid PersonId,
    string Activity,
    ServiceCategory Category,
    Guid OrganizerId,
    Provenance Provenance,
    LocalDate ServedOn,
    Instant? StartsAt,
    Instant? EndsAt,
    ActivityKind Kind,
    int Minutes,
    int TravelMinutes,
    int CreditedMinutes,
    Guid? RuleId,
    int? RuleEdition,
    IReadOnlyList<FormerCreditView> FormerCredits,
    IReadOnlyList<DayMinutes> Days,
    string? Place,
    string? Content,
    string? InCharge,
    string? Evidence,
    string? LateReason,
    IReadOnlyList<AppraisalView> Appraisals,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> VillageAssignmentIds,
    ServiceStatus Status,
    SignatureView Logged,
    SignatureView? Settled,
    IReadOnlyList<SignView> Signs,
    string? RejectionReason,
    SignatureView? Reversed,
    string? ReversalReason,
    Guid? ReplacesId,
    Guid? ReplacedById,
    Guid? DeploymentId,
    Guid? ContestedWithId,
    SignatureView? Decided,
    string? DecisionReason,
    SignatureView? Denied,
    string? DenialReason,
    NationalState National,
    string? NationalNumber,
    IReadOnlyList<NationalStepView> NationalSteps,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<ServiceRecord, ServiceHoursResponse>> From = r => new(
        r.Id, r.PersonId, r.Activity, r.Category, r.OrganizerId, r.Provenance, r.ServedOn, r.StartsAt, r.EndsAt, r.Kind, r.Minutes, r.TravelMinutes,
        r.CreditedMinutes, r.RuleId, r.RuleEdition,
        r.FormerCredits.OrderBy(f => f.Until).ThenBy(f => f.Day).Select(f => new FormerCreditView(f.Day, f.Credited, f.RuleId, f.Since, f.Until)).ToList(),
        r.Days.OrderBy(d => d.Day).Select(d => new DayMinutes(d.Day, d.Minutes, d.Credited)).ToList(),
        r.Place, r.Content, r.InCharge, r.Evidence, r.LateReason, AppraisalView.Of(r.Appraisals),
        r.Teams.Select(t => t.Id).ToList(), r.VillageAssignments.Select(v => v.Id).ToList(),
        r.Status, SignatureView.Of(r.Logged)!, SignatureView.Of(r.Settled), SignView.From(r.Signs), r.RejectionReason,
        SignatureView.Of(r.Reversed), r.ReversalReason, r.ReplacesId, r.ReplacedById, r.DeploymentId, r.ContestedWithId, SignatureView.Of(r.Decided), r.DecisionReason,
        SignatureView.Of(r.Denied), r.DenialReason, r.National, r.NationalNumber, NationalStepView.Of(r.NationalSteps),
        r.RecordedBy, r.Version);

    private static readonly Func<ServiceRecord, ServiceHoursResponse> InMemory = From.Compile();

    internal static ServiceHoursResponse Of(ServiceRecord record) => InMemory(record);
}

/// <summary>One local day's part.</summary>
/// <param name="Minutes">Actually given.</param>
/// <param name="Credited">What of them counts once verified.</param>
public sealed record DayMinutes(LocalDate Day, int Minutes, int Credited);

/// <summary>What one local day was credited with until hours were counted anew.</summary>
/// <param name="Since">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
public sealed record FormerCreditView(LocalDate Day, int Credited, Guid? RuleId, Instant Since, Instant Until);

/// <summary>How well the service was given, as the recorder's side found (服务质量评价).</summary>
/// <param name="On">评价日期: not before the service ended.</param>
public sealed record AppraisalRequest(ServiceQuality Quality, LocalDate On, [property: Length(Appraisal.RemarkMaxLength)] string? Remark = null);

/// <summary>An appraisal of the service.</summary>
public sealed record AppraisalView(ServiceQuality Quality, string? Remark, LocalDate On, SignatureView By)
{
    internal static List<AppraisalView> Of(IReadOnlyList<Appraisal> appraisals) => [.. appraisals.Select(a => new AppraisalView(a.Quality, a.Remark, a.On, SignatureView.Of(a.By)!))];
}
