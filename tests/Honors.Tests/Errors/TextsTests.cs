using System.Collections;
using System.Globalization;
using System.Reflection;
using Honors.Api.Errors;
using Honors.Domain;

namespace Honors.Tests.Errors;

public sealed class TextsTests
{
    private static readonly IReadOnlyList<string> Codes =
    [
        .. new[] { typeof(RuleViolationException).Assembly, typeof(Texts).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => t is { IsAbstract: true, IsSealed: true })
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.IsLiteral && f.FieldType == typeof(string))
            .Select(f => (string)f.GetRawConstantValue()!)
            .Where(IsCode).Distinct().Order(StringComparer.Ordinal),
    ];

    private static bool IsCode(string text) => text.Split('.') is [var feature, var rule] && (feature + rule).All(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private static Dictionary<string, string> In(string culture) =>
        Texts.Resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), true, true)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Fact]
    public void Every_code_has_a_sentence_in_both_languages_and_no_sentence_is_without_a_code()
    {
        Assert.True(Codes.Count > 60, $"Only {Codes.Count} codes were found.");
        Assert.Equal(Codes, In("zh-CN").Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Codes, In("en").Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_languages_print_the_same_facts()
    {
        var (chinese, english) = (In("zh-CN"), In("en"));
        foreach (var code in Codes) Assert.Equal(Facts(chinese[code]), Facts(english[code]));

        static IEnumerable<string> Facts(string text) => Texts.Placeholder().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_first_language_is_Chinese() => Assert.All(In("zh-CN").Values, t => Assert.Contains(t, c => c is >= '一' and <= '龥'));
}
