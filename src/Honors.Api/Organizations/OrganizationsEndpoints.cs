using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.ServiceHours;
using Honors.Domain.Accounts;
using Honors.Domain.Organizations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Organizations;

internal static class OrganizationsEndpoints
{
    public static void MapOrganizations(this IEndpointRouteBuilder api)
    {
        var organizations = api.MapGroup("/organizations").WithTags("Organizations");

        organizations.MapGet("/", List).WithName("listOrganizations");
        organizations.MapGet("/{id:guid}", Get).WithName("getOrganization");
        organizations.MapPost("/", Register).WithName("registerOrganization").RequireRight(Right.Record);
        organizations.MapPut("/{id:guid}", Replace).WithName("replaceOrganization").RequireRight(Right.Record);
        organizations.MapUnitTables();
        organizations.MapUnitSheets();
    }

    /// <summary>Lists bodies, newest entry first.</summary>
    /// <param name="kind">Only bodies of this kind.</param>
    /// <param name="name">Only bodies whose name begins so.</param>
    /// <param name="divisionCode">Only bodies that sit in this division itself.</param>
    private static async Task<Ok<Page<OrganizationResponse>>> List(
        [AsParameters] PageQuery page,
        [AsParameters] ChangesQuery changes,
        HonorsDb db,
        CancellationToken ct,
        Word<OrganizationKind>? kind = null,
        [Length(Organization.NameMaxLength)] string? name = null,
        [DivisionCode] long? divisionCode = null)
    {
        var found = db.Organizations.WhereIs(o => o.Kind, kind).Where(o => divisionCode == null || o.DivisionCode == divisionCode);
        return TypedResults.Ok(await found.BeginningWith(o => o.Name, name).ToPageById(page, changes, OrganizationResponse.From, ct));
    }

    /// <summary>Shows one body.</summary>
    private static async Task<Results<Ok<OrganizationResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Organizations.Where(o => o.Id == id).Select(OrganizationResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Registers a body.</summary>
    /// <remarks>Needs `record` in the body that enters it. Bodies of other divisions may be entered too, as hosts, partners or senders.</remarks>
    private static async Task<Created<OrganizationResponse>> Register(OrganizationRequest request, Caller caller, HonorsDb db, CancellationToken ct)
    {
        await CheckReferences(request, db, ct);
        var organization = Organization.Register(Guid.CreateVersion7(), request.ToFacts(), caller.Records(request.RecordedBy));
        await RefuseTaken(organization, db, ct);

        db.Add(organization);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/organizations/{organization.Id}", OrganizationResponse.Of(organization));
    }

    /// <summary>Replaces what is entered of a body.</summary>
    /// <remarks>Needs `record` in the body that entered it or in an office above that.</remarks>
    private static async Task<Results<Ok<OrganizationResponse>, NotFound>> Replace(
        Guid id, OrganizationRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Organizations.FindAsync([id], ct) is not { } organization) return TypedResults.NotFound();

        caller.Require(Right.Record, organization);
        ifMatch.Require(organization.Version);
        await CheckReferences(request, db, ct);
        organization.Replace(request.ToFacts());
        await RefuseTaken(organization, db, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(OrganizationResponse.Of(organization));
    }

    private static async Task RefuseTaken(Organization organization, HonorsDb db, CancellationToken ct)
    {
        if (organization.CreditCode is { } code && await db.Organizations.AnyAsync(o => o.CreditCode == code && o.Id != organization.Id, ct))
            throw OrganizationRules.CreditCodeTaken();
    }

    private static async Task CheckReferences(OrganizationRequest request, HonorsDb db, CancellationToken ct)
    {
        await db.MustHoldDivision(request.DivisionCode, "divisionCode", ct);
        await db.Organizations.MustHold(request.ParentId, "parentId", ct);
    }
}
