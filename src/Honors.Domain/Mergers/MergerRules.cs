namespace Honors.Domain.Mergers;

public static class MergerRules
{
    public const string SamePerson = "merger.same-person";
    public const string OfOneself = "merger.own";
    public const string ProposedBySelf = "merger.own-proposal";
    public const string NoPerson = "merger.no-person-behind";
    public const string Pending = "merger.pending";
    public const string SettledCode = "merger.settled";
    public const string OutOfEffect = "merger.not-in-effect";
    public const string MergedBefore = "merger.already-merged";
    public const string OtherIdentity = "merger.identities-differ";
    public const string OwnEyes = "merger.own-eyes";
    public const string DeedTwice = "merger.both-in-a-deed";
    public const string RosterTwice = "merger.both-on-a-roster";

    internal static RuleViolationException OnePerson() => new(SamePerson, Refusal.Impossible, "otherId");

    internal static RuleViolationException Own() => new(OfOneself, Refusal.Conflict);

    internal static RuleViolationException OwnProposal() => new(ProposedBySelf, Refusal.Conflict);

    internal static RuleViolationException NoPersonBehind() => new(NoPerson, Refusal.Conflict);

    internal static RuleViolationException AlreadyProposed() => new(Pending, Refusal.Conflict);

    internal static RuleViolationException Settled() => new(SettledCode, Refusal.Conflict);

    internal static RuleViolationException NotInEffect() => new(OutOfEffect, Refusal.Conflict);

    internal static RuleViolationException AlreadyMerged() => new(MergedBefore, Refusal.Conflict);

    /// <summary>Each bears a number of the same kind, and the numbers differ: two people, or a number to be put right first.</summary>
    public static RuleViolationException IdentitiesDiffer() => new(OtherIdentity, Refusal.Conflict);

    /// <summary>One settled what counts for the other: once they are one, nobody else has seen it.</summary>
    /// <param name="recordId">Null where the caller may not see it.</param>
    public static RuleViolationException SeenByNobodyElse(Guid? recordId) => About(OwnEyes, recordId);

    /// <inheritdoc cref="SeenByNobodyElse"/>
    public static RuleViolationException BothInADeed(Guid? recordId) => About(DeedTwice, recordId);

    /// <inheritdoc cref="SeenByNobodyElse"/>
    public static RuleViolationException BothOnARoster(Guid? recordId) => About(RosterTwice, recordId);

    private static RuleViolationException About(string code, Guid? recordId) =>
        new(code, Refusal.Conflict, null, new Dictionary<string, object?> { ["recordId"] = recordId });
}
