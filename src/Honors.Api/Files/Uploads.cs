using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using Honors.Api.Accounts;
using Honors.Api.Errors;
using Honors.Api.Http;
using Honors.Api.Writes;
using Honors.Domain.Files;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Honors.Api.Files;

/// <summary>What <c>POST /files</c> brought: read, looked at, cleaned and safely on the disk before the request enters the writer.</summary>
internal sealed record Upload(FileFacts Facts, Guid? RecordedBy)
{
    public static async ValueTask<Upload> BindAsync(HttpContext context) => await context.RequestServices.GetRequiredService<Uploads>().Receive(context);
}

/// <summary>A file alone, for a record that has its own way to take it in.</summary>
internal sealed record SentFile(FileContent Content)
{
    public static async ValueTask<SentFile> BindAsync(HttpContext context) => new(await context.RequestServices.GetRequiredService<Uploads>().ReceiveAlone(context));
}

/// <summary>Receives files: streamed to the disk and hashed on the way, never held in memory whole on the way in.</summary>
internal sealed class Uploads(FileStore store, FileSettings settings, ILogger<Uploads> log) : IDisposable
{
    private const int MostBytesOfFields = 64 * 1024, MostBytesOfAField = 256;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>A decoded picture takes four bytes a pixel; so many at a time.</summary>
    private readonly SemaphoreSlim _inspecting = new(2);

    private readonly PartitionedRateLimiter<Guid> _perAccount = PartitionedRateLimiter.Create<Guid, Guid>(account =>
        RateLimitPartition.GetFixedWindowLimiter(account, _ => new() { PermitLimit = settings.MostUploadsPerMinute, Window = Window, QueueLimit = 0 }));

    public async Task<Upload> Receive(HttpContext http)
    {
        EnterAccount(http);
        var ct = http.RequestAborted;
        using var sent = OnDisk(store.Receive);
        var form = Filled(await Read(http, sent, settings.MostBytes, ct));
        var content = await Inspect(sent, form, ct);
        http.StandInForBody(JsonSerializer.SerializeToUtf8Bytes(new { content.SentHash, form.Name, form.Kind, form.IsSensitive, form.RecordedBy }));
        return new Upload(new FileFacts(form.Name, form.Kind, form.IsSensitive, content), form.RecordedBy);
    }

    public async Task<FileContent> ReceiveAlone(HttpContext http)
    {
        EnterAccount(http);
        using var sent = OnDisk(store.Receive);
        var form = await Read(http, sent, settings.MostBytes, http.RequestAborted);
        RefuseOthers(form);
        return await Kept(http, sent, form, new { form.Hash });
    }

    /// <summary>A file of somebody without an account, and the code of the receipt that it goes with. Limits are the caller's to ask for.</summary>
    /// <param name="isTaken">Asked before anything is kept, so that nobody fills the disk who has no receipt.</param>
    /// <returns>No content where nothing goes by that code.</returns>
    public async Task<(string Receipt, FileContent? Content)> ReceiveWithReceipt(HttpContext http, Func<string, Task<bool>> isTaken)
    {
        using var sent = OnDisk(store.Receive);
        var form = await Read(http, sent, settings.MostPublicBytes, http.RequestAborted);
        RefuseOthers(form, "receipt");
        if (!form.Fields.TryGetValue("receipt", out var receipt)) throw Fault(ProblemCodes.MemberMissing, "receipt");
        if (!await isTaken(receipt)) return (receipt, null);

        return (receipt, await Kept(http, sent, form, new { form.Hash, receipt }));
    }

    public void Dispose()
    {
        _perAccount.Dispose();
        _inspecting.Dispose();
    }

    private void EnterAccount(HttpContext http)
    {
        if (!_perAccount.AttemptAcquire(http.RequestServices.GetRequiredService<Caller>().Actor.AccountId).IsAcquired)
            throw new ProblemException(StatusCodes.Status429TooManyRequests, ProblemCodes.TooMany) { RetryAfter = Window };
    }

    private async Task<FileContent> Kept(HttpContext http, Incoming sent, Form form, object standIn)
    {
        http.StandInForBody(JsonSerializer.SerializeToUtf8Bytes(standIn));
        return await Inspect(sent, form, http.RequestAborted);
    }

    /// <param name="mostBytes">Of the content.</param>
    private async Task<Form> Read(HttpContext http, Incoming sent, int mostBytes, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, FileRules.NotMultipart);

        if (http.Request.ContentLength > mostBytes + MostBytesOfFields) throw Inspection.TooLarge(mostBytes);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most) most.MaxRequestBodySize = mostBytes + MostBytesOfFields;

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Form form = new();
        try
        {
            var parts = new MultipartReader(boundary.ToString(), http.Request.Body);
            while (await parts.ReadNextSectionAsync(ct) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) throw Fault(ProblemCodes.Unreadable);

                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (!fields.TryAdd(name, "")) throw Fault(ProblemCodes.MemberDoubled, Known(name));
                if (name is not "file")
                {
                    fields[name] = await Field(part.Body, Known(name), ct);
                    continue;
                }

                var (sentName, declared) = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName, part.ContentType);
                form = form with
                {
                    Name = HeaderUtilities.RemoveQuotes(sentName).ToString(),
                    Declared = MediaTypeHeaderValue.TryParse(declared, out var media) ? media.MediaType.ToString() : null,
                    Hash = await ReceiveContent(part.Body, sent.Content, mostBytes, ct),
                };
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Fault(ProblemCodes.Unreadable); // the parts are cut off, or their headers swell
        }

        return form with { Fields = fields };
    }

    private static void RefuseOthers(Form form, params string[] others)
    {
        if (form.Fields.Keys.FirstOrDefault(n => n is not "file" && !others.Contains(n)) is { } unknown) throw Fault(ProblemCodes.MemberUnknown, Known(unknown));
        if (!form.Fields.ContainsKey("file")) throw Fault(ProblemCodes.MemberMissing, "file");
    }

    private static Form Filled(Form form)
    {
        RefuseOthers(form, "kind", "sensitive", "recordedBy");
        var fields = form.Fields;
        if (!fields.TryGetValue("kind", out var kind)) throw Fault(ProblemCodes.MemberMissing, "kind");
        if (!Word<FileKind>.TryParse(kind, out var word)) throw Fault(ProblemCodes.MemberUnreadable, "kind");

        return form with
        {
            Kind = word.Value,
            IsSensitive = !fields.TryGetValue("sensitive", out var sensitive) || sensitive switch
            {
                "true" => true,
                "false" => false,
                _ => throw Fault(ProblemCodes.MemberUnreadable, "sensitive"),
            },
            RecordedBy = !fields.TryGetValue("recordedBy", out var body) ? null
                : Guid.TryParseExact(body, "D", out var id) ? id : throw Fault(ProblemCodes.MemberUnreadable, "recordedBy"),
        };
    }

    private static async Task<string> Field(Stream part, string name, CancellationToken ct)
    {
        var bytes = new byte[MostBytesOfAField + 1];
        var read = await part.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return read <= MostBytesOfAField ? Encoding.UTF8.GetString(bytes, 0, read) : throw Fault(ProblemCodes.MemberUnreadable, name);
    }

    private async Task<string> ReceiveContent(Stream part, FileStream content, int mostBytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[64 * 1024];
        for (int read; (read = await part.ReadAsync(chunk, ct)) > 0;)
        {
            if (content.Length + read > mostBytes) throw Inspection.TooLarge(mostBytes);
            hash.AppendData(chunk, 0, read);
            OnDisk(() => content.Write(chunk, 0, read));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task<FileContent> Inspect(Incoming sent, Form form, CancellationToken ct)
    {
        await _inspecting.WaitAsync(ct);
        try
        {
            var format = Inspection.FormatOf(sent.Content, settings);
            Formats.MustBeAsDeclared(form.Declared, format);
            if (format is not (FileFormat.Jpeg or FileFormat.Png or FileFormat.Webp))
            {
                var size = sent.Content.Length;
                OnDisk(() => store.Keep(sent, form.Hash));
                return new FileContent(format, size, form.Hash, form.Hash);
            }

            using var cleaned = OnDisk(store.Receive);
            var (width, height) = Pictures.Clean(sent.Content, format, cleaned.Content, settings.MostPixels);
            var bytes = cleaned.Content.Length;
            cleaned.Content.Position = 0;
            var hash = await FileStore.HashOf(cleaned.Content, ct);
            OnDisk(() => store.Keep(cleaned, hash));
            return new FileContent(format, bytes, hash, form.Hash, width, height);
        }
        finally
        {
            _inspecting.Release();
        }
    }

    /// <summary>A full or broken disk is no fault of the sender, who may try again.</summary>
    private T OnDisk<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotKept(log, e);
            throw new StorageFailedException(e);
        }
    }

    private void OnDisk(Action act) => OnDisk(() =>
    {
        act();
        return true;
    });

    private static readonly Action<ILogger, Exception> LogNotKept = LoggerMessage.Define(
        LogLevel.Error, new EventId(22, "FileNotKept"), "A file that was sent could not be kept; nothing was acknowledged.");

    private static ProblemException Fault(string code, string? member = null) => new(StatusCodes.Status400BadRequest, code, member: member);

    /// <summary>A name that the sender chose is not repeated at length.</summary>
    private static string Known(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private sealed record Form(
        string? Name = null, string? Declared = null, string Hash = "", FileKind Kind = default, bool IsSensitive = true, Guid? RecordedBy = null)
    {
        /// <summary>All parts by their names, the file's with nothing.</summary>
        public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    }
}
