namespace Honors.Domain.Values;

/// <summary>Where a fact was read when nobody of the registry saw it happen.</summary>
/// <param name="Title">A newspaper, a document, a book: 长治日报.</param>
/// <param name="PublishedOn">As exact as the source prints it.</param>
/// <param name="Locator">Page, issue, document number or address; no personal data.</param>
public sealed record Source(string Title, PartialDate PublishedOn, string? Locator)
{
    public const int TitleMaxLength = 200, LocatorMaxLength = 300;
}
