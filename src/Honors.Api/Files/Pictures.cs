using Honors.Api.Errors;
using Honors.Domain.Files;
using SkiaSharp;

namespace Honors.Api.Files;

/// <summary>Makes a picture anew, upright and of its pixels alone: where, when and with what it was taken (EXIF, GPS, XMP) stays behind.</summary>
internal static class Pictures
{
    private const int Quality = 92;

    /// <returns>Width and height of what was written.</returns>
    /// <exception cref="ProblemException"><c>file.picture-too-large</c> before a pixel is decoded; <c>file.unreadable</c>.</exception>
    public static (int Width, int Height) Clean(Stream sent, FileFormat format, Stream cleaned, int mostPixels)
    {
        sent.Position = 0;
        using var data = SKData.Create(sent) ?? throw Unreadable();
        using var codec = SKCodec.Create(data) ?? throw Unreadable();
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > mostPixels)
        {
            throw new ProblemException(
                StatusCodes.Status422UnprocessableEntity, FileRules.PictureTooLarge, new Dictionary<string, object?> { ["mostPixels"] = mostPixels }, "file");
        }

        using var colors = SKColorSpace.CreateSrgb();
        var alpha = codec.Info.AlphaType is SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        using var pixels = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, alpha, colors));
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) is not SKCodecResult.Success) throw Unreadable();

        using var upright = Upright(pixels, codec.EncodedOrigin);
        var picture = upright ?? pixels;
        var encoded = picture.Encode(cleaned, format switch
        {
            FileFormat.Png => SKEncodedImageFormat.Png,
            FileFormat.Webp => SKEncodedImageFormat.Webp,
            _ => SKEncodedImageFormat.Jpeg,
        }, Quality);
        return encoded ? (picture.Width, picture.Height) : throw Unreadable();
    }

    /// <returns>Null where it stands upright already.</returns>
    private static SKBitmap? Upright(SKBitmap pixels, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft) return null;

        int w = pixels.Width, h = pixels.Height;
        var matrix = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            _ => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        };
        var turned = origin >= SKEncodedOrigin.LeftTop;
        var upright = new SKBitmap(pixels.Info.WithSize(turned ? h : w, turned ? w : h));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(matrix);
        using var image = SKImage.FromBitmap(pixels);
        canvas.DrawImage(image, 0, 0, SKSamplingOptions.Default);
        return upright;
    }

    private static ProblemException Unreadable() => Inspection.Refusal(StatusCodes.Status422UnprocessableEntity, FileRules.Unreadable);
}
