using Honors.Domain.Files;

namespace Honors.Api.Files;

/// <summary>What the office lets in: section <c>Files</c>.</summary>
internal sealed record FileSettings
{
    /// <summary>Bytes as sent.</summary>
    public int MostPictureBytes { get; init; } = 20 * 1024 * 1024;

    public int MostPdfBytes { get; init; } = 30 * 1024 * 1024;

    public int MostOfficeBytes { get; init; } = 10 * 1024 * 1024;

    public int MostTextBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>Of a file that comes through a public form, whatever it is.</summary>
    public int MostPublicBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>Width times height; read before the picture is decoded, which takes four bytes each.</summary>
    public int MostPixels { get; init; } = 50_000_000;

    public int MostUploadsPerMinute { get; init; } = 60;

    /// <summary>How long content may lie without a record of it: longer than any upload can take.</summary>
    public int OrphanHours { get; init; } = 6;

    public int MostBytes => Math.Max(Math.Max(MostPictureBytes, MostPdfBytes), Math.Max(MostOfficeBytes, MostTextBytes));

    public int MostBytesOf(FileFormat format) => format switch
    {
        FileFormat.Pdf => MostPdfBytes,
        FileFormat.Xlsx or FileFormat.Docx => MostOfficeBytes,
        FileFormat.Text => MostTextBytes,
        _ => MostPictureBytes,
    };
}
