using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.Files;

namespace Honors.Api.Files;

/// <summary>A file and what it is there for, as parts of a form in any order.</summary>
/// <param name="File">JPEG, PNG, WebP, PDF, xlsx, docx or UTF-8 text, as its own bytes say; what the part says of it must agree.</param>
/// <param name="Kind">A picture is a JPEG, PNG or WebP.</param>
/// <param name="Sensitive">Whether each read leaves an audit entry; true where nothing is said.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only.</param>
internal sealed record UploadForm(IFormFile File, FileKind Kind, bool Sensitive = true, Guid? RecordedBy = null);

/// <summary>A file for a record that takes it in itself.</summary>
/// <param name="File">JPEG, PNG, WebP, PDF, xlsx, docx or UTF-8 text, as its own bytes say; what the part says of it must agree.</param>
internal sealed record FileAloneForm(IFormFile File);

/// <summary>A file of whoever has a receipt, as parts of a form in any order.</summary>
/// <param name="File">JPEG, PNG, WebP, PDF, xlsx, docx or UTF-8 text, as its own bytes say; what the part says of it must agree. Its name is not kept.</param>
/// <param name="Receipt">As given; small letters and hyphens make no difference.</param>
internal sealed record FileByReceiptForm(IFormFile File, string Receipt);

/// <summary>A record of a file.</summary>
/// <param name="Name">To show; nothing else follows from it.</param>
/// <param name="Format">By the content's own bytes.</param>
/// <param name="Size">Bytes as stored.</param>
/// <param name="Hash">SHA-256 of what is stored and served, hex.</param>
/// <param name="SentHash">SHA-256 of what was sent, hex; a picture is stored without its metadata and upright, so the two differ.</param>
/// <param name="Width">Pixels of a picture.</param>
/// <param name="Height">Pixels of a picture.</param>
/// <param name="OwnerType">The kind of record it belongs to; null while it belongs to none.</param>
/// <param name="OwnerId">The record it belongs to, whose rights it has.</param>
public sealed record FileResponse(
    Guid Id,
    string Name,
    FileKind Kind,
    FileFormat Format,
    long Size,
    [property: Length(StoredFile.HashLength)] string Hash,
    [property: Length(StoredFile.HashLength)] string SentHash,
    int? Width,
    int? Height,
    bool Sensitive,
    FileOwner? OwnerType,
    Guid? OwnerId,
    SignatureView Recorded,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<StoredFile, FileResponse>> From = f => new(
        f.Id, f.Name, f.Kind, f.Format, f.Size, f.Hash, f.SentHash, f.Width, f.Height, f.IsSensitive, f.OwnerType, f.OwnerId,
        SignatureView.Of(f.Recorded)!, f.RecordedBy, f.Version);

    private static readonly Func<StoredFile, FileResponse> InMemory = From.Compile();

    internal static FileResponse Of(StoredFile file) => InMemory(file);
}
