using Honors.Api.Contract;
using Honors.Domain.Deployments;
using Honors.Domain.Organizations;
using Honors.Domain.Titles;
using Honors.Domain.VillageAssignments;

namespace Honors.Api.PublicApi;

/// <summary>What a search finds, by kind; of each the ten that are spelt most like it.</summary>
public sealed record PublicFindings(
    PublicHits<FoundPerson> People, PublicHits<FoundTeam> Teams, PublicHits<FoundVillage> Villages, PublicHits<FoundTitle> Titles, PublicHits<FoundDeed> Deeds)
{
    internal static PublicFindings Nothing => new(PublicHits<FoundPerson>.None, PublicHits<FoundTeam>.None, PublicHits<FoundVillage>.None, PublicHits<FoundTitle>.None, PublicHits<FoundDeed>.None);

    internal bool IsEmpty => People.Items.Count + Teams.Items.Count + Villages.Items.Count + Titles.Items.Count + Deeds.Items.Count is 0;
}

/// <summary>Hits of one kind.</summary>
/// <param name="More">Whether there are others: the search may say more.</param>
public sealed record PublicHits<T>(IReadOnlyList<T> Items, bool More)
{
    internal static PublicHits<T> None => new([], false);
}

/// <summary>A person whose name a ground shows.</summary>
/// <param name="Unit">Where a ground shows it.</param>
/// <param name="Honours">Titles that a ground shows, newest first; three at most.</param>
public sealed record FoundPerson(string Number, string Name, string? Unit, IReadOnlyList<string> Honours);

/// <summary>A team.</summary>
public sealed record FoundTeam(Guid Id, string Name, TeamKind Kind, string KindText, string Division);

/// <summary>A village.</summary>
/// <param name="Within">Its county and township, as far as they are known.</param>
public sealed record FoundVillage(long Code, string Name, string Within);

/// <summary>A title of which the roll holds an honour.</summary>
public sealed record FoundTitle(Guid Id, string Name, TitleLevel Level, string LevelText);

/// <summary>A deed, and whose pages tell of it.</summary>
/// <param name="Excerpt">Where in its story the words stand; null where its name was found.</param>
public sealed record FoundDeed(string Name, PartialDateView When, string? Excerpt, IReadOnlyList<FoundActor> People);

/// <summary>Who did it, where a ground shows that.</summary>
public sealed record FoundActor(string Number, string Name);

/// <summary>A team as everybody may see it. Members and their honours are there where grounds show them.</summary>
/// <param name="Division">Where it sits.</param>
/// <param name="Members">Running memberships that a ground shows, by pinyin; it is not told how many others there are.</param>
/// <param name="Deployments">By year, newest first. What is still going on is not counted, nor are training, drills and stand-by.</param>
/// <param name="Results">What its deployments reached, by kind.</param>
/// <param name="Honours">The newest; the others are on the roll, `team=`.</param>
public sealed record PublicTeamPage(
    Guid Id,
    string Name,
    TeamKind Kind,
    string KindText,
    string Division,
    IReadOnlyList<PublicMember> Members,
    IReadOnlyList<YearCount> Deployments,
    IReadOnlyList<TeamResult> Results,
    int HonourCount,
    IReadOnlyList<PublicHonour> Honours);

/// <summary>A member whom a ground shows.</summary>
public sealed record PublicMember(string Number, string Name, PartialDateView Since);

/// <summary>How many in a year.</summary>
/// <param name="Year">Null where the date does not say one year.</param>
public sealed record YearCount(int? Year, int Count);

/// <summary>What deployments of a team reached. A sum is of exact figures alone; an approximate one stands for itself, and so does what was reached with other teams.</summary>
/// <param name="Exact">Sum of the exact figures of deployments on which the team was alone; null where there is none.</param>
/// <param name="ExactText">15人.</param>
/// <param name="Approximate">Of such deployments, figures that are not exact, largest first; never summed.</param>
/// <param name="Joint">Figures of several teams together: none of them is this team's own.</param>
public sealed record TeamResult(OutcomeKind Kind, string KindText, long? Exact, string? ExactText, IReadOnlyList<QuantityView> Approximate, IReadOnlyList<QuantityView> Joint);

/// <summary>A village, the postings to it and the kinds of help given. Households are nowhere.</summary>
/// <param name="Within">Its county and township.</param>
/// <param name="Postings">Newest first; those that no ground shows with their years alone.</param>
/// <param name="Help">Kinds of help of the postings shown, and where at least three people were posted, of all.</param>
public sealed record PublicVillage(long Code, string Name, string Within, IReadOnlyList<PublicPosting> Postings, IReadOnlyList<string> Help);

/// <summary>A posting. Without a ground it is nameless, and its years are all there is.</summary>
/// <param name="PersonNumber">Leads to `/public/people/{number}`; null where the name is not public.</param>
/// <param name="Name">姓名未公开 where no ground shows it.</param>
/// <param name="Years">2023年 to 2024年; an open end runs on, or is not known.</param>
/// <param name="Role">Null where the name is not public.</param>
/// <param name="SentBy">Null where the name is not public, and where it is not known.</param>
/// <param name="Help">Kinds of help, in the source's words where it has any.</param>
public sealed record PublicPosting(
    string? PersonNumber, string Name, string Years, AssignmentRole? Role, string? RoleText, string? SentBy, PartialDateView? From, PartialDateView? Until, string? DurationAsWritten,
    IReadOnlyList<string> Help);
