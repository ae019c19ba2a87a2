using Honors.Api.Awards;
using Honors.Api.Data;
using Honors.Api.Deeds;
using Honors.Api.Deployments;
using Honors.Api.Organizations;
using Honors.Api.ServiceHours;
using Honors.Api.VillageAssignments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Teams;

/// <summary>Everything linked to a team that the caller may see.</summary>
/// <param name="Memberships">The newest hundred; all at `/teams/{id}/memberships`.</param>
/// <param name="ServiceHours">The newest; `next` goes on at `/service-hours?teamId=`. So do deployments, deeds and awards at theirs.</param>
/// <param name="HonoursOfTheTeam">Awards that the team itself received or granted.</param>
/// <param name="VillageAssignments">Postings of the team's members.</param>
public sealed record TeamRecord(
    OrganizationResponse Team,
    Page<MembershipResponse> Memberships,
    Page<ServiceHoursResponse> ServiceHours,
    Page<DeploymentResponse> Deployments,
    Page<DeedResponse> Deeds,
    Page<AwardResponse> Awards,
    Page<AwardResponse> HonoursOfTheTeam,
    Page<VillageAssignmentResponse> VillageAssignments);

internal static class TeamRecords
{
    /// <summary>Shows everything linked to the team that the caller may see.</summary>
    public static async Task<Results<Ok<TeamRecord>, NotFound>> Get(Guid id, HonorsDb db, Cursors cursors, CancellationToken ct)
    {
        if (await db.Teams().Where(t => t.Id == id).Select(OrganizationResponse.From).SingleOrDefaultAsync(ct) is not { } team) return TypedResults.NotFound();

        var most = PageQuery.Most(cursors);
        var linked = RecordFilter.OfTeam(id);
        return TypedResults.Ok(new TeamRecord(
            team,
            await db.Memberships.Where(m => m.TeamId == id).ToPageById(most, MembershipProjection.Of(db), ct),
            await db.ServiceRecords.Matching(linked).ToPage(most, ServiceHoursResponse.From, ct),
            await db.Deployments.Matching(linked, db).ToPage(most, DeploymentResponse.SeenBy(db), ct),
            await db.Deeds.Matching(linked).ToPage(most, DeedResponse.From, ct),
            await db.Awards.Matching(linked).ToPage(most, AwardResponse.From, ct),
            await db.Awards.Where(a => a.OrganizationId == id || a.GrantingBodyId == id).ToPage(most, AwardResponse.From, ct),
            await db.VillageAssignments.Where(v => db.Memberships.Any(m => m.TeamId == id && m.PersonId == v.PersonId))
                .ToPage(most, VillageAssignmentResponse.Projection, ct)));
    }
}
