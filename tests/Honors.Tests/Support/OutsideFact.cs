namespace Honors.Tests.Support;

/// <summary>A test that needs a program from outside. It is skipped, saying why, unless <c>HONORS_OUTSIDE=1</c>: the gate sets that, and takes a skip for a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OutsideFactAttribute : FactAttribute
{
    /// <param name="needs">What must be installed, for whoever reads the reason.</param>
    public OutsideFactAttribute(string needs) => Skip = Outside.ReasonToSkip(needs);
}

/// <inheritdoc cref="OutsideFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OutsideTheoryAttribute : TheoryAttribute
{
    /// <inheritdoc cref="OutsideFactAttribute(string)"/>
    public OutsideTheoryAttribute(string needs) => Skip = Outside.ReasonToSkip(needs);
}

internal static class Outside
{
    public static string? ReasonToSkip(string needs) =>
        Environment.GetEnvironmentVariable("HONORS_OUTSIDE") is "1" ? null : $"Needs {needs}: set HONORS_OUTSIDE=1 where it is installed.";
}
