using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>By what rules hours count: everybody reads them.</summary>
internal static class CreditingRulesEndpoints
{
    public static void MapCreditingRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/crediting-rules").WithTags("Service hours");

        rules.MapGet("/", List).WithName("listCreditingRules");
        rules.MapGet("/{id:guid}", Get).WithName("getCreditingRule");
        rules.MapGet("/holding", Holding).WithName("getHoldingCreditingRule");
        rules.MapPost("/", Enter).WithName("enterCreditingRule").RequireRight(Right.Decide);
    }

    /// <summary>Lists the crediting rules in all their editions, newest first.</summary>
    /// <param name="divisionCode">Only those of this division itself.</param>
    private static async Task<Ok<Page<CreditingRuleResponse>>> List([AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, [DivisionCode] long? divisionCode = null) =>
        TypedResults.Ok(await db.CreditingRules.Where(r => divisionCode == null || r.DivisionCode == divisionCode).ToPageById(page, CreditingRuleResponse.From, ct));

    /// <summary>Shows one edition of a crediting rule.</summary>
    private static async Task<Results<Ok<CreditingRuleResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.CreditingRules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } found ? TypedResults.Ok(CreditingRuleResponse.Of(found)) : TypedResults.NotFound();

    /// <summary>Shows the rule by which service is credited: of the smallest division around the place that has one for that day.</summary>
    /// <param name="divisionCode">Where the recording body stands.</param>
    /// <param name="on">The day of the service.</param>
    private static async Task<Ok<CreditingRuleResponse>> Holding([DivisionCode] long divisionCode, DateOnly on, HonorsDb db, CancellationToken ct)
    {
        await db.MustHoldDivision(divisionCode, "divisionCode", ct);
        var rules = await db.CreditingRulesOver(divisionCode, ct);
        return TypedResults.Ok(CreditingRuleResponse.Of(CreditingRule.Holding(rules, divisionCode, LocalDate.FromDateOnly(on))));
    }

    /// <summary>Enters the crediting rule of a division, or its next edition.</summary>
    /// <remarks>
    /// Needs `decide` in the office of the division or in one above it. Service of `validFrom` and later that is logged from now on goes by it; what is
    /// recorded already keeps its rule until a recrediting. Refused where it is valid from an earlier day than the edition before
    /// (`crediting-rule.earlier`, 409) or does not hold together (`crediting-rule.*`, 422).
    /// </remarks>
    private static async Task<Created<CreditingRuleResponse>> Enter(CreditingRuleRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await db.MustHoldDivision(request.DivisionCode, "divisionCode", ct);
        caller.RequireOver(Right.Decide, request.DivisionCode);
        var before = await db.CreditingRules.AsNoTracking().Where(r => r.DivisionCode == request.DivisionCode).OrderByDescending(r => r.Edition).FirstOrDefaultAsync(ct);
        var rule = CreditingRule.Enter(Guid.CreateVersion7(), request.DivisionCode, request.ValidFrom, request.ToFacts(), before, caller.Actor, clock.GetCurrentInstant());

        db.Add(rule);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/crediting-rules/{rule.Id}", CreditingRuleResponse.Of(rule));
    }
}
