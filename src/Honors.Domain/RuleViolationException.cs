namespace Honors.Domain;

/// <summary>Why the registry refuses a well-formed request; decides the HTTP status.</summary>
public enum Refusal
{
    /// <summary>The value could never be right, whatever the registry holds (422).</summary>
    Impossible,

    /// <summary>The state of this or of another record forbids it (409).</summary>
    Conflict,

    /// <summary>The caller's rights do not reach this act in this body (403).</summary>
    NotAllowed,
}

/// <summary>A request that is well formed but that a rule of the registry forbids.</summary>
/// <param name="code">Stable, machine-readable name of the rule: <c>feature.rule</c>. Its texts for people stand in <c>Errors/Texts*.resx</c> of the API.</param>
/// <param name="member">JSON path of the member at fault, or null where no single member is.</param>
/// <param name="facts">What the caller may know of the case, by name; the texts may print them as <c>{name}</c>.</param>
public sealed class RuleViolationException(
    string code, Refusal refusal, string? member = null, IReadOnlyDictionary<string, object?>? facts = null) : Exception(code)
{
    public string Code { get; } = code;

    public Refusal Refusal { get; } = refusal;

    public string? Member { get; } = member;

    public IReadOnlyDictionary<string, object?> Facts { get; } = facts ?? new Dictionary<string, object?>();
}
