namespace Honors.Domain.Values;

public static class PersonNameRules
{
    /// <summary>The name breaks what <see cref="PersonName.Normalise"/> asks for.</summary>
    public const string Unfit = "person.name-unfit";

    /// <summary>The name has more characters than its script allows.</summary>
    public const string TooLong = "person.name-too-long";
}
