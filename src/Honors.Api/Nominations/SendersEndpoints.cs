using System.Text.Json;
using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Identities;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>Who recommended through the public form: under seal, shown to the title's owner for a purpose that is kept.</summary>
internal static class SendersEndpoints
{
    public static void MapSenders(this IEndpointRouteBuilder nominations)
    {
        nominations.MapGet("/{id:guid}/sender/readings", List).WithName("listSenderReadings");
        nominations.MapPost("/{id:guid}/sender/readings", Read).WithName("readSender").RequireRight(Right.Verify).WithMetadata(new AnswerIsNotKept());
    }

    /// <summary>Lists who saw the citizen's name and contact, and what for.</summary>
    /// <remarks>For whoever reads the records of the title's owner.</remarks>
    private static async Task<Results<Ok<Page<SenderReadingView>>, NotFound>> List(Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.CitizenReceipts.AnyAsync(r => r.Id == id && db.Nominations.Any(n => n.Id == id), ct)
            ? TypedResults.Ok(await db.ReadingsOf(id).ToPageById(page, SenderReadingView.From, ct))
            : TypedResults.NotFound();

    /// <summary>Shows the citizen's name and contact once, for a purpose that is kept with the name of the reader.</summary>
    /// <remarks>
    /// Needs `verify` in the title's owner; never for a program (409). A repeat is a reading of its own, whatever its Idempotency-Key. Refused where no name
    /// and no contact was given (`nomination.no-sender`, 409). After 30 look-ups in a minute: 429.
    /// </remarks>
    private static async Task<Results<Created<SenderReadingResponse>, NotFound>> Read(
        Guid id, SenderReadingRequest request, Caller caller, HonorsDb db, IdentitySeal seal, IdentityLimit limit, IClock clock, CancellationToken ct)
    {
        limit.Enter(caller.Actor.AccountId);
        if (await db.CitizenReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && db.Nominations.Any(n => n.Id == id), ct) is not { } receipt) return TypedResults.NotFound();

        caller.Require(Right.Verify, receipt);
        return TypedResults.Created($"/api/v1/nominations/{id}/sender/readings", await db.ShowSender(receipt, request.Purpose, seal, caller, clock, ct));
    }
}

/// <summary>Letters of citizens and their senders, whatever the letter became.</summary>
internal static class Letters
{
    /// <returns>The id of what the letter of this receipt became; null where there is none.</returns>
    public static async Task<Guid?> LetterOf(this HonorsDb db, string receipt, CancellationToken ct) => ReceiptCode.HashOf(receipt) is { } hash
        ? await db.CitizenReceipts.Everyones().Where(r => r.Hash == hash).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct)
        : null;

    /// <summary>A receipt for a letter, with its sender under seal.</summary>
    /// <returns>The code, of which only the hash is kept.</returns>
    public static string GiveReceipt<T>(this HonorsDb db, T letter, Sender sender, IdentitySeal seal) where T : IRecorded, Domain.Values.IIdentified
    {
        var code = ReceiptCode.Draw();
        db.Add(CitizenReceipt.Issue(
            letter, ReceiptCode.HashOf(code)!, (sender.Name ?? sender.Contact) is null ? null : seal.Seal(Sender.PlaceOf(letter.Id), JsonSerializer.Serialize(sender))));
        return code;
    }

    public static IQueryable<SenderReading> ReadingsOf(this HonorsDb db, Guid letter) => db.SenderReadings.Where(r => r.LetterId == letter);

    /// <summary>Shows the sender to whoever may see them, and keeps that with this act.</summary>
    public static async Task<SenderReadingResponse> ShowSender(
        this HonorsDb db, CitizenReceipt receipt, string purpose, IdentitySeal seal, Caller caller, IClock clock, CancellationToken ct)
    {
        var reading = SenderReading.Record(Guid.CreateVersion7(), receipt, purpose, caller.Actor, clock.GetCurrentInstant());

        db.Add(reading);
        await db.SaveChangesAsync(ct);
        var sender = JsonSerializer.Deserialize<Sender>(seal.Unseal(Sender.PlaceOf(receipt.Id), receipt.Sealed!))!;
        return new SenderReadingResponse(reading.Id, sender.Name, sender.Contact, reading.Purpose, SignatureView.Of(reading.Read)!);
    }
}
