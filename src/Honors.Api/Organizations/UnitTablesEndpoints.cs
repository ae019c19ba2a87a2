using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Organizations;

/// <summary>What a unit itself keeps beside the hours of its people: vacations, leave and duty.</summary>
internal static class UnitTablesEndpoints
{
    public static void MapUnitTables(this IEndpointRouteBuilder organizations)
    {
        organizations.MapGet("/{id:guid}/vacations", ListVacations).WithName("listVacations");
        organizations.MapPost("/{id:guid}/vacations", EnterVacation).WithName("enterVacation").RequireRight(Right.Confirm);
        organizations.MapDelete("/{id:guid}/vacations/{vacationId:guid}", DeleteVacation).WithName("deleteVacation").RequireRight(Right.Confirm);
        organizations.MapGet("/{id:guid}/absences", ListAbsences).WithName("listAbsences");
        organizations.MapPost("/{id:guid}/absences", EnterAbsences).WithName("enterAbsences").RequireRight(Right.Confirm);
        organizations.MapDelete("/{id:guid}/absences/{absenceId:guid}", DeleteAbsence).WithName("deleteAbsence").RequireRight(Right.Confirm);
    }

    /// <summary>Lists the vacations of a unit, newest entry first.</summary>
    private static async Task<Results<Ok<Page<VacationResponse>>, NotFound>> ListVacations(Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.Organizations.AnyAsync(o => o.Id == id, ct)
            ? TypedResults.Ok(await db.Vacations.Where(v => v.OrganizationId == id).ToPageById(page, VacationResponse.Projection, ct))
            : TypedResults.NotFound();

    /// <summary>Enters a vacation of the unit.</summary>
    /// <remarks>Needs `confirm` in the unit itself. It stands beside the entries that the unit confirms, and changes no minutes.</remarks>
    private static async Task<Results<Created<VacationResponse>, NotFound>> EnterVacation(
        Guid id, VacationRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Organizations.FindAsync([id], ct) is null) return TypedResults.NotFound();

        RequireUnit(id, caller);
        var vacation = Vacation.Enter(Guid.CreateVersion7(), id, request.Name, request.FirstDay, request.LastDay, caller.Actor, clock.GetCurrentInstant());

        db.Add(vacation);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/organizations/{id}/vacations", VacationResponse.Of(vacation));
    }

    /// <summary>Takes a vacation out that was entered by mistake.</summary>
    /// <remarks>Needs `confirm` in the unit itself.</remarks>
    private static async Task<Results<NoContent, NotFound>> DeleteVacation(Guid id, Guid vacationId, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Vacations.SingleOrDefaultAsync(v => v.Id == vacationId && v.OrganizationId == id, ct) is not { } vacation) return TypedResults.NotFound();

        RequireUnit(id, caller);
        db.Remove(vacation);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>Lists leave and duty that the unit entered, newest entry first: to the unit all of it, to a person their own.</summary>
    private static async Task<Results<Ok<Page<AbsenceResponse>>, NotFound>> ListAbsences(Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.Organizations.AnyAsync(o => o.Id == id, ct)
            ? TypedResults.Ok(await db.Absences.Where(a => a.OrganizationId == id).ToPageById(page, AbsenceResponse.Projection, ct))
            : TypedResults.NotFound();

    /// <summary>Enters leave and duty (请假, 值班) of the unit's people: up to 200 rows of a sheet, all or none.</summary>
    /// <remarks>
    /// Needs `confirm` in the unit itself, whose people they are by a confirmed employment. The unit and the person alone see it: no office, no recorder. It
    /// stands beside the entries that the unit confirms, and changes no minutes.
    /// </remarks>
    private static async Task<Results<Created<AbsencesResponse>, NotFound>> EnterAbsences(
        Guid id, AbsencesRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Organizations.FindAsync([id], ct) is null) return TypedResults.NotFound();

        RequireUnit(id, caller);
        var people = request.Rows.Select(r => r.PersonId).ToHashSet();
        var working = await db.Employments.Where(e => e.OrganizationId == id && e.Confirmed != null && people.Contains(e.PersonId)).Select(e => e.PersonId).ToListAsync(ct);
        foreach (var (i, row) in request.Rows.Index())
        {
            if (!working.Contains(row.PersonId)) throw new RuleViolationException(ProblemCodes.ReferenceNotFound, Refusal.Impossible, $"rows[{i}].personId");
        }

        var absences = request.Rows.Select(r => Absence.Enter(Guid.CreateVersion7(), r.PersonId, id, r.ToFacts(), caller.Actor, clock.GetCurrentInstant())).ToList();
        db.AddRange(absences);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/organizations/{id}/absences", new AbsencesResponse(absences.ConvertAll(AbsenceResponse.Of)));
    }

    /// <summary>Takes leave or duty out that was entered by mistake, or is needed no more.</summary>
    /// <remarks>Needs `confirm` in the unit itself.</remarks>
    private static async Task<Results<NoContent, NotFound>> DeleteAbsence(Guid id, Guid absenceId, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Absences.SingleOrDefaultAsync(a => a.Id == absenceId && a.OrganizationId == id, ct) is not { } absence) return TypedResults.NotFound();

        RequireUnit(id, caller);
        db.Remove(absence);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static void RequireUnit(Guid unit, Caller caller)
    {
        if (!caller.SpeaksFor(Right.Confirm, unit)) throw RightsRules.NotInThisBody(Right.Confirm);
    }
}
