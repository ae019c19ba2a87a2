using Honors.Domain.Accounts;

namespace Honors.Domain.Nominations;

/// <summary>公示, or 不公示 on a ground.</summary>
public sealed partial class Case
{
    private static readonly CaseAct[] Outward = [CaseAct.Finding, CaseAct.Notice, CaseAct.NoticeRemoval, CaseAct.SendingUp, CaseAct.HigherAnswer];

    /// <summary>Why it is not put before the public; of a confidential case alone.</summary>
    public NoticeExemption? Exemption { get; private set; }

    /// <summary>With the publication of a notice that names it. Whether that still runs is for the notice and the clock to say.</summary>
    internal void PutOnNotice(Handling by)
    {
        RequireHandled(by);
        Take(CaseAct.Notice, null, by.Today, null, by);
    }

    internal void TakeOffNotice(string reason, Handling by) => Take(CaseAct.NoticeRemoval, reason, by.Today, null, by);

    /// <summary>Puts forward that a confidential case is decided on without notice; another human approves it.</summary>
    /// <exception cref="RuleViolationException"><c>case.not-confidential</c>; <c>case.exempted</c>; <c>case.merged</c>; and who may not judge.</exception>
    public void ProposeExemption(ExemptionGround ground, string reason, Handling by)
    {
        RequireHandled(by);
        if (!Confidential) throw CaseRules.NotConfidential();
        if (Exemption is { Approved: not null }) throw CaseRules.Exempted();

        Exemption = new NoticeExemption(ground, reason, Signature.Of(by.Actor, by.Now), null);
        Take(CaseAct.ExemptionProposed, reason, by.Today, null, by);
    }

    /// <exception cref="RuleViolationException"><c>case.no-exemption</c>; <c>case.exempted</c>; <c>case.own-exemption</c>; <c>case.merged</c>; and who may not judge.</exception>
    public void ApproveExemption(Handling by)
    {
        RequireHandled(by);
        var proposed = Exemption ?? throw CaseRules.NoExemption();
        if (proposed.Approved is not null) throw CaseRules.Exempted();
        if (proposed.Proposed.IsBy(by.Actor)) throw CaseRules.OwnExemption();

        Exemption = proposed with { Approved = Signature.Of(by.Actor, by.Now) };
        Take(CaseAct.Exemption, proposed.Reason, by.Today, null, by);
    }

    /// <summary>Whether the last thing done to it outside was a notice that still names it.</summary>
    private bool IsOnNotice => Steps.LastOrDefault(s => Outward.Contains(s.Act)) is { Act: CaseAct.Notice };
}

/// <summary>不公示.</summary>
/// <param name="Approved">By a second human; null while it waits.</param>
public sealed record NoticeExemption(ExemptionGround Ground, string Reason, Signature Proposed, Signature? Approved);

public enum ExemptionGround
{
    /// <summary>本人要求保密.</summary>
    NomineeAsks,

    /// <summary>保护人身安全.</summary>
    Safety,

    /// <summary>涉及国家秘密、工作秘密.</summary>
    Secrecy,
}
