using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Deployments;

/// <summary>
/// A rescue deployment (出队) that is known only from a source: its days may be vague, its roster partial, its figures someone
/// else's. It is never closed and makes no hours. The rescued are counted, never named (突发事件应对法 2024 §85).
/// </summary>
public sealed class Deployment : IRecorded, IDated
{
    public const int NameMaxLength = 100, PlaceMaxLength = 200, BaseMaxLength = 200, SummaryMaxLength = 2000, TaskedByMaxLength = 200;
    public const int MostTeams = 50, MostRosterLines = 500, MostOutcomes = 50, MostDivisions = 20;

    private List<DeploymentTeam> _teams = [];
    private List<RosterLine> _roster = [];
    private List<DeploymentDivision> _divisions = [];
    private List<Link> _villageAssignments = [];

    private Deployment() { }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public DeploymentKind Kind { get; private set; }

    public PartialDate When { get; private set; } = PartialDate.Unknown;

    public LocalDate SortDay { get; private set; }

    /// <summary>Days of operations.</summary>
    public Quantity? Days { get; private set; }

    /// <summary>How many call-outs one entry stands for, where the source tells of several at once.</summary>
    public Quantity? CallOuts { get; private set; }

    /// <summary>In the source's words; coarse (county, township) when shown to the public.</summary>
    public string? Place { get; private set; }

    public string? Base { get; private set; }

    /// <summary>The body whose base took the teams in.</summary>
    public Guid? HostId { get; private set; }

    public string? TaskedBy { get; private set; }

    /// <summary>What was done, for readers; holds nothing of those who were helped.</summary>
    public string? Summary { get; private set; }

    public IReadOnlyCollection<DeploymentDivision> Divisions => _divisions;

    public IReadOnlyCollection<DeploymentTeam> Teams => _teams;

    /// <summary>Those whose names are known, often only some of those who went.</summary>
    public IReadOnlyCollection<RosterLine> Roster => _roster;

    public IReadOnlyList<Outcome> Outcomes { get; private set; } = [];

    public IReadOnlyCollection<Link> VillageAssignments => _villageAssignments;

    public Source Source { get; private set; } = null!;

    public Signature Recorded { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>deployment.*</c> of <see cref="DeploymentRules"/>.</exception>
    public static Deployment RecordFromSource(Guid id, DeploymentFacts facts, RecordingBody by, Actor actor, Instant now)
    {
        var deployment = new Deployment { Id = id, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        deployment.Replace(facts, actor, now);
        return deployment;
    }

    /// <inheritdoc cref="RecordFromSource"/>
    public void Replace(DeploymentFacts facts, Actor actor, Instant now)
    {
        if (facts.When.Earliest > ChinaTime.Today(now)) throw DeploymentRules.InFuture();
        if (facts.Teams.DistinctBy(t => t.TeamId).Count() < facts.Teams.Count) throw DeploymentRules.TeamTwice();
        if (facts.Roster.DistinctBy(r => r.PersonId).Count() < facts.Roster.Count) throw DeploymentRules.PersonTwice();

        foreach (var team in facts.Teams)
        {
            var named = facts.Roster.Count(r => r.TeamId == team.TeamId);
            if (team.HeadCount is { Qualifier: Qualifier.Exact or Qualifier.Nearly } head && named > head.Value) throw DeploymentRules.MoreNamedThanCounted();
        }

        if (facts.Roster.Any(r => r.TeamId is { } team && facts.Teams.All(t => t.TeamId != team))) throw DeploymentRules.RosterTeamNotThere();
        if (facts.Outcomes.Any(o => o.Quantity.Scope is QuantityScope.Person != o.PersonId is not null)) throw DeploymentRules.WhoseOutcome();

        (Name, Kind, When, SortDay) = (facts.Name, facts.Kind, facts.When, facts.When.SortDay);
        (Days, CallOuts, Place, Base, HostId, TaskedBy) = (facts.Days, facts.CallOuts, facts.Place, facts.Base, facts.HostId, facts.TaskedBy);
        (Summary, Source, Outcomes, Recorded) = (facts.Summary, facts.Source, facts.Outcomes, Signature.Of(actor, now));
        (_teams, _roster) = ([.. facts.Teams], [.. facts.Roster]);
        _divisions = [.. facts.DivisionCodes.Distinct().Select(c => new DeploymentDivision(c))];
        _villageAssignments = Link.To(facts.VillageAssignmentIds);
    }
}

/// <summary>What the source tells of a deployment.</summary>
public sealed record DeploymentFacts(
    string Name,
    DeploymentKind Kind,
    PartialDate When,
    Quantity? Days,
    Quantity? CallOuts,
    string? Place,
    IReadOnlyList<long> DivisionCodes,
    string? Base,
    Guid? HostId,
    string? TaskedBy,
    string? Summary,
    IReadOnlyList<DeploymentTeam> Teams,
    IReadOnlyList<RosterLine> Roster,
    IReadOnlyList<Outcome> Outcomes,
    IReadOnlyList<Guid> VillageAssignmentIds,
    Source Source);

/// <summary>A team that took part, and how many of it.</summary>
public sealed record DeploymentTeam(Guid TeamId, Quantity? HeadCount);

/// <summary>One known participant; the team is null for a helper of no team.</summary>
public sealed record RosterLine(Guid PersonId, Guid? TeamId, DeploymentRole Role);

/// <summary>Where it was, by division.</summary>
public sealed record DeploymentDivision(long Code);

/// <summary>A result, with whose figure it is. A person is named only where the figure is that person's own.</summary>
/// <param name="Kind">What was reached.</param>
/// <param name="PersonId">Set exactly when the quantity's scope is one person.</param>
public sealed record Outcome(OutcomeKind Kind, Quantity Quantity, Guid? PersonId);

/// <summary>What rescue teams are called to, from the records of 蓝天 teams and YJ/T 1.1–1.6-2022.</summary>
public enum DeploymentKind
{
    MountainSearch, WaterRescue, UrbanSearch, MissingPersonSearch, FloodRescue, Earthquake, ForestFireSupport, BodyRecovery, MedicalAid,
    TrafficAccident, SupplyTransport, EventSupport, EpidemicControl, Other,
}

public enum DeploymentRole
{
    /// <summary>队员.</summary>
    Member,

    /// <summary>总指挥.</summary>
    Commander,

    /// <summary>领队.</summary>
    Leader,

    /// <summary>副领队.</summary>
    DeputyLeader,

    /// <summary>操艇手.</summary>
    BoatOperator,
    Medic,
    Radio,
    Drone,
    Driver,
    SafetyOfficer,

    /// <summary>信息员.</summary>
    Recorder,

    /// <summary>后台.</summary>
    BackOffice,
}

public enum OutcomeKind
{
    /// <summary>救出.</summary>
    PeopleRescued,

    /// <summary>转移.</summary>
    PeopleMoved,

    /// <summary>救治.</summary>
    PeopleTreated,

    /// <summary>寻回走失人员.</summary>
    MissingFound,

    /// <summary>搜救.</summary>
    PeopleSearched,

    /// <summary>遗体打捞.</summary>
    BodiesRecovered,
}
