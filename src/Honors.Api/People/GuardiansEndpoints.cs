using System.Linq.Expressions;
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

/// <summary>That a person is another's guardian.</summary>
/// <param name="GuardianId">A person of the registry.</param>
/// <param name="Kind">`grandparent` and `sibling` of a minor, `spouse`, `child` and `otherRelative` of an adult.</param>
/// <param name="Until">The last day; left out while it runs.</param>
public sealed record GuardianRequest(
    Guid GuardianId, GuardianKind Kind, PartialDateBody? From = null, PartialDateBody? Until = null, Guid? RecordedBy = null);

/// <summary>That a person is another's guardian.</summary>
/// <param name="Confirmed">By an office; until then the guardian sees nothing by it.</param>
public sealed record GuardianResponse(
    Guid Id, Guid PersonId, Guid GuardianId, GuardianKind Kind, PartialDateView From, PartialDateView Until, SignatureView Stated, SignatureView? Confirmed, Guid RecordedBy)
{
    internal static readonly Expression<Func<Guardianship, GuardianResponse>> Projection = g => new(
        g.Id, g.PersonId, g.GuardianId, g.Kind, PartialDateView.Of(g.From), PartialDateView.Of(g.Until), SignatureView.Of(g.Stated)!, SignatureView.Of(g.Confirmed), g.RecordedBy);

    private static readonly Func<Guardianship, GuardianResponse> InMemory = Projection.Compile();

    internal static GuardianResponse Of(Guardianship guardianship) => InMemory(guardianship);
}

internal static class GuardiansEndpoints
{
    public static void MapGuardians(this IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/guardians", List).WithName("listGuardians");
        people.MapPost("/{id:guid}/guardians", Record).WithName("recordGuardian").RequireRight(Right.Record);
        people.MapPost("/{id:guid}/guardians/{guardianshipId:guid}/confirmation", Confirm).WithName("confirmGuardian");
        people.MapPost("/{id:guid}/guardians/{guardianshipId:guid}/ending", End).WithName("endGuardian").RequireRight(Right.Record);
    }

    /// <summary>
    /// Confirmed guardianships that run on the day, of wards who are minors then. From the first day on which a ward may be of age the guardian
    /// sees nothing; where no birth date is recorded, whoever stated the guardian said that the ward is a minor.
    /// </summary>
    public static IQueryable<Guardianship> WardsOn(this HonorsDb db, LocalDate day)
    {
        var birthday = day.PlusYears(-Age.Majority);
        return db.Guardianships.Where(g => g.Confirmed != null && (g.FirstDay == null || g.FirstDay <= day) && (g.LastDay == null || day <= g.LastDay)
            && db.People.Any(p => p.Id == g.PersonId && (p.Born.Earliest == null || p.Born.Earliest > birthday) && (p.Born.Latest == null || p.Born.Latest > birthday)));
    }

    /// <summary>Lists the person's guardians, former ones included.</summary>
    private static async Task<Results<Ok<Page<GuardianResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.People.AnyAsync(p => p.Id == id, ct)
            ? TypedResults.Ok(await db.Guardianships.Where(g => g.PersonId == id).ToPageById(page, GuardianResponse.Projection, ct))
            : TypedResults.NotFound();

    /// <summary>Records who is the person's guardian (民法典 §27–28).</summary>
    /// <remarks>
    /// Needs `record` in the body that recorded the person or in an office above it. Once an office has confirmed it, the guardian sees the record of
    /// the ward, may ask for corrections and withdraw what the ward's page rests on, while it runs and the ward is under 18.
    /// </remarks>
    private static async Task<Results<Created<GuardianResponse>, NotFound>> Record(
        Guid id, GuardianRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } person) return TypedResults.NotFound();

        caller.Require(Right.Record, person);
        var guardian = await db.People.FindAsync([request.GuardianId], ct) ?? throw References.Missing("guardianId");
        var guardianship = Guardianship.Record(
            Guid.CreateVersion7(), person, guardian, request.Kind, request.From.OrUnknown(), request.Until.OrUnknown(),
            caller.Records(request.RecordedBy), caller.Actor, clock.GetCurrentInstant());

        db.Add(guardianship);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/people/{id}/guardians", GuardianResponse.Of(guardianship));
    }

    /// <summary>Confirms the guardian: from now on they see the record of the ward.</summary>
    /// <remarks>With `verify` in an office above the recording body; never by whoever stated it, nor by the guardian.</remarks>
    private static async Task<Results<Ok<GuardianResponse>, NotFound>> Confirm(
        Guid id, Guid guardianshipId, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Of(id, guardianshipId, db, ct) is not { } guardianship) return TypedResults.NotFound();

        caller.RequireAsOffice(Right.Verify, guardianship);
        guardianship.Confirm(caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GuardianResponse.Of(guardianship));
    }

    /// <summary>Ends a guardianship; after its last day the guardian sees nothing of the ward.</summary>
    /// <remarks>Needs `record` in the body that recorded it or in an office above that.</remarks>
    private static async Task<Results<Ok<GuardianResponse>, NotFound>> End(
        Guid id, Guid guardianshipId, EndingRequest request, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await Of(id, guardianshipId, db, ct) is not { } guardianship) return TypedResults.NotFound();

        caller.Require(Right.Record, guardianship);
        guardianship.End(request.Until.ToDate());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GuardianResponse.Of(guardianship));
    }

    private static Task<Guardianship?> Of(Guid person, Guid guardianship, HonorsDb db, CancellationToken ct) =>
        db.Guardianships.SingleOrDefaultAsync(g => g.Id == guardianship && g.PersonId == person, ct);
}
