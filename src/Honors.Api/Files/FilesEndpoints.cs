using Honors.Api.Accounts;
using Honors.Api.Audit;
using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Honors.Api.Files;

internal static class FilesEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        var files = api.MapGroup("/files").WithTags("Files");

        files.MapGet("/", List).WithName("listFiles");
        files.MapGet("/{id:guid}", Get).WithName("getFile");
        files.MapGet("/{id:guid}/content", Content).WithName("getFileContent");
        files.MapPost("/", Record).WithName("uploadFile").RequireRight(Right.Record, Right.Nominate).WithMetadata(new OwnBody());
        files.MapDelete("/{id:guid}", Delete).WithName("deleteFile").RequireRight(Right.Record, Right.Nominate);
    }

    /// <summary>Lists files, newest first.</summary>
    /// <param name="kind">Only files of this kind.</param>
    /// <param name="ownerId">Only files of this record.</param>
    private static async Task<Ok<Page<FileResponse>>> List(
        [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, Word<FileKind>? kind = null, Guid? ownerId = null) =>
        TypedResults.Ok(await db.Files.WhereIs(f => f.Kind, kind).Where(f => ownerId == null || f.OwnerId == ownerId).ToPageById(page, FileResponse.From, ct));

    /// <summary>Shows what is recorded of one file.</summary>
    private static async Task<Results<Ok<FileResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Files.Where(f => f.Id == id).Select(FileResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Gives the content of one file, to be saved and not to be shown in a page.</summary>
    /// <remarks>Parts of it may be asked for with `Range`. A sensitive file's read leaves an audit entry. 503 with `file.content-missing` or
    /// `file.content-damaged`: the disk does not hold what was stored.</remarks>
    private static async Task<Results<FileStreamHttpResult, NotFound>> Content(
        Guid id, HttpContext http, HonorsDb db, FileStore store, ReadAudit audit, ILogger<FileStore> log, CancellationToken ct) =>
        await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is { } file
            ? await Give(file, http, db, store, audit, log, ct)
            : TypedResults.NotFound();

    /// <param name="db">The request's own; it reads no more after a sensitive file.</param>
    internal static async Task<FileStreamHttpResult> Give(
        StoredFile file, HttpContext http, HonorsDb db, FileStore store, ReadAudit audit, ILogger<FileStore> log, CancellationToken ct)
    {
        FileStream content;
        try
        {
            content = await store.Open(file.Hash, file.Size, ct);
        }
        catch (FileContentException e)
        {
            LogFault(log, e.Code, file.Id, e.Hash, e.InnerException);
            throw new ProblemException(StatusCodes.Status503ServiceUnavailable, e.Code);
        }

        http.Response.RegisterForDispose(content);
        if (file.IsSensitive) await audit.Record(http, db);
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.Append(HeaderNames.Vary, "Authorization");
        return TypedResults.Stream(
            content, Formats.MediaTypeOf(file.Format), file.Name, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }

    /// <summary>Stores a file; it belongs to no record yet, and only the recording body sees it.</summary>
    /// <remarks>
    /// Needs `record` or `nominate` in the recording body. A picture is made anew, upright and without what the camera wrote into it. Nothing in the answer
    /// tells whether the same content was there before. Refused: what its bytes do not show to be one of the formats (415), what is too large
    /// or swells (413), pages, programs, archives in archives, and PDFs that act or carry files.
    /// </remarks>
    private static async Task<Created<FileResponse>> Record(Upload upload, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        var file = StoredFile.Record(Guid.CreateVersion7(), upload.Facts, caller.Hands(upload.RecordedBy), caller.Actor, clock.GetCurrentInstant());

        db.Add(file);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/files/{file.Id}", FileResponse.Of(file));
    }

    /// <summary>Takes back a file that belongs to no record.</summary>
    /// <remarks>Only whoever put it in, with `record` or `nominate` in the recording body.</remarks>
    private static async Task<Results<NoContent, NotFound>> Delete(Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Files.FindAsync([id], ct) is not { } file) return TypedResults.NotFound();

        if (!caller.May(Right.Nominate, file)) caller.Require(Right.Record, file);
        ifMatch.Honour(file.Version);
        file.MustBeDraftOf(caller.Actor);

        db.Remove(file);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>Of a draft that is deleted with this act.</summary>
    internal static async Task ReleaseFilesOf(this HonorsDb db, Guid owner, CancellationToken ct)
    {
        foreach (var file in await db.Files.Where(f => f.OwnerId == owner).ToListAsync(ct)) file.Release();
    }

    private static readonly Action<ILogger, string, Guid, string, Exception?> LogFault = LoggerMessage.Define<string, Guid, string>(
        LogLevel.Error, new EventId(21, "FileContentFault"), "{Code}: file {FileId}, content {Hash}. Restore it from a backup; `files verify` names all.");
}
