using System.Globalization;
using System.IO.Compression;
using Honors.Api.Errors;
using Honors.Domain.Files;

namespace Honors.Api.Files;

/// <summary>Refuses a PDF that acts or carries other files, as far as its names can be read: plain, spelt with <c>#</c>, or in compressed objects.</summary>
internal static class Pdf
{
    private const int MostInflatedBytes = 64 * 1024 * 1024;

    private static readonly byte[][] Acting = ["/JavaScript"u8.ToArray(), "/Launch"u8.ToArray(), "/EmbeddedFile"u8.ToArray()];

    /// <exception cref="ProblemException"><c>file.active-pdf</c>, <c>file.unreadable</c>, <c>file.inflates-too-much</c>.</exception>
    public static void RefuseActive(byte[] pdf)
    {
        if (pdf.AsSpan(Math.Max(0, pdf.Length - 2048)).IndexOf("%%EOF"u8) < 0)
            throw Inspection.Refusal(StatusCodes.Status422UnprocessableEntity, FileRules.Unreadable);

        RefuseNames(pdf);
        var left = MostInflatedBytes;
        foreach (var objects in CompressedObjects(pdf))
        {
            var plain = Inflated(objects, left);
            left -= plain.Length;
            RefuseNames(plain);
        }
    }

    private static void RefuseNames(byte[] bytes)
    {
        var spelt = Unescaped(bytes);
        foreach (var name in Acting)
        {
            if (spelt.IndexOf(name) >= 0) throw Inspection.Refusal(StatusCodes.Status422UnprocessableEntity, FileRules.ActivePdf);
        }
    }

    /// <summary><c>/J#61vaScript</c> is <c>/JavaScript</c> (ISO 32000-1 §7.3.5).</summary>
    private static ReadOnlySpan<byte> Unescaped(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf((byte)'#') < 0) return bytes;

        var plain = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == '#' && i + 2 < bytes.Length
                && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out plain[length]);
            if (isEscape) i += 2;
            else plain[length] = bytes[i];
            length++;
        }

        return plain.AsSpan(0, length);
    }

    private static IEnumerable<ArraySegment<byte>> CompressedObjects(byte[] pdf)
    {
        for (var at = Next(pdf, "/ObjStm"u8, 0); at >= 0; at = Next(pdf, "/ObjStm"u8, at + 1))
        {
            var start = Next(pdf, "stream"u8, at);
            if (start < 0) yield break;

            start += "stream".Length;
            while (start < pdf.Length && pdf[start] is (byte)'\r' or (byte)'\n') start++;
            yield return new ArraySegment<byte>(pdf, start, pdf.Length - start);
        }
    }

    private static int Next(byte[] pdf, ReadOnlySpan<byte> word, int from) => pdf.AsSpan(from).IndexOf(word) is >= 0 and var at ? from + at : -1;

    /// <summary>What is no zlib stream, or ends early, gives what it gives.</summary>
    private static byte[] Inflated(ArraySegment<byte> objects, int most)
    {
        using var plain = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(objects.Array!, objects.Offset, objects.Count), CompressionMode.Decompress);
        var chunk = new byte[64 * 1024];
        try
        {
            for (int read; (read = zlib.Read(chunk)) > 0;)
            {
                if (plain.Length + read > most) throw Inspection.Refusal(StatusCodes.Status413PayloadTooLarge, FileRules.InflatesTooMuch);
                plain.Write(chunk, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return plain.ToArray();
        }

        return plain.ToArray();
    }
}
