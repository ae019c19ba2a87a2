using System.Text;
using Honors.Api.Errors;
using Honors.Domain.Files;

namespace Honors.Api.Files;

/// <summary>
/// Looks at what was received before anything is stored: which format it is, that it is that one thing alone, that nothing in it acts or
/// swells. Formats that readers repair in silence are refused where they are broken.
/// </summary>
internal static class Inspection
{
    /// <summary>Readers of PDF look for its mark this far in; readers of zip for theirs this far from the end.</summary>
    private const int HeadBytes = 4096, TailBytes = 66_000;

    private static readonly byte[][] Markup = [.. new[] { "<script", "<html", "<svg", "<!doctype", "<iframe", "<body", "<?xml", "<?php" }.Select(Encoding.ASCII.GetBytes)];

    /// <returns>The format; of a zip archive and a text only after reading all of it.</returns>
    /// <exception cref="ProblemException"><c>file.*</c> of <see cref="FileRules"/>.</exception>
    public static FileFormat FormatOf(Stream content, FileSettings settings)
    {
        var shape = Formats.ShapeOf(Part(content, 0, 16));
        RefuseLarge(shape, content.Length, settings);
        if (shape is not Shape.Text) RefusePolyglot(content, shape);
        switch (shape)
        {
            case Shape.Jpeg:
                return FileFormat.Jpeg;
            case Shape.Png:
                return FileFormat.Png;
            case Shape.Webp:
                return FileFormat.Webp;
            case Shape.Pdf:
                Pdf.RefuseActive(Part(content, 0, content.Length));
                return FileFormat.Pdf;
            case Shape.Zip:
                return OfficeContainer.FormatOf(Part(content, 0, content.Length));
            default:
                MustBePlainText(Part(content, 0, content.Length));
                return FileFormat.Text;
        }
    }

    public static ProblemException Refusal(int status, string code) => new(status, code, member: "file");

    private static void RefuseLarge(Shape shape, long size, FileSettings settings)
    {
        var most = settings.MostBytesOf(shape switch
        {
            Shape.Pdf => FileFormat.Pdf,
            Shape.Zip => FileFormat.Xlsx,
            Shape.Text => FileFormat.Text,
            _ => FileFormat.Jpeg,
        });
        if (size > most) throw TooLarge(most);
    }

    public static ProblemException TooLarge(int most) =>
        new(StatusCodes.Status413PayloadTooLarge, FileRules.TooLarge, new Dictionary<string, object?> { ["mostBytes"] = most }, "file");

    /// <summary>A content that another program would take for something else: a page, a PDF, an archive.</summary>
    private static void RefusePolyglot(Stream content, Shape shape)
    {
        var head = Lowered(Part(content, 0, HeadBytes));
        var tail = Lowered(Part(content, Math.Max(0, content.Length - TailBytes), TailBytes));
        var isPage = shape is not (Shape.Pdf or Shape.Zip) // of these two the parts are looked at themselves
            && Markup.Any(m => head.AsSpan().IndexOf(m) >= 0 || tail.AsSpan().IndexOf(m) >= 0);
        var isPdf = shape is not Shape.Pdf && head.AsSpan().IndexOf("%pdf-"u8) >= 0;
        var isArchive = shape is not Shape.Zip && tail.AsSpan().IndexOf("pk\u0005\u0006"u8) >= 0;
        if (isPage || isPdf || isArchive) throw Refusal(StatusCodes.Status415UnsupportedMediaType, FileRules.TwoThingsAtOnce);
    }

    private static void MustBePlainText(byte[] text)
    {
        if (text is [] || !System.Text.Unicode.Utf8.IsValid(text) || text.Any(b => b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r')))
            throw Refusal(StatusCodes.Status415UnsupportedMediaType, FileRules.UnknownFormat);

        var lowered = Lowered(text);
        if (Markup.Any(m => lowered.AsSpan().IndexOf(m) >= 0)) throw Refusal(StatusCodes.Status415UnsupportedMediaType, FileRules.UnknownFormat);
    }

    private static byte[] Part(Stream content, long from, long most)
    {
        var part = new byte[Math.Min(most, content.Length - from)];
        content.Position = from;
        content.ReadExactly(part);
        return part;
    }

    private static byte[] Lowered(byte[] bytes) => Array.ConvertAll(bytes, b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b);
}
