using Honors.Api.Errors;
using Honors.Domain.Files;

namespace Honors.Api.Files;

/// <summary>What a content is, by its own bytes; what it is said to be must agree.</summary>
internal static class Formats
{
    private const string Anything = "application/octet-stream";

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The media type to serve it as, and what else senders call it.</summary>
    private static readonly Dictionary<FileFormat, string[]> MediaTypes = new()
    {
        [FileFormat.Jpeg] = ["image/jpeg", "image/jpg", "image/pjpeg"],
        [FileFormat.Png] = ["image/png"],
        [FileFormat.Webp] = ["image/webp"],
        [FileFormat.Pdf] = ["application/pdf"],
        [FileFormat.Xlsx] = [Xlsx],
        [FileFormat.Docx] = [Docx],
        [FileFormat.Text] = ["text/plain", "text/csv", "application/csv", "application/vnd.ms-excel"], // the last: Excel on Windows, of .csv
    };

    public static string MediaTypeOf(FileFormat format) => MediaTypes[format][0];

    /// <summary>By the first bytes; null for text and for what nobody knows. A zip archive is one only by its name in the office formats.</summary>
    public static Shape ShapeOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Shape.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Shape.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Shape.Webp,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Shape.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => Shape.Zip,
        _ => Shape.Text,
    };

    /// <exception cref="ProblemException"><c>file.type-differs</c> (415).</exception>
    public static void MustBeAsDeclared(string? declared, FileFormat format)
    {
        if (declared is null or Anything || MediaTypes[format].Contains(declared, StringComparer.OrdinalIgnoreCase)) return;

        throw new ProblemException(
            StatusCodes.Status415UnsupportedMediaType, FileRules.TypeDiffers, new Dictionary<string, object?> { ["found"] = MediaTypeOf(format) }, "file");
    }
}

internal enum Shape { Jpeg, Png, Webp, Pdf, Zip, Text }
