using System.Diagnostics;
using System.Globalization;

namespace Honors.Domain.Values;

/// <summary>How the source qualifies a figure.</summary>
public enum Qualifier
{
    /// <summary>整, or no word at all.</summary>
    Exact,

    /// <summary>近: a little under.</summary>
    Nearly,

    /// <summary>余: somewhat more.</summary>
    Over,

    /// <summary>约.</summary>
    About,

    /// <summary>至少: this many or more.</summary>
    AtLeast,
}

/// <summary>Whose figure it is.</summary>
public enum QuantityScope
{
    Person,

    /// <summary>The team's as a whole, never that of each member.</summary>
    Team,

    /// <summary>Reached together with others.</summary>
    Joint,
}

/// <summary>A figure as vague as its source gives it: "nearly 200" stays nearly 200.</summary>
/// <remarks>
/// There is no addition, on purpose: an approximate figure is never summed as if it were exact, and a team's or a joint figure is never a member's,
/// so that a sum over members would count it many times.
/// The constructor checks nothing and serves the database; everything else goes through <see cref="Of"/>.
/// </remarks>
/// <param name="AsWritten">The source's own words, where they say more than the figure does.</param>
public sealed record Quantity(long Value, Qualifier Qualifier, QuantityScope Scope, string? AsWritten)
{
    public const long MaxValue = 1_000_000_000;
    public const int AsWrittenMaxLength = 100;

    /// <param name="value">From 0 to <see cref="MaxValue"/>, both inclusive.</param>
    /// <exception cref="RuleViolationException"><see cref="QuantityRules.OutOfRange"/> or <see cref="QuantityRules.AsWrittenUnfit"/>.</exception>
    public static Quantity Of(long value, Qualifier qualifier, QuantityScope scope, string? asWritten = null)
    {
        if (value is < 0 or > MaxValue) throw Refuse(QuantityRules.OutOfRange);
        if (asWritten?.Length > AsWrittenMaxLength || !Text.IsFit(asWritten)) throw Refuse(QuantityRules.AsWrittenUnfit);

        return new(value, qualifier, scope, asWritten);
    }

    /// <param name="counter">What is counted, as its measure word: 人, 次.</param>
    public string ToChinese(string counter) => Qualifier switch
    {
        Qualifier.Exact => $"{Figure}{counter}",
        Qualifier.Nearly => $"近{Figure}{counter}",
        Qualifier.Over => $"{Figure}余{counter}",
        Qualifier.About => $"约{Figure}{counter}",
        Qualifier.AtLeast => $"至少{Figure}{counter}",
        _ => throw new UnreachableException(),
    };

    public string ToEnglish() => Qualifier switch
    {
        Qualifier.Exact => Figure,
        Qualifier.Nearly => $"nearly {Figure}",
        Qualifier.Over => $"over {Figure}",
        Qualifier.About => $"about {Figure}",
        Qualifier.AtLeast => $"at least {Figure}",
        _ => throw new UnreachableException(),
    };

    private static RuleViolationException Refuse(string code) => new(code, Refusal.Impossible);

    private string Figure => Value.ToString(CultureInfo.InvariantCulture);
}
