using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Divisions;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.ServiceHours;

/// <summary>By which rule hours are credited, and who may verify a long day. Both look at every body's hours of the person, since no body sees them all.</summary>
internal static class Crediting
{
    private const int Batch = 500;

    /// <summary>Says what of a record counts, by the rule of its place and day.</summary>
    public static async Task Credit(this HonorsDb db, ServiceRecord record, CancellationToken ct)
    {
        var rule = CreditingRule.Holding(await db.CreditingRulesOver(record.RecordedIn, ct), record.RecordedIn, record.ServedOn);
        var others = rule.Facts.MostMinutesADay is null ? [] : await db.HoldingTimeNear(record).Everyones().ToListAsync(ct);
        record.CreditBy(rule, day => others.Where(o => o.FillsTiers).SelectMany(o => o.Days).Where(d => d.Day == day).Sum(d => d.Credited));
    }

    /// <summary>All rules that may hold in a division: its own, those of the divisions around it, and that of the country. They are few.</summary>
    public static Task<List<CreditingRule>> CreditingRulesOver(this HonorsDb db, long division, CancellationToken ct)
    {
        var around = Around(division);
        return db.CreditingRules.AsNoTracking().Where(r => r.DivisionCode == null || around.Contains(r.DivisionCode.Value)).ToListAsync(ct);
    }

    /// <summary>The division and those around it.</summary>
    public static long[] Around(long division) =>
        [.. new[] { DivisionCodes.Province, DivisionCodes.City, DivisionCodes.County, DivisionCodes.Township, 1 }.Select(size => division / size * size)];

    /// <exception cref="RuleViolationException"><c>service-hours.higher-verifier</c>; <c>service-hours.late-verifier</c>.</exception>
    public static async Task RefuseBeyondTier(this HonorsDb db, ServiceRecord record, Caller caller, CancellationToken ct)
    {
        if ((await db.BeyondTier([record], caller, ct)).TryGetValue(record.Id, out var refusal)) throw refusal;
    }

    /// <summary>
    /// Which of these records the caller stands too low to verify, and why: those of too long a day, by the sum of what the person gave that day and that
    /// stands, and those recorded late.
    /// </summary>
    public static async Task<Dictionary<Guid, RuleViolationException>> BeyondTier(
        this HonorsDb db, IReadOnlyCollection<ServiceRecord> records, Caller caller, CancellationToken ct)
    {
        var beyond = records.Where(r => r.Provenance is Provenance.Retroactive && !caller.MayAbove(Right.Verify, r))
            .ToDictionary(r => r.Id, _ => ServiceHoursRules.LateApprovedAbove());
        var asked = records.Where(r => !r.IsEmergency && !beyond.ContainsKey(r.Id) && caller.LevelOn(r) is not VerifierLevel.County).ToList();
        if (asked is []) return beyond;

        var ids = asked.ConvertAll(r => r.RuleId).Distinct().ToList();
        var rules = await db.CreditingRules.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var persons = asked.ConvertAll(r => r.PersonId).Distinct().ToList();
        var days = asked.SelectMany(r => r.Days).Select(d => d.Day).ToList();
        var stored = await db.HoldingTime(persons, days.Min(), days.Max()).Everyones().ToListAsync(ct);
        var all = records.Concat(stored).DistinctBy(r => r.Id).ToLookup(r => r.PersonId);

        foreach (var record in asked)
        {
            var rule = rules[record.RuleId!.Value];
            if (!rule.Counts(record.Kind)) continue;

            var sums = record.Days.Select(d => new DayShare(d.Day, all[record.PersonId].Where(o => (o.FillsTiers || o.Id == record.Id) && rule.Counts(o.Kind))
                .SelectMany(o => o.Days).Where(o => o.Day == d.Day).Sum(o => o.Minutes)));
            if (rule.Objection(caller.LevelOn(record), sums) is { } objection) beyond[record.Id] = objection;
        }

        return beyond;
    }

    /// <summary>Hours from before there were rules count as they did: all that was given.</summary>
    public static async Task CreditFirstHours(this HonorsDb db, CancellationToken ct = default)
    {
        var national = await db.CreditingRules.SingleAsync(r => r.Id == CreditingRule.NationalId, ct);
        while (await db.ServiceRecords.IgnoreQueryFilters([HonorsDb.Visible]).Where(r => r.RuleId == null).OrderBy(r => r.Id).Take(Batch).ToListAsync(ct) is [_, ..] records)
        {
            foreach (var record in records)
            {
                record.CreditBy(national, _ => 0);
                // The moments follow from the signatures and are not in these rows yet.
                db.Entry(record).State = EntityState.Modified;
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Words of units from before their spans were kept.</summary>
    public static async Task KeepFirstSpans(this HonorsDb db, CancellationToken ct = default)
    {
        while (await db.UnitConfirmations.IgnoreQueryFilters([HonorsDb.Visible])
            .Where(c => (c.Status == ConfirmationStatus.Confirmed || c.Status == ConfirmationStatus.Overruled) && !c.ConfirmedIn.Any())
            .OrderBy(c => c.Id).Take(Batch).ToListAsync(ct) is [_, ..] words)
        {
            foreach (var word in words) word.KeepSpan();
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static VerifierLevel LevelOn(this Caller caller, ServiceRecord record) => caller.MayInCounty(Right.Verify, record) ? VerifierLevel.County
        : caller.MayAbove(Right.Verify, record) ? VerifierLevel.Above
        : VerifierLevel.Recorder;
}
