using Honors.Api.Errors;
using Honors.Domain;

namespace Honors.Api.Http;

/// <summary>Members that a <c>PUT</c> carries for completeness but that no longer change.</summary>
internal static class Fixed
{
    /// <exception cref="RuleViolationException"><c>member.fixed</c>.</exception>
    public static void Member<T>(string name, T? sent, T kept) where T : struct
    {
        if (sent is { } said && !said.Equals(kept)) throw new RuleViolationException(ProblemCodes.MemberFixed, Refusal.Impossible, name);
    }
}
