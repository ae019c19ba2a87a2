namespace Honors.Domain.Values;

/// <summary>A beginning and an end, each as exact as its source.</summary>
public static class Periods
{
    public const string EndsBeforeItBegins = "period.ends-before-it-begins";

    /// <exception cref="RuleViolationException"><c>period.ends-before-it-begins</c>: not even the latest end reaches the earliest beginning.</exception>
    public static void Check(PartialDate from, PartialDate until)
    {
        if (until.Latest < from.Earliest) throw new RuleViolationException(EndsBeforeItBegins, Refusal.Impossible, "until");
    }
}
