using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.People;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>"At least so many hours in a period, confirmed by others?": with the person's consent, yes or no, and nothing else.</summary>
internal static class MinimumEndpoints
{
    /// <summary>The text that is put before whoever consents on the page.</summary>
    public const string Text = "hours-minimum";

    public static void MapMinimum(this IEndpointRouteBuilder api)
    {
        var consents = api.MapGroup("/minimum-consents").WithTags("Service hours");
        consents.MapGet("/", List).WithName("listMinimumConsents");
        consents.MapPost("/", Give).WithName("giveMinimumConsent");
        consents.MapGet("/{id:guid}", Get).WithName("getMinimumConsent");
        consents.MapPost("/{id:guid}/withdrawal", Withdraw).WithName("withdrawMinimumConsent");
        consents.MapPost("/{id:guid}/questions", Ask).WithName("askMinimum").RequireRight(Right.Record, Right.Verify, Right.Confirm, Right.Nominate, Right.Decide);

        var answers = api.MapGroup("/minimum-answers").WithTags("Service hours");
        answers.MapGet("/", ListAnswers).WithName("listMinimumAnswers");
        answers.MapGet("/{reference}", GetAnswer).WithName("getMinimumAnswer");
    }

    /// <summary>Lists the consents that the caller gave, wrote down, or may ask by, newest first.</summary>
    /// <param name="personId">Only of this person.</param>
    private static async Task<Ok<Page<MinimumConsentResponse>>> List([AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, Guid? personId = null) =>
        TypedResults.Ok(await db.MinimumConsents.Where(c => personId == null || c.PersonId == personId).ToPageById(page, MinimumConsentResponse.Projection, ct));

    /// <summary>Shows one consent.</summary>
    private static async Task<Results<Ok<MinimumConsentResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.MinimumConsents.AsNoTracking().Where(c => c.Id == id).Select(MinimumConsentResponse.Projection).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Lets one body ask whether one gave at least so many hours in a period.</summary>
    /// <remarks>
    /// By the person on the page, to the newest text `hours-minimum`; a paper is written down with its proof, with `record` in the body that recorded the person or in an
    /// office above it. Of a minor as for grounds: a guardian consents and, from 8 on, the minor too, at once (`consent.*`, 409). It names the asker, the figure, the
    /// period and its last day, and opens nothing else.
    /// </remarks>
    private static async Task<Created<MinimumConsentResponse>> Give(MinimumConsentRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        await db.People.MustHold(request.PersonId, "personId", ct);
        await db.Organizations.MustHold(request.AskerId, "askerId", ct);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == request.PersonId, ct);
        var isOwn = caller.Owns(person.Id) && request.Consent.Channel is ConsentChannel.Page;
        if (!isOwn) caller.Require(Right.Record, person);
        ConsentTexts.Require(request.Consent, Text);
        var guardianships = await db.Guardianships.AsNoTracking().Where(g => g.PersonId == person.Id).ToListAsync(ct);
        var consent = MinimumConsent.Give(
            Guid.CreateVersion7(), person, request.AskerId, request.Figure, request.Until, request.Consent.ToConsent(), guardianships,
            isOwn ? null : person.RecordedBy, caller.Actor, clock.GetCurrentInstant());

        db.Add(consent);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/minimum-consents/{consent.Id}", MinimumConsentResponse.Of(consent));
    }

    /// <summary>Withdraws a consent (撤回): from the next request on it is asked no more.</summary>
    /// <remarks>By the person or a guardian, or with `record` in the body that wrote it down. What was answered before stays to be looked up.</remarks>
    private static async Task<Results<Ok<MinimumConsentResponse>, NotFound>> Withdraw(Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.MinimumConsents.FindAsync([id], ct) is not { } consent) return TypedResults.NotFound();

        if (!caller.Owns(consent.PersonId)) caller.RequireInThese(Right.Record, consent.RecorderId);
        ifMatch.Honour(consent.Version);
        consent.Withdraw(caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MinimumConsentResponse.Of(consent));
    }

    /// <summary>Asks whether the person gave at least so many hours in the period of the consent.</summary>
    /// <remarks>
    /// By the body that the consent names, with any right there to record, verify, confirm, nominate or decide. Counted is what every body recorded and a second person
    /// verified, and with `confirmedByUnit` the person's unit too; training and prior totals are not in it. Asked again on the same day it answers as before, with the same
    /// reference. The person sees each question (`/minimum-answers`).
    /// </remarks>
    private static async Task<Results<Created<MinimumAnswerResponse>, NotFound>> Ask(Guid id, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.MinimumConsents.FindAsync([id], ct) is not { } consent) return TypedResults.NotFound();

        if (!caller.Where(Right.Record, Right.Verify, Right.Confirm, Right.Nominate, Right.Decide).Bodies.Contains(consent.AskerId)) throw MinimumAsking.NotTheAsker();
        var now = clock.GetCurrentInstant();
        var today = ChinaTime.Today(now);
        var answer = consent.Answer(Guid.CreateVersion7(), ReceiptCode.Draw(), await Minutes(consent, now, db, ct), caller.Actor, now);
        if (await db.MinimumAnswers.SingleOrDefaultAsync(a => a.ConsentId == id && a.AskedOn == today, ct) is { } before) answer = before;
        else db.Add(answer);

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/minimum-answers/{answer.Reference}", MinimumAnswerResponse.Of(answer));
    }

    /// <summary>Lists the answers that the caller got, or that were given of them, newest first: so one sees who asked.</summary>
    /// <param name="personId">Only of this person.</param>
    private static async Task<Ok<Page<MinimumAnswerResponse>>> ListAnswers([AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, Guid? personId = null) =>
        TypedResults.Ok(await db.MinimumAnswers.Where(a => personId == null || a.PersonId == personId).ToPageById(page, MinimumAnswerResponse.Projection, ct));

    /// <summary>Looks an answer up by its reference.</summary>
    /// <remarks>For the asker and the person. It says what was so when it was asked.</remarks>
    private static async Task<Results<Ok<MinimumAnswerResponse>, NotFound>> GetAnswer(string reference, HonorsDb db, CancellationToken ct) =>
        await db.MinimumAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == reference, ct) is { } found ? TypedResults.Ok(MinimumAnswerResponse.Of(found)) : TypedResults.NotFound();

    private static async Task<int> Minutes(MinimumConsent consent, Instant now, HonorsDb db, CancellationToken ct)
    {
        var figure = consent.Figure;
        var question = new HoursQuestion(
            new HoursScope(consent.PersonId, null, null, null), new HoursPeriod(null, null, figure.From.ToDateOnly(), figure.To.ToDateOnly(), null), now, HoursState.Verified,
            WithinPriorTotals: false, Confirmed: figure.Basis is MinimumBasis.ConfirmedByUnit ? true : null);
        return await question.Days(db).IgnoreQueryFilters([HonorsDb.Visible]).SumAsync(d => d.Credited, ct);
    }
}

internal static class MinimumAsking
{
    public const string Other = "minimum.another-asker";

    public static RuleViolationException NotTheAsker() => new(Other, Refusal.NotAllowed);
}
