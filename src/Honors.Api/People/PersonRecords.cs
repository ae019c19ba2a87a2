using Honors.Api.Accounts;
using Honors.Api.Audit;
using Honors.Api.Awards;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Deeds;
using Honors.Api.Deployments;
using Honors.Api.Identities;
using Honors.Api.ServiceHours;
using Honors.Api.Teams;
using Honors.Api.VillageAssignments;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.People;

/// <summary>Everything linked to a person that the caller may see.</summary>
/// <param name="RecordedHours">Verified minutes that have records; prior totals are not in them.</param>
/// <param name="Memberships">All of them.</param>
/// <param name="ServiceHours">
/// The newest; `next` goes on at `/service-hours?personId=`. So do deployments, deeds, awards and postings at theirs, and all else under `/people/{id}`.
/// </param>
/// <param name="Grounds">Ended grounds and withdrawn consents too.</param>
/// <param name="MinimumConsents">Whom the person let ask for a minimum of hours; for the person and a guardian alone, as are the answers.</param>
/// <param name="MinimumAnswers">Who asked, when, and what the answer was.</param>
/// <param name="Identity">Masked; for the person and a guardian alone, as are the next two.</param>
/// <param name="IdentityReadings">Who saw the whole identity number, and what for.</param>
/// <param name="Readers">Who read this record, or one that was merged into it, but for the person and guardians.</param>
public sealed record PersonRecord(
    PersonResponse Person,
    IReadOnlyList<MembershipResponse> Memberships,
    Page<EmploymentResponse> Employments,
    Page<PriorTotalResponse> PriorTotals,
    RecordedHours RecordedHours,
    Page<ServiceHoursResponse> ServiceHours,
    Page<DeploymentResponse> Deployments,
    Page<DeedResponse> Deeds,
    Page<AwardResponse> Awards,
    Page<VillageAssignmentResponse> VillageAssignments,
    Page<GuardianResponse> Guardians,
    Page<GroundResponse> Grounds,
    Page<AffiliationResponse> Affiliations,
    Page<CorrectionResponse> Corrections,
    Page<StarResponse> Stars,
    Page<MinimumConsentResponse>? MinimumConsents,
    Page<MinimumAnswerResponse>? MinimumAnswers,
    IdentityResponse? Identity,
    Page<IdentityReadingView>? IdentityReadings,
    IReadOnlyList<RecordReader>? Readers);

/// <summary>Who read the person's whole record, how often and when.</summary>
/// <param name="PersonId">The human behind the account; null of a program.</param>
public sealed record RecordReader(Guid AccountId, Guid? PersonId, int Times, Instant First, Instant Last);

/// <summary>Hours that have records, apart from any total from before the registry.</summary>
/// <param name="Minutes">Verified, credited, and later than any prior total; training is not in them.</param>
/// <param name="Text">In the reader's language.</param>
/// <param name="ByProvenance">The same minutes by how they came to be known.</param>
/// <param name="MinutesWithinPriorTotals">Verified, but of days that a prior total may hold already: they add nothing.</param>
/// <param name="MinutesLogged">Awaiting verification: they count nothing yet.</param>
/// <param name="MinutesContested">Claimed by two records: they count nothing until the office has settled which counts.</param>
public sealed record RecordedHours(
    int Minutes, string Text, IReadOnlyList<ProvenanceMinutes> ByProvenance, int MinutesWithinPriorTotals, int MinutesLogged, int MinutesContested);

/// <summary>Minutes that came to be known in one way.</summary>
public sealed record ProvenanceMinutes(Provenance Provenance, int Minutes);

internal static class PersonRecords
{
    /// <summary>Shows everything linked to the person that the caller may see: to the person, a full copy (PIPL art. 45).</summary>
    /// <remarks>When anybody but the person or a guardian reads it, that leaves an audit entry, which the copy shows.</remarks>
    public static async Task<Results<Ok<PersonRecord>, NotFound>> Get(
        Guid id, HttpContext http, Caller caller, HonorsDb db, Cursors cursors, IdentitySeal seal, ReadAudit audit, IClock clock, CancellationToken ct)
    {
        if (await db.People.Where(p => p.Id == id).Select(PersonResponse.From).SingleOrDefaultAsync(ct) is not { } person) return TypedResults.NotFound();

        var most = PageQuery.Most(cursors);
        var linked = RecordFilter.OfPerson(id);
        var isCopy = caller.Owns(id);
        var record = new PersonRecord(
            person,
            await db.Memberships.AsNoTracking().Where(m => m.PersonId == id).OrderByDescending(m => m.Id).Select(MembershipProjection.Of(db)).ToListAsync(ct),
            await db.Employments.Where(e => e.PersonId == id).ToPageById(most, EmploymentResponse.Projection, ct),
            await db.PriorTotals.Where(t => t.PersonId == id).ToPageById(most, PriorTotalResponse.From, ct),
            await CountHours(db.PriorTotals, db.ServiceRecords, id, ct),
            await db.ServiceRecords.Matching(linked).ToPage(most, ServiceHoursResponse.From, ct),
            await db.Deployments.Matching(linked, db).ToPage(most, DeploymentResponse.SeenBy(db), ct),
            await db.Deeds.Matching(linked).ToPage(most, DeedResponse.From, ct),
            await db.Awards.Matching(linked).ToPage(most, AwardResponse.From, ct),
            await db.VillageAssignments.Where(v => v.PersonId == id).ToPage(most, VillageAssignmentResponse.Projection, ct),
            await db.Guardianships.Where(g => g.PersonId == id).ToPageById(most, GuardianResponse.Projection, ct),
            await db.Grounds.Where(g => g.PersonId == id).ToPageById(most, GroundResponse.From, ct),
            await db.Affiliations.Where(a => a.PersonId == id).ToPageById(most, AffiliationResponse.From, ct),
            await db.Corrections.Where(c => c.PersonId == id).ToPageById(most, CorrectionResponse.From, ct),
            await db.StarRatings.Where(s => s.PersonId == id).ToPageById(most, StarResponse.Projection, ct),
            isCopy ? await db.MinimumConsents.Where(c => c.PersonId == id).ToPageById(most, MinimumConsentResponse.Projection, ct) : null,
            isCopy ? await db.MinimumAnswers.Where(a => a.PersonId == id).ToPageById(most, MinimumAnswerResponse.Projection, ct) : null,
            isCopy && await IdentitiesEndpoints.Of(id, db, ct) is { } identity
                ? IdentitiesEndpoints.Masked(identity, seal, clock.GetCurrentInstant())
                : null,
            isCopy ? await db.IdentityReadings.Where(r => r.PersonId == id).ToPageById(most, IdentityReadingView.From, ct) : null,
            isCopy ? await Readers(db, id, ct) : null);
        if (!isCopy) await audit.Record(http, db, PathOf(id));
        return TypedResults.Ok(record);
    }

    private static string PathOf(Guid person) => $"/api/v1/people/{person}/record";

    private static async Task<IReadOnlyList<RecordReader>> Readers(HonorsDb db, Guid person, CancellationToken ct)
    {
        var ids = await db.People.IgnoreQueryFilters([HonorsDb.Visible, HonorsDb.Unmerged]).Where(p => p.Id == person || p.MergedIntoId == person).Select(p => p.Id).ToListAsync(ct);
        var paths = ids.ConvertAll(PathOf);
        return await db.AuditEntries.Where(e => paths.Contains(e.Resource)).GroupBy(e => new { e.AccountId, e.PersonId })
            .Select(g => new RecordReader(g.Key.AccountId, g.Key.PersonId, g.Count(), g.Min(e => e.At), g.Max(e => e.At))).ToListAsync(ct);
    }

    /// <param name="totals">As far as the reader sees them; so are the <paramref name="records"/>.</param>
    public static async Task<RecordedHours> CountHours(IQueryable<PriorTotal> totals, IQueryable<ServiceRecord> records, Guid person, CancellationToken ct)
    {
        var heldUntil = await totals.Where(t => t.PersonId == person).MaxAsync(t => (LocalDate?)t.LastDay, ct);
        var sums = await records
            .Where(r => r.PersonId == person && r.Status != ServiceStatus.Rejected && r.Status != ServiceStatus.Reversed && r.Kind != ActivityKind.Training)
            .SelectMany(r => r.Days, (r, d) => new { r.Status, r.Provenance, Counts = heldUntil == null || d.Day > heldUntil, Minutes = d.Credited })
            .GroupBy(d => new { d.Status, d.Provenance, d.Counts })
            .Select(g => new { g.Key.Status, g.Key.Provenance, g.Key.Counts, Minutes = g.Sum(d => d.Minutes) })
            .ToListAsync(ct);

        var counted = sums.Where(s => s is { Status: ServiceStatus.Verified, Counts: true }).ToList();
        var minutes = counted.Sum(s => s.Minutes);
        return new RecordedHours(
            minutes,
            Printed.Minutes(minutes),
            [.. counted.OrderBy(s => s.Provenance).Select(s => new ProvenanceMinutes(s.Provenance, s.Minutes))],
            sums.Where(s => s is { Status: ServiceStatus.Verified, Counts: false }).Sum(s => s.Minutes),
            sums.Where(s => s.Status is ServiceStatus.Logged).Sum(s => s.Minutes),
            sums.Where(s => s.Status is ServiceStatus.Contested).Sum(s => s.Minutes));
    }
}
