namespace Honors.Domain.Titles;

public static class TitleRules
{
    public const string CommendationBelowCounty = "title.commendation-below-county";

    internal static RuleViolationException CommendationTooLow() => new(CommendationBelowCounty, Refusal.Impossible, "class");
}
