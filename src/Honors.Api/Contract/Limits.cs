using System.Collections;
using System.ComponentModel.DataAnnotations;
using Honors.Api.Errors;
using Honors.Domain.Values;

namespace Honors.Api.Contract;

/// <summary>A text of so many characters. Says so in the reader's language, where the framework's own attribute speaks English only.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class LengthAttribute : StringLengthAttribute
{
    public LengthAttribute(int most, int least = 1) : base(most) => MinimumLength = least;

    public override string FormatErrorMessage(string name) =>
        Texts.Of(ProblemCodes.MemberLength, new Dictionary<string, object?> { ["least"] = MinimumLength, ["most"] = MaximumLength });
}

/// <summary>A whole number within bounds, both inclusive.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class BetweenAttribute(int least, int most) : RangeAttribute(least, most)
{
    public override string FormatErrorMessage(string name) =>
        Texts.Of(ProblemCodes.MemberRange, new Dictionary<string, object?> { ["least"] = Minimum, ["most"] = Maximum });
}

/// <summary>A list of no more than so many items, none of them null: of items the serializer does not check it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class MostItemsAttribute(int most) : MaxLengthAttribute(most)
{
    public override string FormatErrorMessage(string name) => Texts.Of(ProblemCodes.MemberItems, new Dictionary<string, object?> { ["most"] = Length });

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is IEnumerable items && items.Cast<object?>().Contains(null)
            ? new ValidationResult(Texts.Of(ProblemCodes.MemberNull), [validationContext.MemberName!])
            : base.IsValid(value, validationContext);
}

/// <summary>A day, month or year, or an interval of them (<see cref="PartialDate"/>).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class PartialDateTextAttribute() : StringLengthAttribute(PartialDate.TextMaxLength)
{
    public override bool IsValid(object? value) => value is null || (value is string text && PartialDate.TryParse(text, out _));

    public override string FormatErrorMessage(string name) => Texts.Of(ProblemCodes.MemberPartialDate);
}

/// <summary>Twelve digits: the code of a division.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class DivisionCodeAttribute() : RangeAttribute(typeof(long), "110000000000", "829999999999")
{
    public override string FormatErrorMessage(string name) => Texts.Of(ProblemCodes.MemberDivisionCode);
}

internal static class Limits
{
    /// <summary>Links of one kind that one record may carry.</summary>
    public const int Links = 50;
}

/// <summary>Each text of a list has so many characters. That none is null, <see cref="MostItemsAttribute"/> says.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EachLengthAttribute(int most) : ValidationAttribute
{
    public int Most { get; } = most;

    public override bool IsValid(object? value) => value is null || (value is IEnumerable<string> texts && texts.All(t => t is null || (t.Length is > 0 && t.Length <= Most)));

    public override string FormatErrorMessage(string name) => Texts.Of(ProblemCodes.MemberLength, new Dictionary<string, object?> { ["least"] = 1, ["most"] = Most });
}
