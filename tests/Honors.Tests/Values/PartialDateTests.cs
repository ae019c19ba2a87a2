using CsCheck;
using Honors.Domain;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Tests.Values;

public class PartialDateTests
{
    private static readonly Gen<LocalDate> Days =
        Gen.Int[0, Period.DaysBetween(new(1900, 1, 1), new(2100, 12, 31))].Select(n => new LocalDate(1900, 1, 1).PlusDays(n));

    private static readonly Gen<string> Bounds =
        Gen.Select(Days, Gen.OneOf("uuuu", "uuuu-MM", "uuuu-MM-dd")).Select((day, pattern) => day.ToString(pattern, null));

    private static readonly Gen<PartialDate> Dates = Gen.OneOf(
            Bounds,
            Bounds.Select(b => $"{b}/.."),
            Bounds.Select(b => $"../{b}"),
            Gen.Select(Bounds, Bounds).Select((a, b) => $"{a}/{b}"))
        .Where(text => PartialDate.TryParse(text, out _))
        .Select(text => PartialDate.Parse(text));

    [Theory]
    [InlineData("2021", "2021-01-01", "2021-12-31")]
    [InlineData("2021-07", "2021-07-01", "2021-07-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("1999-08-19", "1999-08-19", "1999-08-19")]
    [InlineData("1999-08/..", "1999-08-01", null)]
    [InlineData("../2024-04", null, "2024-04-30")]
    [InlineData("1977-08-20/1978-08-19", "1977-08-20", "1978-08-19")]
    [InlineData("2021-07/2021", "2021-07-01", "2021-12-31")]
    [InlineData("1900/2100", "1900-01-01", "2100-12-31")]
    public void A_date_spans_all_days_it_may_be(string text, string? earliest, string? latest)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(text, date.Text);
        Assert.Equal(Day(earliest), date.Earliest);
        Assert.Equal(Day(latest), date.Latest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("/")]
    [InlineData("2021/")]
    [InlineData("/2021")]
    [InlineData("2021/2022/2023")]
    [InlineData("2021-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2021-13")]
    [InlineData("2021-00")]
    [InlineData("2021-07-00")]
    [InlineData("1899")]
    [InlineData("1899-12-31")]
    [InlineData("2101")]
    [InlineData("1999-08-20/1999-08-19")]
    [InlineData("2022/2021-12")]
    [InlineData("2021-7")]
    [InlineData("2021-7-1")]
    [InlineData("20210701")]
    [InlineData("2021-07-1")]
    [InlineData("2021/07")]
    [InlineData("2021.07")]
    [InlineData("2021年")]
    [InlineData("２０２１")]
    [InlineData("٢٠٢١")]
    [InlineData("-2021")]
    [InlineData("+2021")]
    [InlineData("202")]
    [InlineData("2021-")]
    [InlineData(" 2021")]
    [InlineData("2021\n")]
    [InlineData("2021\0\0\0")]
    [InlineData("2021 / 2022")]
    [InlineData("2021-07-01T00:00")]
    public void What_is_no_date_is_refused(string text)
    {
        Assert.False(PartialDate.TryParse(text, out var date));
        Assert.Equal(PartialDate.Unknown, date);

        var violation = Assert.Throws<RuleViolationException>(() => PartialDate.Parse(text));
        Assert.Equal("partial-date.unreadable", violation.Code);
        Assert.Equal(Refusal.Impossible, violation.Refusal);
    }

    [Fact]
    public void A_date_not_stated_has_no_text_and_may_keep_the_sources_words()
    {
        Assert.True(PartialDate.TryParse(null, out var date));
        Assert.Equal(PartialDate.Unknown, date);

        var parsed = PartialDate.Parse(null, "上世纪末");
        Assert.Equal((null, null, null, "上世纪末"), (parsed.Text, parsed.Earliest, parsed.Latest, parsed.AsWritten));
    }

    [Fact]
    public void The_sources_words_are_kept_up_to_100_characters()
    {
        Assert.Equal(new string('年', 100), PartialDate.Parse("2021", new string('年', 100)).AsWritten);
        foreach (var unfit in new[] { new string('年', 101), "2021\0", "2021\u202E" })
        {
            Assert.Equal("partial-date.as-written-unfit", Assert.Throws<RuleViolationException>(() => PartialDate.Parse("2021", unfit)).Code);
        }
    }

    [Fact]
    public void A_known_day_is_that_day_alone()
    {
        Assert.Equal(PartialDate.Parse("1999-08-19"), PartialDate.On(new(1999, 8, 19)));
        Assert.Throws<RuleViolationException>(() => PartialDate.On(new(1899, 12, 31)));
    }

    [Fact]
    public void Newest_first_puts_the_date_not_stated_last()
    {
        string?[] texts = [null, "../2024-04", "1999-08-19", "2021", "2021-07", "2025/.."];

        Assert.Equal(
            ["2025/..", "../2024-04", "2021", "2021-07", "1999-08-19", null],
            texts.Select(t => PartialDate.Parse(t)).OrderByDescending(d => d.SortDay).Select(d => d.Text));
        Assert.Equal(new LocalDate(1, 1, 1), PartialDate.Unknown.SortDay);
    }

    [Theory]
    [InlineData("2021-07", "2021-07-31", "2021-12-31", true)]
    [InlineData("2021-07", "2021-08-01", "2021-12-31", false)]
    [InlineData("2021-07", "2021-01-01", "2021-07-01", true)]
    [InlineData("2021-07", "2021-01-01", "2021-06-30", false)]
    [InlineData("2021-07", null, "2021-07-01", true)]
    [InlineData("2021-07", "2021-08-01", null, false)]
    [InlineData("2021-07", null, null, true)]
    [InlineData("1999-08/..", "2021-01-01", "2021-12-31", true)]
    [InlineData("1999-08/..", null, "1999-07-31", false)]
    [InlineData("../2024-04", "2024-04-30", null, true)]
    [InlineData("../2024-04", "2024-05-01", null, false)]
    [InlineData(null, "1900-01-01", null, false)]
    [InlineData(null, null, "2100-12-31", false)]
    [InlineData(null, null, null, true)]
    public void A_date_may_fall_within_a_period_that_shares_a_day_with_it(string? text, string? from, string? to, bool may) =>
        Assert.Equal(may, PartialDate.Parse(text).MayFallWithin(Day(from), Day(to)));

    [Theory]
    [InlineData("2021", "2021年", "2021")]
    [InlineData("2021-07", "2021年7月", "July 2021")]
    [InlineData("2021-10", "2021年10月", "October 2021")]
    [InlineData("1999-08-19", "1999年8月19日", "19 August 1999")]
    [InlineData("1999-08-02", "1999年8月2日", "2 August 1999")]
    [InlineData("1999-08/..", "不早于1999年8月", "not before August 1999")]
    [InlineData("../2024-04", "不晚于2024年4月", "not after April 2024")]
    [InlineData("1977-08-20/1978-08-19", "1977年8月20日至1978年8月19日", "20 August 1977 to 19 August 1978")]
    [InlineData(null, "日期未载明", "date not stated")]
    public void A_date_prints_no_more_than_it_knows(string? text, string chinese, string english)
    {
        Assert.Equal(chinese, PartialDate.Parse(text).ToChinese());
        Assert.Equal(english, PartialDate.Parse(text).ToEnglish());
    }

    [Fact]
    public void Every_date_reads_back_from_its_text() =>
        Dates.Sample(date => Assert.Equal(date, PartialDate.Parse(date.Text)));

    [Fact]
    public void Every_date_fits_its_column() =>
        Dates.Sample(date => Assert.InRange(date.Text!.Length, 4, PartialDate.TextMaxLength));

    [Fact]
    public void The_earliest_day_is_never_after_the_latest() =>
        Dates.Sample(date => Assert.False(date.Earliest > date.Latest));

    [Fact]
    public void A_date_may_fall_on_exactly_the_days_from_its_earliest_to_its_latest() =>
        Gen.Select(Dates, Days).Sample((date, any) => Assert.All([any, .. DaysAround(date.Earliest), .. DaysAround(date.Latest)], day =>
            Assert.Equal((date.Earliest ?? day) <= day && day <= (date.Latest ?? day), date.MayFallWithin(day, day))));

    [Fact]
    public void No_text_breaks_the_reader() =>
        Gen.OneOf(Gen.String, Gen.String["0123456789-/."]).Sample(text =>
            Assert.True(!PartialDate.TryParse(text, out var date) || date.Text == text));

    private static LocalDate[] DaysAround(LocalDate? bound) => bound is { } day ? [day.PlusDays(-1), day, day.PlusDays(1)] : [];

    private static LocalDate? Day(string? text) => text is null ? null : PartialDate.Parse(text).Earliest;
}
