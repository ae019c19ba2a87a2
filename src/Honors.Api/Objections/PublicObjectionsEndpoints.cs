using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.Http;
using Honors.Api.Identities;
using Honors.Api.Nominations;
using Honors.Api.Notices;
using Honors.Api.PublicApi;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Files;
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
        site.MapPost("/objection-files", Attach).WithName("attachFileByReceipt").WithMetadata(new SenderIsNotKept(), new OwnBody());
        site.MapPost("/objection-withdrawals", Withdraw).WithName("withdrawByReceipt").WithMetadata(new SenderIsNotKept());
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
        var (_, receipt) = await db.Take(notice, request.EntryId, request.ToWords(), request.ToObjector(), arrival, [], seal, Actor.Unknown, now, ct);
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
        return await db.ByReceipt(receipt, ct) is { } found ? TypedResults.Ok(Told(found)) : TypedResults.NotFound();
    }

    /// <summary>Sends a file (材料) to an objection that is not yet found on, by its receipt.</summary>
    /// <remarks>
    /// Open to everybody who has the code; 404 for any other. Five at most (`objection.too-many-files`, 409), small (413), and of the formats that may be uploaded (415); of its name
    /// and of whoever is signed in nothing is kept. From one address only so many in an hour: 429 with `Retry-After`. Those who handle the objection see it, and nobody else.
    /// </remarks>
    private static async Task<Results<Created<ObjectionFilesTold>, NotFound>> Attach(FileOfReceipt sent, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (sent.Content is not { } content || await db.ByReceipt(sent.Receipt, ct) is not { } objection) return TypedResults.NotFound();

        db.Add(objection.Attach(Guid.CreateVersion7(), content, clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created((string?)null, new ObjectionFilesTold(objection.FileCount));
    }

    /// <summary>Takes an objection back (撤回) by its receipt, as long as it is not found on: it stops nothing any more.</summary>
    /// <remarks>Open to everybody who has the code; 404 for any other. It can be sent again by a new form alone. From one address only so many in an hour: 429 with `Retry-After`.</remarks>
    private static async Task<Results<Ok<ObjectionTold>, NotFound>> Withdraw(
        OwnWithdrawalRequest request, HttpContext http, HonorsDb db, PublicFormLimit limit, IClock clock, CancellationToken ct)
    {
        limit.EnterForm(http.Connection.RemoteIpAddress);
        if (await db.ByReceipt(request.Receipt, ct) is not { } objection) return TypedResults.NotFound();

        objection.Withdraw(request.Reason, clock.GetCurrentInstant());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(Told(objection));
    }

    private static ObjectionTold Told(Objection found)
    {
        var ground = found.Refused?.Ground;
        return new ObjectionTold(
            found.State, Words.Of(found.State), ground, ground is { } why ? Words.Of(why) : null, found.Answers is [.., var last] ? last.Text : null, found.HandedOn?.Body,
            found.FileCount);
    }

    internal static async Task<Objection?> ByReceipt(this HonorsDb db, string receipt, CancellationToken ct) => ReceiptCode.HashOf(receipt) is { } hash
        ? await db.Objections.IgnoreQueryFilters([HonorsDb.Visible]).SingleOrDefaultAsync(o => o.ReceiptHash == hash, ct)
        : null;
}

/// <summary>What <c>POST /public/objection-files</c> brought; no content where nothing goes by the receipt.</summary>
internal sealed record FileOfReceipt(string Receipt, FileContent? Content)
{
    public static async ValueTask<FileOfReceipt> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        services.GetRequiredService<PublicFormLimit>().EnterFile(context.Connection.RemoteIpAddress);
        var db = services.GetRequiredService<HonorsDb>();
        var (receipt, content) = await services.GetRequiredService<Uploads>().ReceiveWithReceipt(
            context, async code => ReceiptCode.HashOf(code) is { } hash && await db.Objections.Everyones().AnyAsync(o => o.ReceiptHash == hash, context.RequestAborted));
        return new(receipt, content);
    }
}

internal static class ObjectionIntake
{
    /// <summary>Takes an objection in, and saves it.</summary>
    /// <returns>Its id, and the receipt's code, of which only the hash is kept.</returns>
    public static async Task<(Guid Id, string Receipt)> Take(
        this HonorsDb db, Notice notice, Guid? entryId, ObjectionWords words, Objector objector, Arrival arrival, IReadOnlyCollection<NoticeCase> cases, IdentitySeal seal,
        Actor actor, Instant now, CancellationToken ct)
    {
        if (entryId is not null && notice.Entries.All(e => e.Id != entryId)) throw References.Missing("entryId");

        var (id, code) = (Guid.CreateVersion7(), ReceiptCode.Draw());
        var answer = await db.ClockOf(Domain.Titles.ClockKind.ObjectionAnswer, notice.TitleId, ChinaTime.Today(now), ct);
        db.Add(Objection.Receive(
            id, notice, entryId, words, objector, seal.Seal(id, words, objector), arrival, ReceiptCode.HashOf(code)!, answer, cases, await db.WorkingCalendar(ct), actor, now));
        await db.SaveChangesAsync(ct);
        return (id, code);
    }
}
