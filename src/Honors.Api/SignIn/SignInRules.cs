namespace Honors.Api.SignIn;

/// <summary>What the pages of signing in refuse; texts beside the other refusals' (<c>Errors/Texts*.resx</c>).</summary>
internal static class SignInRules
{
    public const string Wrong = "login.wrong", SecondFactorWrong = "login.second-factor-wrong", TooMany = "login.too-many",
        NameUnfit = "login.name-unfit", NameTaken = "login.name-taken", CodeUnknown = "setup-code.unknown";

    public const string TooShort = "password.too-short", TooLong = "password.too-long", Common = "password.common", HasName = "password.has-name",
        NotRepeated = "password.not-repeated", PasswordWrong = "password.wrong";
}
