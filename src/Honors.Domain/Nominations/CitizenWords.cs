using Honors.Domain.Values;

namespace Honors.Domain.Nominations;

/// <summary>What a citizen wrote into the public form, kept as it was written.</summary>
/// <param name="NomineeName">As the citizen knows it; whether the registry knows anybody by it is neither asked nor told.</param>
/// <param name="NomineePlace">The unit or the place by which the nominee is to be found.</param>
/// <param name="Deed">In the citizen's words.</param>
/// <param name="When">In the citizen's words.</param>
/// <param name="Where">In the citizen's words.</param>
public sealed record CitizenWords(string NomineeName, string? NomineePlace, string Deed, string? When, string? Where)
{
    public const int NameMaxLength = 50, PlaceMaxLength = 100, WhenMaxLength = 50;

    /// <exception cref="RuleViolationException"><c>text.personal-number</c>: phone and identity numbers have no place in a text that many read.</exception>
    internal void Check()
    {
        PersonalNumbers.Refuse(NomineeName, "nomineeName");
        PersonalNumbers.Refuse(NomineePlace, "nomineePlace");
        PersonalNumbers.Refuse(Deed, "deed");
        PersonalNumbers.Refuse(When, "when");
        PersonalNumbers.Refuse(Where, "where");
    }
}
