using Honors.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Contract;

public sealed class RoutesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [Fact]
    public void Every_route_of_the_API_names_its_policy_or_says_that_it_is_open()
    {
        var routes = Routes();
        Assert.All(routes, r => Assert.True(IsOpen(r) || r.Metadata.GetMetadata<IAuthorizeData>() is not null, r.DisplayName));
        Assert.All(routes.Where(IsOpen), r => Assert.StartsWith("/api/v1/public", r.RoutePattern.RawText));
    }

    [Fact]
    public async Task Every_route_of_the_API_has_a_name_of_its_own_and_stands_under_it_in_the_contract()
    {
        var named = Routes().Select(r => r.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? $"no name: {r.DisplayName}").Order(StringComparer.Ordinal);
        var document = await app.Anonymous().Read("/openapi/v1.json");
        Assert.Equal(named, document.Operations().Select(o => o.Id).Order(StringComparer.Ordinal));
    }

    private List<RouteEndpoint> Routes()
    {
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 40);
        return routes;
    }

    private static bool IsOpen(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
