namespace Honors.Domain.Values;

public static class PartialDateRules
{
    /// <summary>The text is none of the canonical forms, or names a date that cannot be.</summary>
    public const string Unreadable = "partial-date.unreadable";

    /// <summary>The source's words are longer than <see cref="PartialDate.AsWrittenMaxLength"/>, or not <see cref="Text.IsFit"/>.</summary>
    public const string AsWrittenUnfit = "partial-date.as-written-unfit";
}
