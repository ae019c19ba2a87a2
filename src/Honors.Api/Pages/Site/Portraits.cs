using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Domain.Values;
using NodaTime;
using SkiaSharp;

namespace Honors.Api.Pages.Site;

/// <summary>The pictures of a person's page: the portrait that a ground shows, made small, and the card that other sites show of the page.</summary>
internal static class Portraits
{
    /// <summary>Pixels; shown at half of it, so that it is sharp on a fine screen.</summary>
    public const int Width = 200, Height = 250;

    private const int Fineness = 2, Quality = 80;

    public static void MapPortraits(this IEndpointRouteBuilder app)
    {
        var site = app.MapGroup("/people/{number}").AllowAnonymous().WithMetadata(new CachedAttribute()).ExcludeFromDescription();
        site.MapGet("/portrait.webp", Portrait);
        site.MapGet("/card.png", Card);
    }

    private static async Task<IResult> Portrait(string number, HonorsDb db, FileStore store, IClock clock, CancellationToken ct)
    {
        if (await db.Portrait(number, ChinaTime.Today(clock.GetCurrentInstant()), ct) is not { } file) return TypedResults.NotFound();

        await using var content = await store.Open(file.Hash, file.Size, ct);
        return TypedResults.Bytes(Small(content), "image/webp");
    }

    private static async Task<IResult> Card(string number, HonorsDb db, ShareCards cards, IClock clock, CancellationToken ct) =>
        await db.Profile(number, ChinaTime.Today(clock.GetCurrentInstant()), ct) is { } person && person.Number == number
            ? TypedResults.Bytes(cards.Draw(person), "image/png")
            : TypedResults.NotFound();

    /// <summary>The middle of the picture, and of a tall one its upper part, where a face is.</summary>
    private static byte[] Small(Stream content)
    {
        using var picture = SKBitmap.Decode(content);
        var scale = Math.Max((float)Width * Fineness / picture.Width, (float)Height * Fineness / picture.Height);
        var (w, h) = (Width * Fineness / scale, Height * Fineness / scale);
        var part = SKRect.Create((picture.Width - w) / 2, (picture.Height - h) / 4, w, h);
        using var small = SKSurface.Create(new SKImageInfo(Width * Fineness, Height * Fineness));
        using var image = SKImage.FromBitmap(picture);
        small.Canvas.DrawImage(image, part, SKRect.Create(Width * Fineness, Height * Fineness), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = small.Snapshot();
        return drawn.Encode(SKEncodedImageFormat.Webp, Quality).ToArray();
    }
}
