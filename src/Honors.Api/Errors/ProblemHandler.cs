using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.SignIn;
using Honors.Api.Writes;
using Honors.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Honors.Api.Errors;

/// <summary>One place where a refusal becomes RFC 9457. What is not known here is a 500 that tells its trace id and nothing else.</summary>
internal sealed partial class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    private const int LongestPath = 200;

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken) => exception switch
    {
        RuleViolationException rule => Say(httpContext, Status(rule.Refusal), rule.Code, Members(rule.Member, rule.Code, rule.Facts), rule.Facts),
        ProblemException { RetryAfter: { } wait } known => SayLater(httpContext, known.Status, wait),
        ProblemException known => Say(httpContext, known.Status, known.Code, Members(known.Member, known.Code, known.Facts), known.Facts),
        TooManySignInsException tooMany => SayLater(httpContext, StatusCodes.Status429TooManyRequests, tooMany.RetryAfter),
        StorageFailedException => Say(httpContext, StatusCodes.Status503ServiceUnavailable, ProblemCodes.StorageUnavailable, []),
        BadHttpRequestException { InnerException: JsonException json } => Say(httpContext, StatusCodes.Status400BadRequest, ProblemCodes.Unreadable, Members(json)),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => Say(httpContext, bad.StatusCode, ProblemCodes.Unreadable, Members(bad)),
        BadHttpRequestException bad => Say(httpContext, bad.StatusCode, ProblemCodes.OfStatus(bad.StatusCode), []),
        OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => ValueTask.FromResult(true),
        _ when PostgresErrors.IsAway(exception) => Say(httpContext, StatusCodes.Status503ServiceUnavailable, ProblemCodes.StorageUnavailable, []),
        _ => ValueTask.FromResult(false),
    };

    private ValueTask<bool> SayLater(HttpContext http, int status, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Say(http, status, ProblemCodes.OfStatus(status), []);
    }

    private static int Status(Refusal refusal) => refusal switch
    {
        Refusal.Impossible => StatusCodes.Status422UnprocessableEntity,
        Refusal.NotAllowed => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };

    private ValueTask<bool> Say(
        HttpContext http, int status, string code, Dictionary<string, string[]> members, IReadOnlyDictionary<string, object?>? facts = null)
    {
        http.Response.StatusCode = status;
        var problem = members.Count is 0 ? new ProblemDetails() : new HttpValidationProblemDetails(members);
        problem.Status = status;
        problem.Extensions["code"] = code;
        if (facts is { Count: > 0 }) problem.Extensions["facts"] = facts;
        return problems.TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }

    private static Dictionary<string, string[]> Members(string? member, string code, IReadOnlyDictionary<string, object?> facts) =>
        member is null ? [] : new() { [member] = [Texts.Of(code, facts)] };

    /// <summary>
    /// The serializer tells the path of the member at fault, or of the object where members are missing; what is wrong with it, and
    /// which are missing, stands only in its message. The message itself is never shown.
    /// </summary>
    private static Dictionary<string, string[]> Members(JsonException json)
    {
        var path = Shortened((json.Path ?? "").TrimStart('$').TrimStart('.'));
        if (MissingMembers().Match(json.Message) is { Success: true } missing)
        {
            return Quoted().Matches(missing.Groups[1].Value)
                .ToDictionary(name => Join(path, name.Groups[1].Value), _ => new[] { Texts.Of(ProblemCodes.MemberMissing) });
        }

        return path is "" ? [] : One(path, Fault(json));
    }

    private static string Fault(JsonException json) => json switch
    {
        UnfitTextException => ProblemCodes.TextUnfit,
        _ when UnknownMember().IsMatch(json.Message) => ProblemCodes.MemberUnknown,
        _ when DoubledMember().IsMatch(json.Message) => ProblemCodes.MemberDoubled,
        _ when NullMember().IsMatch(json.Message) => ProblemCodes.MemberNull,
        _ => ProblemCodes.MemberUnreadable,
    };

    /// <summary>A parameter of the path or the query: the framework names it before the text that it could not read.</summary>
    private static Dictionary<string, string[]> Members(BadHttpRequestException bad) =>
        UnreadableParameter().Match(bad.Message) is { Success: true } match
            ? One(JsonNamingPolicy.CamelCase.ConvertName(match.Groups[1].Value), ProblemCodes.MemberUnreadable)
            : [];

    private static Dictionary<string, string[]> One(string member, string code) => new() { [member] = [Texts.Of(code)] };

    private static string Join(string path, string name) => path is "" ? name : $"{path}.{name}";

    /// <summary>An unknown member has the name that the sender chose.</summary>
    private static string Shortened(string path) => path.Length <= LongestPath ? path : path[..LongestPath] + "…";

    [GeneratedRegex(@"^JSON deserialization for type '[^']*' was missing required properties including: (.+)", RegexOptions.NonBacktracking)]
    private static partial Regex MissingMembers();

    [GeneratedRegex(@"'([^']*)'", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^The JSON property '.*' could not be mapped", RegexOptions.NonBacktracking)]
    private static partial Regex UnknownMember();

    [GeneratedRegex(@"^Duplicate property '.*' encountered", RegexOptions.NonBacktracking)]
    private static partial Regex DoubledMember();

    [GeneratedRegex(@"^The (?:constructor parameter|property or field) '.*null", RegexOptions.NonBacktracking)]
    private static partial Regex NullMember();

    [GeneratedRegex(@"^(?:Failed to bind|Required) parameter ""\S+ (\w+)""", RegexOptions.NonBacktracking)]
    private static partial Regex UnreadableParameter();
}
