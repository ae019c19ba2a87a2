namespace Honors.Domain.Values;

public static class QuantityRules
{
    /// <summary>The figure is negative or above <see cref="Quantity.MaxValue"/>.</summary>
    public const string OutOfRange = "quantity.out-of-range";

    /// <summary>The source's words are longer than <see cref="Quantity.AsWrittenMaxLength"/>, or not <see cref="Text.IsFit"/>.</summary>
    public const string AsWrittenUnfit = "quantity.as-written-unfit";
}
