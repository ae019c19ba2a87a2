using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Deployments;

/// <summary>
/// A deployment that a team records while it runs, or soon after. Its parts may arrive one by one and in any order, from several phones on bad
/// lines; each part is checked by itself, and nothing that happened is refused for what else is missing.
/// </summary>
public sealed partial class Deployment
{
    public const int OrderNumberMaxLength = 100, FiledWithMaxLength = 100, ReasonMaxLength = 200;
    public const int MostVehicles = 100, MostTimes = 10, MostLogLines = 1000, MostRecorders = 200, MostReopenings = 20;

    /// <summary>In their order; those that nobody stated are missing.</summary>
    public IReadOnlyList<TimeMark> Times { get; private set; } = [];

    public Tasking? Tasking { get; private set; }

    public IReadOnlyList<Vehicle> Vehicles { get; private set; } = [];

    /// <summary>Everybody who entered or changed a part of it: none of them verifies its roster.</summary>
    public IReadOnlyList<Signature> Recorders { get; private set; } = [];

    /// <summary>Who closed it last; null while it is open.</summary>
    public Signature? Closed { get; private set; }

    public IReadOnlyList<Reopening> Reopenings { get; private set; } = [];

    /// <exception cref="RuleViolationException"><c>deployment.*</c> of <see cref="DeploymentRules"/>; <c>text.personal-number</c>.</exception>
    public static Deployment Open(Guid id, LiveFacts facts, RecordingBody by, Actor actor, Instant now)
    {
        var deployment = new Deployment { Id = id, Status = DeploymentStatus.Open, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        deployment.Replace(facts, actor, now);
        return deployment;
    }

    /// <summary>Replaces everything but the log. A line that is named by its id stays that line.</summary>
    /// <inheritdoc cref="Open"/>
    public void Replace(LiveFacts facts, Actor actor, Instant now)
    {
        RequireOpen();
        if (facts.Teams.DistinctBy(t => t.TeamId).Count() < facts.Teams.Count) throw DeploymentRules.TeamTwice();
        var persons = facts.Roster.Select(r => r.PersonId).OfType<Guid>().ToList();
        var lines = facts.Roster.Select(r => r.Id).OfType<Guid>().ToList();
        if (persons.Distinct().Count() < persons.Count || lines.Distinct().Count() < lines.Count) throw DeploymentRules.PersonTwice("roster");

        CheckOutcomes(facts.Outcomes);
        RefuseNumbers(facts.Name, facts.Place, facts.Base, facts.TaskedBy, facts.Summary, facts.Outcomes, facts.Teams);
        PersonalNumbers.Refuse(facts.Tasking?.OrderNumber, "orderNumber");
        PersonalNumbers.Refuse(facts.Tasking?.FiledWith, "filedWith");
        for (var i = 0; i < facts.Vehicles.Count; i++) PersonalNumbers.Refuse(facts.Vehicles[i].Name, $"vehicles[{i}].name");

        Times = TimeMark.Put([.. Times.Where(k => facts.Times.Any(t => t.Point == k.Point))], facts.Times, actor, now);
        (Name, Kind, Place, Base, HostId, TaskedBy) = (facts.Name, facts.Kind, facts.Place, facts.Base, facts.HostId, facts.TaskedBy);
        (Tasking, Summary, Outcomes, Vehicles, Recorded) = (facts.Tasking, facts.Summary, facts.Outcomes, facts.Vehicles, Signature.Of(actor, now));
        _divisions = [.. facts.DivisionCodes.Distinct().Select(c => new DeploymentDivision(c))];
        _villageAssignments = Link.To(facts.VillageAssignmentIds);
        _teams = [.. facts.Teams];
        _roster = [.. facts.Roster.Select((line, i) => Put(line, $"roster[{i}].", now))];
        Touch(actor, now);
    }

    /// <summary>States one moment, or corrects it.</summary>
    /// <inheritdoc cref="Open"/>
    public void State(TimeFacts time, Actor actor, Instant now)
    {
        RequireOpen();
        Times = TimeMark.Put(Times, [time], actor, now);
        Touch(actor, now);
    }

    /// <inheritdoc cref="Open"/>
    public RosterLine AddLine(RosterFacts facts, Actor actor, Instant now)
    {
        RequireOpen();
        if (_roster.Count >= MostRosterLines) throw DeploymentRules.TooMany("roster", MostRosterLines);
        if (facts.PersonId is not null && _roster.Any(l => l.PersonId == facts.PersonId)) throw DeploymentRules.PersonTwice(null);

        var line = RosterLine.Enter(facts, "", now);
        _roster.Add(line);
        Touch(actor, now);
        return line;
    }

    /// <inheritdoc cref="Open"/>
    public void AddSegments(RosterLine line, IReadOnlyList<Segment> segments, Actor actor, Instant now)
    {
        RequireOpen();
        line.Add(segments, "segments", now);
        Touch(actor, now);
    }

    /// <inheritdoc cref="Open"/>
    public void EndLine(RosterLine line, Ending ending, Actor actor, Instant now)
    {
        RequireOpen();
        line.End(ending, "", now);
        Touch(actor, now);
    }

    /// <inheritdoc cref="Open"/>
    public void AddOutcome(Outcome outcome, Actor actor, Instant now)
    {
        RequireOpen();
        if (Outcomes.Count >= MostOutcomes) throw DeploymentRules.TooMany("outcomes", MostOutcomes);
        CheckOutcomes([outcome]);
        PersonalNumbers.Refuse(outcome.Quantity.AsWritten, "quantity.asWritten");

        Outcomes = [.. Outcomes, outcome];
        Touch(actor, now);
    }

    private RosterLine Put(RosterFacts facts, string member, Instant now)
    {
        if (facts.Id is null || _roster.Find(l => l.Id == facts.Id) is not { } line) return RosterLine.Enter(facts, member, now);

        line.Replace(facts, member, now);
        return line;
    }

    private static void CheckOutcomes(IReadOnlyList<Outcome> outcomes)
    {
        if (outcomes.Any(o => o.Quantity.Scope is QuantityScope.Person != o.PersonId is not null)) throw DeploymentRules.WhoseOutcome();
    }

    private void RequireLive()
    {
        if (Status is DeploymentStatus.FromSource) throw DeploymentRules.NotLive();
    }

    private void RequireOpen()
    {
        RequireLive();
        if (Status is DeploymentStatus.Closed) throw DeploymentRules.Closed();
    }

    /// <summary>After each change: its teams are those of its lines too, its days follow from its moments, and its recorders are one more.</summary>
    private void Touch(Actor actor, Instant now)
    {
        foreach (var team in _roster.Select(l => l.TeamId).OfType<Guid>().Except(_teams.Select(t => t.TeamId)).ToList()) _teams.Add(new DeploymentTeam(team, null));

        List<Instant> moments =
        [
            .. Times.Select(t => t.At), .. _roster.SelectMany(l => l.Segments).SelectMany(s => (Instant[])[s.From, s.To]),
            .. _roster.Select(l => l.Ending?.At).OfType<Instant>(),
        ];
        When = moments is [] ? PartialDate.Unknown : PartialDate.Between(ChinaTime.Today(moments.Min()), ChinaTime.Today(moments.Max()));
        SortDay = When.SortDay;
        if (Recorders.Any(r => r.IsBy(actor))) return;

        if (Recorders.Count >= MostRecorders) throw DeploymentRules.TooMany("roster", MostRecorders);
        Recorders = [.. Recorders, Signature.Of(actor, now)];
    }
}

/// <summary>What a team states of a deployment that it records itself.</summary>
public sealed record LiveFacts(
    string Name,
    DeploymentKind Kind,
    string? Place,
    IReadOnlyList<long> DivisionCodes,
    string? Base,
    Guid? HostId,
    string? TaskedBy,
    Tasking? Tasking,
    string? Summary,
    IReadOnlyList<DeploymentTeam> Teams,
    IReadOnlyList<TimeFacts> Times,
    IReadOnlyList<Vehicle> Vehicles,
    IReadOnlyList<RosterFacts> Roster,
    IReadOnlyList<Outcome> Outcomes,
    IReadOnlyList<Guid> VillageAssignmentIds);

/// <summary>On whose order, and with whom it was filed (报备).</summary>
/// <param name="OrderNumber">Of the tasking order (调度令).</param>
/// <param name="FiledWith">The bureau or coordination centre; null where it was not filed, or nobody knows.</param>
public sealed record Tasking(string? OrderNumber, string? FiledWith, Instant? FiledAt);

/// <summary>Why its hours were taken back.</summary>
public sealed record Reopening(string Reason, Signature By);
