namespace Honors.Domain.Identities;

public static class IdentityRules
{
    public const string MalformedCode = "identity.malformed";
    public const string FifteenDigits = "identity.fifteen-digits";
    public const string Province = "identity.province";
    public const string BirthDate = "identity.birth-date";
    public const string CheckDigit = "identity.check-digit";
    public const string NoPerson = "identity.no-person-behind";
    public const string ContradictsPerson = "identity.contradicts-person";

    internal static RuleViolationException Malformed() => Unfit(MalformedCode);

    internal static RuleViolationException NoLongerValid() => Unfit(FifteenDigits);

    internal static RuleViolationException NoSuchProvince() => Unfit(Province);

    internal static RuleViolationException NoSuchBirthDate() => Unfit(BirthDate);

    internal static RuleViolationException WrongCheckDigit() => Unfit(CheckDigit);

    internal static RuleViolationException Contradicts() => new(ContradictsPerson, Refusal.Impossible);

    internal static RuleViolationException NoPersonBehind() => new(NoPerson, Refusal.Conflict);

    private static RuleViolationException Unfit(string code) => new(code, Refusal.Impossible, "number");
}
