namespace Honors.Domain.Objections;

public enum ObjectionState
{
    /// <summary>已收到.</summary>
    Received,

    /// <summary>已受理，核查中.</summary>
    Accepted,

    /// <summary>不予受理.</summary>
    NotAccepted,

    /// <summary>异议不成立，待答复.</summary>
    NotUpheld,

    /// <summary>异议成立，待答复.</summary>
    Upheld,

    /// <summary>暂缓，继续核查.</summary>
    Postponed,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>已转办.</summary>
    PassedOn,

    /// <summary>异议人已撤回.</summary>
    Withdrawn,
}

/// <summary>What was found, and what follows for the entry.</summary>
public enum ObjectionOutcome
{
    /// <summary>异议不成立.</summary>
    NotUpheld,

    /// <summary>异议成立，移出公示.</summary>
    Removed,

    /// <summary>异议成立，更正后重新公示.</summary>
    Corrected,

    /// <summary>暂缓: the case waits until it is found on again.</summary>
    Postponed,
}

/// <summary>Why an objection is not accepted.</summary>
public enum ObjectionRefusal
{
    /// <summary>匿名且没有明确线索.</summary>
    NoClearLeads,

    /// <summary>与本次公示无关.</summary>
    NotOfThisNotice,

    /// <summary>重复反映，已经办结.</summary>
    Repeated,
}

/// <summary>As what it is handed on.</summary>
public enum HandingKind
{
    /// <summary>举报.</summary>
    Report,

    /// <summary>信访.</summary>
    Petition,
}

internal static class Outcomes
{
    public static bool TouchesEntry(this ObjectionOutcome outcome) => outcome is ObjectionOutcome.Removed or ObjectionOutcome.Corrected;
}
