using System.Globalization;
using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Contract;

/// <summary>A date as exact as its source gives it.</summary>
/// <param name="Date">`2021`, `2021-07`, `1999-08-19`, an interval `A/B` of these, open at one end (`../2024-04`); null: not stated.</param>
/// <param name="AsWritten">The source's own words.</param>
public sealed record PartialDateBody(
    [property: PartialDateText] string? Date,
    [property: Length(PartialDate.AsWrittenMaxLength)] string? AsWritten = null)
{
    internal PartialDate ToDate() => PartialDate.Parse(Date, AsWritten);
}

/// <summary>A date as exact as its source gives it.</summary>
/// <param name="Date">As sent; null: not stated.</param>
/// <param name="AsWritten">The source's own words.</param>
/// <param name="Text">In the reader's language: 2021年7月, 不晚于2024年4月, 日期未载明.</param>
public sealed record PartialDateView(string? Date, string? AsWritten, string Text)
{
    internal static PartialDateView Of(PartialDate date) => new(date.Text, date.AsWritten, Printed.Date(date));
}

/// <summary>A figure as vague as its source gives it.</summary>
/// <param name="Scope">Whose figure it is: a team's or a joint figure is never each member's.</param>
/// <param name="AsWritten">The source's own words.</param>
public sealed record QuantityBody(
    [property: Between(0, (int)Quantity.MaxValue)] long Value,
    Qualifier Qualifier,
    QuantityScope Scope,
    [property: Length(Quantity.AsWrittenMaxLength)] string? AsWritten = null)
{
    internal Quantity ToQuantity() => Quantity.Of(Value, Qualifier, Scope, AsWritten);
}

/// <summary>A figure as vague as its source gives it.</summary>
/// <param name="Scope">Whose figure it is: a team's or a joint figure is never each member's.</param>
/// <param name="AsWritten">The source's own words.</param>
/// <param name="Text">In the reader's language: 近200人, 200余人, 6人.</param>
public sealed record QuantityView(long Value, Qualifier Qualifier, QuantityScope Scope, string? AsWritten, string Text)
{
    internal static QuantityView? Of(Quantity? quantity, string counter) => quantity is null
        ? null
        : new(quantity.Value, quantity.Qualifier, quantity.Scope, quantity.AsWritten, Printed.Quantity(quantity, counter));
}

/// <summary>Where a fact was read.</summary>
/// <param name="Title">Newspaper, document or book.</param>
/// <param name="Locator">Page, issue, document number or address.</param>
public sealed record SourceBody(
    [property: Length(Source.TitleMaxLength)] string Title,
    PartialDateBody PublishedOn,
    [property: Length(Source.LocatorMaxLength)] string? Locator = null)
{
    internal Source ToSource() => new(Title, PublishedOn.ToDate(), Locator);
}

/// <summary>Where a fact was read.</summary>
public sealed record SourceView(string Title, PartialDateView PublishedOn, string? Locator)
{
    internal static SourceView? Of(Source? source) =>
        source is null ? null : new(source.Title, PartialDateView.Of(source.PublishedOn), source.Locator);
}

/// <summary>Dates, figures and times as people read them: Chinese unless <c>Accept-Language</c> asks for English.</summary>
internal static class Printed
{
    private static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en";

    public static string Date(PartialDate date) => InEnglish ? date.ToEnglish() : date.ToChinese();

    /// <summary>No finer than years: 2024年, 不晚于2024年.</summary>
    public static string Year(PartialDate date) => Date(date.ToYears());

    public static string Quantity(Quantity quantity, string counter) => InEnglish ? quantity.ToEnglish() : quantity.ToChinese(counter);

    public static string Minutes(int minutes) => InEnglish ? ServiceTime.ToEnglish(minutes) : ServiceTime.ToChinese(minutes);
}

internal static class BodyExtensions
{
    /// <summary>A date that is not sent is a date that is not stated.</summary>
    public static PartialDate OrUnknown(this PartialDateBody? body) => body?.ToDate() ?? PartialDate.Unknown;
}

/// <summary>Who did it, and when.</summary>
/// <param name="PersonId">The human behind the account.</param>
public sealed record SignatureView(Guid AccountId, Guid? PersonId, Instant At)
{
    internal static SignatureView? Of(Signature? signature) => signature is null ? null : new(signature.AccountId, signature.PersonId, signature.At);
}
