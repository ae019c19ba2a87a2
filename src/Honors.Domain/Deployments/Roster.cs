using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Deployments;

/// <summary>One participant: a registered person, or a helper known by name and, if of a team, by that team's number. The team is null for a helper of no team.</summary>
public sealed class RosterLine
{
    public const int MemberNumberMaxLength = 50, TeamNameMaxLength = 100, MostSegments = 50;

    private RosterLine() { }

    /// <summary>As a source names them: without times.</summary>
    public RosterLine(Guid personId, Guid? teamId, DeploymentRole role) =>
        (Id, PersonId, TeamId, Role) = (Guid.CreateVersion7(), personId, teamId, role);

    public Guid Id { get; private set; }

    public Guid? PersonId { get; private set; }

    /// <summary>Of a helper who is no registered person; null otherwise. Nothing makes hours for a name.</summary>
    public string? Name { get; private set; }

    /// <summary>蓝天编号.</summary>
    public string? MemberNumber { get; private set; }

    public Guid? TeamId { get; private set; }

    /// <summary>Of a team that is not in the registry.</summary>
    public string? TeamName { get; private set; }

    public DeploymentRole Role { get; private set; }

    /// <summary>The vehicle or boat on the way out, by its name or plate.</summary>
    public string? Vehicle { get; private set; }

    /// <summary>The one on the way back.</summary>
    public string? ReturnVehicle { get; private set; }

    /// <summary>Whether the team holds this member unfit for it; the reason is nobody's business here.</summary>
    public bool IsUnfit { get; private set; }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<Segment> Segments { get; private set; } = [];

    public Ending? Ending { get; private set; }

    /// <summary>What the last closing found.</summary>
    public IReadOnlyList<LineFinding> Flags { get; private set; } = [];

    internal static RosterLine Enter(RosterFacts facts, string member, Instant now)
    {
        var line = new RosterLine { Id = facts.Id ?? Guid.CreateVersion7() };
        line.Replace(facts, member, now);
        return line;
    }

    /// <param name="member">The path of the line in the request, with its dot; empty where the line is the request.</param>
    internal void Replace(RosterFacts facts, string member, Instant now)
    {
        if (facts.PersonId is null == facts.Name is null) throw DeploymentRules.WhoseLine(member + "personId");
        if (facts.TeamId is not null && facts.TeamName is not null) throw DeploymentRules.WhichTeam(member + "teamName");

        foreach (var (text, name) in new[]
        {
            (facts.Name, "name"), (facts.MemberNumber, "memberNumber"), (facts.TeamName, "teamName"), (facts.Vehicle, "vehicle"),
            (facts.ReturnVehicle, "returnVehicle"),
        })
        {
            PersonalNumbers.Refuse(text, member + name);
        }

        (PersonId, Name, MemberNumber) = (facts.PersonId, facts.Name is { } given ? PersonName.Normalise(given) : null, facts.MemberNumber);
        (TeamId, TeamName, Role, IsUnfit) = (facts.TeamId, facts.TeamName, facts.Role, facts.IsUnfit);
        (Vehicle, ReturnVehicle) = (facts.Vehicle, facts.ReturnVehicle);
        (Segments, Ending) = ([], null);
        Add(facts.Segments, member + "segments", now);
        if (facts.Ending is { } ending) End(ending, member + "ending.", now);
    }

    /// <summary>Adds segments in whatever order they arrive; one that is there already is not there twice.</summary>
    internal void Add(IEnumerable<Segment> segments, string member, Instant now)
    {
        List<Segment> all = [.. Segments.Union(segments).OrderBy(s => s.From)];
        if (all.Count > MostSegments) throw DeploymentRules.TooMany(member, MostSegments);
        if (all.Any(s => s.To <= s.From || !s.IsInWholeMinutes)) throw DeploymentRules.SegmentUnfit(member);
        if (all.Any(s => s.To > now)) throw DeploymentRules.InFuture(member);
        if (all.Zip(all.Skip(1)).Any(pair => pair.Second.From < pair.First.To)) throw DeploymentRules.SegmentsOverlap(member);
        if (all is [.., var last] && Ending?.At < last.To) throw DeploymentRules.EndsTooEarly(member);

        Segments = all;
    }

    internal void End(Ending ending, string member, Instant now)
    {
        PersonalNumbers.Refuse(ending.Note, member + "note");
        if (ending.At > now) throw DeploymentRules.InFuture(member + "at");
        if (Segments is [.., var last] && ending.At < last.To) throw DeploymentRules.EndsTooEarly(member + "at");

        Ending = ending;
    }

    internal void Flag(IEnumerable<LineFinding> flags) => Flags = [.. flags.Distinct().Order()];
}

/// <summary>What a recorder states of one participant.</summary>
/// <param name="Id">The line that is replaced; null for a new one, which then gets its own.</param>
public sealed record RosterFacts(
    Guid? Id,
    Guid? PersonId,
    string? Name,
    string? MemberNumber,
    Guid? TeamId,
    string? TeamName,
    DeploymentRole Role,
    string? Vehicle,
    string? ReturnVehicle,
    bool IsUnfit,
    IReadOnlyList<Segment> Segments,
    Ending? Ending);

/// <summary>What a participant did from when to when.</summary>
/// <param name="From">Inclusive, on the minute.</param>
/// <param name="To">Exclusive, on the minute.</param>
public sealed record Segment(SegmentActivity Activity, Instant From, Instant To)
{
    public Span Span => new(From, To);

    internal bool IsInWholeMinutes => IsWhole(From) && IsWhole(To);

    private static bool IsWhole(Instant moment) => moment.ToUnixTimeTicks() % NodaConstants.TicksPerMinute is 0;
}

public enum SegmentActivity
{
    /// <summary>往返途中.</summary>
    Travel,

    /// <summary>备勤.</summary>
    StandBy,

    /// <summary>救援.</summary>
    Rescue,

    /// <summary>保障.</summary>
    Support,
}

public static class SegmentSums
{
    public static bool IsService(this SegmentActivity activity) => activity is SegmentActivity.Rescue or SegmentActivity.Support;

    /// <summary>Of rescue and support; travel and stand-by are kept but never credited (民政部令67号 art. 7).</summary>
    public static int ServiceMinutes(this IEnumerable<Segment> segments) => segments.Where(s => s.Activity.IsService()).Sum(s => s.Span.Minutes);
}

/// <summary>How it ended for one participant.</summary>
/// <param name="At">Not before the end of the last segment.</param>
/// <param name="Note">To whom they were handed over, and the like.</param>
public sealed record Ending(EndingKind Kind, Instant At, string? Note)
{
    public const int NoteMaxLength = 200;
}

public enum EndingKind
{
    /// <summary>归队.</summary>
    Returned,

    /// <summary>移交.</summary>
    HandedOver,

    /// <summary>送医.</summary>
    InHospital,

    /// <summary>牺牲.</summary>
    Dead,
}

/// <summary>Why a line, or a part of it, counts nothing. What happened is recorded all the same.</summary>
public enum LineFinding
{
    /// <summary>Under 18 on one of its days: rescue teams are of adults (突发事件应对法 2024 §39).</summary>
    Minor,

    /// <summary>Held unfit by the team.</summary>
    Unfit,

    /// <summary>No policy covers all its days (志愿服务条例 §17).</summary>
    Uninsured,

    /// <summary>Training, drill or duty.</summary>
    NotService,

    /// <summary>A part meets other hours of the person, and is held as contested.</summary>
    Collision,
}

/// <summary>A vehicle or boat that went.</summary>
/// <param name="Name">Its plate or name: what roster lines call it by.</param>
/// <param name="TeamId">Whose it is; null where that is not known or not of the registry.</param>
/// <param name="Kilometres">Out and back.</param>
public sealed record Vehicle(VehicleKind Kind, string Name, Guid? TeamId, int? Kilometres)
{
    public const int NameMaxLength = 50, MostKilometres = 100_000;
}

public enum VehicleKind
{
    /// <summary>车辆.</summary>
    Car,

    /// <summary>冲锋舟.</summary>
    AssaultBoat,

    /// <summary>摩托艇.</summary>
    JetSki,

    /// <summary>橡皮艇.</summary>
    RubberBoat,

    /// <summary>无人机.</summary>
    Drone,

    /// <summary>其他.</summary>
    Other,
}
