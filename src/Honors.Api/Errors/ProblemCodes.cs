namespace Honors.Api.Errors;

/// <summary>Codes of problems that are no rule of the domain: the request's shape, its preconditions, the store.</summary>
internal static class ProblemCodes
{
    public const string BadRequest = "http.400", Unauthorized = "http.401", Forbidden = "http.403", NotFound = "http.404",
        MethodNotAllowed = "http.405", NotAcceptable = "http.406", TooLarge = "http.413", NotJson = "http.415", Failed = "http.500",
        TooSlow = "http.408", TooMany = "http.429", Unavailable = "http.503";

    public const string Unreadable = "request.unreadable", Unfit = "request.unfit", UnknownQuery = "query.unknown-member", NotWithChanges = "query.not-with-changed-since", RightsChanged = "changes.rights-changed", StorageUnavailable = "storage.unavailable";

    public const string IfMatchRequired = "if-match.required", IfMatchStale = "if-match.stale", IfMatchUnreadable = "if-match.unreadable";

    public const string MemberMissing = "member.missing", MemberUnknown = "member.unknown", MemberDoubled = "member.doubled", MemberNull = "member.null",
        MemberUnreadable = "member.unreadable", MemberLength = "member.length", MemberRange = "member.range", MemberItems = "member.items",
        MemberPartialDate = "member.partial-date", MemberDivisionCode = "member.division-code", MemberFixed = "member.fixed", TextUnfit = "text.unfit";

    public const string ReferenceNotFound = "reference.not-found";

    /// <summary>Where a status says all there is to say.</summary>
    public static string OfStatus(int? status) => $"http.{status}";
}
