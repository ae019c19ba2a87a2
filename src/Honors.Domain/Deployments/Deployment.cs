using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Deployments;

/// <summary>
/// A rescue deployment (出队). One that is known only from a source may have vague days, a partial roster and someone else's figures; it is
/// never closed and makes no hours. A live one runs from call-out to all-safe, and its closing makes the hours (<c>LiveDeployment.cs</c>,
/// <c>Closing.cs</c>). The rescued are counted, never named (突发事件应对法 2024 §85).
/// </summary>
public sealed partial class Deployment : IRecorded, IDated
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

    public DeploymentStatus Status { get; private set; }

    /// <summary>Of a live one, the days from its first known moment to its last.</summary>
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

    /// <summary>Where it was read; null of a live one, which somebody saw happen.</summary>
    public Source? Source { get; private set; }

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
        if (Status is not DeploymentStatus.FromSource) throw DeploymentRules.NotFromSource();
        if (facts.When.Earliest > ChinaTime.Today(now)) throw DeploymentRules.InFuture("when.date");
        if (facts.Teams.DistinctBy(t => t.TeamId).Count() < facts.Teams.Count) throw DeploymentRules.TeamTwice();
        if (facts.Roster.DistinctBy(r => r.PersonId).Count() < facts.Roster.Count) throw DeploymentRules.PersonTwice("roster");

        foreach (var team in facts.Teams)
        {
            var named = facts.Roster.Count(r => r.TeamId == team.TeamId);
            if (team.HeadCount is { Qualifier: Qualifier.Exact or Qualifier.Nearly } head && named > head.Value) throw DeploymentRules.MoreNamedThanCounted();
        }

        if (facts.Roster.Any(r => r.TeamId is { } team && facts.Teams.All(t => t.TeamId != team))) throw DeploymentRules.RosterTeamNotThere();
        if (facts.Outcomes.Any(o => o.Quantity.Scope is QuantityScope.Person != o.PersonId is not null)) throw DeploymentRules.WhoseOutcome();

        RefuseNumbers(facts.Name, facts.Place, facts.Base, facts.TaskedBy, facts.Summary, facts.Outcomes, facts.Teams);
        PersonalNumbers.Refuse(facts.When.AsWritten, "when.asWritten");
        PersonalNumbers.Refuse(facts.Days?.AsWritten, "days.asWritten");
        PersonalNumbers.Refuse(facts.CallOuts?.AsWritten, "callOuts.asWritten");
        PersonalNumbers.Refuse(facts.Source.Title, "source.title");
        PersonalNumbers.Refuse(facts.Source.Locator, "source.locator");

        (Name, Kind, When, SortDay) = (facts.Name, facts.Kind, facts.When, facts.When.SortDay);
        (Days, CallOuts, Place, Base, HostId, TaskedBy) = (facts.Days, facts.CallOuts, facts.Place, facts.Base, facts.HostId, facts.TaskedBy);
        (Summary, Source, Outcomes, Recorded) = (facts.Summary, facts.Source, facts.Outcomes, Signature.Of(actor, now));
        (_teams, _roster) = ([.. facts.Teams], [.. facts.Roster]);
        _divisions = [.. facts.DivisionCodes.Distinct().Select(c => new DeploymentDivision(c))];
        _villageAssignments = Link.To(facts.VillageAssignmentIds);
    }

    /// <summary>Nobody's telephone or identity number stands in a text that teams and offices read.</summary>
    private static void RefuseNumbers(
        string name, string? place, string? @base, string? taskedBy, string? summary, IReadOnlyList<Outcome> outcomes, IReadOnlyList<DeploymentTeam> teams)
    {
        PersonalNumbers.Refuse(name, "name");
        PersonalNumbers.Refuse(place, "place");
        PersonalNumbers.Refuse(@base, "base");
        PersonalNumbers.Refuse(taskedBy, "taskedBy");
        PersonalNumbers.Refuse(summary, "summary");
        for (var i = 0; i < outcomes.Count; i++) PersonalNumbers.Refuse(outcomes[i].Quantity.AsWritten, $"outcomes[{i}].quantity.asWritten");
        for (var i = 0; i < teams.Count; i++) PersonalNumbers.Refuse(teams[i].HeadCount?.AsWritten, $"teams[{i}].headCount.asWritten");
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

/// <summary>Where it was, by division.</summary>
public sealed record DeploymentDivision(long Code);

/// <summary>A result, with whose figure it is. A person is named only where the figure is that person's own.</summary>
/// <param name="Kind">What was reached.</param>
/// <param name="PersonId">Set exactly when the quantity's scope is one person.</param>
public sealed record Outcome(OutcomeKind Kind, Quantity Quantity, Guid? PersonId);
