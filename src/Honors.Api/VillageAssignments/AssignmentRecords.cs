using Honors.Api.Awards;
using Honors.Api.Data;
using Honors.Api.Deeds;
using Honors.Api.Deployments;
using Honors.Api.People;
using Honors.Api.ServiceHours;
using Honors.Api.Teams;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.VillageAssignments;

/// <summary>Everything linked to a posting that the caller may see.</summary>
/// <param name="Person">Who was posted; null where the caller sees the posting but not the person.</param>
/// <param name="Memberships">The person's teams.</param>
/// <param name="HelpLog">The newest; `next` goes on at the posting's own `/help-log`.</param>
/// <param name="ServiceHours">The newest; `next` goes on at `/service-hours?villageAssignmentId=`. So do deployments, deeds and awards at theirs.</param>
public sealed record VillageAssignmentRecord(
    VillageAssignmentResponse VillageAssignment,
    PersonResponse? Person,
    IReadOnlyList<MembershipResponse> Memberships,
    Page<HelpLogResponse> HelpLog,
    Page<ServiceHoursResponse> ServiceHours,
    Page<DeploymentResponse> Deployments,
    Page<DeedResponse> Deeds,
    Page<AwardResponse> Awards);

internal static class AssignmentRecords
{
    /// <summary>Shows everything linked to the posting that the caller may see.</summary>
    public static async Task<Results<Ok<VillageAssignmentRecord>, NotFound>> Get(Guid id, HonorsDb db, Cursors cursors, CancellationToken ct)
    {
        if (await db.VillageAssignments.Where(v => v.Id == id).Select(VillageAssignmentResponse.Projection).SingleOrDefaultAsync(ct) is not { } posting)
            return TypedResults.NotFound();

        var most = PageQuery.Most(cursors);
        var linked = RecordFilter.OfVillageAssignment(id);
        return TypedResults.Ok(new VillageAssignmentRecord(
            posting,
            await db.People.Where(p => p.Id == posting.PersonId).Select(PersonResponse.From).SingleOrDefaultAsync(ct),
            (await db.Memberships.Where(m => m.PersonId == posting.PersonId).ToPageById(most, MembershipProjection.Of(db), ct)).Items,
            await db.HelpLog.OfPosting(id, posting.PersonId, posting.VillageCode).ToPage(most, HelpLogResponse.From, ct),
            await db.ServiceRecords.Matching(linked).ToPage(most, ServiceHoursResponse.From, ct),
            await db.Deployments.Matching(linked, db).ToPage(most, DeploymentResponse.SeenBy(db), ct),
            await db.Deeds.Matching(linked).ToPage(most, DeedResponse.From, ct),
            await db.Awards.Matching(linked).ToPage(most, AwardResponse.From, ct)));
    }
}
