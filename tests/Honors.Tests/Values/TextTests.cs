using System.Text;
using CsCheck;
using Honors.Domain;
using Honors.Domain.Values;
using Text = Honors.Domain.Values.Text;

namespace Honors.Tests.Values;

public class TextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("卫旭斌")]
    [InlineData("two\nlines and a\ttab")]
    [InlineData("𠮷野 👍 é")]
    [InlineData("\uFFFD\uFDCF\uFDF0")]
    public void Ordinary_text_is_fit(string text) => Assert.True(Text.IsFit(text));

    // By number: a lone surrogate does not survive as an attribute's argument.
    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x0007)]
    [InlineData(0x000D)]
    [InlineData(0x001B)]
    [InlineData(0x007F)]
    [InlineData(0x0085)]
    [InlineData(0x061C)]
    [InlineData(0x200B)]
    [InlineData(0x200C)]
    [InlineData(0x200D)]
    [InlineData(0x200E)]
    [InlineData(0x200F)]
    [InlineData(0x2028)]
    [InlineData(0x2029)]
    [InlineData(0x202A)]
    [InlineData(0x202E)]
    [InlineData(0x2060)]
    [InlineData(0x2066)]
    [InlineData(0x2069)]
    [InlineData(0xD83D)]
    [InlineData(0xDC4D)]
    [InlineData(0xFDD0)]
    [InlineData(0xFDEF)]
    [InlineData(0xFEFF)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0x1FFFE)]
    [InlineData(0x10FFFF)]
    public void What_cannot_be_seen_is_unfit_wherever_it_stands(int codePoint)
    {
        var unfit = codePoint > 0xFFFF ? char.ConvertFromUtf32(codePoint) : ((char)codePoint).ToString();

        Assert.All([unfit, $"卫{unfit}", $"{unfit}斌", $"卫{unfit}斌"], text => Assert.False(Text.IsFit(text)));
        Assert.Throws<RuleViolationException>(() => PersonName.Normalise($"卫旭{unfit}斌"));
    }

    [Fact]
    public void Tidy_text_is_composed_and_trimmed()
    {
        Assert.Equal("é", Text.Tidy(" \u3000e\u0301\n"));
        Assert.Equal("two  words", Text.Tidy("two  words"));
    }

    [Fact]
    public void Any_fit_text_can_be_tidied_and_stays_fit_and_tidy() =>
        Gen.String.Where(s => Text.IsFit(s)).Sample(s =>
        {
            var tidy = Text.Tidy(s);
            Assert.True(Text.IsFit(tidy));
            Assert.Equal(tidy, Text.Tidy(tidy));
        });

    [Theory]
    [InlineData("卫旭斌", "卫旭斌")]
    [InlineData(" 卫旭斌\u3000", "卫旭斌")]
    [InlineData("阿卜杜拉·买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉•买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉・买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉‧买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉．买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉∙买买提", "阿卜杜拉·买买提")]
    [InlineData("迪丽·热巴·买买提", "迪丽·热巴·买买提")]
    [InlineData("Norman Bethune", "Norman Bethune")]
    [InlineData("Jose\u0301 Garci\u0301a", "José García")]
    [InlineData("𠮷林", "𠮷林")]
    public void A_name_is_brought_to_its_one_form(string name, string form) => Assert.Equal(form, PersonName.Normalise(name));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("卫")]
    [InlineData("𠮷")]
    [InlineData("·卫旭斌")]
    [InlineData("卫旭斌·")]
    [InlineData("．卫旭斌")]
    [InlineData("··")]
    [InlineData("阿卜杜拉··买买提")]
    [InlineData("阿卜杜拉•・买买提")]
    [InlineData("阿卜杜拉 ·买买提")]
    [InlineData("Ali· Khan")]
    [InlineData("Ali ·Khan")]
    [InlineData("卫 旭斌")]
    [InlineData("张\u3000三")]
    [InlineData("𠮷 𠮷")]
    [InlineData("Norman  Bethune")]
    [InlineData("Norman\u00A0Bethune")]
    [InlineData("Norman\tBethune")]
    [InlineData("Norman\nBethune")]
    public void A_name_that_is_none_is_refused(string name)
    {
        var violation = Assert.Throws<RuleViolationException>(() => PersonName.Normalise(name));

        Assert.Equal("person.name-unfit", violation.Code);
        Assert.Equal(Refusal.Impossible, violation.Refusal);
        Assert.Equal("name", violation.Member);
    }

    /// <summary>Common Han characters, rare ones outside the BMP, and Latin letters; dots between, never two together.</summary>
    private static Gen<string> NameOf(string[] letters) => Gen.Select(Gen.Int[0, letters.Length - 1].Select(i => letters[i]).Array[2, 60], Gen.Int[2, 9]).Select((name, every) =>
        string.Concat(name.Select((letter, i) => i > 0 && i < name.Length - 1 && i % every is 1 && every > 2 ? "·" : letter)));

    [Theory]
    [InlineData(25, "卫", "旭", "阿", "𠮷", "𰻞", "㐂", "〇")]
    [InlineData(25, "买", "卡", "e", "é", "Ж")]
    [InlineData(50, "a", "é", "Ж", "ñ", "Ö")]
    public void A_name_with_Han_characters_has_at_most_25_and_any_other_50_each_rare_one_and_each_dot_counting_once(int most, params string[] letters) =>
        NameOf(letters).Where(n => most is 50 || n.EnumerateRunes().Any(r => letters.Take(2).Contains(r.ToString()))).Sample(name =>
        {
            if (name.EnumerateRunes().Count() <= most)
            {
                Assert.Equal(name, PersonName.Normalise(name));
                return;
            }

            var violation = Assert.Throws<RuleViolationException>(() => PersonName.Normalise(name));
            Assert.Equal(("person.name-too-long", "name", 25, 50), (violation.Code, violation.Member, violation.Facts["mostHan"], violation.Facts["mostOther"]));
        });

    [Theory]
    [InlineData("𠮷", 25)]
    [InlineData("卫", 25)]
    [InlineData("Z", 50)]
    public void The_last_character_that_a_script_allows_is_let_in_and_one_more_is_not(string letter, int most)
    {
        var longest = string.Concat(Enumerable.Repeat(letter, most));
        Assert.Equal(longest, PersonName.Normalise(longest));
        Assert.Equal("person.name-too-long", Assert.Throws<RuleViolationException>(() => PersonName.Normalise(longest + letter)).Code);
    }

    [Fact]
    public void A_name_in_its_one_form_stays_as_it_is() =>
        Gen.String[Gen.OneOf(Gen.Char["卫旭斌ée\u0301 ·•・‧．∙"], Gen.Char), 2, 12].Sample(name =>
        {
            if (TryNormalise(name) is not { } form) return;

            Assert.Equal(form, PersonName.Normalise(form));
            Assert.True(form.IsNormalized(NormalizationForm.FormC));
            Assert.DoesNotContain(form, c => "•・‧．∙".Contains(c));
        });

    private static string? TryNormalise(string name)
    {
        try
        {
            return PersonName.Normalise(name);
        }
        catch (RuleViolationException)
        {
            return null;
        }
    }
}
