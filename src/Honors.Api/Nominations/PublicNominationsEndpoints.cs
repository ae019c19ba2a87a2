using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Identities;
using Honors.Api.PublicApi;
using Honors.Api.Titles;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>群众推荐: from anybody, without an account. No answer here depends on whether the registry knows the nominee: nobody is looked up.</summary>
internal static class PublicNominationsEndpoints
{
    public static void MapPublicNominations(this IEndpointRouteBuilder site)
    {
        site.MapPost("/nominations", Receive).WithName("recommend");
        site.MapGet("/nominations/{receipt}", Tell).WithName("getRecommendation");
        site.MapPost("/appeals", Appeal).WithName("appealByReceipt").WithMetadata(new SenderIsNotKept());
    }

    /// <summary>Recommends somebody for a title (群众推荐), and gives a receipt by which to ask what became of it.</summary>
    /// <remarks>
    /// Open to everybody. The title's owner gets it, verifies and completes it. Refused where the title's procedure takes no citizen's word
    /// (`nomination.nominator-not-taken`, 409), and where a text holds a phone or identity number (`text.personal-number`, 422). From one address and for
    /// one title only so many in an hour: 429 with `Retry-After`. An Idempotency-Key is good for the same body.
    /// </remarks>
    private static async Task<Created<RecommendationReceipt>> Receive(
        PublicNominationRequest request, HttpContext http, Caller caller, HonorsDb db, IdentitySeal seal, PublicFormLimit limit, IClock clock, CancellationToken ct)
    {
        limit.EnterForm(http.Connection.RemoteIpAddress);
        await db.Titles.MustHold(request.TitleId, "titleId", ct);
        limit.EnterTitle(request.TitleId);
        PersonalNumbers.Refuse(request.Name, "name");
        var now = clock.GetCurrentInstant();
        var title = await db.Titles.SingleAsync(t => t.Id == request.TitleId, ct);
        var procedure = await db.Procedures.AsNoTracking().Where(p => p.TitleId == title.Id).HoldingOn(ChinaTime.Today(now)).SingleOrDefaultAsync(ct)
            ?? throw NominationRules.NoProcedure();
        var nomination = Nomination.Receive(
            Guid.CreateVersion7(), title, request.ToWords(), await NominationsEndpoints.OwnerOf(title, db, ct), procedure, await db.WorkingCalendar(ct),
            caller.IsKnown ? caller.Actor : Actor.Unknown, now);

        db.Add(nomination);
        var code = db.GiveReceipt(nomination, new Sender(request.Name, request.Contact), seal);
        await db.SaveChangesAsync(ct);
        // No Location: the audit would keep it, and the code with it.
        return TypedResults.Created((string?)null, new RecommendationReceipt(code, nomination.SubmittedOn!.Value));
    }

    /// <summary>Tells the holder of a receipt what became of the recommendation.</summary>
    /// <remarks>Open to everybody who has the code; 404 for any other. From one address only so many in a minute: 429 with `Retry-After`.</remarks>
    /// <param name="receipt">As given; small letters and hyphens make no difference.</param>
    private static async Task<Results<Ok<RecommendationResponse>, NotFound>> Tell(
        string receipt, HttpContext http, HonorsDb db, PublicFormLimit limit, CancellationToken ct)
    {
        limit.EnterLookUp(http.Connection.RemoteIpAddress);
        return await ByReceipt(receipt, db, ct) is { } nomination ? TypedResults.Ok(await Told(nomination, db, ct)) : TypedResults.NotFound();
    }

    /// <summary>Appeals against the refusal of a recommendation (申请复核) by its receipt, once.</summary>
    /// <remarks>
    /// Open to everybody who has the code; 404 for any other. It goes to the office above the title's owner. Refused where the receipt tells of no refusal
    /// (`nomination.nothing-to-appeal`), where the procedure gives no appeal (`nomination.no-appeal`), after the last day (`nomination.appeal-too-late`) and a second time
    /// (`nomination.appealed-before`), 409 each. From one address only so many in an hour: 429 with `Retry-After`.
    /// </remarks>
    private static async Task<Results<Ok<RecommendationResponse>, NotFound>> Appeal(
        OwnAppealRequest request, HttpContext http, HonorsDb db, PublicFormLimit limit, IClock clock, CancellationToken ct)
    {
        limit.EnterForm(http.Connection.RemoteIpAddress);
        if (await ByReceipt(request.Receipt, db, ct) is not { } nomination) return TypedResults.NotFound();

        var now = clock.GetCurrentInstant();
        var owner = await db.Organizations.SingleAsync(o => o.Id == nomination.OwnerId, ct);
        var procedure = await NominationStepsEndpoints.ProcedureOf(nomination, db, now, ct) ?? throw NominationRules.NoProcedure();
        nomination.FileAppealByReceipt(request.Reason, await AppealsEndpoints.Above(owner, db, ct) ?? owner.Id, procedure, await db.WorkingCalendar(ct), now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await Told(nomination, db, ct));
    }

    private static async Task<Nomination?> ByReceipt(string receipt, HonorsDb db, CancellationToken ct) => await db.LetterOf(receipt, ct) is { } letter
        ? await db.Nominations.IgnoreQueryFilters([HonorsDb.Visible]).SingleOrDefaultAsync(n => n.Id == letter, ct)
        : null;

    private static async Task<RecommendationResponse> Told(Nomination nomination, HonorsDb db, CancellationToken ct)
    {
        var state = nomination.Told;
        var isRefused = state is RecommendationState.NotAccepted or RecommendationState.PassedOn;
        var reason = isRefused ? nomination.RefusedFor : null;
        var passedTo = state is RecommendationState.PassedOn ? nomination.PassedToId : null;
        return new RecommendationResponse(
            state, Words.Of(state), reason, reason is { } why ? Words.Of(why) : null,
            passedTo is null ? null : await db.Organizations.Where(o => o.Id == passedTo).Select(o => o.Name).SingleAsync(ct),
            isRefused && nomination.Appeal is null ? nomination.AppealBy : null, nomination.Confidential ? null : AppealOf(nomination.Appeal));
    }

    /// <summary>The reason of the answer is for the office; a citizen is told in coded words alone.</summary>
    private static RecommendationAppeal? AppealOf(Appeal? appeal) => appeal is null
        ? null
        : new(ChinaTime.Today(appeal.Filed.At), appeal.DueOn, appeal.Answer?.Outcome, appeal.Answer is { } answer ? Words.Of(answer.Outcome) : null);
}
