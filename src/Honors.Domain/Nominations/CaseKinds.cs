namespace Honors.Domain.Nominations;

public enum CaseStage
{
    /// <summary>审核中.</summary>
    Review,

    /// <summary>联审中: a department has still to answer.</summary>
    DepartmentalChecks,

    /// <summary>评审中: the panel has no result yet.</summary>
    ExpertReview,

    /// <summary>中止计时.</summary>
    Stopped,

    /// <summary>已并入 a key case.</summary>
    Merged,

    /// <summary>待办下一步: nothing of the examination stands in the way.</summary>
    Ready,

    /// <summary>已公示: put before the public; whether the notice still runs, its days say.</summary>
    OnNotice,

    /// <summary>审核不通过.</summary>
    NotApproved,

    /// <summary>已上报.</summary>
    SentUp,

    /// <summary>上级采纳.</summary>
    Adopted,

    /// <summary>上级未采纳.</summary>
    NotAdopted,

    /// <summary>已决定.</summary>
    Decided,
}

public enum CaseAct
{
    /// <summary>立案, with the acceptance.</summary>
    Opening,

    /// <summary>并案.</summary>
    Merger,

    /// <summary>分案.</summary>
    Separation,

    /// <summary>送联审.</summary>
    CheckSent,

    /// <summary>部门答复.</summary>
    CheckAnswered,

    /// <summary>评审组成员.</summary>
    PanelSeated,

    /// <summary>回避.</summary>
    Recusal,

    /// <summary>评审意见.</summary>
    Opinion,

    /// <summary>中止计时.</summary>
    Stop,

    /// <summary>恢复计时.</summary>
    Resumption,

    /// <summary>审核结论.</summary>
    Finding,

    /// <summary>上报.</summary>
    SendingUp,

    /// <summary>上级答复.</summary>
    HigherAnswer,

    /// <summary>公示.</summary>
    Notice,

    /// <summary>移出公示.</summary>
    NoticeRemoval,

    /// <summary>申请不公示.</summary>
    ExemptionProposed,

    /// <summary>批准不公示.</summary>
    Exemption,

    /// <summary>决定.</summary>
    Decision,
}

/// <summary>What may stand before a finding, a notice or a decision.</summary>
public enum CaseNeed
{
    /// <summary>The key case goes on in its place.</summary>
    KeyCase,

    /// <summary>恢复计时.</summary>
    RunningClock,

    /// <summary>送部门联审: none was asked.</summary>
    DepartmentalCheck,

    /// <summary>部门答复.</summary>
    DepartmentalAnswer,

    /// <summary>对部门异议的说明.</summary>
    ObjectionOverride,

    /// <summary>评审意见达到规定人数.</summary>
    Quorum,

    /// <summary>过半数赞成.</summary>
    Majority,

    /// <summary>审核通过的结论.</summary>
    Approval,

    /// <summary>上报.</summary>
    SendingUp,

    /// <summary>上级采纳.</summary>
    Adoption,
}

public enum CheckResult
{
    /// <summary>无异议.</summary>
    NoObjection,

    /// <summary>有异议.</summary>
    Objection,

    /// <summary>无记录.</summary>
    NoRecord,
}

public enum Vote
{
    /// <summary>赞成.</summary>
    For,

    /// <summary>反对.</summary>
    Against,

    /// <summary>弃权.</summary>
    Abstain,
}

public enum RecusalKind
{
    /// <summary>本人申请回避.</summary>
    Declared,

    /// <summary>主管单位责令回避.</summary>
    Ordered,
}

/// <summary>Why a member of the panel has no say.</summary>
public enum PanelTie
{
    /// <summary>推荐对象.</summary>
    Nominee,

    /// <summary>推荐人.</summary>
    Nominator,

    /// <summary>推荐对象的同单位人员.</summary>
    Colleague,
}

public enum FindingResult
{
    /// <summary>审核通过.</summary>
    Approved,

    /// <summary>审核不通过.</summary>
    NotApproved,
}

/// <summary>Why the examination's clock stands still.</summary>
public enum StopGround
{
    /// <summary>等待有关机关的结论.</summary>
    Authority,

    /// <summary>等待鉴定、专家意见.</summary>
    ExpertOpinion,

    /// <summary>司法、公安机关正在办理.</summary>
    CourtOrPolice,

    /// <summary>推荐对象无法联系.</summary>
    NomineeUnreachable,
}

public enum HigherResult
{
    /// <summary>采纳.</summary>
    Adopted,

    /// <summary>未采纳.</summary>
    NotAdopted,

    /// <summary>退回补充.</summary>
    Returned,
}
