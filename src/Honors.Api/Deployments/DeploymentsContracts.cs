using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.Deployments;

namespace Honors.Api.Deployments;

/// <summary>A deployment that is known from a source: its days may be vague, its roster partial.</summary>
/// <param name="Days">Days of operations.</param>
/// <param name="CallOuts">How many call-outs this entry stands for.</param>
/// <param name="Place">In the source's words.</param>
/// <param name="DivisionCodes">Where it was, as far as divisions are known.</param>
/// <param name="HostId">The body whose base took the teams in.</param>
/// <param name="TaskedBy">Who ordered or asked for it.</param>
/// <param name="Summary">What was done, for readers; nothing of those who were helped.</param>
/// <param name="Roster">Those whose names are known.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only. Fixed once recorded.</param>
public sealed record DeploymentRequest(
    [property: Length(Deployment.NameMaxLength)] string Name,
    DeploymentKind Kind,
    SourceBody Source,
    PartialDateBody? When = null,
    QuantityBody? Days = null,
    QuantityBody? CallOuts = null,
    [property: Length(Deployment.PlaceMaxLength)] string? Place = null,
    [property: MostItems(Deployment.MostDivisions)] IReadOnlyList<long>? DivisionCodes = null,
    [property: Length(Deployment.BaseMaxLength)] string? Base = null,
    Guid? HostId = null,
    [property: Length(Deployment.TaskedByMaxLength)] string? TaskedBy = null,
    [property: Length(Deployment.SummaryMaxLength)] string? Summary = null,
    [property: MostItems(Deployment.MostTeams)] IReadOnlyList<DeploymentTeamBody>? Teams = null,
    [property: MostItems(Deployment.MostRosterLines)] IReadOnlyList<RosterLineBody>? Roster = null,
    [property: MostItems(Deployment.MostOutcomes)] IReadOnlyList<OutcomeBody>? Outcomes = null,
    [property: MostItems(Limits.Links)] IReadOnlyList<Guid>? VillageAssignmentIds = null,
    Guid? RecordedBy = null)
{
    internal DeploymentFacts ToFacts() => new(
        Name, Kind, When.OrUnknown(), Days?.ToQuantity(), CallOuts?.ToQuantity(), Place, DivisionCodes ?? [], Base, HostId, TaskedBy, Summary,
        [.. (Teams ?? []).Select(t => new DeploymentTeam(t.TeamId, t.HeadCount?.ToQuantity()))],
        [.. (Roster ?? []).Select(l => new RosterLine(l.PersonId, l.TeamId, l.Role))],
        [.. (Outcomes ?? []).Select(o => new Outcome(o.Kind, o.Quantity.ToQuantity(), o.PersonId))],
        VillageAssignmentIds ?? [], Source.ToSource());
}

/// <summary>A team that took part, and how many of it.</summary>
public sealed record DeploymentTeamBody(Guid TeamId, QuantityBody? HeadCount = null);

/// <summary>One known participant.</summary>
/// <param name="TeamId">Left out for a helper of no team.</param>
public sealed record RosterLineBody(Guid PersonId, Guid? TeamId = null, DeploymentRole Role = DeploymentRole.Member);

/// <summary>A result, with whose figure it is.</summary>
/// <param name="PersonId">Sent exactly when the quantity's scope is `person`.</param>
public sealed record OutcomeBody(OutcomeKind Kind, QuantityBody Quantity, Guid? PersonId = null);

/// <summary>A deployment that is known from a source; it makes no hours.</summary>
public sealed record DeploymentResponse(
    Guid Id,
    string Name,
    DeploymentKind Kind,
    PartialDateView When,
    QuantityView? Days,
    QuantityView? CallOuts,
    string? Place,
    IReadOnlyList<long> DivisionCodes,
    string? Base,
    Guid? HostId,
    string? TaskedBy,
    string? Summary,
    IReadOnlyList<DeploymentTeamView> Teams,
    IReadOnlyList<RosterLineView> Roster,
    IReadOnlyList<OutcomeView> Outcomes,
    IReadOnlyList<Guid> VillageAssignmentIds,
    SourceView Source,
    SignatureView Recorded,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<Deployment, DeploymentResponse>> From = d => new(
        d.Id, d.Name, d.Kind, PartialDateView.Of(d.When), QuantityView.Of(d.Days, "天"), QuantityView.Of(d.CallOuts, "次"), d.Place,
        d.Divisions.Select(x => x.Code).ToList(), d.Base, d.HostId, d.TaskedBy, d.Summary,
        d.Teams.Select(t => new DeploymentTeamView(t.TeamId, QuantityView.Of(t.HeadCount, "人"))).ToList(),
        d.Roster.Select(l => new RosterLineView(l.PersonId, l.TeamId, l.Role)).ToList(),
        OutcomeView.Of(d.Outcomes),
        d.VillageAssignments.Select(v => v.Id).ToList(), SourceView.Of(d.Source)!, SignatureView.Of(d.Recorded)!, d.RecordedBy, d.Version);

    private static readonly Func<Deployment, DeploymentResponse> InMemory = From.Compile();

    internal static DeploymentResponse Of(Deployment deployment) => InMemory(deployment);
}

/// <summary>A team that took part, and how many of it.</summary>
public sealed record DeploymentTeamView(Guid TeamId, QuantityView? HeadCount);

/// <summary>One known participant.</summary>
public sealed record RosterLineView(Guid PersonId, Guid? TeamId, DeploymentRole Role);

/// <summary>A result, with whose figure it is.</summary>
public sealed record OutcomeView(OutcomeKind Kind, QuantityView Quantity, Guid? PersonId)
{
    internal static List<OutcomeView> Of(IReadOnlyList<Outcome> outcomes) =>
        [.. outcomes.Select(o => new OutcomeView(o.Kind, QuantityView.Of(o.Quantity, CounterOf(o.Kind))!, o.PersonId))];

    internal static string CounterOf(OutcomeKind kind) => kind is OutcomeKind.BodiesRecovered ? "具" : "人";
}
