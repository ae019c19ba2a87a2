using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Honors.Api.Data;

internal static class Conversions
{
    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;

    /// <summary>Whole microseconds since 1970: exact on either engine, ordered, and what the contract promises.</summary>
    internal sealed class InstantToMicroseconds() : ValueConverter<Instant, long>(
        i => i.ToUnixTimeTicks() / TicksPerMicrosecond, n => Instant.FromUnixTimeTicks(n * TicksPerMicrosecond));

    internal sealed class LocalDateToDateOnly() : ValueConverter<LocalDate, DateOnly>(d => d.ToDateOnly(), d => LocalDate.FromDateOnly(d));

    internal sealed class LocalTimeToTimeOnly() : ValueConverter<LocalTime, TimeOnly>(t => t.ToTimeOnly(), t => LocalTime.FromTimeOnly(t));
}
