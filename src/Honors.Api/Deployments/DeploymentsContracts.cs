using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Deployments;
using NodaTime;

namespace Honors.Api.Deployments;

/// <summary>A deployment: with `source` one that is known from there, whose days may be vague; without, a live one, whose days follow from its moments.</summary>
/// <param name="Source">Where it was read. Left out for a live deployment.</param>
/// <param name="When">Only with a source.</param>
/// <param name="Days">Days of operations; only with a source.</param>
/// <param name="CallOuts">How many call-outs this entry stands for; only with a source.</param>
/// <param name="Place">In the source's words, or the recorder's.</param>
/// <param name="DivisionCodes">Where it was, as far as divisions are known.</param>
/// <param name="HostId">The body whose base took the teams in.</param>
/// <param name="TaskedBy">Who ordered or asked for it.</param>
/// <param name="OrderNumber">Of the tasking order (调度令). This and what follows to `vehicles`: only of a live deployment.</param>
/// <param name="FiledWith">With whom it was filed (报备).</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="Times">From call-out to all-safe, as far as known; none earlier than the one before.</param>
/// <param name="Vehicles">Vehicles and boats.</param>
/// <param name="Summary">What was done, for readers; nothing of those who were helped.</param>
/// <param name="Roster">Those whose names are known. A `PUT` of a live deployment names the lines it keeps by their ids.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only. Fixed once recorded.</param>
public sealed record DeploymentRequest(
    [property: Length(Deployment.NameMaxLength)] string Name,
    DeploymentKind Kind,
    SourceBody? Source = null,
    PartialDateBody? When = null,
    QuantityBody? Days = null,
    QuantityBody? CallOuts = null,
    [property: Length(Deployment.PlaceMaxLength)] string? Place = null,
    [property: MostItems(Deployment.MostDivisions)] IReadOnlyList<long>? DivisionCodes = null,
    [property: Length(Deployment.BaseMaxLength)] string? Base = null,
    Guid? HostId = null,
    [property: Length(Deployment.TaskedByMaxLength)] string? TaskedBy = null,
    [property: Length(Deployment.OrderNumberMaxLength)] string? OrderNumber = null,
    [property: Length(Deployment.FiledWithMaxLength)] string? FiledWith = null,
    Instant? FiledAt = null,
    [property: MostItems(Deployment.MostTimes)] IReadOnlyList<TimeBody>? Times = null,
    [property: MostItems(Deployment.MostVehicles)] IReadOnlyList<VehicleBody>? Vehicles = null,
    [property: Length(Deployment.SummaryMaxLength)] string? Summary = null,
    [property: MostItems(Deployment.MostTeams)] IReadOnlyList<DeploymentTeamBody>? Teams = null,
    [property: MostItems(Deployment.MostRosterLines)] IReadOnlyList<RosterLineBody>? Roster = null,
    [property: MostItems(Deployment.MostOutcomes)] IReadOnlyList<OutcomeBody>? Outcomes = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? VillageAssignmentIds = null,
    Guid? RecordedBy = null)
{
    /// <exception cref="Domain.RuleViolationException"><c>deployment.other-kind</c>; <c>deployment.line-person</c>.</exception>
    internal DeploymentFacts ToFacts(SourceBody source)
    {
        if (OrderNumber is not null) throw DeploymentRules.OfTheOtherKind("orderNumber");
        if (FiledWith is not null) throw DeploymentRules.OfTheOtherKind("filedWith");
        if (FiledAt is not null) throw DeploymentRules.OfTheOtherKind("filedAt");
        if (Times is not (null or [])) throw DeploymentRules.OfTheOtherKind("times");
        if (Vehicles is not (null or [])) throw DeploymentRules.OfTheOtherKind("vehicles");

        return new(
            Name, Kind, When.OrUnknown(), Days?.ToQuantity(), CallOuts?.ToQuantity(), Place, DivisionCodes ?? [], Base, HostId, TaskedBy, Summary,
            TeamsAsSent(), [.. (Roster ?? []).Select((l, i) => l.ToLine($"roster[{i}]"))], OutcomesAsSent(), VillageAssignmentIds ?? [], source.ToSource());
    }

    /// <exception cref="Domain.RuleViolationException"><c>deployment.other-kind</c>.</exception>
    internal LiveFacts ToLiveFacts()
    {
        if (When is not null) throw DeploymentRules.OfTheOtherKind("when");
        if (Days is not null) throw DeploymentRules.OfTheOtherKind("days");
        if (CallOuts is not null) throw DeploymentRules.OfTheOtherKind("callOuts");

        var tasking = new Tasking(OrderNumber, FiledWith, FiledAt);
        return new(
            Name, Kind, Place, DivisionCodes ?? [], Base, HostId, TaskedBy, tasking == new Tasking(null, null, null) ? null : tasking, Summary,
            TeamsAsSent(), [.. (Times ?? []).Select(t => t.ToFacts())], [.. (Vehicles ?? []).Select(v => v.ToVehicle())],
            [.. (Roster ?? []).Select(l => l.ToFacts())], OutcomesAsSent(), VillageAssignmentIds ?? []);
    }

    private List<DeploymentTeam> TeamsAsSent() => [.. (Teams ?? []).Select(t => new DeploymentTeam(t.TeamId, t.HeadCount?.ToQuantity()))];

    private List<Outcome> OutcomesAsSent() => [.. (Outcomes ?? []).Select(o => o.ToOutcome())];
}

/// <summary>A team that took part, and how many of it.</summary>
public sealed record DeploymentTeamBody(Guid TeamId, QuantityBody? HeadCount = null);

/// <summary>A result, with whose figure it is.</summary>
/// <param name="PersonId">Sent exactly when the quantity's scope is `person`.</param>
public sealed record OutcomeBody(OutcomeKind Kind, QuantityBody Quantity, Guid? PersonId = null)
{
    internal Outcome ToOutcome() => new(Kind, Quantity.ToQuantity(), PersonId);
}

/// <summary>A deployment.</summary>
/// <param name="Status">`fromSource`: known only from a source, makes no hours; `open`: its parts may be entered and changed; `closed`: its hours are made.</param>
/// <param name="Roster">The lines that the caller may see: all of them for the recording body and the offices above it, a team's own for the team, one's own for
/// a participant, none for the unit where a participant works.</param>
/// <param name="Outcomes">Without other people's own figures.</param>
/// <param name="Closed">Who closed it last; null while it is open.</param>
public sealed record DeploymentResponse(
    Guid Id,
    string Name,
    DeploymentKind Kind,
    DeploymentStatus Status,
    PartialDateView When,
    QuantityView? Days,
    QuantityView? CallOuts,
    string? Place,
    IReadOnlyList<long> DivisionCodes,
    string? Base,
    Guid? HostId,
    string? TaskedBy,
    string? OrderNumber,
    string? FiledWith,
    Instant? FiledAt,
    IReadOnlyList<TimeView> Times,
    IReadOnlyList<VehicleView> Vehicles,
    string? Summary,
    IReadOnlyList<DeploymentTeamView> Teams,
    IReadOnlyList<RosterLineView> Roster,
    IReadOnlyList<OutcomeView> Outcomes,
    IReadOnlyList<Guid> VillageAssignmentIds,
    SourceView? Source,
    SignatureView Recorded,
    SignatureView? Closed,
    IReadOnlyList<ReopeningView> Reopenings,
    Guid RecordedBy,
    int Version) : IVersioned
{
    /// <summary>As the caller of this database may see it.</summary>
    internal static Expression<Func<Deployment, DeploymentResponse>> SeenBy(HonorsDb db) => DeploymentProjection.For(db.Sight);

    internal static DeploymentResponse Of(Deployment deployment, HonorsDb db) => DeploymentProjection.InMemory(deployment, db.Sight);
}

/// <summary>A team that took part, and how many of it.</summary>
public sealed record DeploymentTeamView(Guid TeamId, QuantityView? HeadCount);

/// <summary>A result, with whose figure it is.</summary>
public sealed record OutcomeView(OutcomeKind Kind, QuantityView Quantity, Guid? PersonId)
{
    internal static List<OutcomeView> Of(IReadOnlyList<Outcome> outcomes, bool whole, IReadOnlyList<Guid> own) =>
    [
        .. outcomes.Where(o => whole || o.PersonId is not { } person || own.Contains(person))
            .Select(o => new OutcomeView(o.Kind, QuantityView.Of(o.Quantity, CounterOf(o.Kind))!, o.PersonId)),
    ];

    internal static string CounterOf(OutcomeKind kind) => kind switch
    {
        OutcomeKind.BodiesRecovered => "具",
        OutcomeKind.Supplies => "件",
        OutcomeKind.Distance => "公里",
        _ => "人",
    };
}
