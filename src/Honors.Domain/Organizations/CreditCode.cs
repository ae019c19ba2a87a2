namespace Honors.Domain.Organizations;

/// <summary>统一社会信用代码 (GB 32100-2015): eighteen characters, the last of which checks the others.</summary>
public static class CreditCode
{
    public const int Length = 18;

    // Without I, O, S, V and Z, which are mistaken for digits.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static bool IsRight(string code)
    {
        if (code.Length is not Length || !code.All(c => Alphabet.Contains(c, StringComparison.Ordinal))) return false;

        var (sum, weight) = (0, 1);
        foreach (var c in code[..^1]) (sum, weight) = (sum + Alphabet.IndexOf(c, StringComparison.Ordinal) * weight, weight * 3 % Alphabet.Length);
        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length] == code[^1];
    }
}
