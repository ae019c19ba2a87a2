using System.Linq.Expressions;
using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Deployments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Deployments;

internal static class InsurancePoliciesEndpoints
{
    public static void MapInsurancePolicies(this IEndpointRouteBuilder api)
    {
        var policies = api.MapGroup("/insurance-policies").WithTags("Insurance policies");

        policies.MapGet("/", List).WithName("listInsurancePolicies");
        policies.MapGet("/{id:guid}", Get).WithName("getInsurancePolicy");
        policies.MapPost("/", Note).WithName("noteInsurancePolicy").RequireRight(Right.Record);
        policies.MapPut("/{id:guid}", Replace).WithName("replaceInsurancePolicy").RequireRight(Right.Record);
    }

    /// <summary>Lists insurance policies, the one that runs longest first.</summary>
    /// <param name="teamId">Only policies of this team.</param>
    /// <param name="personId">Only policies of this person.</param>
    /// <param name="expiringBefore">Only policies whose last day lies before this day.</param>
    /// <param name="runningOn">Only policies that cover this day.</param>
    private static async Task<Ok<Page<InsurancePolicyResponse>>> List(
        [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, Guid? teamId = null, Guid? personId = null, DateOnly? expiringBefore = null, DateOnly? runningOn = null)
    {
        IQueryable<InsurancePolicy> policies = db.InsurancePolicies;
        if (teamId is not null) policies = policies.Where(p => p.TeamId == teamId);
        if (personId is not null) policies = policies.Where(p => p.PersonId == personId);
        if (expiringBefore is { } before && LocalDate.FromDateOnly(before) is var end) policies = policies.Where(p => p.SortDay < end);
        if (runningOn is { } on && LocalDate.FromDateOnly(on) is var day) policies = policies.Where(p => p.From <= day && p.SortDay >= day);
        return TypedResults.Ok(await policies.ToPage(page, InsurancePolicyResponse.Projection, ct));
    }

    /// <summary>Shows one insurance policy.</summary>
    private static async Task<Results<Ok<InsurancePolicyResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.InsurancePolicies.Where(p => p.Id == id).Select(InsurancePolicyResponse.Projection).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Notes the accident policy of a team, or of a person who insures himself.</summary>
    /// <remarks>Needs `record` in the recording body. A hazardous deployment counts for those alone whom a policy covers on all its days.</remarks>
    private static async Task<Created<InsurancePolicyResponse>> Note(
        InsurancePolicyRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await CheckReferences(request, db, ct);
        var policy = InsurancePolicy.Note(Guid.CreateVersion7(), request.ToFacts(), caller.Records(request.RecordedBy), caller.Actor, clock.GetCurrentInstant());

        db.Add(policy);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/insurance-policies/{policy.Id}", InsurancePolicyResponse.Of(policy));
    }

    /// <summary>Puts right what is noted of an insurance policy.</summary>
    /// <remarks>Needs `record` in the recording body or in an office above it. A deployment that was closed before keeps what its closing found.</remarks>
    private static async Task<Results<Ok<InsurancePolicyResponse>, NotFound>> Replace(
        Guid id, InsurancePolicyRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.InsurancePolicies.FindAsync([id], ct) is not { } policy) return TypedResults.NotFound();

        caller.Require(Right.Record, policy);
        ifMatch.Require(policy.Version);
        Fixed.Member("recordedBy", request.RecordedBy, policy.RecordedBy);
        await CheckReferences(request, db, ct);
        policy.Replace(request.ToFacts(), caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(InsurancePolicyResponse.Of(policy));
    }

    private static async Task CheckReferences(InsurancePolicyRequest request, HonorsDb db, CancellationToken ct)
    {
        await db.Teams().MustHold(request.TeamId, "teamId", ct);
        await db.People.MustHold(request.PersonId, "personId", ct);
    }
}

/// <summary>An accident policy as its paper says: of a team or of one person.</summary>
/// <param name="TeamId">Whose members it covers; either this or `personId`.</param>
/// <param name="From">The first day of cover.</param>
/// <param name="Until">The last day of cover.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only. Fixed once recorded.</param>
public sealed record InsurancePolicyRequest(
    [property: Length(InsurancePolicy.InsurerMaxLength)] string Insurer,
    [property: Length(InsurancePolicy.PolicyNumberMaxLength)] string PolicyNumber,
    LocalDate From,
    LocalDate Until,
    Guid? TeamId = null,
    Guid? PersonId = null,
    Guid? RecordedBy = null)
{
    internal PolicyFacts ToFacts() => new(TeamId, PersonId, Insurer, PolicyNumber, From, Until);
}

/// <summary>An accident policy of a team or of one person.</summary>
public sealed record InsurancePolicyResponse(
    Guid Id, Guid? TeamId, Guid? PersonId, string Insurer, string PolicyNumber, LocalDate From, LocalDate Until, SignatureView Recorded, Guid RecordedBy, int Version) : IVersioned
{
    internal static readonly Expression<Func<InsurancePolicy, InsurancePolicyResponse>> Projection = p => new(
        p.Id, p.TeamId, p.PersonId, p.Insurer, p.PolicyNumber, p.From, p.Until, SignatureView.Of(p.Recorded)!, p.RecordedBy, p.Version);

    private static readonly Func<InsurancePolicy, InsurancePolicyResponse> InMemory = Projection.Compile();

    internal static InsurancePolicyResponse Of(InsurancePolicy policy) => InMemory(policy);
}
