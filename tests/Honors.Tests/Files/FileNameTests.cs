using CsCheck;
using Honors.Domain.Files;
using Honors.Domain.Values;

namespace Honors.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData(@"C:\用户\现场.png", "现场.png")]
    [InlineData("现场\u202Egnp.exe", "现场gnp.exe.png")]
    [InlineData("a\u0000b\r\n.png", "ab.png")]
    [InlineData("CON", "_CON.png")]
    [InlineData("nul.tar.png", "_nul.tar.png")]
    [InlineData("  ..  ", "文件.png")]
    [InlineData(null, "文件.png")]
    [InlineData("a%00.png", "a%00.png")]
    [InlineData("证书.html", "证书.html.png")]
    [InlineData("照片.PNG", "照片.png")]
    public void A_name_is_only_a_name(string? sent, string kept) => Assert.Equal(kept, FileName.Of(sent, FileFormat.Png));

    [Fact]
    public void A_long_name_is_cut_before_its_ending_and_never_within_a_character()
    {
        var kept = FileName.Of(new string('长', 300) + ".csv", FileFormat.Text);
        Assert.Equal(FileName.MaxLength, kept.Length);
        Assert.EndsWith("长.csv", kept);
        Assert.True(Text.IsFit(FileName.Of("x" + string.Concat(Enumerable.Repeat("𠮷", 200)), FileFormat.Pdf)));
    }

    [Fact]
    public void Whatever_is_sent_the_name_can_be_shown_and_saved_and_naming_it_again_changes_nothing() =>
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char, Gen.Char["/\\.: \u202E\u200Baé长\0"]), 0, 200], Gen.Enum<FileFormat>()).Sample((sent, format) =>
        {
            var name = FileName.Of(sent, format);
            return name.Length is > 0 and <= FileName.MaxLength && Text.IsFit(name) && name.IndexOfAny(['/', '\\', ':', '\n', '\t', '"']) < 0
                && !name.StartsWith('.') && FileName.Of(name, format) == name;
        });
}
