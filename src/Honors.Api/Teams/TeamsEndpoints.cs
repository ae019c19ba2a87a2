using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.Organizations;
using Honors.Domain.Accounts;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Teams;

/// <summary>The view of organizations that are teams, and who belongs to them.</summary>
internal static class TeamsEndpoints
{
    public static void MapTeams(this IEndpointRouteBuilder api)
    {
        var teams = api.MapGroup("/teams").WithTags("Teams");

        teams.MapGet("/", List).WithName("listTeams");
        teams.MapGet("/{id:guid}", Get).WithName("getTeam");
        teams.MapGet("/{id:guid}/memberships", ListMembers).WithName("listMemberships");
        teams.MapPost("/{id:guid}/memberships", RecordMember).WithName("recordMembership").RequireRight(Right.Record);
        teams.MapPost("/{id:guid}/memberships/{membershipId:guid}/ending", EndMember).WithName("endMembership").RequireRight(Right.Record);
        teams.MapGet("/{id:guid}/record", TeamRecords.Get).WithName("getTeamRecord");
    }

    /// <summary>Lists teams, newest entry first.</summary>
    /// <param name="name">Only teams whose name begins so.</param>
    private static async Task<Ok<Page<OrganizationResponse>>> List(
        [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, Word<TeamKind>? teamKind = null, [Length(Organization.NameMaxLength)] string? name = null) =>
        TypedResults.Ok(await db.Teams().WhereIs(t => t.TeamKind, teamKind)
            .BeginningWith(t => t.Name, name).ToPageById(page, OrganizationResponse.From, ct));

    /// <summary>Shows one team.</summary>
    private static async Task<Results<Ok<OrganizationResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Teams().Where(t => t.Id == id).Select(OrganizationResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Lists the team's members that the caller may see, newest entry first.</summary>
    private static async Task<Results<Ok<Page<MembershipResponse>>, NotFound>> ListMembers(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.Teams().AnyAsync(t => t.Id == id, ct)
            ? TypedResults.Ok(await db.Memberships.Where(m => m.TeamId == id).ToPageById(page, MembershipProjection.Of(db), ct))
            : TypedResults.NotFound();

    /// <summary>Records that a person belongs to the team.</summary>
    /// <remarks>Needs `record` in the team or in an office above it. Refused with `membership.running` (409) while one of the person's there runs.</remarks>
    private static async Task<Results<Created<MembershipResponse>, NotFound>> RecordMember(
        Guid id, MembershipRequest request, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Teams().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } team) return TypedResults.NotFound();

        var body = caller.RecordsFor(team);
        await db.People.MustHold(request.PersonId, "personId", ct);
        var membership = Membership.Record(
            Guid.CreateVersion7(), id, request.PersonId, request.MemberNumber, request.From.OrUnknown(), request.Until.OrUnknown(), body);
        membership.RefuseBeside(await db.Memberships.Where(m => m.TeamId == id && m.PersonId == request.PersonId).ToListAsync(ct));

        db.Add(membership);
        await db.SaveChangesAsync(ct);
        var made = await db.Memberships.Where(m => m.Id == membership.Id).Select(MembershipProjection.Of(db)).SingleAsync(ct);
        return TypedResults.Created($"/api/v1/teams/{id}/memberships", made);
    }

    /// <summary>Ends a membership; it stays on record.</summary>
    /// <remarks>Needs `record` in the team or in an office above it.</remarks>
    private static async Task<Results<Ok<MembershipResponse>, NotFound>> EndMember(
        Guid id, Guid membershipId, EndingRequest request, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == membershipId && m.TeamId == id, ct) is not { } membership) return TypedResults.NotFound();

        caller.RecordsFor(await db.Teams().SingleAsync(t => t.Id == id, ct));
        membership.End(request.Until.ToDate());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await db.Memberships.Where(m => m.Id == membershipId).Select(MembershipProjection.Of(db)).SingleAsync(ct));
    }
}
