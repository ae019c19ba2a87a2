using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Identities;
using Honors.Api.Nominations;
using Honors.Api.Notices;
using Honors.Api.PublicApi;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Objections;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Objections;

/// <summary>网上异议: from anybody, without an account. Nobody is looked up, so that no answer tells whether the registry knows a person.</summary>
internal static class PublicObjectionsEndpoints
{
    public static void MapPublicObjections(this IEndpointRouteBuilder site)
    {
        site.MapPost("/notices/{id:guid}/objections", Receive).WithName("object").WithMetadata(new SenderIsNotKept());
        site.MapGet("/objections/{receipt}", Tell).WithName("getObjectionByReceipt");
    }

    /// <summary>Objects to an entry of a public notice or to its whole list (异议), and gives a receipt by which to ask what became of it.</summary>
    /// <remarks>
    /// Open to everybody; of whoever is signed in nothing is kept. With a real name and a contact, or with clear leads (`objection.name-or-leads`, 422). Only while the notice
    /// is before the public (`objection.not-open`, 409). Refused where a text holds a phone or identity number (`text.personal-number`, 422). From one address and for one notice
    /// only so many in an hour: 429 with `Retry-After`. An Idempotency-Key is good for the same body.
    /// </remarks>
    private static async Task<Results<Created<ObjectionReceipt>, NotFound>> Receive(
        Guid id, PublicObjectionRequest request, HttpContext http, HonorsDb db, IdentitySeal seal, PublicFormLimit limit, IClock clock, CancellationToken ct)
    {
        limit.EnterForm(http.Connection.RemoteIpAddress);
        if (await db.GivenNotices().SingleOrDefaultAsync(n => n.Id == id, ct) is not { } notice) return TypedResults.NotFound();

        limit.EnterNotice(id);
        PersonalNumbers.Refuse(request.Name, "name");
        var now = clock.GetCurrentInstant();
        var arrival = new Arrival(NoticeChannel.Web, ChinaTime.Today(now), null);
        var (_, receipt) = await db.Take(notice, request.EntryId, request.ToWords(), request.ToObjector(), arrival, seal, Actor.Unknown, now, ct);
        // No Location: the audit would keep it.
        return TypedResults.Created((string?)null, new ObjectionReceipt(receipt, arrival.On));
    }

    /// <summary>Tells the holder of a receipt what became of the objection, and the answer to it.</summary>
    /// <remarks>Open to everybody who has the code; 404 for any other. From one address only so many in a minute: 429 with `Retry-After`.</remarks>
    /// <param name="receipt">As given; small letters and hyphens make no difference.</param>
    private static async Task<Results<Ok<ObjectionTold>, NotFound>> Tell(
        string receipt, HttpContext http, HonorsDb db, PublicFormLimit limit, CancellationToken ct)
    {
        limit.EnterLookUp(http.Connection.RemoteIpAddress);
        if (ReceiptCode.HashOf(receipt) is not { } hash) return TypedResults.NotFound();
        if (await db.Objections.Everyones().AsNoTracking().SingleOrDefaultAsync(o => o.ReceiptHash == hash, ct) is not { } found) return TypedResults.NotFound();

        var ground = found.Refused?.Ground;
        return TypedResults.Ok(new ObjectionTold(
            found.State, Words.Of(found.State), ground, ground is { } why ? Words.Of(why) : null, found.Answers is [.., var last] ? last.Text : null, found.HandedOn?.Body));
    }
}

internal static class ObjectionIntake
{
    /// <summary>Takes an objection in, and saves it.</summary>
    /// <returns>Its id, and the receipt's code, of which only the hash is kept.</returns>
    public static async Task<(Guid Id, string Receipt)> Take(
        this HonorsDb db, Notice notice, Guid? entryId, ObjectionWords words, Objector objector, Arrival arrival, IdentitySeal seal, Actor actor, Instant now, CancellationToken ct)
    {
        if (entryId is not null && notice.Entries.All(e => e.Id != entryId)) throw References.Missing("entryId");

        var (id, code) = (Guid.CreateVersion7(), ReceiptCode.Draw());
        var answer = await db.ClockOf(Domain.Titles.ClockKind.ObjectionAnswer, notice.TitleId, ChinaTime.Today(now), ct);
        db.Add(Objection.Receive(
            id, notice, entryId, words, objector, seal.Seal(id, words, objector), arrival, ReceiptCode.HashOf(code)!, answer, await db.WorkingCalendar(ct), actor, now));
        await db.SaveChangesAsync(ct);
        return (id, code);
    }
}
