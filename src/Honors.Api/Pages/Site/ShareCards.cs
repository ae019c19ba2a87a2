using Honors.Api.PublicApi;
using SkiaSharp;

namespace Honors.Api.Pages.Site;

/// <summary>
/// Draws what another site shows beside a link to a role model: the name, the unit, the honours. It takes the machine's Chinese font, or the one that
/// <c>Site:Font</c> names; where none has all the characters, the card bears none.
/// </summary>
internal sealed class ShareCards(IConfiguration configuration)
{
    private const int Width = 1200, Height = 630, Margin = 90;

    private static readonly SKColor Paper = SKColor.Parse("#fbf9f5"), Red = SKColor.Parse("#8c1c13"), Gold = SKColor.Parse("#b68a35"), Ink = SKColor.Parse("#1f1b18"), Soft = SKColor.Parse("#57504a");

    /// <summary>Names of fonts with Chinese characters on Linux, Windows and macOS, the more dignified first.</summary>
    private static readonly string[] Known = ["NotoSerifCJK", "NotoSerifSC", "SourceHanSerif", "simsun", "Songti", "NotoSansCJK", "NotoSansSC", "SourceHanSans", "msyh", "PingFang", "simhei", "wqy"];

    private static readonly string[] Folders =
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts", Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    private readonly Lazy<SKTypeface?> _face = new(() => Find(configuration["Site:Font"]));

    public byte[] Draw(PublicPerson person)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        canvas.Clear(Paper);
        using var paint = new SKPaint { IsAntialias = true, Color = Red };
        canvas.DrawRect(0, 0, Width, 18, paint);
        paint.Color = Gold;
        canvas.DrawRect(0, 18, Width, 5, paint);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 2;
        canvas.DrawRect(40, 63, Width - 80, Height - 103, paint);
        paint.Style = SKPaintStyle.Fill;

        string[] honours = [.. person.Awards.Take(3).Select(a => a.Title)];
        if (_face.Value is { } face && Has(face, string.Concat(honours.Prepend(person.Unit ?? "").Prepend(person.Name))))
        {
            Line(canvas, face, person.Name, 225, 108, Red, paint);
            if (person.Unit is { } unit) Line(canvas, face, unit, 300, 40, Soft, paint);
            for (var i = 0; i < honours.Length; i++) Line(canvas, face, honours[i], 400 + 64 * i, 44, Ink, paint);
        }
        else
        {
            paint.Color = Gold;
            canvas.DrawCircle(Width / 2f, Height / 2f + 40, 90, paint);
            paint.Color = Red;
            canvas.DrawCircle(Width / 2f, Height / 2f + 40, 70, paint);
        }

        using var image = surface.Snapshot();
        return image.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    private static bool Has(SKTypeface face, string text)
    {
        using var font = new SKFont(face);
        return font.ContainsGlyphs(text);
    }

    /// <summary>A line as large as it may be and still fits.</summary>
    private static void Line(SKCanvas canvas, SKTypeface face, string text, float y, float size, SKColor color, SKPaint paint)
    {
        using var font = new SKFont(face, size);
        var width = font.MeasureText(text);
        if (width > Width - 2 * Margin) font.Size = Math.Max(18, size * (Width - 2 * Margin) / width);
        paint.Color = color;
        canvas.DrawText(text, Margin, y, SKTextAlign.Left, font, paint);
    }

    /// <summary>A collection holds a face for each region: the one for the mainland, where it says so.</summary>
    private static SKTypeface? Find(string? configured)
    {
        var files = configured is not null
            ? [configured]
            : Folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
                .Select(f => (File: f, Rank: Array.FindIndex(Known, k => Path.GetFileName(f).StartsWith(k, StringComparison.OrdinalIgnoreCase))))
                .Where(f => f.Rank >= 0).OrderBy(f => f.Rank).ThenByDescending(f => f.File.Contains("Bold", StringComparison.Ordinal)).ThenBy(f => f.File, StringComparer.Ordinal)
                .Select(f => f.File);
        foreach (var file in files)
        {
            SKTypeface? first = null;
            for (var i = 0; i < 8 && SKTypeface.FromFile(file, i) is { } face; i++)
            {
                if (face.FamilyName.Contains(" SC", StringComparison.Ordinal)) return face;
                first ??= face;
            }

            if (first is not null && Has(first, "荣誉")) return first;
        }

        return null;
    }
}
