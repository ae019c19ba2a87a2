namespace Honors.Domain.Divisions;

/// <summary>
/// How a division's code is built: province (2 digits), city (2), county (2), township (3), village (3), with zeros in the places below its level.
/// Each constant is the number of codes that one division of that level covers, itself included.
/// </summary>
public static class DivisionCodes
{
    public const long Province = 10_000_000_000;
    public const long City = 100_000_000;
    public const long County = 1_000_000;
    public const long Township = 1_000;

    /// <summary>Whether the code has exactly 12 digits; not whether such a division exists.</summary>
    public static bool IsWellFormed(long code) => code is >= 100_000_000_000 and <= 999_999_999_999;

    /// <summary>The level, told from the zeros at the end alone.</summary>
    /// <remarks>The statisticians list a city without counties (东莞市, 中山市, 儋州市) again as its own county, under the same code: here it is a city.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The code is not well formed.</exception>
    public static DivisionLevel LevelOf(long code) => SizeOf(code) switch
    {
        Province => DivisionLevel.Province,
        City => DivisionLevel.City,
        County => DivisionLevel.County,
        Township => DivisionLevel.Township,
        _ => DivisionLevel.Village,
    };

    /// <summary>
    /// The codes of the division and of all that lies in it, both ends inclusive: 140431000000 gives 140431000000 to 140431999999.
    /// A village covers only itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is not well formed.</exception>
    public static (long From, long To) RangeOf(long code) => (code, code + SizeOf(code) - 1);

    /// <summary>The code without the empty places at its end: 1404 for 140400000000, 140431 for 140431000000; that of a village unchanged.</summary>
    /// <remarks>Zeros that belong to a filled place stay: 140431200000, a township, gives 140431200.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The code is not well formed.</exception>
    public static long AreaOf(long code) => code / SizeOf(code);

    private static long SizeOf(long code)
    {
        if (!IsWellFormed(code)) throw new ArgumentOutOfRangeException(nameof(code), code, "The code of a division has 12 digits.");

        if (code % Province is 0) return Province;
        if (code % City is 0) return City;
        if (code % County is 0) return County;
        return code % Township is 0 ? Township : 1;
    }
}
