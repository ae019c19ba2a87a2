using Honors.Api.Errors;
using Microsoft.Net.Http.Headers;

namespace Honors.Api.Http;

/// <summary>The version that the sender of a change has seen.</summary>
public sealed class IfMatch
{
    private readonly IReadOnlyList<string> _tags;

    private IfMatch(IReadOnlyList<string> tags) => _tags = tags;

    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count is 0) return ValueTask.FromResult(new IfMatch([]));

        return EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out var tags)
            ? ValueTask.FromResult(new IfMatch([.. tags.Where(t => !t.IsWeak).Select(t => t.Tag.ToString())]))
            : throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.IfMatchUnreadable);
    }

    /// <summary>For <c>PUT</c>: nobody replaces what they have not seen (428 without the header, 412 when another was faster).</summary>
    internal void Require(int version)
    {
        if (_tags.Count is 0) throw new ProblemException(StatusCodes.Status428PreconditionRequired, ProblemCodes.IfMatchRequired);
        Honour(version);
    }

    /// <summary>For acts: the header may be absent, but is honoured when sent.</summary>
    internal void Honour(int version)
    {
        if (_tags.Count is 0 || _tags.Contains("*") || _tags.Contains(EntityTags.Tag(version))) return;

        throw new ProblemException(StatusCodes.Status412PreconditionFailed, ProblemCodes.IfMatchStale,
            new Dictionary<string, object?> { ["current"] = EntityTags.Tag(version) });
    }
}
