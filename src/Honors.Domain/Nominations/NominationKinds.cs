using Honors.Domain.Organizations;

namespace Honors.Domain.Nominations;

public enum NominationStatus
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待受理.</summary>
    Submitted,

    /// <summary>退回补正.</summary>
    Returned,

    /// <summary>已受理.</summary>
    Accepted,

    /// <summary>不予受理.</summary>
    Refused,
}

public enum NominationAct
{
    /// <summary>提交.</summary>
    Submission,

    /// <summary>受理.</summary>
    Acceptance,

    /// <summary>退回补正.</summary>
    Return,

    /// <summary>核实补充: the office links what a citizen wrote to a nominee and evidence.</summary>
    Completion,

    /// <summary>不予受理.</summary>
    Refusal,

    /// <summary>申请复核.</summary>
    Appeal,

    /// <summary>复核答复.</summary>
    AppealAnswer,
}

/// <summary>What the office above says of a refusal.</summary>
public enum AppealOutcome
{
    /// <summary>维持: the refusal stands, finally.</summary>
    Upheld,

    /// <summary>撤销原答复，予以受理: it is accepted.</summary>
    Overturned,
}

/// <summary>Why a nomination was refused, in words fit to be told to anybody.</summary>
public enum RefusalGround
{
    /// <summary>不属于本称号的评选范围.</summary>
    NotOfThisTitle,

    /// <summary>所述事迹无法核实.</summary>
    CannotBeVerified,

    /// <summary>不在本期受理时间内.</summary>
    NotInTime,

    /// <summary>已转有关单位办理.</summary>
    PassedOn,
}

/// <summary>All that the holder of a receipt is told.</summary>
public enum RecommendationState
{
    /// <summary>已收到.</summary>
    Received,

    /// <summary>正在核实补充.</summary>
    BeingCompleted,

    /// <summary>已受理.</summary>
    Accepted,

    /// <summary>不予受理.</summary>
    NotAccepted,

    /// <summary>已转办.</summary>
    PassedOn,
}

public enum WaitsFor { Nobody, Nominator, Office, Department, Experts, HigherOffice }

public enum NominatorKind
{
    /// <summary>单位.</summary>
    Unit,

    /// <summary>乡镇、村.</summary>
    Township,

    /// <summary>队伍.</summary>
    Team,

    /// <summary>本人自荐.</summary>
    Person,

    /// <summary>群众推荐: through the public form.</summary>
    Citizen,
}

public static class NominatorKinds
{
    /// <summary>Who nominates where a procedure says nothing of it.</summary>
    public static readonly IReadOnlyList<NominatorKind> Bodies = [NominatorKind.Unit, NominatorKind.Township, NominatorKind.Team];

    public static bool IsBody(this NominatorKind kind) => kind is not (NominatorKind.Person or NominatorKind.Citizen);

    public static NominatorKind Of(OrganizationKind kind) => kind switch
    {
        OrganizationKind.Team => NominatorKind.Team,
        OrganizationKind.Government or OrganizationKind.VillageCommittee => NominatorKind.Township,
        _ => NominatorKind.Unit,
    };
}
