using Honors.Api.Awards;
using Honors.Api.Contract;
using Honors.Domain.Awards;
using Honors.Domain.Organizations;
using Honors.Domain.ServiceHours;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Api.PublicApi;

/// <summary>One honour as the public may see it.</summary>
/// <param name="AwardId">Leads to `/public/awards/{id}`; null where the name is not public.</param>
/// <param name="PersonNumber">Leads to `/public/people/{number}`; null where the name is not public.</param>
/// <param name="Recipient">The name; 姓名未公开 where no ground allows it.</param>
/// <param name="Division">The county or city it belongs to.</param>
/// <param name="Year">Only the year where the name is not public.</param>
/// <param name="GrantedBy">未载明 where the source does not say.</param>
public sealed record PublicHonour(
    Guid? AwardId, string? PersonNumber, string Recipient, string Title, TitleLevel Level, string LevelText, string Division, string Year, PartialDateView? ConferredOn, string? GrantedBy);

/// <summary>A page of the roll, and counts of all that the filters leave.</summary>
/// <param name="Next">Send it back as <c>after</c> to get the next page; null on the last.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record PublicRoll(IReadOnlyList<PublicHonour> Items, string? Next, int Count, PublicRollFacets Facets);

/// <summary>How many honours there are of what. What a nameless honour does not show is counted of no one: its kind of recipient, its teams.</summary>
/// <param name="Years">Only those that were certainly given in one year.</param>
/// <param name="Divisions">A city's count holds its counties.</param>
/// <param name="Unnamed">Of all that the filters leave, those whose recipient is not public.</param>
public sealed record PublicRollFacets(
    IReadOnlyList<RollFacet> Titles,
    IReadOnlyList<RollFacet> Levels,
    IReadOnlyList<RollFacet> Divisions,
    IReadOnlyList<RollFacet> Years,
    IReadOnlyList<RollFacet> Teams,
    IReadOnlyList<RollFacet> Kinds,
    int Unnamed);

/// <summary>One value of a filter.</summary>
/// <param name="Value">As the filter takes it.</param>
/// <param name="Count">Honours that choosing it would leave.</param>
public sealed record RollFacet(string Value, string Text, int Count);

/// <summary>An honour and how it came to be, as far as everybody may know it.</summary>
/// <param name="Verb">The word with which it was given; null where none is known.</param>
/// <param name="Events">In the order of the acts: of an award from before the registry, from which source it is known.</param>
public sealed record PublicAwardHistory(PublicHonour Honour, Verb? Verb, string? VerbText, IReadOnlyList<AwardEventView> Events);

/// <summary>A title that its granting body has taken back. A person is never named here; whoever was named on the roll no longer is.</summary>
/// <param name="Recipient">A body's name; 姓名未公开 of a person.</param>
/// <param name="RevokedBy">The granting body, whose paper it is.</param>
/// <param name="AnnouncedUntil">The last day on which it is announced, inclusive; null where none is set.</param>
public sealed record PublicRevocation(
    string Recipient, string Title, TitleLevel Level, string LevelText, string Division, string Year, string RevokedBy, string DocumentNumber, LocalDate RevokedOn, RevocationGround Ground, string GroundText,
    LocalDate? AnnouncedUntil);

/// <summary>What a person's grounds allow the public to see. A list holds only what a ground names.</summary>
/// <param name="Unit">Where the person works.</param>
/// <param name="Portrait">Path of a small picture; null unless a ground shows one.</param>
/// <param name="PriorTotals">Totals from before the registry; they stand apart from recorded hours.</param>
/// <param name="RecordedHours">Hours that have records; null unless a ground shows them.</param>
/// <param name="HoursByKind">The same hours by kind, most first; empty unless a ground shows them.</param>
/// <param name="Sources">What the page rests on.</param>
public sealed record PublicPerson(
    string Number,
    string Name,
    string? Unit,
    string? Portrait,
    IReadOnlyList<PublicTeam> Teams,
    IReadOnlyList<PublicAward> Awards,
    IReadOnlyList<PublicDeed> Deeds,
    IReadOnlyList<PublicDeployment> Deployments,
    IReadOnlyList<PublicPriorTotal> PriorTotals,
    string? RecordedHours,
    IReadOnlyList<PublicHours> HoursByKind,
    IReadOnlyList<PublicVillageAssignment> VillageAssignments,
    IReadOnlyList<SourceView> Sources);

/// <summary>Hours of one kind of service.</summary>
/// <param name="Text">2小时30分钟.</param>
public sealed record PublicHours(ServiceCategory Category, string CategoryText, int Minutes, string Text);

/// <summary>A team the person belongs to.</summary>
public sealed record PublicTeam(Guid Id, string Name, TeamKind? Kind, PartialDateView Since);

/// <summary>An honour of the person.</summary>
/// <param name="Id">Leads to `/public/awards/{id}`.</param>
/// <param name="GrantedBy">未载明 where the source does not say.</param>
/// <param name="DocumentNumber">Of the decision.</param>
/// <param name="Posthumous">追授.</param>
public sealed record PublicAward(
    Guid Id, string Title, TitleLevel Level, string LevelText, string GrantedBy, PartialDateView ConferredOn, string? Ceremony, string? DocumentNumber, bool Posthumous);

/// <summary>A deed of the person. Those who were helped are a count, never a person.</summary>
public sealed record PublicDeed(string Name, PartialDateView When, string? TimeAsWritten, string? Place, string? Summary, IReadOnlyList<string> Helped);

/// <summary>A deployment the person took part in.</summary>
/// <param name="Host">The body whose base took the teams in.</param>
public sealed record PublicDeployment(
    string Name,
    PartialDateView When,
    QuantityView? Days,
    QuantityView? CallOuts,
    string? Place,
    string? Base,
    string? Host,
    string? Summary,
    IReadOnlyList<PublicDeploymentTeam> Teams,
    IReadOnlyList<PublicOutcome> Outcomes);

/// <summary>A team that took part, and how many of it.</summary>
public sealed record PublicDeploymentTeam(string Name, QuantityView? HeadCount);

/// <summary>A result, and whose figure it is: a team's or a joint figure is not the person's.</summary>
/// <param name="Text">救出 近200人（联合行动）.</param>
public sealed record PublicOutcome(string Kind, QuantityView Quantity, string ScopeText, string Text);

/// <summary>A total from before the registry.</summary>
/// <param name="HoursText">400小时.</param>
public sealed record PublicPriorTotal(
    PartialDateView AsOf, int? Minutes, string? HoursText, QuantityView? Activities, QuantityView? PeopleHelped, IReadOnlyList<string> Kinds, string? SpanAsWritten);

/// <summary>A posting to a village.</summary>
/// <param name="VillageCode">Twelve digits.</param>
/// <param name="Help">Kinds of help given, in the source's words where it has any.</param>
public sealed record PublicVillageAssignment(
    long VillageCode, string Village, string? SentBy, PartialDateView From, PartialDateView Until, string? DurationAsWritten, IReadOnlyList<string> Help);
