using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Honors.Api.Errors;
using Honors.Domain.Files;

namespace Honors.Api.Files;

/// <summary>
/// Reads the zip archive of an office document entry by entry, trusting none of its figures: what inflates is counted as it comes out.
/// The library would believe the lengths that the archive states, and would unpack a million entries before they could be counted.
/// </summary>
internal static class OfficeContainer
{
    public const int MostEntries = 2000, MostInflatedBytes = 100 * 1024 * 1024, MostRatio = 200;

    /// <summary>Small parts compress well without harm.</summary>
    private const int RatioCountsFrom = 1024 * 1024;

    private const int EndLength = 22, CentralLength = 46, LocalLength = 30, MostCommentBytes = 0xFFFF;
    private const uint CentralMark = 0x02014b50, LocalMark = 0x04034b50;

    private static readonly string[] Archives = [".zip", ".jar", ".7z", ".rar", ".gz", ".docx", ".xlsx", ".pptx"];

    /// <exception cref="ProblemException"><c>file.inflates-too-much</c>, <c>file.container-unsafe</c>, <c>file.unreadable</c>, <c>file.unknown-format</c>.</exception>
    public static FileFormat FormatOf(byte[] zip)
    {
        List<Entry> entries;
        try
        {
            entries = Entries(zip);
            RefuseUnsafeNames(entries);
            Inflate(zip, entries);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or InvalidDataException)
        {
            throw Unreadable();
        }

        var names = entries.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        return (names.Contains("[Content_Types].xml"), names.Contains("xl/workbook.xml"), names.Contains("word/document.xml")) switch
        {
            (true, true, false) => FileFormat.Xlsx,
            (true, false, true) => FileFormat.Docx,
            _ => throw Inspection.Refusal(StatusCodes.Status415UnsupportedMediaType, FileRules.UnknownFormat),
        };
    }

    private static List<Entry> Entries(byte[] zip)
    {
        var end = zip.AsSpan(Math.Max(0, zip.Length - EndLength - MostCommentBytes)).LastIndexOf("PK\u0005\u0006"u8) is >= 0 and var found
            ? Math.Max(0, zip.Length - EndLength - MostCommentBytes) + found
            : throw Unreadable();
        int count = UInt16(zip, end + 10), at = (int)UInt32(zip, end + 16);
        if (count > MostEntries) throw TooMuch();

        List<Entry> entries = [];
        for (; at + 4 <= end && UInt32(zip, at) is CentralMark; at += entries[^1].CentralBytes)
        {
            if (entries.Count == count) throw Unreadable();
            entries.Add(EntryAt(zip, at));
        }

        // Exactly as many as stated, one after another up to the end: what another reader finds elsewhere is not there.
        return entries.Count == count && at == end ? entries : throw Unreadable();
    }

    private static Entry EntryAt(byte[] zip, int at)
    {
        int flags = UInt16(zip, at + 8), method = UInt16(zip, at + 10), nameBytes = UInt16(zip, at + 28);
        var others = UInt16(zip, at + 30) + UInt16(zip, at + 32);
        var name = zip.AsSpan(at + CentralLength, nameBytes);
        var local = (int)UInt32(zip, at + 42);
        if (UInt32(zip, local) is not LocalMark || !zip.AsSpan(local + LocalLength, UInt16(zip, local + 26)).SequenceEqual(name)) throw Unreadable();

        var isEncrypted = (flags & 1) is not 0;
        var isSymbolicLink = (UInt32(zip, at + 38) >> 28) is 0xA;
        if (isEncrypted || isSymbolicLink || method is not (0 or 8)) throw Unsafe();

        return new Entry(
            Encoding.UTF8.GetString(name), method is 8, local + LocalLength + nameBytes + UInt16(zip, local + 28), (int)UInt32(zip, at + 20), UInt32(zip, at + 24),
            CentralLength + nameBytes + others);
    }

    /// <summary>Neither out of the folder it is unpacked to, nor onto another entry, nor an archive, nor a program.</summary>
    private static void RefuseUnsafeNames(List<Entry> entries)
    {
        var climbs = entries.Any(e => e.Name.StartsWith('/') || e.Name.IndexOfAny(['\\', ':', '\0']) >= 0 || e.Name.Split('/').Contains(".."));
        var twice = entries.DistinctBy(e => e.Name.ToUpperInvariant()).Count() < entries.Count;
        var carries = entries.Any(e => Archives.Any(a => e.Name.EndsWith(a, StringComparison.OrdinalIgnoreCase))
            || e.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        if (climbs || twice || carries) throw Unsafe();
    }

    private static void Inflate(byte[] zip, List<Entry> entries)
    {
        var total = 0L;
        foreach (var entry in entries)
        {
            var packed = new MemoryStream(zip, entry.Start, entry.PackedBytes, writable: false);
            using var inflating = entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : (Stream)packed;
            using var counted = new Counted(inflating, read =>
            {
                total += read;
                if (total > MostInflatedBytes || (total > RatioCountsFrom && total / zip.Length >= MostRatio)) throw TooMuch();
            });
            Read(counted, entry);
            if (counted.Total != entry.StatedBytes) throw Unreadable();
        }
    }

    private static void Read(Counted content, Entry entry)
    {
        var isXml = entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        if (isXml) RefuseDeclarations(content);
        var chunk = new byte[16 * 1024];
        var isFirst = !isXml;
        for (int read; (read = content.Read(chunk)) > 0; isFirst = false)
        {
            if (isFirst && Formats.ShapeOf(chunk.AsSpan(0, read)) is Shape.Zip) throw Unsafe();
        }
    }

    /// <summary>Office documents declare no types and no entities: whoever does reads files (XXE) or swells (billion laughs).</summary>
    private static void RefuseDeclarations(Stream xml)
    {
        try
        {
            using var reader = XmlReader.Create(xml, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
            }
        }
        catch (XmlException)
        {
            throw Unsafe();
        }
    }

    private static ushort UInt16(byte[] zip, int at) => BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at, 2));

    private static uint UInt32(byte[] zip, int at) => BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at, 4));

    private static ProblemException TooMuch() => Inspection.Refusal(StatusCodes.Status413PayloadTooLarge, FileRules.InflatesTooMuch);

    private static ProblemException Unsafe() => Inspection.Refusal(StatusCodes.Status422UnprocessableEntity, FileRules.ContainerUnsafe);

    private static ProblemException Unreadable() => Inspection.Refusal(StatusCodes.Status422UnprocessableEntity, FileRules.Unreadable);

    private sealed record Entry(string Name, bool IsDeflated, int Start, int PackedBytes, uint StatedBytes, int CentralBytes);

    /// <summary>Tells of every byte that came out, before anybody keeps it.</summary>
    private sealed class Counted(Stream inner, Action<int> count) : Stream
    {
        public long Total { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Total += read;
            count(read);
            return read;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
