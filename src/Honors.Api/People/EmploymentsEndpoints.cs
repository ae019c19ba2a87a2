using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Teams;
using Honors.Domain.Accounts;
using Honors.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.People;

internal static class EmploymentsEndpoints
{
    public static void MapEmployments(this IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/employments", List).WithName("listEmployments");
        people.MapPost("/{id:guid}/employments", Record).WithName("recordEmployment").RequireRight(Right.Record);
        people.MapPost("/{id:guid}/employments/{employmentId:guid}/confirmation", Confirm).WithName("confirmEmployment");
        people.MapPost("/{id:guid}/employments/{employmentId:guid}/ending", End).WithName("endEmployment").RequireRight(Right.Record);
    }

    /// <summary>Lists where the person works or worked.</summary>
    private static async Task<Results<Ok<Page<EmploymentResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.People.AnyAsync(p => p.Id == id, ct)
            ? TypedResults.Ok(await db.Employments.Where(e => e.PersonId == id).ToPageById(page, EmploymentResponse.Projection, ct))
            : TypedResults.NotFound();

    /// <summary>Records where the person works; once confirmed, the unit sees the person's records of those days.</summary>
    private static async Task<Results<Created<EmploymentResponse>, NotFound>> Record(
        Guid id, EmploymentRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } person) return TypedResults.NotFound();

        caller.Require(Right.Record, person);
        await db.Organizations.MustHold(request.OrganizationId, "organizationId", ct);
        var employment = Employment.Record(
            Guid.CreateVersion7(), id, request.OrganizationId, request.Position, request.From.OrUnknown(), request.Until.OrUnknown(),
            caller.Records(request.RecordedBy), caller.Actor, clock.GetCurrentInstant(), request.IsHead);

        db.Add(employment);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/people/{id}/employments", EmploymentResponse.Of(employment));
    }

    /// <summary>Confirms where the person works: from now on the unit sees the person's records of those days.</summary>
    /// <remarks>By the person, or with `verify` in an office above the recording body; never by whoever stated it, and never by the unit alone.</remarks>
    private static async Task<Results<Ok<EmploymentResponse>, NotFound>> Confirm(
        Guid id, Guid employmentId, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Of(id, employmentId, db, ct) is not { } employment) return TypedResults.NotFound();

        if (caller.PersonId != id) caller.RequireAsOffice(Right.Verify, employment);
        employment.Confirm(caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(EmploymentResponse.Of(employment));
    }

    /// <summary>Ends an employment; the unit no longer sees what the person does after its last day.</summary>
    /// <remarks>Needs `record` in the body that recorded it or in an office above that.</remarks>
    private static async Task<Results<Ok<EmploymentResponse>, NotFound>> End(
        Guid id, Guid employmentId, EndingRequest request, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await Of(id, employmentId, db, ct) is not { } employment) return TypedResults.NotFound();

        caller.Require(Right.Record, employment);
        employment.End(request.Until.ToDate());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(EmploymentResponse.Of(employment));
    }

    private static Task<Employment?> Of(Guid person, Guid employment, HonorsDb db, CancellationToken ct) =>
        db.Employments.SingleOrDefaultAsync(e => e.Id == employment && e.PersonId == person, ct);
}
