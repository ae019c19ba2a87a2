using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>What a birth date, often a vague one, says of an age on a day. The birthday completes the year.</summary>
public static class Age
{
    /// <summary>成年 (民法典 §17).</summary>
    public const int Majority = 18;

    /// <summary>Below it a guardian's consent is needed on any ground (PIPL art. 31).</summary>
    public const int Child = 14;

    /// <summary>From here on a minor has a say (民法典 §19).</summary>
    public const int OwnSay = 8;

    /// <summary>Null: the date leaves it open.</summary>
    public static bool? IsUnder(this PartialDate born, int years, LocalDate day)
    {
        var birthday = day.PlusYears(-years);
        return born.Earliest > birthday ? true : born.Latest <= birthday ? false : null;
    }
}
