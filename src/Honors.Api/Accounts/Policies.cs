using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Honors.Api.Accounts;

/// <summary>
/// A route asks whether the caller holds a right anywhere; the handler asks <see cref="Caller.Require"/> whether they hold it in the body of the record at hand.
/// </summary>
internal static class Policies
{
    /// <summary>Sets of rights of which some route asks for any one.</summary>
    private static readonly Right[][] Sets = [.. Enum.GetValues<Right>().Select(r => (Right[])[r]), [Right.Record, Right.Verify], [Right.Record, Right.Nominate], [Right.Record, Right.Decide], [Right.Verify, Right.Decide], [Right.Record, Right.Verify, Right.Decide],
        [Right.Record, Right.Verify, Right.Confirm, Right.Nominate, Right.Decide]];

    public static TBuilder RequireRight<TBuilder>(this TBuilder route, params Right[] anyOf) where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(NameOf(anyOf));

    public static void AddRightsPolicies(this AuthorizationBuilder authorization)
    {
        foreach (var rights in Sets)
        {
            authorization.AddPolicy(NameOf(rights), policy => policy.RequireAuthenticatedUser().RequireAssertion(context =>
                context.Resource is HttpContext http && rights.Any(http.RequestServices.GetRequiredService<Caller>().Holds)));
        }
    }

    private static string NameOf(Right[] rights) => string.Join('|', rights);
}
