namespace Honors.Api.Writes;

internal static class AboutSetup
{
    /// <summary>
    /// The act is about the person that its body names: it decides by that person's records and by reference data, and changes no other person's record,
    /// nor any that belongs to nobody. Acts about others may then run beside it.
    /// </summary>
    public static RouteHandlerBuilder IsAbout<TRequest>(this RouteHandlerBuilder route, Func<TRequest, Guid> person) =>
        route.WithMetadata(new About(arguments => [person(arguments.OfType<TRequest>().Single())]));
}

/// <param name="People">Of the handler's arguments.</param>
internal sealed record About(Func<IList<object?>, IReadOnlyList<Guid>> People);
