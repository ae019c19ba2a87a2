using System.Text;
using System.Text.RegularExpressions;
using Honors.Domain.People;
using NodaTime;

namespace Honors.Domain.Identities;

/// <summary>
/// The number of an identity document, in the one form in which it is compared. It never prints itself: <see cref="ToString"/> is masked,
/// so that no log or message gives it away by accident.
/// </summary>
public sealed partial class IdentityNumber
{
    public const int MaxLength = 30;

    private const int ResidentLength = 18, OldResidentLength = 15;

    private IdentityNumber(IdentityKind kind, string text) => (Kind, Text) = (kind, text);

    public IdentityKind Kind { get; }

    /// <summary>The whole number, without spaces and hyphens, in half-width capitals.</summary>
    public string Text { get; }

    /// <summary>Where the number itself tells it (GB 11643).</summary>
    public LocalDate? Born { get; private init; }

    /// <summary>The 17th digit: odd male, even female. <see cref="Gender.NotStated"/> where the number does not tell.</summary>
    public Gender Gender { get; private init; } = Gender.NotStated;

    /// <summary>For those who record: enough to recognise it beside the paper, not enough to copy it.</summary>
    public string Masked => Text.Length switch
    {
        >= OldResidentLength => Mask(4),
        >= 8 => Mask(2),
        _ => Mask(1),
    };

    public override string ToString() => Masked;

    /// <summary>Reads a number as typed: full-width, small letters, spaces and hyphens are one and the same.</summary>
    /// <param name="today">No later day is a day of birth.</param>
    /// <exception cref="RuleViolationException"><c>identity.*</c> of <see cref="IdentityRules"/>; none repeats the number.</exception>
    public static IdentityNumber Parse(IdentityKind kind, string typed, LocalDate today)
    {
        var text = typed.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (kind is IdentityKind.ResidentId && text.Length is OldResidentLength && text.All(char.IsAsciiDigit)) throw IdentityRules.NoLongerValid();
        if (!Form(kind).IsMatch(text)) throw IdentityRules.Malformed();

        return text.Length is ResidentLength && kind is not IdentityKind.Other and not IdentityKind.Passport ? Checked(kind, text, today) : new(kind, text);
    }

    /// <summary>Eighteen digits by GB 11643. The place is that of the first registration, often of a county long gone: only the province is looked at.</summary>
    private static IdentityNumber Checked(IdentityKind kind, string text, LocalDate today)
    {
        if (kind is IdentityKind.ResidentId && !Provinces.Contains(text[..2])) throw IdentityRules.NoSuchProvince();
        if (NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(text[6..14]) is not { Success: true, Value: var born } || born > today)
            throw IdentityRules.NoSuchBirthDate();
        if (text[^1] != CheckDigit(text)) throw IdentityRules.WrongCheckDigit();

        return new(kind, text) { Born = born, Gender = (text[16] - '0') % 2 is 1 ? Gender.Male : Gender.Female };
    }

    /// <summary>ISO 7064 MOD 11-2.</summary>
    private static char CheckDigit(string text) => "10X98765432"[text[..17].Aggregate(0, (rest, digit) => (rest + digit - '0') * 2 % 11)];

    private string Mask(int ends) => Text[..ends] + new string('*', Text.Length - (2 * ends)) + Text[^ends..];

    private static Regex Form(IdentityKind kind) => kind switch
    {
        IdentityKind.ResidentId => Resident(),
        IdentityKind.HongKongMacaoPermit => HongKongMacaoPermit(),
        IdentityKind.TaiwanPermit => TaiwanPermit(),
        IdentityKind.HongKongMacaoResidence => HongKongMacaoResidence(),
        IdentityKind.TaiwanResidence => TaiwanResidence(),
        IdentityKind.ForeignResidence => ForeignResidence(),
        IdentityKind.Passport => Passport(),
        _ => Any(),
    };

    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    ];

    [GeneratedRegex("^[0-9]{17}[0-9X]$", RegexOptions.NonBacktracking)]
    private static partial Regex Resident();

    [GeneratedRegex("^[HM][0-9]{8}([0-9]{2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex HongKongMacaoPermit();

    [GeneratedRegex("^[0-9]{8}([0-9]{2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex TaiwanPermit();

    [GeneratedRegex("^8[12]0000[0-9]{11}[0-9X]$", RegexOptions.NonBacktracking)]
    private static partial Regex HongKongMacaoResidence();

    [GeneratedRegex("^830000[0-9]{11}[0-9X]$", RegexOptions.NonBacktracking)]
    private static partial Regex TaiwanResidence();

    // Three letters and twelve digits until 2023; since then eighteen digits that begin with 9.
    [GeneratedRegex("^([A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X])$", RegexOptions.NonBacktracking)]
    private static partial Regex ForeignResidence();

    [GeneratedRegex("^[A-Z0-9]{5,15}$", RegexOptions.NonBacktracking)]
    private static partial Regex Passport();

    [GeneratedRegex("^[A-Z0-9]{4,30}$", RegexOptions.NonBacktracking)]
    private static partial Regex Any();
}

/// <summary>The documents by which a person is identified.</summary>
public enum IdentityKind
{
    /// <summary>居民身份证.</summary>
    ResidentId,

    /// <summary>港澳居民来往内地通行证.</summary>
    HongKongMacaoPermit,

    /// <summary>台湾居民来往大陆通行证.</summary>
    TaiwanPermit,

    /// <summary>港澳居民居住证.</summary>
    HongKongMacaoResidence,

    /// <summary>台湾居民居住证.</summary>
    TaiwanResidence,

    /// <summary>外国人永久居留身份证.</summary>
    ForeignResidence,

    /// <summary>护照.</summary>
    Passport,

    /// <summary>其他.</summary>
    Other,
}
