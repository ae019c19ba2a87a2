using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Honors.Api.Accounts;

/// <summary>
/// A route asks whether the caller holds a right anywhere; the handler asks <see cref="Caller.Require"/> whether they hold it in the body of the record at hand.
/// </summary>
internal static class Policies
{
    public static TBuilder RequireRight<TBuilder>(this TBuilder route, Right right) where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(right.ToString());

    public static void AddRightsPolicies(this AuthorizationBuilder authorization)
    {
        foreach (var right in Enum.GetValues<Right>())
        {
            authorization.AddPolicy(right.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context =>
                context.Resource is HttpContext http && http.RequestServices.GetRequiredService<Caller>().Holds(right)));
        }
    }
}
