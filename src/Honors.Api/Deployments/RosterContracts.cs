using Honors.Api.Contract;
using Honors.Domain.Deployments;
using Honors.Domain.People;
using NodaTime;

namespace Honors.Api.Deployments;

/// <summary>One participant: a registered person by `personId`, or a helper who is none by `name`.</summary>
/// <param name="PersonId">Either this or `name`.</param>
/// <param name="TeamId">Left out for a helper of no team.</param>
/// <param name="Name">Of a helper who is no registered person: makes no hours. This and what follows, but for `role`: only of a live deployment.</param>
/// <param name="MemberNumber">The team's number for the member (蓝天编号).</param>
/// <param name="TeamName">Of a team that is not in the registry.</param>
/// <param name="Vehicle">On the way out, by its plate or name.</param>
/// <param name="ReturnVehicle">On the way back.</param>
/// <param name="IsUnfit">The team holds the member unfit for this; the reason is not recorded.</param>
/// <param name="Segments">What they did from when to when; none overlaps another.</param>
/// <param name="Ending">How it ended for them; needed before the deployment is closed.</param>
/// <param name="Id">In a `PUT` of the deployment: the line that this is.</param>
public sealed record RosterLineBody(
    Guid? PersonId = null,
    Guid? TeamId = null,
    DeploymentRole Role = DeploymentRole.Member,
    [property: Length(Person.NameMaxLength)] string? Name = null,
    [property: Length(RosterLine.MemberNumberMaxLength)] string? MemberNumber = null,
    [property: Length(RosterLine.TeamNameMaxLength)] string? TeamName = null,
    [property: Length(Domain.Deployments.Vehicle.NameMaxLength)] string? Vehicle = null,
    [property: Length(Domain.Deployments.Vehicle.NameMaxLength)] string? ReturnVehicle = null,
    bool IsUnfit = false,
    [property: MostItems(RosterLine.MostSegments)] IReadOnlyList<SegmentBody>? Segments = null,
    EndingBody? Ending = null,
    Guid? Id = null)
{
    internal RosterFacts ToFacts() => new(
        Id, PersonId, Name, MemberNumber, TeamId, TeamName, Role, Vehicle, ReturnVehicle, IsUnfit,
        [.. (Segments ?? []).Select(s => s.ToSegment())], Ending?.ToEnding());

    /// <summary>As a source names them.</summary>
    internal RosterLine ToLine(string member)
    {
        if (PersonId is not { } person) throw DeploymentRules.WhoseLine(member + ".personId");
        if (this != new RosterLineBody(PersonId, TeamId, Role, Id: Id)) throw DeploymentRules.OfTheOtherKind(member);

        return new RosterLine(person, TeamId, Role);
    }
}

/// <summary>What a participant did from when to when; rescue and support become hours, travel and stand-by are only kept.</summary>
/// <param name="From">Inclusive, on the minute.</param>
/// <param name="To">Exclusive, on the minute.</param>
public sealed record SegmentBody(SegmentActivity Activity, Instant From, Instant To)
{
    internal Segment ToSegment() => new(Activity, From, To);
}

/// <summary>Segments to add to a line, in any order.</summary>
public sealed record SegmentsRequest([property: MostItems(RosterLine.MostSegments)] IReadOnlyList<SegmentBody> Segments);

/// <summary>How it ended for a participant: returned, handed over, in hospital or dead.</summary>
/// <param name="At">Not before the end of the last segment.</param>
/// <param name="Note">To whom they were handed over, and the like.</param>
public sealed record EndingBody(EndingKind Kind, Instant At, [property: Length(Ending.NoteMaxLength)] string? Note = null)
{
    internal Ending ToEnding() => new(Kind, At, Note);
}

/// <summary>A moment of the deployment.</summary>
/// <param name="Source">How it is known: 对讲记录, 后台登记.</param>
public sealed record TimeBody(TimePoint Point, Instant At, [property: Length(TimeMark.SourceMaxLength)] string? Source = null)
{
    internal TimeFacts ToFacts() => new(Point, At, Source);
}

/// <summary>A vehicle or boat.</summary>
/// <param name="Name">Its plate or name: what roster lines call it by.</param>
/// <param name="TeamId">Whose it is.</param>
/// <param name="Kilometres">Out and back.</param>
public sealed record VehicleBody(
    VehicleKind Kind,
    [property: Length(Vehicle.NameMaxLength)] string Name,
    Guid? TeamId = null,
    [property: Between(0, Vehicle.MostKilometres)] int? Kilometres = null)
{
    internal Vehicle ToVehicle() => new(Kind, Name, TeamId, Kilometres);
}

/// <summary>One participant.</summary>
/// <param name="Flags">What the last closing found, and why the line, or a part of it, counts nothing.</param>
/// <param name="ServiceMinutes">Of rescue and support, whether they count or not.</param>
public sealed record RosterLineView(
    Guid Id,
    Guid? PersonId,
    string? Name,
    string? MemberNumber,
    Guid? TeamId,
    string? TeamName,
    DeploymentRole Role,
    string? Vehicle,
    string? ReturnVehicle,
    bool IsUnfit,
    IReadOnlyList<SegmentView> Segments,
    EndingView? Ending,
    IReadOnlyList<LineFinding> Flags,
    int ServiceMinutes)
{
    internal static RosterLineView Of(RosterLine l) => new(
        l.Id, l.PersonId, l.Name, l.MemberNumber, l.TeamId, l.TeamName, l.Role, l.Vehicle, l.ReturnVehicle, l.IsUnfit,
        SegmentView.Of(l.Segments), EndingView.Of(l.Ending), l.Flags, SegmentView.ServiceMinutes(l.Segments));

    /// <summary>Here, since SQLite joins no part by a condition on its whole.</summary>
    internal static List<RosterLineView> Seen(List<RosterLineView> lines, bool whole, IReadOnlyList<Guid> bodies, IReadOnlyList<Guid> own) =>
        [.. lines.Where(l => whole || (l.TeamId is { } team && bodies.Contains(team)) || (l.PersonId is { } person && own.Contains(person)))];
}

/// <summary>What a participant did from when to when.</summary>
public sealed record SegmentView(SegmentActivity Activity, Instant From, Instant To, int Minutes)
{
    internal static List<SegmentView> Of(IReadOnlyList<Segment> segments) => [.. segments.Select(s => new SegmentView(s.Activity, s.From, s.To, s.Span.Minutes))];

    internal static int ServiceMinutes(IReadOnlyList<Segment> segments) => segments.ServiceMinutes();
}

/// <summary>How it ended for a participant.</summary>
public sealed record EndingView(EndingKind Kind, Instant At, string? Note)
{
    internal static EndingView? Of(Ending? ending) => ending is null ? null : new(ending.Kind, ending.At, ending.Note);
}

/// <summary>A moment, how it is known and who recorded it.</summary>
public sealed record TimeView(TimePoint Point, Instant At, string? Source, SignatureView Recorded)
{
    internal static List<TimeView> Of(IReadOnlyList<TimeMark> times) => [.. times.Select(t => new TimeView(t.Point, t.At, t.Source, SignatureView.Of(t.Recorded)!))];
}

/// <summary>A vehicle or boat.</summary>
public sealed record VehicleView(VehicleKind Kind, string Name, Guid? TeamId, int? Kilometres)
{
    internal static List<VehicleView> Of(IReadOnlyList<Vehicle> vehicles) => [.. vehicles.Select(v => new VehicleView(v.Kind, v.Name, v.TeamId, v.Kilometres))];
}

/// <summary>Why its hours were taken back, by whom and when.</summary>
public sealed record ReopeningView(string Reason, SignatureView By)
{
    internal static List<ReopeningView> Of(IReadOnlyList<Reopening> reopenings) => [.. reopenings.Select(r => new ReopeningView(r.Reason, SignatureView.Of(r.By)!))];
}

/// <summary>The parts of a tasking, each null where there is none: an expression tree knows no conditional access.</summary>
internal static class TaskingView
{
    public static string? OrderNumber(Tasking? tasking) => tasking?.OrderNumber;

    public static string? FiledWith(Tasking? tasking) => tasking?.FiledWith;

    public static Instant? FiledAt(Tasking? tasking) => tasking?.FiledAt;
}
