using NodaTime;

namespace Honors.Domain.Objections;

public static class ObjectionRules
{
    public const string NotOpenCode = "objection.not-open";
    public const string PostmarkCode = "objection.postmark";
    public const string InFutureCode = "objection.in-future";
    public const string NameOrLeadsCode = "objection.name-or-leads";
    public const string WrongStateCode = "objection.wrong-state";
    public const string OwnFindingCode = "objection.own-finding";
    public const string NamedCode = "objection.named";
    public const string WhichEntryCode = "objection.which-entry";
    public const string WhatPrintedCode = "objection.what-printed";
    public const string ArchivedCode = "objection.archived";
    public const string NoObjectorCode = "objection.no-objector";
    public const string TooManyFilesCode = "objection.too-many-files";

    /// <param name="until">The last day, inclusive; null before the notice is published.</param>
    /// <param name="arrivesBy">The last day for what comes in this way.</param>
    internal static RuleViolationException NotOpen(LocalDate? until, LocalDate? arrivesBy) =>
        new(NotOpenCode, Refusal.Conflict, null, new Dictionary<string, object?> { ["until"] = until, ["arrivesBy"] = arrivesBy });

    internal static RuleViolationException Postmark() => new(PostmarkCode, Refusal.Impossible, "postedOn");

    internal static RuleViolationException InFuture(string member) => new(InFutureCode, Refusal.Impossible, member);

    internal static RuleViolationException NameOrLeads() => new(NameOrLeadsCode, Refusal.Impossible, "leads");

    internal static RuleViolationException WrongState(ObjectionState state, IReadOnlyList<ObjectionState> from) =>
        new(WrongStateCode, Refusal.Conflict, null, new Dictionary<string, object?> { ["state"] = state, ["from"] = from });

    internal static RuleViolationException OwnFinding() => new(OwnFindingCode, Refusal.Conflict);

    internal static RuleViolationException Named() => new(NamedCode, Refusal.Conflict, "ground");

    internal static RuleViolationException WhichEntry() => new(WhichEntryCode, Refusal.Impossible, "entryId");

    internal static RuleViolationException WhatPrinted() => new(WhatPrintedCode, Refusal.Impossible, "printed");

    internal static RuleViolationException Archived() => new(ArchivedCode, Refusal.Conflict);

    internal static RuleViolationException NoObjector() => new(NoObjectorCode, Refusal.Conflict);

    internal static RuleViolationException TooManyFiles(int most) => new(TooManyFilesCode, Refusal.Conflict, "file", new Dictionary<string, object?> { ["most"] = most });
}
