using NodaTime;

namespace Honors.Domain.Values;

/// <summary>A stretch of time: <paramref name="From"/> inclusive, <paramref name="To"/> exclusive and later.</summary>
public readonly record struct Span(Instant From, Instant To)
{
    public int Minutes => (int)(To - From).TotalMinutes;

    public bool Intersects(Span other) => From < other.To && other.From < To;

    /// <summary>Cuts at each local midnight.</summary>
    public IEnumerable<(LocalDate Day, Span Part)> ByDay()
    {
        for (var from = From; from < To;)
        {
            var day = ChinaTime.Today(from);
            var to = Instant.Min(To, ChinaTime.China.AtStartOfDay(day.PlusDays(1)).ToInstant());
            yield return (day, new Span(from, to));
            from = to;
        }
    }
}

public static class Spans
{
    public static List<Span> Within(this IEnumerable<Span> spans, Span limits) =>
        [.. spans.Where(limits.Intersects).Select(s => new Span(Instant.Max(s.From, limits.From), Instant.Min(s.To, limits.To)))];

    public static List<Span> Without(this IEnumerable<Span> spans, Span taken) => [.. spans.SelectMany(s => Rest(s, taken))];

    public static int Minutes(this IEnumerable<Span> spans) => spans.Sum(s => s.Minutes);

    private static IEnumerable<Span> Rest(Span span, Span taken)
    {
        if (!span.Intersects(taken))
        {
            yield return span;
            yield break;
        }

        if (span.From < taken.From) yield return span with { To = taken.From };
        if (taken.To < span.To) yield return span with { From = taken.To };
    }
}
