using Honors.Api.SignIn;

namespace Honors.Tests.SignIn;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData("七个字的密码呀", "password.too-short")]
    [InlineData("abcdefg", "password.too-short")]
    [InlineData("password", "password.common")]
    [InlineData("PASSWORD", "password.common")]
    [InlineData("1234567890", "password.common")]
    [InlineData("5201314520", "password.common")]
    [InlineData("iloveyou", "password.common")]
    [InlineData("aaaaaaaaaaaa", "password.common")]
    [InlineData("my LIUMING 2026", "password.has-name")]
    public void A_password_that_is_easily_guessed_is_refused(string password, string code) => Assert.Equal(code, Passwords.Unfit(password, "liuming"));

    [Fact]
    public void A_password_of_ten_thousand_characters_is_refused() => Assert.Equal("password.too-long", Passwords.Unfit(new string('长', 10_000), "liuming"));

    [Theory]
    [InlineData("八个字的一句密码")]
    [InlineData("correct horse battery staple")]
    [InlineData("🚒🚑 enough of them 🛶🚁")]
    [InlineData("  spaces around  ")]
    public void A_sentence_in_any_script_is_fit(string password) => Assert.Null(Passwords.Unfit(password, "liuming"));

    [Fact]
    public void A_password_of_a_hundred_and_twenty_eight_characters_is_fit() =>
        Assert.Null(Passwords.Unfit(string.Concat(Enumerable.Range(0, 128).Select(i => (char)('a' + (i * 7 % 26)))), "liuming"));
}
