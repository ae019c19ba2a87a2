using System.Globalization;
using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Calendar;

/// <summary>
/// One version of a year's schedule: which weekdays are off and which days of a weekend are worked (全国年节及纪念日放假办法, and the
/// State Council's yearly notice). A correction is a new version; what was counted with an earlier one stays as it was.
/// </summary>
public sealed class CalendarYear : IIdentified
{
    public const int FirstYear = 1986, LastYear = 2100, MostDaysOff = 80, MostMakeUpDays = 30;

    private CalendarYear() { }

    public Guid Id { get; private set; }

    public int Year { get; private set; }

    /// <summary>1 is the first that was entered for the year; the highest holds.</summary>
    public int Version { get; private set; }

    /// <summary>Days on which nobody works, in order; a Saturday or Sunday may stand among them, and is off either way.</summary>
    public IReadOnlyList<LocalDate> DaysOff { get; private set; } = [];

    /// <summary>调休上班: Saturdays and Sundays that are worked, in order.</summary>
    public IReadOnlyList<LocalDate> MakeUpDays { get; private set; } = [];

    public Source Source { get; private set; } = null!;

    /// <summary>Null: it came with the program.</summary>
    public Signature? Entered { get; private set; }

    /// <param name="before">The version that holds so far; null for a new year.</param>
    /// <exception cref="RuleViolationException">
    /// <c>calendar.day-of-another-year</c>; <c>calendar.day-twice</c>; <c>calendar.make-up-on-weekday</c>; <c>calendar.unchanged</c>: the version that holds says the same.
    /// </exception>
    public static CalendarYear Enter(Guid id, int year, ScheduleFacts facts, CalendarYear? before, Actor actor, Instant now)
    {
        var (off, makeUp) = (facts.DaysOff.Order().ToList(), facts.MakeUpDays.Order().ToList());
        if (off.Concat(makeUp).Any(d => d.Year != year)) throw CalendarRules.OtherYear(year);
        if (off.Concat(makeUp).Distinct().Count() < off.Count + makeUp.Count) throw CalendarRules.DayTwice();
        if (makeUp.Where(d => !d.IsWeekend()).Cast<LocalDate?>().FirstOrDefault() is { } weekday) throw CalendarRules.MakeUpOnWeekday(weekday);
        if (before is not null && before.DaysOff.SequenceEqual(off) && before.MakeUpDays.SequenceEqual(makeUp)) throw CalendarRules.Unchanged(before.Version);

        return new CalendarYear
        {
            Id = id,
            Year = year,
            Version = 1 + (before?.Version ?? 0),
            DaysOff = off,
            MakeUpDays = makeUp,
            Source = facts.Source,
            Entered = Signature.Of(actor, now),
        };
    }

    /// <summary>The years that come with the program; each call reads them anew.</summary>
    public static IEnumerable<CalendarYear> Shipped()
    {
        var days = Rows("schedules.tsv").Select(r => (Day: LocalDate.FromDateOnly(DateOnly.ParseExact(r[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)), Kind: r[1])).ToLookup(d => d.Day.Year);
        foreach (var source in Rows("sources.tsv"))
        {
            var year = int.Parse(source[0], CultureInfo.InvariantCulture);
            yield return new CalendarYear
            {
                Id = Guid.CreateVersion7(),
                Year = year,
                Version = 1,
                DaysOff = [.. days[year].Where(d => d.Kind is "off").Select(d => d.Day)],
                MakeUpDays = [.. days[year].Where(d => d.Kind is "work").Select(d => d.Day)],
                Source = new Source(source[1], PartialDate.Parse(source[2]), source[3]),
            };
        }
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(CalendarYear).Assembly.GetManifestResourceStream(typeof(CalendarYear), file)!;
        using var lines = new StreamReader(stream);

        lines.ReadLine(); // the header
        while (lines.ReadLine() is { } line) yield return line.Split('\t');
    }
}

/// <summary>What the notice of a year says.</summary>
public sealed record ScheduleFacts(IReadOnlyList<LocalDate> DaysOff, IReadOnlyList<LocalDate> MakeUpDays, Source Source);

internal static class Weekends
{
    public static bool IsWeekend(this LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
