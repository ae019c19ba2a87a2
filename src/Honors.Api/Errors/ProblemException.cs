namespace Honors.Api.Errors;

/// <summary>The request itself cannot be served; said before, or without, asking the domain.</summary>
internal sealed class ProblemException(
    int status, string code, IReadOnlyDictionary<string, object?>? facts = null, string? member = null) : Exception(code)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public IReadOnlyDictionary<string, object?> Facts { get; } = facts ?? new Dictionary<string, object?>();

    public string? Member { get; } = member;

    /// <summary>When to come back, where waiting helps.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
