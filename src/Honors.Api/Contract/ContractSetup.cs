namespace Honors.Api.Contract;

internal static class ContractSetup
{
    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen();
    }

    public static void MapContract(this WebApplication app)
    {
        app.UseSwagger();
        app.UseSwaggerUI();
    }
}
