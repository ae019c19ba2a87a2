using Honors.Domain.Divisions;

namespace Honors.Tests.Divisions;

public class ShippedDivisionsTests
{
    private static readonly List<Division> Shipped = [.. Division.Shipped()];

    [Fact]
    public void All_levels_are_there_in_full()
    {
        Assert.Equal(31, Shipped.Count(d => d.Level is DivisionLevel.Province));
        Assert.Equal(342 + 1, Shipped.Count(d => d.Level is DivisionLevel.City)); // and 晋东南地区, which is gone
        Assert.Equal(121 + 15 + 7, Shipped.Count(d => d.Level is DivisionLevel.County)); // 山西, 新乡市, and those that are gone
        Assert.Equal(149, Shipped.Count(d => d.Level is DivisionLevel.Township));
        Assert.Equal(190, Shipped.Count(d => d.Level is DivisionLevel.Village));
    }

    [Fact]
    public void No_code_comes_twice() => Assert.Distinct(Shipped.Select(d => d.Code));

    [Fact]
    public void Every_code_is_well_formed_and_of_its_level() => Assert.All(Shipped, d =>
    {
        Assert.True(DivisionCodes.IsWellFormed(d.Code));
        Assert.Equal(d.Level, DivisionCodes.LevelOf(d.Code));
    });

    [Fact]
    public void Every_division_has_a_parent_one_level_above_save_the_provinces() => Assert.All(Shipped, d =>
    {
        if (d.Level is DivisionLevel.Province) Assert.Null(d.ParentCode);
        else Assert.Equal(d.Level - 1, Only(d.ParentCode!.Value).Level);
    });

    [Fact]
    public void Every_division_lies_in_its_parents_range() => Assert.All(Shipped.Where(d => d.ParentCode is not null), d =>
    {
        var (from, to) = DivisionCodes.RangeOf(d.ParentCode!.Value);
        Assert.InRange(d.Code, from, to);
    });

    [Fact]
    public void Every_successor_exists_and_is_of_the_same_level()
    {
        var past = Shipped.Where(d => d.SuccessorCode is not null).ToList();

        Assert.Equal(7, past.Count);
        Assert.All(past, d => Assert.Equal(d.Level, Only(d.SuccessorCode!.Value).Level));
    }

    [Fact]
    public void Every_name_has_a_text_that_fits_and_every_row_a_source() => Assert.All(Shipped, d =>
    {
        Assert.Equal(d.Name.Trim(), d.Name);
        Assert.InRange(d.Name.Length, 1, Division.NameMaxLength);
        Assert.True(d.Source is "china-division 2.7.0 (data to 2023-06-30)" or "domain notes (GB2260 lists)");
    });

    [Fact]
    public void Dates_are_a_year_or_a_month() => Assert.All(Shipped, d =>
    {
        if (d.ValidFrom is { } from) Assert.Matches(@"\A\d{4}(-\d{2})?\z", from);
        if (d.ValidTo is { } to) Assert.Matches(@"\A\d{4}(-\d{2})?\z", to);
    });

    [Fact]
    public void The_village_涧崖底_lies_in_赤石桥乡_of_沁源县_in_长治市_of_山西省()
    {
        var village = Only(140431207218);
        Assert.Equal("涧崖底村村委会", village.Name);

        var township = Only(village.ParentCode!.Value);
        Assert.Equal((140431207000, "赤石桥乡"), (township.Code, township.Name));

        var county = Only(township.ParentCode!.Value);
        Assert.Equal((140431000000, "沁源县"), (county.Code, county.Name));

        var city = Only(county.ParentCode!.Value);
        Assert.Equal((140400000000, "长治市"), (city.Code, city.Name));
        Assert.Equal((140000000000, "山西省"), (city.ParentCode!.Value, Only(city.ParentCode.Value).Name));
    }

    [Fact]
    public void The_townships_of_沁源县_are_the_thirteen_known_ones() => Assert.Equal(
        [
            (140431100000, "沁河镇"), (140431101000, "郭道镇"), (140431102000, "灵空山镇"), (140431103000, "王和镇"), (140431105000, "王陶镇"),
            (140431107000, "景凤镇"), (140431200000, "中峪乡"), (140431201000, "法中乡"), (140431202000, "交口乡"), (140431203000, "聪子峪乡"),
            (140431204000, "韩洪乡"), (140431207000, "赤石桥乡"), (140431400000, "沁源经济技术开发区"),
        ],
        ChildrenOf(140431000000));

    [Fact]
    public void The_villages_of_赤石桥乡_are_the_thirteen_known_ones() => Assert.Equal(
        [
            (140431207202, "姚壁村村委会"), (140431207203, "刘家沟村村委会"), (140431207204, "青杨湾村村委会"), (140431207205, "赤石桥村村委会"),
            (140431207206, "师庄村村委会"), (140431207207, "实会湾村村委会"), (140431207208, "倪庄村村委会"), (140431207211, "段家坡底村村委会"),
            (140431207213, "胡家庄村村委会"), (140431207215, "善朴村村委会"), (140431207217, "庄儿上村村委会"), (140431207218, "涧崖底村村委会"),
            (140431207221, "箭杆村村委会"),
        ],
        ChildrenOf(140431207000));

    [Fact]
    public void 沁源县_changed_its_code_in_1985_when_it_left_晋东南地区()
    {
        var old = Only(142536000000);

        Assert.Equal(("沁源县", null, "1985", 140431000000), (old.Name, old.ValidFrom, old.ValidTo, old.SuccessorCode));
        Assert.Equal("晋东南地区", Only(old.ParentCode!.Value).Name);
        Assert.Equal(("1985-12", null), (Only(140431000000).ValidFrom, Only(140431000000).ValidTo));
    }

    [Theory]
    [InlineData(140402000000, "城区", 140403000000, "潞州区")]
    [InlineData(140411000000, "郊区", 140403000000, "潞州区")]
    [InlineData(140421000000, "长治县", 140404000000, "上党区")]
    [InlineData(140424000000, "屯留县", 140405000000, "屯留区")]
    [InlineData(140481000000, "潞城市", 140406000000, "潞城区")]
    public void The_counties_of_长治市_that_ended_in_2018_point_to_their_successors(long code, string name, long successor, string newName)
    {
        var (old, next) = (Only(code), Only(successor));

        Assert.Equal((name, "2018", successor), (old.Name, old.ValidTo, old.SuccessorCode));
        Assert.Equal((newName, "2018", null), (next.Name, next.ValidFrom, next.ValidTo));
    }

    [Fact]
    public void 潞城县_leads_to_潞城区_by_way_of_潞城市()
    {
        var city = Only(Only(140422000000).SuccessorCode!.Value);

        Assert.Equal("潞城市", city.Name);
        Assert.Equal("潞城区", Only(city.SuccessorCode!.Value).Name);
    }

    private static Division Only(long code) => Assert.Single(Shipped, d => d.Code == code);

    private static IEnumerable<(long, string)> ChildrenOf(long code) => Shipped.Where(d => d.ParentCode == code).Select(d => (d.Code, d.Name));
}
