using Honors.Domain.Nominations;
using NodaTime;

namespace Honors.Domain.Notices;

public static class NoticeRules
{
    public const string NotDraftCode = "notice.not-draft";
    public const string NotRunningCode = "notice.not-running";
    public const string EmptyCode = "notice.empty";
    public const string TooManyCode = "notice.too-many";
    public const string NoPeriodCode = "notice.no-period";
    public const string PeriodUnclearCode = "notice.period-unclear";
    public const string EndsBeforeItBeginsCode = "notice.ends-before-it-begins";
    public const string PeriodTooLongCode = "notice.period-too-long";
    public const string BeginsBeforePublicationCode = "notice.begins-before-publication";
    public const string NoChannelCode = "notice.no-channel";
    public const string ChannelWithoutContactCode = "notice.channel-without-contact";
    public const string GraceWithoutPostmarkCode = "notice.grace-without-postmark";
    public const string HoursOutOfOrderCode = "notice.hours-out-of-order";
    public const string ElsewhereByRangeCode = "notice.elsewhere-by-range";
    public const string ElsewhereInFutureCode = "notice.elsewhere-in-future";
    public const string EntryTwiceCode = "notice.entry-twice";
    public const string OtherTitleCode = "notice.other-title";
    public const string ConfidentialCode = "notice.confidential";
    public const string EntryNotReadyCode = "notice.entry-not-ready";
    public const string EntryRemovedCode = "notice.entry-removed";
    public const string EntryUnchangedCode = "notice.entry-unchanged";
    public const string NothingProposedCode = "notice.nothing-proposed";
    public const string OwnDraftCode = "notice.own-draft";
    public const string OwnCorrectionCode = "notice.own-correction";

    /// <summary>Neither the notice nor its title's procedure says how long it runs.</summary>
    public static RuleViolationException NoPeriod() => new(NoPeriodCode, Refusal.Impossible, "period");

    internal static RuleViolationException NotDraft() => new(NotDraftCode, Refusal.Conflict);

    internal static RuleViolationException NotRunning(NoticeState state) => new(NotRunningCode, Refusal.Conflict, null, Facts(("state", state)));

    internal static RuleViolationException Empty() => new(EmptyCode, Refusal.Conflict);

    internal static RuleViolationException TooMany(int most) => new(TooManyCode, Refusal.Conflict, null, Facts(("most", most)));

    internal static RuleViolationException PeriodUnclear() => new(PeriodUnclearCode, Refusal.Impossible, "period");

    internal static RuleViolationException EndsBeforeItBegins() => new(EndsBeforeItBeginsCode, Refusal.Impossible, "period.until");

    internal static RuleViolationException PeriodTooLong() => new(PeriodTooLongCode, Refusal.Impossible, "period", Facts(("most", NoticePeriod.MostDays)));

    internal static RuleViolationException BeginsBeforePublication(LocalDate from) =>
        new(BeginsBeforePublicationCode, Refusal.Conflict, null, Facts(("from", from)));

    internal static RuleViolationException NoChannel() => new(NoChannelCode, Refusal.Impossible, "acceptance.channels");

    internal static RuleViolationException ChannelWithoutContact(IReadOnlyList<NoticeChannel> channels) =>
        new(ChannelWithoutContactCode, Refusal.Impossible, "acceptance.channels", Facts(("channels", channels)));

    internal static RuleViolationException GraceWithoutPostmark() => new(GraceWithoutPostmarkCode, Refusal.Impossible, "acceptance.graceDays");

    internal static RuleViolationException HoursOutOfOrder() => new(HoursOutOfOrderCode, Refusal.Impossible, "acceptance.hours");

    internal static RuleViolationException ElsewhereByRange() => new(ElsewhereByRangeCode, Refusal.Impossible, "period");

    internal static RuleViolationException ElsewhereInFuture() => new(ElsewhereInFutureCode, Refusal.Impossible, "period.from");

    internal static RuleViolationException EntryTwice() => new(EntryTwiceCode, Refusal.Conflict, "caseId");

    internal static RuleViolationException OtherTitle() => new(OtherTitleCode, Refusal.Conflict, "caseId");

    internal static RuleViolationException Confidential() => new(ConfidentialCode, Refusal.Conflict, "caseId");

    /// <param name="name">As it is to be printed.</param>
    internal static RuleViolationException EntryNotReady(string name, IReadOnlyList<CaseNeed> needs, IReadOnlyList<EntryNeed> own) =>
        new(EntryNotReadyCode, Refusal.Conflict, null, Facts(("name", name), ("missing", (IReadOnlyList<object>)[.. needs.Cast<object>(), .. own.Cast<object>()])));

    internal static RuleViolationException EntryRemoved() => new(EntryRemovedCode, Refusal.Conflict);

    internal static RuleViolationException EntryUnchanged() => new(EntryUnchangedCode, Refusal.Conflict);

    internal static RuleViolationException NothingProposed() => new(NothingProposedCode, Refusal.Conflict);

    internal static RuleViolationException OwnDraft() => new(OwnDraftCode, Refusal.Conflict);

    internal static RuleViolationException OwnCorrection() => new(OwnCorrectionCode, Refusal.Conflict);

    private static Dictionary<string, object?> Facts(params (string Name, object? Value)[] facts) => facts.ToDictionary(f => f.Name, f => f.Value);
}
