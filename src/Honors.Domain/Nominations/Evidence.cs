using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>One thing that shows the deed.</summary>
/// <param name="Source">Who made it: 沁河镇派出所.</param>
/// <param name="Holder">Who keeps it.</param>
/// <param name="CheckedBy">Who compared it with the original; null: nobody yet.</param>
/// <param name="FileIds">Its scans, pictures and films; null for none.</param>
public sealed record EvidenceItem(EvidenceKind Kind, string Source, PartialDate Date, string Holder, string? CheckedBy, IReadOnlyList<Guid>? FileIds = null)
{
    public const int SourceMaxLength = 200, NameMaxLength = 100, MostFiles = 20;
}

/// <summary>Why a notice may name the nominee, or must not.</summary>
/// <param name="On">When it was given.</param>
/// <param name="Proof">The paper, and who holds it.</param>
/// <param name="FileId">Its scan.</param>
public sealed record NoticeGround(NoticeGroundKind Kind, LocalDate On, string Proof, Guid? FileId = null)
{
    public const int ProofMaxLength = 200;
}

public enum EvidenceKind
{
    /// <summary>公安、民政等部门证明.</summary>
    Authority,

    /// <summary>乡镇、村居、单位证明.</summary>
    LocalBody,

    /// <summary>受益人证言.</summary>
    Beneficiary,

    /// <summary>证人证言.</summary>
    Witness,

    /// <summary>影像、医疗等材料.</summary>
    Material,
}

public enum NoticeGroundKind
{
    /// <summary>本人（本单位）同意公示.</summary>
    Consent,

    /// <summary>监护人同意公示.</summary>
    Guardian,

    /// <summary>近亲属同意公示, for the dead.</summary>
    NearKin,

    /// <summary>保密: the nominee asks for it, or a department holds it necessary.</summary>
    Confidential,
}
