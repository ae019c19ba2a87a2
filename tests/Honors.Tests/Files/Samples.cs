using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Honors.Tests.Files;

/// <summary>Contents made by hand, good and evil.</summary>
internal static class Samples
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Where the camera stood, as it stands in the EXIF below.</summary>
    public static readonly byte[] Gps = [0, 0, 0, 36, 0, 0, 0, 1, 0, 0, 0, 30, 0, 0, 0, 1];

    private const string Camera = "HonorsTestCamera";

    public static byte[] CameraMark => Encoding.ASCII.GetBytes(Camera);

    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        canvas.DrawRect(0, 0, width / 2f, height, new SKPaint { Color = SKColors.Red });
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A JPEG as a phone held upright makes it: turned pixels, the turn, the camera and the place in EXIF.</summary>
    public static byte[] PhoneJpeg(int width, int height)
    {
        var plain = Picture(width, height, SKEncodedImageFormat.Jpeg);
        var exif = Exif();
        byte[] segment = [0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif];
        return [.. plain[..2], .. segment, .. plain[2..]];
    }

    /// <summary>Big-endian TIFF: IFD0 with Model, Orientation 6 (turn right) and a GPS IFD with GPSLatitude.</summary>
    private static byte[] Exif()
    {
        const int Ifd = 8, Entries = 3, Gps0 = Ifd + 2 + Entries * 12 + 4, Model = Gps0 + 2 + 2 * 12 + 4, Latitude = Model + 17;
        var tiff = new byte[Latitude + 24];
        "MM\0*"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(4), Ifd);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(Ifd), Entries);
        Entry(Ifd + 2, 0x0110, 2, 17, Model);
        Entry(Ifd + 14, 0x0112, 3, 1, 6 << 16);
        Entry(Ifd + 26, 0x8825, 4, 1, Gps0);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(Gps0), 2);
        Entry(Gps0 + 2, 1, 2, 2, 'N' << 24);
        Entry(Gps0 + 14, 2, 5, 3, Latitude);
        CameraMark.CopyTo(tiff, Model);
        Gps.CopyTo(tiff, Latitude);
        tiff[Latitude + 23] = 1;
        return [.. "Exif\0\0"u8, .. tiff];

        void Entry(int at, ushort tag, ushort type, uint count, int value)
        {
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), tag);
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at + 2), type);
            BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(at + 4), count);
            BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at + 8), value);
        }
    }

    /// <summary>A header that promises so many pixels, and a few bytes that do not hold them.</summary>
    public static byte[] PngOf(uint width, uint height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(new byte[1000]);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(typed));
        return [.. length, .. typed, .. crc];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) is 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    public static byte[] Pdf(string objects = "1 0 obj << /Type /Catalog >> endobj") => Encoding.Latin1.GetBytes($"%PDF-1.7\n{objects}\ntrailer << /Root 1 0 R >>\n%%EOF\n");

    /// <summary>The same words where only a reader that unpacks finds them.</summary>
    public static byte[] PdfPacking(string words)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(Encoding.ASCII.GetBytes(words));
        return Pdf($"2 0 obj << /Type /ObjStm /Filter /FlateDecode /N 1 >> stream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream endobj");
    }

    /// <summary>A workbook and these parts more; a part without content is written with so many zeros.</summary>
    public static byte[] Workbook(params (string Name, byte[] Content)[] more) => Zip(
        [("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<workbook/>"u8.ToArray()), .. more]);

    public static byte[] Document() => Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<document/>"u8.ToArray())]);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] WithSymbolicLink()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["[Content_Types].xml", "xl/workbook.xml", "xl/link"])
            {
                var entry = zip.CreateEntry(name);
                if (name is "xl/link") entry.ExternalAttributes = unchecked((int)0xA1FF0000);
                using var part = entry.Open();
                part.Write("<a/>"u8);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>States in both headers that each part unpacks to ten bytes.</summary>
    public static byte[] Lying(byte[] zip)
    {
        var lying = (byte[])zip.Clone();
        for (var i = 0; i + 30 < lying.Length; i++)
        {
            if (lying.AsSpan(i, 4).SequenceEqual("PK\u0003\u0004"u8)) BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(i + 22), 10);
            if (lying.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8)) BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(i + 24), 10);
        }

        return lying;
    }
}
