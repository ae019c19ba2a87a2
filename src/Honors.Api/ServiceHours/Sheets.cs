using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Domain;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>What a sheet holds: from one day to another, both inclusive, with exactly the records that its figures add up.</summary>
/// <param name="OrganizationId">The unit; null on a person's own sheet.</param>
/// <param name="Organization">Its name.</param>
/// <param name="MadeAt">The sheet says what was so then.</param>
public sealed record ServiceSheet(
    Guid? OrganizationId,
    [property: Length(Organization.NameMaxLength)] string? Organization,
    LocalDate From,
    LocalDate To,
    Instant MadeAt,
    SheetFigures Total,
    [property: MostItems(ServiceSheet.MostPeople)] IReadOnlyList<SheetPerson> People)
{
    internal const int MostPeople = 1000, MostLines = 5000;
}

/// <summary>One person's part of a sheet.</summary>
/// <param name="ByCategory">The verified minutes by kind of service.</param>
/// <param name="OpenDisputes">Records on which a unit and the recording body have not settled yet, or that the person denies.</param>
public sealed record SheetPerson(
    Guid PersonId,
    [property: Length(Person.NameMaxLength)] string Name,
    [property: Length(Employment.PositionMaxLength)] string? Position,
    SheetFigures Figures,
    [property: MostItems(50)] IReadOnlyList<CategoryMinutes> ByCategory,
    int OpenDisputes,
    [property: MostItems(ServiceSheet.MostLines)] IReadOnlyList<SheetLine> Lines);

/// <summary>Credited minutes within the period.</summary>
/// <param name="Verified">They count.</param>
/// <param name="Confirmed">Those of them that a unit confirmed.</param>
/// <param name="Disputed">Those of the verified and the logged that are in dispute.</param>
/// <param name="Logged">They await verification, and count nothing yet.</param>
/// <param name="Contested">Denied, or claimed twice: they count nothing.</param>
public sealed record SheetFigures(int Verified, int Confirmed, int Disputed, int Logged, int Contested)
{
    internal static SheetFigures Of(IReadOnlyCollection<SheetLine> lines)
    {
        return new SheetFigures(
            Sum(l => l.Status is ServiceStatus.Verified),
            Sum(l => l is { Status: ServiceStatus.Verified, Confirmation: ConfirmationStatus.Confirmed or ConfirmationStatus.Overruled }),
            Sum(l => l.Status is not ServiceStatus.Contested && l.Confirmation is ConfirmationStatus.Disputed or ConfirmationStatus.Escalated),
            Sum(l => l.Status is ServiceStatus.Logged),
            Sum(l => l.Status is ServiceStatus.Contested));

        int Sum(Func<SheetLine, bool> which) => lines.Where(which).Sum(l => l.Minutes);
    }
}

/// <summary>Minutes of one kind of service.</summary>
public sealed record CategoryMinutes(ServiceCategory Category, int Minutes);

/// <summary>One record.</summary>
/// <param name="Minutes">What is credited of the days within the period.</param>
/// <param name="RecordedBy">The recording body's name.</param>
/// <param name="Confirmation">What became of the unit's word; null: it has said nothing yet.</param>
public sealed record SheetLine(
    Guid Id,
    LocalDate ServedOn,
    [property: Length(ServiceRecord.ActivityMaxLength)] string Activity,
    ServiceCategory Category,
    [property: Length(Organization.NameMaxLength)] string RecordedBy,
    int Minutes,
    ServiceStatus Status,
    ConfirmationStatus? Confirmation,
    ConfirmationReason? Reason);

internal static class Sheets
{
    public const string PeriodUnfit = "sheet.period", TooLong = "sheet.too-long";

    private const int MostDays = 370;

    /// <summary>Of the days that each person worked in the unit.</summary>
    public static async Task<ServiceSheet> OfUnit(HonorsDb db, Organization unit, LocalDate from, LocalDate to, Instant now, CancellationToken ct)
    {
        Check(from, to);
        var employments = await db.Employments.AsNoTracking()
            .Where(e => e.OrganizationId == unit.Id && e.Confirmed != null && (e.FirstDay == null || e.FirstDay <= to) && (e.LastDay == null || e.LastDay >= from)).ToListAsync(ct);
        var working = employments.ToLookup(e => e.PersonId);
        var people = await Make(db, [.. working.Select(w => w.Key)], from, to, r => working[r.PersonId].Any(e => e.Covers(r.ServedOn)), c => c.UnitId == unit.Id, ct);
        return new ServiceSheet(
            unit.Id, unit.Name, from, to, now, SheetFigures.Of([.. people.SelectMany(p => p.Lines)]),
            [.. people.Select(p => p with { Position = working[p.PersonId].Select(e => e.Position).FirstOrDefault(position => position is not null) })]);
    }

    /// <summary>Of all that a person gave, whichever unit spoke of it.</summary>
    public static async Task<ServiceSheet> OfPerson(HonorsDb db, Guid person, LocalDate from, LocalDate to, Instant now, CancellationToken ct)
    {
        Check(from, to);
        var people = await Make(db, [person], from, to, _ => true, _ => true, ct);
        return new ServiceSheet(null, null, from, to, now, SheetFigures.Of([.. people.SelectMany(p => p.Lines)]), people);
    }

    /// <summary>Whether a sheet can hold the period.</summary>
    public static bool Holds(LocalDate from, LocalDate to) => from <= to && Period.DaysBetween(from, to) < MostDays;

    /// <exception cref="RuleViolationException"><c>sheet.period</c>.</exception>
    private static void Check(LocalDate from, LocalDate to)
    {
        if (!Holds(from, to))
            throw new RuleViolationException(PeriodUnfit, Refusal.Impossible, "to", new Dictionary<string, object?> { ["mostDays"] = MostDays });
    }

    /// <exception cref="RuleViolationException"><c>sheet.too-long</c>.</exception>
    private static async Task<IReadOnlyList<SheetPerson>> Make(
        HonorsDb db, List<Guid> people, LocalDate from, LocalDate to, Func<ServiceRecord, bool> belongs, Func<UnitConfirmation, bool> counts, CancellationToken ct)
    {
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var found = await db.ServiceRecords.AsNoTracking()
            .Where(r => people.Contains(r.PersonId) && r.Status != ServiceStatus.Rejected && r.Status != ServiceStatus.Reversed && r.Days.Any(d => from <= d.Day && d.Day <= to))
            .OrderBy(r => r.SortDay).ThenBy(r => r.Id).Take(ServiceSheet.MostLines + 1).ToListAsync(ct);
        if (found.Count > ServiceSheet.MostLines || people.Count > ServiceSheet.MostPeople)
            throw new RuleViolationException(TooLong, Refusal.Conflict, null, new Dictionary<string, object?> { ["most"] = ServiceSheet.MostLines });

        var records = found.Where(belongs).ToList();
        var (ids, bodies) = (records.ConvertAll(r => r.Id), records.Select(r => r.RecordedBy).Distinct().ToList());
        var said = (await db.UnitConfirmations.AsNoTracking().Where(c => ids.Contains(c.ServiceRecordId)).ToListAsync(ct)).Where(counts).ToLookup(c => c.ServiceRecordId);
        var bodyNames = await db.Organizations.AsNoTracking().Where(o => bodies.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var lines = records.ToLookup(r => r.PersonId, LineOf);
        return [.. names.OrderBy(n => n.Name, StringComparer.Ordinal).ThenBy(n => n.Id).Select(n => PersonOf(n.Id, n.Name, [.. lines[n.Id]]))];

        SheetLine LineOf(ServiceRecord r)
        {
            // Of several units, the one that disputes says most.
            var word = said[r.Id].OrderBy(c => c.Status is not (ConfirmationStatus.Disputed or ConfirmationStatus.Escalated)).ThenBy(c => !c.Confirms).FirstOrDefault();
            return new SheetLine(
                r.Id, r.ServedOn, r.Activity, r.Category, bodyNames.GetValueOrDefault(r.RecordedBy) ?? "", r.Days.Where(d => from <= d.Day && d.Day <= to).Sum(d => d.Credited),
                r.Status, word?.Status, word?.Reason);
        }
    }

    private static SheetPerson PersonOf(Guid id, string name, IReadOnlyList<SheetLine> lines) => new(
        id, name, null, SheetFigures.Of(lines),
        [.. lines.Where(l => l.Status is ServiceStatus.Verified).GroupBy(l => l.Category).OrderBy(g => g.Key).Select(g => new CategoryMinutes(g.Key, g.Sum(l => l.Minutes)))],
        lines.Count(l => l.Status is ServiceStatus.Contested || l.Confirmation is ConfirmationStatus.Disputed or ConfirmationStatus.Escalated),
        lines);
}
