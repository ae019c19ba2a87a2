using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>The part of a nomination that its body may rewrite.</summary>
public sealed record NominationFacts(
    RecipientKind NomineeKind,
    Guid? PersonId,
    Guid? OrganizationId,
    string? GroupName,
    IReadOnlyList<Guid> MemberIds,
    bool Posthumous,
    string Summary,
    IReadOnlyList<EvidenceItem> Evidence,
    NoticeGround? Ground,
    string? LateReason,
    IReadOnlyList<Guid> DeedIds,
    IReadOnlyList<Guid> DeploymentIds,
    IReadOnlyList<Guid> ServiceHourIds,
    IReadOnlyList<Guid> AwardIds)
{
    internal void Check(LocalDate today)
    {
        var named = (PersonId is not null, OrganizationId is not null, GroupName is not null && MemberIds is not []);
        var fits = NomineeKind switch
        {
            RecipientKind.Person => named is (true, false, false),
            RecipientKind.Group => named is (false, false, true),
            _ => named is (false, true, false),
        };
        if (!fits || (NomineeKind is not RecipientKind.Group && (GroupName is not null || MemberIds is not []))) throw NominationRules.NotOneNominee();
        if (Posthumous && NomineeKind is RecipientKind.Unit or RecipientKind.Team) throw NominationRules.PosthumousBody();
        if (Ground is { } ground)
        {
            if (ground.On > today) throw NominationRules.GroundInFuture();
            if (Posthumous && NomineeKind is RecipientKind.Person && ground.Kind is NoticeGroundKind.Consent or NoticeGroundKind.Guardian)
                throw NominationRules.DeadConsentNot();
            if (ground.Kind is NoticeGroundKind.NearKin && !Posthumous) throw NominationRules.KinOfTheLiving();
        }

        for (var i = 0; i < Evidence.Count; i++)
        {
            if (Evidence[i].Date.Earliest > today) throw NominationRules.EvidenceInFuture(i);
        }
    }
}
