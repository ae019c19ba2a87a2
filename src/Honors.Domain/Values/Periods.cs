namespace Honors.Domain.Values;

/// <summary>A beginning and an end, each as exact as its source.</summary>
public static class Periods
{
    public const string EndsBeforeItBegins = "period.ends-before-it-begins";

    public const string EndUnknown = "period.end-unknown";

    /// <summary>Of something that ends now: its end must be known, however vaguely.</summary>
    /// <exception cref="RuleViolationException"><c>period.end-unknown</c>; <c>period.ends-before-it-begins</c>.</exception>
    public static void CheckEnding(PartialDate from, PartialDate until)
    {
        if (until.Latest is null) throw new RuleViolationException(EndUnknown, Refusal.Impossible, "until");

        Check(from, until);
    }

    /// <exception cref="RuleViolationException"><c>period.ends-before-it-begins</c>: not even the latest end reaches the earliest beginning.</exception>
    public static void Check(PartialDate from, PartialDate until)
    {
        if (until.Latest < from.Earliest) throw new RuleViolationException(EndsBeforeItBegins, Refusal.Impossible, "until");
    }
}
