using Honors.Domain.Nominations;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>What waits for somebody.</summary>
/// <param name="Items">The soonest due first; what has no day comes last.</param>
/// <param name="Next">Send it back as `after` to get the next page; null on the last.</param>
/// <param name="Counts">Of all that was asked for, not of this page.</param>
public sealed record NominationDesk(IReadOnlyList<NominationResponse> Items, string? Next, IReadOnlyList<DeskCount> Counts);

/// <summary>How much waits at one office for one side.</summary>
/// <param name="OwnerId">The office whose cases they are.</param>
/// <param name="Late">Their day is over.</param>
/// <param name="DueSoon">Due today or within the next five working days; null while the calendar of those days is not loaded.</param>
public sealed record DeskCount(Guid OwnerId, WaitsFor WaitsFor, int All, int Late, int? DueSoon);

/// <summary>What the nominee had, or was put forward for, before.</summary>
/// <param name="Awards">Of this title, and of those that must have been given before it; newest first.</param>
/// <param name="Nominations">Other nominations of the same nominee that the caller may see, newest first; at most 100.</param>
public sealed record NominationHistory(IReadOnlyList<EarlierAward> Awards, IReadOnlyList<EarlierNomination> Nominations);

/// <summary>An award from before.</summary>
/// <param name="AwardId">Null where the caller may not see it: then a rule of the procedure needs the fact, and the fact alone is told.</param>
/// <param name="Year">Null where no source says.</param>
public sealed record EarlierAward(Guid? AwardId, Guid TitleId, string Title, int? Year);

/// <summary>Another nomination of the same nominee.</summary>
public sealed record EarlierNomination(Guid Id, Guid TitleId, string Title, NominationStatus Status, LocalDate SubmittedOn);
