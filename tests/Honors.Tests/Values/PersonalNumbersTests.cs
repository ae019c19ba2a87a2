using Honors.Domain.Values;

namespace Honors.Tests.Values;

public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("电话13800355001")]
    [InlineData("20:15 138 0035 5001 来电")]
    [InlineData("138-0035-5001")]
    [InlineData("+86 13800355001")]
    [InlineData("8613800355001")]
    [InlineData("１３８００３５５００１")]
    [InlineData("0355-7012345")]
    [InlineData("(0355) 701 2345")]
    [InlineData("01062345678")]
    [InlineData("身份证140431197806150008")]
    [InlineData("11010519491231002x")]
    [InlineData("140431 19780615 0009")]
    [InlineData("旧证142536780301001")]
    [InlineData("护照E12345678")]
    [InlineData("H1234567890")]
    public void A_phone_or_identity_number_is_found_however_it_is_typed(string text) => Assert.True(PersonalNumbers.AppearIn(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("21:16 集合完毕出发，4车30人")]
    [InlineData("2026-11-07 20:15 接警")]
    [InlineData("2026-11-07—2026-11-09")]
    [InlineData("手台频率 434.750 MHz")]
    [InlineData("沁应急调〔2025〕31号")]
    [InlineData("晋D12345")]
    [InlineData("东经112.3376 北纬36.5001")]
    [InlineData("转移200余人，行程1380公里")]
    [InlineData("蓝天编号 LT-0123")]
    [InlineData("12345 热线，110 转来")]
    [InlineData("140431197802300005")] // 30 February: no birthday, so no identity number
    public void Times_plates_coordinates_and_order_numbers_are_left_alone(string? text) => Assert.False(PersonalNumbers.AppearIn(text));
}
