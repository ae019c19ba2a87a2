using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Titles;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Titles;

internal static class ProceduresEndpoints
{
    public static void MapProcedures(this IEndpointRouteBuilder titles)
    {
        titles.MapGet("/{id:guid}/procedures", List).WithName("listProcedures");
        titles.MapGet("/{id:guid}/procedures/{procedureId:guid}", Get).WithName("getProcedure");
        titles.MapPost("/{id:guid}/procedures", Enter).WithName("enterProcedure").RequireRight(Right.Decide);
    }

    /// <summary>Lists the versions of a title's procedure, newest first.</summary>
    /// <param name="on">Only the version that holds on this day.</param>
    private static async Task<Results<Ok<Page<ProcedureResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, DateOnly? on = null)
    {
        if (!await db.Titles.AnyAsync(t => t.Id == id, ct)) return TypedResults.NotFound();

        var versions = db.Procedures.Where(p => p.TitleId == id);
        if (on is { } day) versions = versions.HoldingOn(LocalDate.FromDateOnly(day));
        return TypedResults.Ok(await versions.ToPageById(page, ProcedureResponse.From, ct));
    }

    /// <summary>Shows one version of a title's procedure.</summary>
    private static async Task<Results<Ok<ProcedureResponse>, NotFound>> Get(Guid id, Guid procedureId, HonorsDb db, CancellationToken ct) =>
        await db.Procedures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == procedureId && p.TitleId == id, ct) is { } found
            ? TypedResults.Ok(ProcedureResponse.Of(found))
            : TypedResults.NotFound();

    /// <summary>Enters the procedure of a title, or its next version.</summary>
    /// <remarks>
    /// Needs `decide` in the title's owner or in an office above it. A running case keeps the version by which it was submitted. Refused where the
    /// version is not valid from a later day than the one before (`procedure.not-later`, 409) or does not hold together (`procedure.*`, 422).
    /// </remarks>
    private static async Task<Results<Created<ProcedureResponse>, NotFound>> Enter(
        Guid id, ProcedureRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Titles.FindAsync([id], ct) is not { } title) return TypedResults.NotFound();

        caller.RequireIn(Right.Decide, await db.Organizations.SingleAsync(o => o.Id == title.OwnerId, ct));
        await CheckReferences(request, db, ct);
        var before = await db.Procedures.AsNoTracking().Where(p => p.TitleId == id).OrderByDescending(p => p.Edition).FirstOrDefaultAsync(ct);
        var procedure = Procedure.Enter(Guid.CreateVersion7(), title, request.ValidFrom, request.ToFacts(), before, caller.Actor, clock.GetCurrentInstant());

        db.Add(procedure);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/titles/{id}/procedures/{procedure.Id}", ProcedureResponse.Of(procedure));
    }

    /// <summary>Of each title the version that holds on a day: the newest that is valid by then.</summary>
    internal static IQueryable<Procedure> HoldingOn(this IQueryable<Procedure> versions, LocalDate day) =>
        versions.Where(p => p.ValidFrom <= day && !versions.Any(later => later.TitleId == p.TitleId && later.Edition > p.Edition && later.ValidFrom <= day));

    private static async Task CheckReferences(ProcedureRequest request, HonorsDb db, CancellationToken ct)
    {
        await db.MustHoldDivision(request.DivisionCode, "divisionCode", ct);
        await db.Organizations.MustHoldAll(request.GrantingBodyIds ?? [], "grantingBodyIds", ct);
        await db.Organizations.MustHoldAll([.. (request.Quota?.Allotments ?? []).Select(a => a.OrganizationId)], "quota.allotments", ct, "organizationId");
        await db.Titles.MustHoldAll(request.RequiredTitleIds ?? [], "requiredTitleIds", ct);
    }
}
