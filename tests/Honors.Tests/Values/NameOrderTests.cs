using System.Text;
using CsCheck;
using Honors.Domain.Values;

namespace Honors.Tests.Values;

public sealed class NameOrderTests
{
    private static readonly string[] Surnames = ["王", "曾", "单", "解", "仇", "尉迟", "欧阳", "丁", "乙", "卜", "𠮷", "买买提·", "Ann"], Given = ["明", "一", "十", "", "志远", "行", "重"];

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.Select(Gen.Int[0, Surnames.Length - 1], Gen.Int[0, Given.Length - 1], (s, g) => Surnames[s] + Given[g]),
        Gen.Char['一', '龥'].Array[1, 4].Select(c => new string(c)));

    private static string Sorted(string names, IComparer<string> order) => string.Join(' ', names.Split(' ').Order(order));

    [Fact]
    public void Surnames_sort_by_their_number_of_strokes_and_then_by_the_first_stroke() => Assert.Equal("丁一 卜凡 乃文 王安 毛宁 方远 尹正 单行 曾广", Sorted("曾广 方远 单行 尹正 丁一 乃文 毛宁 王安 卜凡", NameOrder.ByStrokes));

    [Fact]
    public void One_surname_stands_together_and_goes_on_by_the_given_name() =>
        Assert.Equal("王一 王丁 王三一 王志远 毛二", Sorted("王志远 毛二 王三一 王丁 王一", NameOrder.ByStrokes));

    [Theory]
    [InlineData("曾广善", "zeng1 guang3 shan4")]
    [InlineData("单行义", "shan4 xing2 yi4")]
    [InlineData("解明", "xie4 ming2")]
    [InlineData("仇民", "qiu2 min2")]
    [InlineData("尉迟恭", "yu4 chi2 gong1")]
    [InlineData("尉文", "wei4 wen2")]
    [InlineData("单于明", "chan2 yu2 ming2")]
    public void A_surname_is_read_as_surnames_are(string name, string reading) => Assert.Equal(reading, NameOrder.Pinyin(name));

    [Fact]
    public void A_character_is_read_as_a_surname_at_the_beginning_alone() => Assert.Equal("wang2 jie3", NameOrder.Pinyin("王解"));

    [Fact]
    public void Names_sort_by_pinyin_with_the_readings_of_surnames() => Assert.Equal("丁一 仇为民 单行义 解明义 尉迟敬 曾广善", Sorted("曾广善 尉迟敬 解明义 单行义 仇为民 丁一", NameOrder.ByPinyin));

    [Fact]
    public void The_same_sound_sorts_by_its_tone_and_then_by_strokes() =>
        Assert.Equal("方一 房一 仿一 放一", Sorted("放一 仿一 房一 方一", NameOrder.ByPinyin));

    [Fact]
    public void Both_orders_are_total_and_only_the_same_text_is_equal()
    {
        foreach (var order in (IComparer<string>[])[NameOrder.ByStrokes, NameOrder.ByPinyin])
        {
            Gen.Select(Name, Name, Name).Sample((a, b, c) =>
            {
                Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
                Assert.Equal(a == b, order.Compare(a, b) is 0);
                if (order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0) Assert.True(order.Compare(a, c) <= 0, $"{a} {b} {c}");
            });
        }
    }

    [Fact]
    public void A_name_of_fewer_strokes_never_follows_one_of_more() => Gen.Select(Name, Name).Sample((a, b) =>
    {
        var (left, right) = (NameOrder.StrokesIn(a.EnumerateRunes().First()), NameOrder.StrokesIn(b.EnumerateRunes().First()));
        if (left is not null && (right is null || left.Length < right.Length)) Assert.True(NameOrder.ByStrokes.Compare(a, b) < 0, $"{a} {b}");
    });

    [Fact]
    public void Every_surname_of_the_table_has_strokes()
    {
        foreach (var surname in (string[])["曾", "单", "解", "仇", "尉", "缪", "覃", "翟", "查", "区", "朴", "冼", "逄", "钭"])
            Assert.NotNull(NameOrder.StrokesIn(Rune.GetRuneAt(surname, 0)));
    }
}
