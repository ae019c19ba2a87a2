using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>
/// Where it stands in the national volunteer system (民政部令67号 art. 4: basic and service information must be entered there). The registry reports
/// nothing by itself: whoever enters it there, by hand or by a program, says so here, and every step is kept.
/// </summary>
public sealed partial class ServiceRecord
{
    public const int NationalNumberMaxLength = 40;

    public NationalState National { get; private set; }

    /// <summary>Its number there; of a record that was withdrawn, the one that it had.</summary>
    public string? NationalNumber { get; private set; }

    /// <summary>All that became of it there, in order.</summary>
    public IReadOnlyList<NationalStep> NationalSteps { get; private set; } = [];

    /// <summary>Whether it belongs into the national system: it counts. Training received is a block of its own there (art. 8).</summary>
    public bool IsForNational => Status is ServiceStatus.Verified && Kind is not ActivityKind.Training && CreditedMinutes > 0;

    /// <summary>Writes down what became of it there. Whether the actor acts for the recording body is asked before.</summary>
    /// <exception cref="RuleViolationException"><c>national.number</c>; <c>national.reason</c>; <c>national.day</c>: in the future; <c>national.not-due</c>: it counts
    /// nothing, or its state does not lead there; <c>text.personal-number</c>.</exception>
    public void NoteNational(NationalWord word, Actor actor, Instant now)
    {
        word.RefuseUnfit(ChinaTime.Today(now));
        var fits = word.Act switch
        {
            NationalAct.Reported => IsForNational && National is NationalState.NotReported or NationalState.Returned or NationalState.ToReportAgain,
            NationalAct.Returned => IsForNational && National is NationalState.NotReported or NationalState.Reported or NationalState.ToReportAgain,
            _ => National is NationalState.ToWithdraw,
        };
        if (!fits) throw NationalRules.NotDue(National, Status);

        National = word.Act switch
        {
            NationalAct.Reported => NationalState.Reported,
            NationalAct.Returned => NationalState.Returned,
            _ => NationalState.Withdrawn,
        };
        NationalNumber = word.Number ?? NationalNumber;
        NationalSteps = [.. NationalSteps, new NationalStep(word.Act, word.On, Signature.Of(actor, now), word.Number, word.Reason)];
    }

    /// <summary>What stands there is wrong since: it is to be reported again, or taken back.</summary>
    private void FollowThere(NationalState state, NationalAct act, Actor actor, Instant now)
    {
        if (National is not (NationalState.Reported or NationalState.ToReportAgain) || National == state) return;

        National = state;
        NationalSteps = [.. NationalSteps, new NationalStep(act, ChinaTime.Today(now), Signature.Of(actor, now), null, null)];
    }
}

/// <summary>What became of a record in the national system.</summary>
/// <param name="Number">Its number there, of <see cref="NationalAct.Reported"/> alone.</param>
/// <param name="Reason">Why it came back, of <see cref="NationalAct.Returned"/> alone.</param>
/// <param name="On">The day on which that happened there.</param>
public sealed record NationalWord(NationalAct Act, string? Number, string? Reason, LocalDate On)
{
    internal void RefuseUnfit(LocalDate today)
    {
        if (Act is NationalAct.Changed or NationalAct.Reversed) throw NationalRules.NotAWord();
        if (Act is NationalAct.Reported != Number is not null || (Number is not null && !Number.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))) throw NationalRules.NumberUnfit();
        if (Act is NationalAct.Returned != Reason is not null) throw NationalRules.ReasonUnfit();
        if (On > today) throw NationalRules.InFuture();
        PersonalNumbers.Refuse(Number, "number");
        PersonalNumbers.Refuse(Reason, "reason");
    }
}

/// <summary>One thing that happened to a record in the national system, or that made what stands there wrong.</summary>
/// <param name="On">The day of it there.</param>
public sealed record NationalStep(NationalAct Act, LocalDate On, Signature By, string? Number, string? Reason);

public enum NationalState
{
    /// <summary>未报.</summary>
    NotReported,

    /// <summary>已报.</summary>
    Reported,

    /// <summary>退回: it does not stand there.</summary>
    Returned,

    /// <summary>待重报: other minutes stand there than here.</summary>
    ToReportAgain,

    /// <summary>待撤回: it stands there, and counts nothing here.</summary>
    ToWithdraw,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

public enum NationalAct
{
    /// <summary>上报.</summary>
    Reported,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>撤回.</summary>
    Withdrawn,

    /// <summary>时长变更: credited anew here.</summary>
    Changed,

    /// <summary>已冲正或驳回: reversed or rejected here.</summary>
    Reversed,
}

public static class NationalRules
{
    public const string Unfit = "national.not-due";
    public const string Number = "national.number";
    public const string Reason = "national.reason";
    public const string Day = "national.day";
    public const string Word = "national.act";

    internal static RuleViolationException NotDue(NationalState state, ServiceStatus status) =>
        new(Unfit, Refusal.Conflict, null, new Dictionary<string, object?> { ["national"] = state, ["status"] = status });

    internal static RuleViolationException NumberUnfit() => new(Number, Refusal.Impossible, "number");

    internal static RuleViolationException ReasonUnfit() => new(Reason, Refusal.Impossible, "reason");

    internal static RuleViolationException InFuture() => new(Day, Refusal.Impossible, "on");

    /// <summary>Those steps follow from what happens here; nobody reports them.</summary>
    internal static RuleViolationException NotAWord() => new(Word, Refusal.Impossible, "act");
}
