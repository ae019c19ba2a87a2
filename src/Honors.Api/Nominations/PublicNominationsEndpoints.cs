using System.Text.Json;
using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Identities;
using Honors.Api.PublicApi;
using Honors.Api.Titles;
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
        var (now, code) = (clock.GetCurrentInstant(), ReceiptCode.Draw());
        var title = await db.Titles.SingleAsync(t => t.Id == request.TitleId, ct);
        var procedure = await db.Procedures.AsNoTracking().Where(p => p.TitleId == title.Id).HoldingOn(ChinaTime.Today(now)).SingleOrDefaultAsync(ct)
            ?? throw NominationRules.NoProcedure();
        var nomination = Nomination.Receive(
            Guid.CreateVersion7(), title, request.ToWords(), await NominationsEndpoints.OwnerOf(title, db, ct), procedure, await db.WorkingCalendar(ct),
            caller.IsKnown ? caller.Actor : Actor.Unknown, now);

        db.Add(nomination);
        db.Add(CitizenReceipt.Issue(nomination, ReceiptCode.HashOf(code)!, (request.Name ?? request.Contact) is null
            ? null
            : seal.Seal(Sender.PlaceOf(nomination.Id), JsonSerializer.Serialize(new Sender(request.Name, request.Contact)))));
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
        if (ReceiptCode.HashOf(receipt) is not { } hash) return TypedResults.NotFound();
        if (await db.CitizenReceipts.Everyones().SingleOrDefaultAsync(r => r.Hash == hash, ct) is not { } found) return TypedResults.NotFound();

        var nomination = await db.Nominations.Everyones().SingleAsync(n => n.Id == found.Id, ct);
        var state = nomination.Told;
        var reason = state is RecommendationState.NotAccepted or RecommendationState.PassedOn ? nomination.RefusedFor : null;
        var passedTo = state is RecommendationState.PassedOn ? nomination.PassedToId : null;
        return TypedResults.Ok(new RecommendationResponse(
            state, Words.Of(state), reason, reason is { } why ? Words.Of(why) : null,
            passedTo is null ? null : await db.Organizations.Where(o => o.Id == passedTo).Select(o => o.Name).SingleAsync(ct)));
    }
}
