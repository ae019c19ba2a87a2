using Honors.Api.Accounts;
using Honors.Api.Awards;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Deeds;
using Honors.Api.Deployments;
using Honors.Api.Identities;
using Honors.Api.ServiceHours;
using Honors.Api.Teams;
using Honors.Api.VillageAssignments;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.People;

/// <summary>Everything linked to a person that the caller may see.</summary>
/// <param name="RecordedHours">Verified minutes that have records; prior totals are not in them.</param>
/// <param name="IdentityReadings">Who saw the whole identity number, and what for; for the person alone.</param>
/// <param name="ServiceHours">The newest; `next` goes on at `/service-hours?personId=`. So do deployments, deeds and awards at theirs.</param>
public sealed record PersonRecord(
    PersonResponse Person,
    IReadOnlyList<MembershipResponse> Memberships,
    IReadOnlyList<EmploymentResponse> Employments,
    IReadOnlyList<PriorTotalResponse> PriorTotals,
    RecordedHours RecordedHours,
    Page<ServiceHoursResponse> ServiceHours,
    Page<DeploymentResponse> Deployments,
    Page<DeedResponse> Deeds,
    Page<AwardResponse> Awards,
    IReadOnlyList<VillageAssignmentResponse> VillageAssignments,
    IReadOnlyList<GroundResponse> Grounds,
    IReadOnlyList<AffiliationResponse> Affiliations,
    IReadOnlyList<CorrectionResponse> Corrections,
    IReadOnlyList<IdentityReadingView>? IdentityReadings);

/// <summary>Hours that have records, apart from any total from before the registry.</summary>
/// <param name="Minutes">Verified, and later than any prior total.</param>
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
    /// <summary>Shows everything linked to the person that the caller may see.</summary>
    public static async Task<Results<Ok<PersonRecord>, NotFound>> Get(Guid id, Caller caller, HonorsDb db, Cursors cursors, CancellationToken ct)
    {
        if (await db.People.Where(p => p.Id == id).Select(PersonResponse.From).SingleOrDefaultAsync(ct) is not { } person) return TypedResults.NotFound();

        var most = PageQuery.Most(cursors);
        var linked = RecordFilter.OfPerson(id);
        return TypedResults.Ok(new PersonRecord(
            person,
            (await db.Memberships.Where(m => m.PersonId == id).ToPageById(most, MembershipProjection.Of(db), ct)).Items,
            (await db.Employments.Where(e => e.PersonId == id).ToPageById(most, EmploymentResponse.Projection, ct)).Items,
            (await db.PriorTotals.Where(t => t.PersonId == id).ToPageById(most, PriorTotalResponse.From, ct)).Items,
            await CountHours(db, id, ct),
            await db.ServiceRecords.Matching(linked).ToPage(most, ServiceHoursResponse.From, ct),
            await db.Deployments.Matching(linked).ToPage(most, DeploymentResponse.SeenBy(db), ct),
            await db.Deeds.Matching(linked).ToPage(most, DeedResponse.From, ct),
            await db.Awards.Matching(linked).ToPage(most, AwardResponse.From, ct),
            (await db.VillageAssignments.Where(v => v.PersonId == id).ToPage(most, VillageAssignmentResponse.Projection, ct)).Items,
            (await db.Grounds.Where(g => g.PersonId == id).ToPageById(most, GroundResponse.From, ct)).Items,
            (await db.Affiliations.Where(a => a.PersonId == id).ToPageById(most, AffiliationResponse.From, ct)).Items,
            (await db.Corrections.Where(c => c.PersonId == id).ToPageById(most, CorrectionResponse.From, ct)).Items,
            caller.PersonId != id ? null : (await db.IdentityReadings.Where(r => r.PersonId == id).ToPageById(most, IdentityReadingView.From, ct)).Items));
    }

    private static async Task<RecordedHours> CountHours(HonorsDb db, Guid person, CancellationToken ct)
    {
        var heldUntil = await db.PriorTotals.Where(t => t.PersonId == person).MaxAsync(t => (LocalDate?)t.LastDay, ct);
        var sums = await db.ServiceRecords.Where(r => r.PersonId == person && r.Status != ServiceStatus.Rejected && r.Status != ServiceStatus.Reversed)
            .SelectMany(r => r.Days, (r, d) => new { r.Status, r.Provenance, Counts = heldUntil == null || d.Day > heldUntil, d.Minutes })
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
