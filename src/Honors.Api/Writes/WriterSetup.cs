using Honors.Api.Data;

namespace Honors.Api.Writes;

internal static class WriterSetup
{
    public static void AddWriter(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Edition>();
        services.AddSingleton<KeptFigures>();
        services.AddHostedService<IdempotencySweep>();
    }
}
