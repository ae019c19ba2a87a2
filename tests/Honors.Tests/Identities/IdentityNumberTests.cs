using Honors.Domain;
using Honors.Domain.Identities;
using Honors.Domain.People;
using NodaTime;

namespace Honors.Tests.Identities;

public sealed class IdentityNumberTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    [InlineData("140431197806150008")]
    [InlineData("142536197803010009")] // 沁源县 until 1985
    [InlineData("140481199001010000")] // 潞城市, no more
    [InlineData("140431201203010005")]
    public void A_resident_number_is_taken_whatever_became_of_its_county(string number) =>
        Assert.Equal(number, IdentityNumber.Parse(IdentityKind.ResidentId, number, Today).Text);

    [Theory]
    [InlineData("140431197806150009", "identity.check-digit")]
    [InlineData("140431197802300005", "identity.birth-date")]
    [InlineData("140431209912310007", "identity.birth-date")]
    [InlineData("940431197806150008", "identity.province")]
    [InlineData("140431780615000", "identity.fifteen-digits")]
    [InlineData("14043119780615000", "identity.malformed")]
    [InlineData("1404311978061500X8", "identity.malformed")]
    public void A_resident_number_that_cannot_be_is_refused_by_what_is_wrong_with_it(string number, string code)
    {
        var refused = Assert.Throws<RuleViolationException>(() => IdentityNumber.Parse(IdentityKind.ResidentId, number, Today));
        Assert.Equal((code, Refusal.Impossible), (refused.Code, refused.Refusal));
        Assert.DoesNotContain(number, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_single_wrong_digit_and_every_swap_of_two_neighbours_is_found()
    {
        const string number = "140431197806150008";
        for (var i = 0; i < number.Length; i++)
        {
            foreach (var digit in "0123456789".Where(d => d != number[i]))
                Assert.Throws<RuleViolationException>(() => IdentityNumber.Parse(IdentityKind.ResidentId, number[..i] + digit + number[(i + 1)..], Today));
            if (i + 1 < number.Length && number[i] != number[i + 1])
                Assert.Throws<RuleViolationException>(() => IdentityNumber.Parse(IdentityKind.ResidentId, number[..i] + number[i + 1] + number[i] + number[(i + 2)..], Today));
        }
    }

    [Theory]
    [InlineData("１１０１０５１９４９１２３１００２ｘ")]
    [InlineData("110105 19491231 002x")]
    [InlineData("110105-19491231-002X")]
    public void A_number_is_one_however_it_was_typed(string typed) =>
        Assert.Equal("11010519491231002X", IdentityNumber.Parse(IdentityKind.ResidentId, typed, Today).Text);

    [Fact]
    public void The_number_tells_the_birth_date_and_by_its_17th_digit_the_sex()
    {
        var woman = IdentityNumber.Parse(IdentityKind.ResidentId, "11010519491231002X", Today);
        Assert.Equal((new LocalDate(1949, 12, 31), Gender.Female), (woman.Born, woman.Gender));
        Assert.Equal(Gender.Male, IdentityNumber.Parse(IdentityKind.ResidentId, "440524188001010014", Today).Gender);
        Assert.Equal((null, Gender.NotStated), (IdentityNumber.Parse(IdentityKind.Passport, "E12345678", Today).Born, IdentityNumber.Parse(IdentityKind.Passport, "E12345678", Today).Gender));
    }

    [Theory]
    [InlineData(IdentityKind.HongKongMacaoPermit, "H12345678", "12345678")]
    [InlineData(IdentityKind.TaiwanPermit, "12345678", "H1234567")]
    [InlineData(IdentityKind.HongKongMacaoResidence, "810000199001010000", "140431197806150008")]
    [InlineData(IdentityKind.TaiwanResidence, "830000199001010004", "810000199001010000")]
    [InlineData(IdentityKind.ForeignResidence, "USA110190010101", "US1110190010101")]
    [InlineData(IdentityKind.Passport, "EA1234567", "E-1")]
    [InlineData(IdentityKind.Other, "ZZ-0001", "#1")]
    public void Each_document_has_its_form(IdentityKind kind, string good, string bad)
    {
        IdentityNumber.Parse(kind, good, Today);
        Assert.Throws<RuleViolationException>(() => IdentityNumber.Parse(kind, bad, Today));
    }

    [Theory]
    [InlineData(IdentityKind.ResidentId, "140431197806150008", "1404**********0008")]
    [InlineData(IdentityKind.Passport, "EA1234567", "EA*****67")]
    [InlineData(IdentityKind.Other, "ZZ0001", "Z****1")]
    public void It_prints_itself_masked(IdentityKind kind, string number, string masked) =>
        Assert.Equal(masked, $"{IdentityNumber.Parse(kind, number, Today)}");
}
