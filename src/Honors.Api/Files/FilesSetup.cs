using Honors.Api.Audit;

namespace Honors.Api.Files;

internal static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Files").Get<FileSettings>() ?? new FileSettings());
        services.AddSingleton<FileStore>();
        services.AddSingleton<Uploads>();
        services.AddScoped<ReadAudit>();
        services.AddHostedService<FileSweep>();
    }
}
