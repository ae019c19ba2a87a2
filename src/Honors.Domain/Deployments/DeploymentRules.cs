namespace Honors.Domain.Deployments;

public static class DeploymentRules
{
    public const string Future = "deployment.in-future";
    public const string TeamNamedTwice = "deployment.team-twice";
    public const string PersonNamedTwice = "deployment.person-twice";
    public const string RosterOverHeadCount = "deployment.roster-over-head-count";
    public const string RosterTeam = "deployment.roster-team";
    public const string OutcomeScope = "deployment.outcome-scope";
    public const string PointTwice = "deployment.time-twice";
    public const string Decrease = "deployment.times-decrease";
    public const string LinePerson = "deployment.line-person";
    public const string LineTeam = "deployment.line-team";
    public const string Segments = "deployment.segment-unfit";
    public const string SegmentsMeet = "deployment.segments-overlap";
    public const string EndingEarly = "deployment.ending-too-early";
    public const string Most = "deployment.too-many";
    public const string Live = "deployment.live";
    public const string Historical = "deployment.from-source";
    public const string AlreadyClosed = "deployment.closed";
    public const string StillOpen = "deployment.open";
    public const string NoEnding = "deployment.lines-without-ending";
    public const string OwnRoster = "deployment.own-roster";
    public const string NothingLeft = "deployment.nothing-to-verify";
    public const string OtherKind = "deployment.other-kind";
    public const string PolicyHolder = "insurance-policy.holder";

    internal static RuleViolationException InFuture(string member) => new(Future, Refusal.Impossible, member);

    internal static RuleViolationException TeamTwice() => new(TeamNamedTwice, Refusal.Impossible, "teams");

    internal static RuleViolationException PersonTwice(string? member) => new(PersonNamedTwice, member is null ? Refusal.Conflict : Refusal.Impossible, member);

    internal static RuleViolationException MoreNamedThanCounted() => new(RosterOverHeadCount, Refusal.Impossible, "roster");

    internal static RuleViolationException RosterTeamNotThere() => new(RosterTeam, Refusal.Impossible, "roster");

    internal static RuleViolationException WhoseOutcome() => new(OutcomeScope, Refusal.Impossible, "outcomes");

    internal static RuleViolationException TimeTwice() => new(PointTwice, Refusal.Impossible, "times");

    internal static RuleViolationException TimesDecrease() => new(Decrease, Refusal.Impossible, "times");

    public static RuleViolationException WhoseLine(string member) => new(LinePerson, Refusal.Impossible, member);

    internal static RuleViolationException WhichTeam(string member) => new(LineTeam, Refusal.Impossible, member);

    internal static RuleViolationException SegmentUnfit(string member) => new(Segments, Refusal.Impossible, member);

    internal static RuleViolationException SegmentsOverlap(string member) => new(SegmentsMeet, Refusal.Impossible, member);

    internal static RuleViolationException EndsTooEarly(string member) => new(EndingEarly, Refusal.Impossible, member);

    internal static RuleViolationException TooMany(string member, int most) =>
        new(Most, Refusal.Conflict, member, new Dictionary<string, object?> { ["most"] = most });

    internal static RuleViolationException NotFromSource() => new(Live, Refusal.Conflict);

    internal static RuleViolationException NotLive() => new(Historical, Refusal.Conflict);

    internal static RuleViolationException Closed() => new(AlreadyClosed, Refusal.Conflict);

    internal static RuleViolationException NotClosed() => new(StillOpen, Refusal.Conflict);

    internal static RuleViolationException WithoutEnding(IReadOnlyList<Guid> lines) =>
        new(NoEnding, Refusal.Conflict, "roster", new Dictionary<string, object?> { ["lineIds"] = lines, ["count"] = lines.Count });

    internal static RuleViolationException RecordedBySelf() => new(OwnRoster, Refusal.Conflict);

    internal static RuleViolationException NothingToVerify() => new(NothingLeft, Refusal.Conflict);

    /// <summary>A member that only a deployment known from a source has, or only a live one.</summary>
    public static RuleViolationException OfTheOtherKind(string member) => new(OtherKind, Refusal.Impossible, member);

    internal static RuleViolationException OneHolder() => new(PolicyHolder, Refusal.Impossible, "personId");
}
