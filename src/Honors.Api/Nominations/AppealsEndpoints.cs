using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Divisions;
using Honors.Domain.Nominations;
using Honors.Domain.Organizations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>复核 of a refusal: asked for by the nominator, answered by the office above the title's owner.</summary>
internal static class AppealsEndpoints
{
    public static void MapAppeals(this IEndpointRouteBuilder nominations)
    {
        nominations.MapPost("/{id:guid}/appeal", File).WithName("appealNomination");
        nominations.MapPost("/{id:guid}/appeal/answer", Answer).WithName("answerAppeal").RequireRight(Right.Verify);
    }

    /// <summary>Appeals against a refusal (申请复核), once.</summary>
    /// <remarks>
    /// Needs `nominate` in the body that nominated; whoever nominated themself needs none; a citizen appeals by receipt, or the letter is entered with `record` in the title's owner. It
    /// goes to the office above the owner. Refused where the procedure gives no appeal (`nomination.no-appeal`), after the last day
    /// (`nomination.appeal-too-late`) and a second time (`nomination.appealed-before`), 409 each.
    /// </remarks>
    private static async Task<Results<Ok<NominationResponse>, NotFound>> File(
        Guid id, AppealRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Nominations.FindAsync([id], ct) is not { } nomination) return TypedResults.NotFound();

        caller.RequireNominatorOf(nomination);
        ifMatch.Honour(nomination.Version);
        var now = clock.GetCurrentInstant();
        var owner = await db.Organizations.SingleAsync(o => o.Id == nomination.OwnerId, ct);
        var procedure = await NominationStepsEndpoints.ProcedureOf(nomination, db, now, ct) ?? throw NominationRules.NoProcedure();
        nomination.FileAppeal(request.Reason, await Above(owner, db, ct) ?? owner.Id, procedure, await db.WorkingCalendar(ct), caller.Actor, now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(NominationResponse.Of(nomination));
    }

    /// <summary>Answers an appeal (复核答复): the refusal stands, finally, or the nomination is accepted.</summary>
    /// <remarks>
    /// Needs `verify` in the office that the appeal went to. Refused to whoever refused, nominated or appealed, and to the nominee (409). Where the registry
    /// knows no office above, the title's owner enters the upper body's answer from its paper (`nomination.appeal-paper`, 422).
    /// </remarks>
    private static async Task<Results<Ok<NominationResponse>, NotFound>> Answer(
        Guid id, AppealAnswerRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Nominations.FindAsync([id], ct) is not { } nomination) return TypedResults.NotFound();

        var office = nomination.AppealOfficeId ?? nomination.OwnerId;
        caller.RequireIn(Right.Verify, await db.Organizations.SingleAsync(o => o.Id == office, ct));
        ifMatch.Honour(nomination.Version);
        var now = clock.GetCurrentInstant();
        var procedure = await NominationStepsEndpoints.ProcedureOf(nomination, db, now, ct) ?? throw NominationRules.NoProcedure();
        nomination.AnswerAppeal(request.Outcome, request.Reason, request.Paper?.ToPaper(), procedure, await db.WorkingCalendar(ct), caller.Actor, now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(NominationResponse.Of(nomination));
    }

    /// <summary>The owner's parent where that is an office; else the office of the smallest division that holds the owner's, and of several the one entered first.</summary>
    internal static async Task<Guid?> Above(Organization owner, HonorsDb db, CancellationToken ct)
    {
        if (await db.Organizations.Where(o => o.Id == owner.ParentId && o.Kind == OrganizationKind.Office).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct) is { } parent) return parent;

        long[] sizes = [DivisionCodes.Township, DivisionCodes.County, DivisionCodes.City, DivisionCodes.Province];
        var holding = sizes.Select(s => owner.DivisionCode / s * s).Where(c => !owner.Kind.IsOffice() || c != owner.DivisionCode).Distinct().ToList();
        return await db.Organizations.Where(o => o.Kind == OrganizationKind.Office && holding.Contains(o.DivisionCode))
            .OrderByDescending(o => o.DivisionCode).ThenBy(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct);
    }
}
