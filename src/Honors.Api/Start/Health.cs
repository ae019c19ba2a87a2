namespace Honors.Api.Start;

internal static class Health
{
    /// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: the database does too. Neither tells more than ok or not.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz").AllowAnonymous();
    }
}
