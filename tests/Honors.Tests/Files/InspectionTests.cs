using System.Diagnostics;
using System.Net;
using System.Text;
using Honors.Tests.Support;
using SkiaSharp;

namespace Honors.Tests.Files;

/// <summary>What is let in, by its own bytes, and what is not.</summary>
public sealed class InspectionTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/files";

    private async Task<HttpResponseMessage> Post(byte[] content, string? mediaType, string kind = "evidence", string name = "文件") =>
        await (await app.As(null, Api.Demo.DemoData.RescueTeam, Domain.Accounts.Right.Record)).PostAsync(Path, Upload.Of(content, mediaType, name, kind));

    [Fact]
    public async Task Each_format_is_known_by_its_bytes()
    {
        foreach (var (content, mediaType, format) in ((byte[], string, string)[])
            [
                (Samples.Picture(40, 20, SKEncodedImageFormat.Jpeg), "image/jpeg", "jpeg"),
                (Samples.Picture(40, 20, SKEncodedImageFormat.Png), "image/png", "png"),
                (Samples.Picture(40, 20, SKEncodedImageFormat.Webp), "image/webp", "webp"),
                (Samples.Pdf(), "application/pdf", "pdf"),
                (Samples.Workbook(), Samples.Xlsx, "xlsx"),
                (Samples.Document(), Samples.Docx, "docx"),
                (Encoding.UTF8.GetBytes("姓名,时长\r\n苏见山,60\r\n"), "text/csv", "text"),
            ])
        {
            Assert.Equal(format, (await (await Post(content, mediaType)).Expect(HttpStatusCode.Created)).GetProperty("format").GetString());
            Assert.Equal(format, (await (await Post(content, null)).Expect(HttpStatusCode.Created)).GetProperty("format").GetString());
            await (await Post(content, format is "pdf" ? "image/png" : "application/pdf")).ExpectProblem(HttpStatusCode.UnsupportedMediaType, "file.type-differs");
        }
    }

    [Fact]
    public async Task A_page_a_program_and_an_archive_are_nothing_to_store()
    {
        foreach (var content in (byte[][])
            [
                "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(),
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
                "备注\n<ScRiPt>alert(1)</script>"u8.ToArray(),
                [0x7F, .. "ELF"u8, 0, 1],
                [0xD0, 0xC5, 0xC3, 0xFB, 0x2C], // GBK
                [],
                Samples.Zip(("readme.txt", "x"u8.ToArray())),
            ])
        {
            var problem = await (await Post(content, null)).ExpectProblem(HttpStatusCode.UnsupportedMediaType, "file.unknown-format");
            Assert.True(problem.GetProperty("errors").TryGetProperty("file", out _));
        }
    }

    [Fact]
    public async Task A_picture_that_is_also_a_page_a_PDF_or_an_archive_is_refused()
    {
        var png = Samples.Picture(40, 20, SKEncodedImageFormat.Png);
        foreach (var more in (byte[][])["<script>alert(1)</script>"u8.ToArray(), Samples.Workbook(), "%PDF-1.7"u8.ToArray()])
            await (await Post([.. png, .. more], "image/png")).ExpectProblem(HttpStatusCode.UnsupportedMediaType, "file.polyglot");
        await (await Post([.. Samples.Pdf(), .. Samples.Workbook()], "application/pdf")).ExpectProblem(HttpStatusCode.UnsupportedMediaType, "file.polyglot");
    }

    [Fact]
    public async Task A_picture_too_large_to_decode_is_refused_before_it_is_decoded()
    {
        var before = Process.GetCurrentProcess().PeakWorkingSet64;
        var problem = await (await Post(Samples.PngOf(20_000, 20_000), "image/png")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "file.picture-too-large");
        Assert.Equal(50_000_000, problem.GetProperty("facts").GetProperty("mostPixels").GetInt32());
        Assert.True(Process.GetCurrentProcess().PeakWorkingSet64 - before < 800_000_000, "The 1.6 GB of its pixels were decoded.");
        await (await Post(Samples.PngOf(200, 200), "image/png")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "file.unreadable");
    }

    [Fact]
    public async Task A_picture_is_a_picture() =>
        await (await Post(Samples.Pdf(), "application/pdf", kind: "picture")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "file.not-a-picture");

    [Theory]
    [InlineData("/JavaScript")]
    [InlineData("/J#61vaScript")]
    [InlineData("/Launch")]
    [InlineData("/EmbeddedFile")]
    public async Task A_PDF_that_acts_or_carries_is_refused_also_where_it_is_packed(string name)
    {
        var words = $"<< /S {name} >>";
        await (await Post(Samples.Pdf(words), "application/pdf")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "file.active-pdf");
        await (await Post(Samples.PdfPacking(words), "application/pdf")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "file.active-pdf");
        await (await Post(Samples.PdfPacking("<< /S /GoTo >>"), "application/pdf")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task What_swells_is_refused_by_what_comes_out_of_it_and_soon()
    {
        var watch = Stopwatch.StartNew();
        await (await Post(Samples.Workbook(("xl/media/a.bin", new byte[300_000_000])), Samples.Xlsx)).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "file.inflates-too-much");
        await (await Post(Samples.Workbook([.. Enumerable.Range(0, 3000).Select(i => ($"xl/{i}", Array.Empty<byte>()))]), Samples.Xlsx))
            .ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "file.inflates-too-much");
        await (await Post(Samples.PdfPacking(new string(' ', 100_000_000)), "application/pdf")).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "file.inflates-too-much");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}"); // most of it is making them
        await (await Post(Samples.Lying(Samples.Workbook(("xl/media/a.bin", new byte[1000]))), Samples.Xlsx)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "file.unreadable");
    }

    [Fact]
    public async Task What_climbs_links_nests_declares_or_acts_is_refused()
    {
        foreach (var content in (byte[][])
            [
                Samples.Workbook(("../../evil.txt", "x"u8.ToArray())),
                Samples.Workbook(("/etc/evil", "x"u8.ToArray())),
                Samples.Workbook((@"..\evil", "x"u8.ToArray())),
                Samples.Workbook(("xl/inner.zip", "x"u8.ToArray())),
                Samples.Workbook(("xl/media/image1.png", Samples.Document())),
                Samples.Workbook(("xl/vbaProject.bin", "x"u8.ToArray())),
                Samples.Workbook(("XL/Workbook.xml", "<a/>"u8.ToArray())),
                Samples.Workbook(("xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"u8.ToArray())),
                Samples.Workbook(("xl/styles.xml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<!DOCTYPE a><a/>")).ToArray())),
                Samples.WithSymbolicLink(),
            ])
        {
            await (await Post(content, Samples.Xlsx)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "file.container-unsafe");
        }

        await (await Post(Samples.Workbook()[..^30], Samples.Xlsx)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "file.unreadable");
    }

    [Fact]
    public async Task Where_and_with_what_a_picture_was_taken_is_gone_and_it_stands_upright()
    {
        var sent = Samples.PhoneJpeg(64, 32);
        Assert.True(Holds(sent, Samples.Gps) && Holds(sent, Samples.CameraMark));
        var made = await (await Post(sent, "image/jpeg", "picture", "现场.jpg")).Expect(HttpStatusCode.Created);
        Assert.Equal((32, 64), (made.GetProperty("width").GetInt32(), made.GetProperty("height").GetInt32()));

        var stored = await (await app.As("recorder")).GetByteArrayAsync($"{Path}/{made.Id()}/content");
        foreach (var trace in (byte[][])[Samples.Gps, Samples.CameraMark, "Exif"u8.ToArray()]) Assert.False(Holds(stored, trace));
        Assert.Equal(made.GetProperty("hash").GetString(), Sha256(stored));
        Assert.Equal(made.GetProperty("sentHash").GetString(), Sha256(sent));

        using var picture = SKBitmap.Decode(stored);
        Assert.Equal((32, 64), (picture.Width, picture.Height));
        Assert.True(picture.GetPixel(16, 8).Red > 200 && picture.GetPixel(16, 56).Blue > 200); // what was left is now above
    }

    private static bool Holds(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
