namespace Honors.Domain.Values;

public static class PersonNameRules
{
    /// <summary>The name breaks what <see cref="PersonName.Normalise"/> asks for.</summary>
    public const string Unfit = "person.name-unfit";
}
