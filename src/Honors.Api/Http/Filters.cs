using Honors.Api.Writes;

namespace Honors.Api.Http;

internal static class Filters
{
    /// <summary>What every route of the API goes through, outermost first.</summary>
    public static RouteGroupBuilder AddHonorsFilters(this RouteGroupBuilder group) =>
        group.AddEndpointFilterFactory(KnownQueryOnly.Create).AddEndpointFilter<WriteFilter>().AddEndpointFilter<EntityTags>();
}
