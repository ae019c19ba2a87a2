using Honors.Api.Accounts;
using Honors.Api.Audit;
using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.Http;
using Honors.Api.Identities;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Objections;

/// <summary>What came with an objection: for those who handle it alone, whatever else they may do in the office. No list of files holds it.</summary>
internal static class ObjectionFilesEndpoints
{
    public static void MapObjectionFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/objections/{id:guid}/files/{fileId:guid}", Get).WithName("getObjectionFile").RequireRight(Right.Verify);
        api.MapPost("/objections/{id:guid}/files", Attach).WithName("attachObjectionFile").RequireRight(Right.Verify).WithMetadata(new OwnBody());
    }

    /// <summary>Gives a file of an objection, to be saved and not to be shown in a page. Each look leaves an audit entry.</summary>
    /// <remarks>Needs `verify` in the office of the notice itself; 404 to whoever is not free of the case.</remarks>
    private static async Task<Results<FileStreamHttpResult, NotFound>> Get(
        Guid id, Guid fileId, HttpContext http, Caller caller, HonorsDb db, FileStore store, ReadAudit audit, ILogger<FileStore> log, CancellationToken ct)
    {
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } objection) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, objection.RecordedBy);
        return objection.IsFreeFor(caller.Actor, await db.CasesOf(objection, ct)) && await db.FilesOf(id).SingleOrDefaultAsync(f => f.Id == fileId, ct) is { } file
            ? await FilesEndpoints.Give(file, http, db, store, audit, log, ct)
            : TypedResults.NotFound();
    }

    /// <summary>Adds a file that came to the office with an objection, or the letter by which it was taken back.</summary>
    /// <remarks>Who may, as for the acceptance. Five at most (`objection.too-many-files`, 409), and none once it is found on (`objection.wrong-state`, 409). Its name is not kept.</remarks>
    private static async Task<Results<Created<ObjectionResponse>, NotFound>> Attach(
        Guid id, SentFile sent, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct)
    {
        if (await db.Objections.FindAsync([id], ct) is not { } objection) return TypedResults.NotFound();

        caller.RequireInThese(Right.Verify, objection.RecordedBy);
        db.Add(objection.Attach(Guid.CreateVersion7(), sent.Content, await db.CasesOf(objection, ct), caller.Actor, clock.GetCurrentInstant()));

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/objections/{id}", await db.Shown(objection, seal, ct));
    }
}
