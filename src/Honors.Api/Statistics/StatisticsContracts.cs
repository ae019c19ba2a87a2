using Honors.Domain.Titles;

namespace Honors.Api.Statistics;

/// <summary>Figures as far as the caller sees the records. Confidential honours are in none.</summary>
public sealed record StatisticsResponse(HonourStatistics Honours, HoursStatistics Hours, DeploymentStatistics Deployments);

/// <summary>Figures for everybody. Hours of few people are kept back, and as many others as a difference would need.</summary>
/// <param name="LeastPeople">A figure of hours that fewer people gave is kept back.</param>
public sealed record PublicStatistics(int LeastPeople, HonourStatistics Honours, HoursStatistics Hours, DeploymentStatistics Deployments);

/// <summary>Honours in force. Each sum of a list is the count.</summary>
/// <param name="Definition">What is counted.</param>
public sealed record HonourStatistics(string Definition, int Count, IReadOnlyList<CountFigure> ByYear, IReadOnlyList<TitleFigure> ByTitle, IReadOnlyList<CountFigure> ByDivision);

/// <summary>Deployments that are over, without training, drills and stand-by. Each sum of a list is the count.</summary>
/// <param name="Definition">What is counted.</param>
/// <param name="ByDivision">By the county of the body that recorded it.</param>
public sealed record DeploymentStatistics(string Definition, int Count, IReadOnlyList<CountFigure> ByYear, IReadOnlyList<CountFigure> ByDivision);

/// <summary>A count.</summary>
/// <param name="Value">A year or a division's code; null: the date does not say one year.</param>
/// <param name="Link">Lists exactly these; null where no list has them alone.</param>
public sealed record CountFigure(string? Value, string Text, int Count, string? Link);

/// <summary>How often a title was given.</summary>
/// <param name="Link">Lists exactly these.</param>
public sealed record TitleFigure(Guid TitleId, string Title, TitleLevel Level, string LevelText, int Count, string? Link);

/// <summary>Verified, credited hours of days that no prior total holds; by local day, so that a night over New Year is in both years.</summary>
/// <param name="Definition">What is counted.</param>
/// <param name="ByYear">Newest first; together the total.</param>
/// <param name="ByDivision">By the county of the body that recorded them; together the total.</param>
/// <param name="Cells">Of one county in one year each, where there are any.</param>
public sealed record HoursStatistics(string Definition, HoursSum Total, IReadOnlyList<HoursSum> ByYear, IReadOnlyList<HoursSum> ByDivision, IReadOnlyList<HoursSum> Cells);

/// <summary>A sum of hours.</summary>
/// <param name="Year">Null: of all years.</param>
/// <param name="DivisionCode">Null: of all divisions.</param>
/// <param name="IsKeptBack">Few people gave them, or a figure of few would follow from this one: there is no figure.</param>
/// <param name="Minutes">Credited; null where kept back.</param>
/// <param name="HoursText">The same as people read it; null where kept back.</param>
/// <param name="People">How many people gave them; null where kept back.</param>
/// <param name="Link">Lists exactly these records; null of the public.</param>
public sealed record HoursSum(int? Year, long? DivisionCode, string Text, bool IsKeptBack, int? Minutes, string? HoursText, int? People, string? Link);
