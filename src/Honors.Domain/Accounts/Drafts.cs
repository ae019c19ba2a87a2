namespace Honors.Domain.Accounts;

/// <summary>The one thing that is ever deleted: an entry that nobody has settled, by the account that made it.</summary>
public static class Drafts
{
    public const string Kept = "draft.kept";
    public const string NotYours = "draft.not-yours";
    public const string Linked = "draft.linked";

    /// <exception cref="RuleViolationException"><c>draft.kept</c>; <c>draft.not-yours</c>.</exception>
    internal static void RefuseDeletion(bool isDraft, Signature author, Actor actor)
    {
        if (!isDraft) throw new RuleViolationException(Kept, Refusal.Conflict);
        if (author.AccountId != actor.AccountId) throw new RuleViolationException(NotYours, Refusal.Conflict);
    }

    /// <summary>Another record speaks of it.</summary>
    public static RuleViolationException IsLinked() => new(Linked, Refusal.Conflict);
}
