using Honors.Api.Contract;
using Honors.Domain.Nominations;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>Into which case a like one is joined, and why.</summary>
/// <param name="KeyId">The nomination of the key case.</param>
public sealed record CaseMergerRequest(Guid KeyId, [property: Length(Case.ReasonMaxLength)] string Reason);

/// <summary>Why a case is parted from its key case.</summary>
public sealed record CaseSeparationRequest([property: Length(Case.ReasonMaxLength)] string Reason);

/// <summary>A department to ask: either `departmentId` or, for one that is not registered, its name.</summary>
/// <param name="SentOn">When the letter went out; today when absent.</param>
public sealed record DepartmentalCheckRequest(
    Guid? DepartmentId = null, [property: Length(Case.NameMaxLength)] string? Department = null, LocalDate? SentOn = null);

/// <summary>A department's answer.</summary>
/// <param name="On">Of its paper.</param>
/// <param name="Note">Needed for an objection.</param>
/// <param name="FileId">The scan, uploaded before.</param>
public sealed record CheckAnswerRequest(CheckResult Result, LocalDate On, [property: Length(Case.ReasonMaxLength)] string? Note = null, Guid? FileId = null);

/// <summary>Somebody for the panel: either `personId` or, for one that is not registered, a name.</summary>
/// <param name="Field">What they know about.</param>
public sealed record PanelMemberRequest(
    Guid? PersonId = null, [property: Length(Case.NameMaxLength)] string? Name = null, [property: Length(Case.NameMaxLength)] string? Field = null);

/// <summary>Who says that the member has no say, and why.</summary>
/// <param name="Kind">`declared` by the member, or `ordered` by the office.</param>
public sealed record RecusalRequest(RecusalKind Kind, [property: Length(Case.ReasonMaxLength)] string Reason);

/// <summary>A member's opinion.</summary>
/// <param name="On">Of the opinion.</param>
/// <param name="FileId">The signed sheet, uploaded before.</param>
public sealed record OpinionRequest(Vote Vote, [property: Length(Case.WordsMaxLength)] string Words, LocalDate On, Guid? FileId = null);

/// <summary>The owner's finding.</summary>
/// <param name="Reason">Needed for `notApproved`.</param>
/// <param name="OverrideReason">Needed to approve what a department objects to.</param>
public sealed record FindingRequest(
    FindingResult Result, [property: Length(Case.ReasonMaxLength)] string? Reason = null, [property: Length(Case.ReasonMaxLength)] string? OverrideReason = null);

/// <summary>Why the clock stands still from today on.</summary>
/// <param name="Note">What is waited for, and from whom.</param>
public sealed record ClockStopRequest(StopGround Ground, [property: Length(Case.ReasonMaxLength)] string Note);

/// <summary>Where the case is sent up: either `officeId`, an office above the owner's, or its name.</summary>
/// <param name="Number">Of the letter.</param>
/// <param name="On">Of the letter.</param>
public sealed record RecommendationRequest(
    [property: Length(Case.NumberMaxLength)] string Number, LocalDate On, Guid? OfficeId = null, [property: Length(Case.NameMaxLength)] string? Office = null);

/// <summary>The higher office's answer.</summary>
/// <param name="On">Of its paper.</param>
/// <param name="Number">Of its paper.</param>
/// <param name="Note">Needed unless it is adopted.</param>
/// <param name="FileId">The scan, uploaded before.</param>
public sealed record HigherAnswerRequest(
    HigherResult Result,
    LocalDate On,
    [property: Length(Case.NumberMaxLength)] string? Number = null,
    [property: Length(Case.ReasonMaxLength)] string? Note = null,
    Guid? FileId = null);
