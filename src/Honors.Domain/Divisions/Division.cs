using System.Globalization;

namespace Honors.Domain.Divisions;

/// <summary>How deep a division stands; each level lies directly below the one before it.</summary>
public enum DivisionLevel
{
    /// <summary>省, 自治区, 直辖市.</summary>
    Province,

    /// <summary>地级市, 地区, 自治州, 盟, and the groupings that stand in their place (市辖区 of a 直辖市).</summary>
    City,

    /// <summary>县, 区, 县级市.</summary>
    County,

    /// <summary>乡, 镇, 街道.</summary>
    Township,

    /// <summary>村, 社区.</summary>
    Village,
}

/// <summary>An administrative division of China, present or past, under one code. When its code changes, another division succeeds it.</summary>
public sealed class Division
{
    public const int NameMaxLength = 60;

    private Division()
    {
    }

    /// <summary>Always 12 digits, padded with zeros at the end: 140431000000 is 沁源县. See <see cref="DivisionCodes"/>.</summary>
    public long Code { get; private set; }

    /// <summary>The official name as the source gives it: a village may end in 村委会.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The place as people say it: 涧崖底村, where the source lists its committee 涧崖底村村委会.</summary>
    public string PlaceName => Name.EndsWith("村委会", StringComparison.Ordinal) || Name.EndsWith("居委会", StringComparison.Ordinal) ? Name[..^3] : Name;

    public DivisionLevel Level { get; private set; }

    /// <summary>The division one level above; null for a province only.</summary>
    public long? ParentCode { get; private set; }

    /// <summary>The year (1985) or month (1985-12) in which the code came into use; null = not known.</summary>
    public string? ValidFrom { get; private set; }

    /// <summary>The year or month in which the code went out of use; null = still valid, or not known.</summary>
    public string? ValidTo { get; private set; }

    /// <summary>The one division that took this one's place; it may have a successor itself. Null = none, or divided among several.</summary>
    public long? SuccessorCode { get; private set; }

    /// <summary>Where the code and the name come from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The divisions that come with the program, in the order of their codes. Each call reads them anew.</summary>
    public static IEnumerable<Division> Shipped()
    {
        using var stream = typeof(Division).Assembly.GetManifestResourceStream(typeof(Division), "divisions.tsv")!;
        using var lines = new StreamReader(stream);

        lines.ReadLine(); // the header
        while (lines.ReadLine() is { } line)
        {
            yield return Read(line.Split('\t'));
        }
    }

    private static Division Read(string[] cells) => new()
    {
        Code = Number(cells[0]),
        Name = cells[1],
        Level = Enum.Parse<DivisionLevel>(cells[2], ignoreCase: true),
        ParentCode = cells[3] is "" ? null : Number(cells[3]),
        ValidFrom = cells[4] is "" ? null : cells[4],
        ValidTo = cells[5] is "" ? null : cells[5],
        SuccessorCode = cells[6] is "" ? null : Number(cells[6]),
        Source = cells[7],
    };

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
