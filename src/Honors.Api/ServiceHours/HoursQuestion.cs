using System.Globalization;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain;
using Honors.Domain.Divisions;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.ServiceHours;

/// <summary>Whose hours.</summary>
/// <param name="PersonId">Of this person.</param>
/// <param name="TeamId">Given in the name of this team.</param>
/// <param name="UnitId">Of the people of this unit, on days of a confirmed employment there.</param>
/// <param name="DivisionCode">Recorded by bodies of this division.</param>
public sealed record HoursScope(Guid? PersonId, Guid? TeamId, Guid? UnitId, [property: DivisionCode] long? DivisionCode);

/// <summary>Of which days, and as it stood when. A record that crosses midnight or New Year counts to each day by its minutes.</summary>
/// <param name="Year">A natural year; instead of `schoolYear` or `from` and `to`.</param>
/// <param name="SchoolYear">2025: from 2025-09-01 to 2026-08-31.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="AsOf">As it stood at the end of this day: what was logged, verified, reversed or credited anew later is left out. Now, when absent.</param>
public sealed record HoursPeriod(
    [property: Between(1950, 2100)] int? Year, [property: Between(1950, 2100)] int? SchoolYear, DateOnly? From, DateOnly? To, DateOnly? AsOf)
{
    /// <summary>Both inclusive; all days where nothing is said.</summary>
    /// <exception cref="RuleViolationException"><c>hours-total.period</c>: said in two ways, or it ends before it begins.</exception>
    internal (LocalDate First, LocalDate Last) Days()
    {
        var ways = (Year is null ? 0 : 1) + (SchoolYear is null ? 0 : 1) + (From is null && To is null ? 0 : 1);
        if (ways > 1) throw HoursTotalRules.PeriodUnclear("from");
        if (Year is { } year) return (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        if (SchoolYear is { } began) return (new LocalDate(began, 9, 1), new LocalDate(began + 1, 8, 31));

        var first = From is { } from ? LocalDate.FromDateOnly(from) : new LocalDate(1900, 1, 1);
        var last = To is { } to ? LocalDate.FromDateOnly(to) : new LocalDate(2200, 12, 31);
        return first <= last && first.Year > 1 ? (first, last) : throw HoursTotalRules.PeriodUnclear("to");
    }

    /// <summary>The last moment that is looked at.</summary>
    internal Instant Until(Instant now) => AsOf is { } day && day < DateOnly.MaxValue
        ? ChinaTime.China.AtStartOfDay(LocalDate.FromDateOnly(day).PlusDays(1)).ToInstant() - Duration.FromTicks(10)
        : now;
}

/// <summary>What the minutes are of, beyond whose and when.</summary>
/// <param name="State">`verified` when absent.</param>
/// <param name="Provenance">Only what came to be known so.</param>
/// <param name="Kind">Only time given to this; all but training when absent.</param>
/// <param name="WithinPriorTotals">Whether a prior total of the person may hold the day already; either, when absent.</param>
/// <param name="Confirmed">Whether a unit had confirmed the record by then; either, when absent.</param>
public sealed record HoursFilter(Word<HoursState>? State, Word<Provenance>? Provenance, Word<ActivityKind>? Kind, bool? WithinPriorTotals, bool? Confirmed);

/// <summary>One figure of hours: it says which records it is the sum of.</summary>
internal sealed record HoursQuestion(
    HoursScope Scope, HoursPeriod Period, Instant Until, HoursState State, Provenance? Provenance = null, ActivityKind? Kind = null, bool? WithinPriorTotals = null,
    bool? Confirmed = null)
{
    /// <summary>
    /// Every day of every record that the figure is the sum of. Totals and lists ask the same, so that they cannot differ. Reads by the person's, the
    /// team's, the unit's or the division's own index; a day that was credited anew later is taken with its figure of then.
    /// </summary>
    public IQueryable<CountedDay> Days(HonorsDb db)
    {
        var (first, last) = Period.Days();
        var records = Records(db, first, last);
        var until = Until;
        var days = records.Where(r => r.CreditedAt <= until)
            .SelectMany(r => r.Days, (r, d) => new CountedDay { RecordId = r.Id, SortDay = r.SortDay, PersonId = r.PersonId, RecordedIn = r.RecordedIn, Provenance = r.Provenance, Kind = r.Kind, Day = d.Day, Minutes = d.Minutes, Credited = d.Credited })
            .Concat(records.SelectMany(r => r.FormerCredits, (r, f) => new { Record = r, Former = f }).Where(x => x.Former.Since <= until && x.Former.Until > until)
                .Select(x => new CountedDay { RecordId = x.Record.Id, SortDay = x.Record.SortDay, PersonId = x.Record.PersonId, RecordedIn = x.Record.RecordedIn, Provenance = x.Record.Provenance, Kind = x.Record.Kind, Day = x.Former.Day, Minutes = x.Former.Minutes, Credited = x.Former.Credited }))
            .Where(d => d.Day >= first && d.Day <= last);
        if (Scope.UnitId is { } unit)
        {
            days = days.Where(d => db.Employments.Any(e => e.PersonId == d.PersonId && e.OrganizationId == unit && e.Confirmed != null
                && (e.FirstDay == null || e.FirstDay <= d.Day) && (e.LastDay == null || d.Day <= e.LastDay)));
        }

        if (WithinPriorTotals is { } within) days = days.Where(d => db.PriorTotals.Any(t => t.PersonId == d.PersonId && t.LastDay >= d.Day) == within);
        return days;
    }

    private IQueryable<ServiceRecord> Records(HonorsDb db, LocalDate first, LocalDate last)
    {
        var from = first.PlusDays(-ServiceRecord.MostDays);
        var records = db.ServiceRecords.Where(r => r.SortDay >= from && r.SortDay <= last);
        if (Scope.PersonId is { } person) records = records.Where(r => r.PersonId == person);
        if (Scope.TeamId is { } team) records = records.Where(r => r.Teams.Any(t => t.Id == team));
        if (Scope.UnitId is { } unit) records = records.Where(r => db.Employments.Any(e => e.PersonId == r.PersonId && e.OrganizationId == unit && e.Confirmed != null));
        if (Scope.DivisionCode is { } division && DivisionCodes.RangeOf(division) is var (low, high)) records = records.Where(r => r.RecordedIn >= low && r.RecordedIn <= high);
        if (Provenance is { } provenance) records = records.Where(r => r.Provenance == provenance);
        records = Kind is { } kind ? records.Where(r => r.Kind == kind) : records.Where(r => r.Kind != ActivityKind.Training);

        var until = Until;
        if (Confirmed is { } confirmed)
        {
            records = records.Where(r => db.UnitConfirmations.Any(c => c.ServiceRecordId == r.Id
                && c.ConfirmedIn.Any(s => s.Since <= until && (s.Until == null || s.Until > until))) == confirmed);
        }

        records = records.Where(r => r.ReversedAt == null || r.ReversedAt > until);
        return State switch
        {
            HoursState.Verified => records.Where(r => (r.SettledAt <= until && r.RejectionReason == null) || (r.VerifiedBeforeDenialAt <= until && r.DeniedAt > until)),
            HoursState.Logged => records.Where(r => r.LoggedAt <= until && (r.SettledAt == null || r.SettledAt > until)
                && (r.VerifiedBeforeDenialAt == null || r.VerifiedBeforeDenialAt > until || r.DeniedAt <= until)
                && (r.ContestedWithId == null || r.DecidedAt <= until)
                && (r.DeniedAt == null || r.DeniedAt > until || (r.DecidedAt <= until && r.DecidedAt >= r.DeniedAt))),
            _ => records.Where(r => r.LoggedAt <= until
                && ((r.ContestedWithId != null && (r.DecidedAt == null || r.DecidedAt > until))
                    || (r.DeniedAt <= until && (r.DecidedAt == null || r.DecidedAt > until || r.DecidedAt < r.DeniedAt)))),
        };
    }

    /// <summary>Where exactly these records are listed.</summary>
    public string Link()
    {
        List<string> query = [];
        Add("personId", Scope.PersonId?.ToString());
        Add("teamId", Scope.TeamId?.ToString());
        Add("unitId", Scope.UnitId?.ToString());
        Add("divisionCode", Scope.DivisionCode?.ToString(CultureInfo.InvariantCulture));
        var (first, last) = Period.Days();
        Add("from", LocalDatePattern.Iso.Format(first));
        Add("to", LocalDatePattern.Iso.Format(last));
        Add("asOf", Period.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("state", Spelt(State.ToString()));
        Add("provenance", Provenance is { } provenance ? Spelt(provenance.ToString()) : null);
        Add("kind", Kind is { } kind ? Spelt(kind.ToString()) : null);
        Add("confirmed", Confirmed is { } confirmed ? (confirmed ? "true" : "false") : null);
        Add("withinPriorTotals", WithinPriorTotals is { } within ? (within ? "true" : "false") : null);
        return $"/api/v1/service-hours/counted?{string.Join('&', query)}";

        void Add(string name, string? value)
        {
            if (value is not null) query.Add($"{name}={value}");
        }

        static string Spelt(string word) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word);
    }
}

/// <summary>One local day of one record, with what of it was credited at the time asked for.</summary>
internal sealed class CountedDay
{
    public Guid RecordId { get; init; }

    public LocalDate SortDay { get; init; }

    public Guid PersonId { get; init; }

    public long RecordedIn { get; init; }

    public Provenance Provenance { get; init; }

    public ActivityKind Kind { get; init; }

    public LocalDate Day { get; init; }

    public int Minutes { get; init; }

    public int Credited { get; init; }
}

internal static class HoursTotalRules
{
    public const string Period = "hours-total.period";

    public static RuleViolationException PeriodUnclear(string member) => new(Period, Refusal.Impossible, member);
}
