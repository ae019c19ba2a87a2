namespace Honors.Domain.Deployments;

public static class DeploymentRules
{
    public const string Future = "deployment.in-future";
    public const string TeamNamedTwice = "deployment.team-twice";
    public const string PersonNamedTwice = "deployment.person-twice";
    public const string RosterOverHeadCount = "deployment.roster-over-head-count";
    public const string RosterTeam = "deployment.roster-team";
    public const string OutcomeScope = "deployment.outcome-scope";

    internal static RuleViolationException InFuture() => new(Future, Refusal.Impossible, "when.date");

    internal static RuleViolationException TeamTwice() => new(TeamNamedTwice, Refusal.Impossible, "teams");

    internal static RuleViolationException PersonTwice() => new(PersonNamedTwice, Refusal.Impossible, "roster");

    internal static RuleViolationException MoreNamedThanCounted() => new(RosterOverHeadCount, Refusal.Impossible, "roster");

    internal static RuleViolationException RosterTeamNotThere() => new(RosterTeam, Refusal.Impossible, "roster");

    internal static RuleViolationException WhoseOutcome() => new(OutcomeScope, Refusal.Impossible, "outcomes");
}
