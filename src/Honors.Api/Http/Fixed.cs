using Honors.Api.Errors;
using Honors.Domain;

namespace Honors.Api.Http;

/// <summary>Members that a <c>PUT</c> carries for completeness but that no longer change.</summary>
internal static class Fixed
{
    /// <exception cref="RuleViolationException"><c>member.fixed</c>.</exception>
    public static void Member(string name, Guid? sent, Guid kept)
    {
        if (sent is not null && sent != kept) throw new RuleViolationException(ProblemCodes.MemberFixed, Refusal.Impossible, name);
    }
}
