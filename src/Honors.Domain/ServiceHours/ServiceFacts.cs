using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>What a recorder states of one person's service. Either both moments are known, or the day and the minutes.</summary>
/// <param name="Minutes">Needed where the moments are unknown; where they are known, fewer than the interval when there were breaks, and null for all of it.</param>
/// <param name="LateReason">Why it is recorded later than the ten working days; of the provenance <see cref="Provenance.Retroactive"/>.</param>
/// <param name="TravelMinutes">The way there and back, beside <paramref name="Minutes"/>.</param>
public sealed record ServiceFacts(
    string Activity,
    ServiceCategory Category,
    Guid OrganizerId,
    LocalDate? ServedOn,
    Instant? StartsAt,
    Instant? EndsAt,
    int? Minutes,
    Provenance Provenance,
    string? Place,
    string? Content,
    string? InCharge,
    string? Evidence,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> VillageAssignmentIds,
    ActivityKind Kind = ActivityKind.Service,
    int TravelMinutes = 0,
    string? LateReason = null)
{
    /// <summary>The first local day and every day's share.</summary>
    /// <exception cref="RuleViolationException"><c>service-hours.when</c>; <c>.day-and-start</c>; <c>.in-future</c>; <c>.too-long</c>; <c>.minutes-over-interval</c>; <c>.minutes-over-day</c>.</exception>
    internal (LocalDate ServedOn, IReadOnlyList<DayShare> Days) SpreadOverDays(Instant now) => this switch
    {
        { StartsAt: { } start, EndsAt: { } end } => Timed(start, end, now),
        { StartsAt: null, EndsAt: null, ServedOn: { } day, Minutes: { } minutes } => Dated(day, minutes, now),
        _ => throw ServiceHoursRules.WhenUnclear(),
    };

    private (LocalDate, IReadOnlyList<DayShare>) Timed(Instant start, Instant end, Instant now)
    {
        if (end <= start) throw ServiceHoursRules.EndsBeforeItStarts();
        if (end > now) throw ServiceHoursRules.InFuture("endsAt");

        var length = (end - start).TotalMinutes;
        if (length > ServiceRecord.MostMinutes) throw ServiceHoursRules.TooLong();
        var day = start.InZone(ChinaTime.China).Date;
        if (ServedOn is { } stated && stated != day) throw ServiceHoursRules.DayIsNotThatOfTheStart(day);
        var minutes = Minutes ?? (int)length;
        if (minutes < 1 || minutes > length) throw ServiceHoursRules.MoreMinutesThanInterval((int)length);

        return (day, ServiceTime.SplitByDay(start, end, minutes, ChinaTime.China));
    }

    private static (LocalDate, IReadOnlyList<DayShare>) Dated(LocalDate day, int minutes, Instant now)
    {
        if (day > ChinaTime.Today(now)) throw ServiceHoursRules.InFuture("servedOn");
        if (minutes is < 1 or > 24 * 60) throw ServiceHoursRules.MoreMinutesThanADay();

        return (day, [new DayShare(day, minutes)]);
    }
}
