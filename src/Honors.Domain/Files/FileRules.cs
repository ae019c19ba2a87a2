namespace Honors.Domain.Files;

public static class FileRules
{
    public const string PictureWanted = "file.not-a-picture";
    public const string AlreadyLinked = "file.linked";
    public const string OfAnotherAuthor = "file.another-author";

    public const string NotMultipart = "file.not-multipart";
    public const string UnknownFormat = "file.unknown-format";
    public const string TypeDiffers = "file.type-differs";
    public const string TwoThingsAtOnce = "file.polyglot";
    public const string TooLarge = "file.too-large";
    public const string InflatesTooMuch = "file.inflates-too-much";
    public const string ContainerUnsafe = "file.container-unsafe";
    public const string Unreadable = "file.unreadable";
    public const string PictureTooLarge = "file.picture-too-large";
    public const string ActivePdf = "file.active-pdf";
    public const string ContentMissing = "file.content-missing";
    public const string ContentDamaged = "file.content-damaged";

    internal static RuleViolationException NotAPicture() => new(PictureWanted, Refusal.Impossible, "kind");

    internal static RuleViolationException Linked() => new(AlreadyLinked, Refusal.Conflict);

    internal static RuleViolationException AnotherAuthor() => new(OfAnotherAuthor, Refusal.NotAllowed);
}
