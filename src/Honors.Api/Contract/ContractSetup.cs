using Honors.Api.Accounts;
using Honors.Api.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.OpenApi;
using NodaTime;

namespace Honors.Api.Contract;

/// <summary>The contract: OpenAPI 3.1 at <c>/openapi/v1.json</c>, made from the code and kept in <c>openapi/honors.v1.json</c>; a page to try it at <c>/swagger</c>.</summary>
internal static class ContractSetup
{
    private const string Document = "v1";

    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "Honors",
                Version = Document,
                Description = """
                    A registry of who served, who rescued and who was honoured, and on what evidence: for the offices, teams and schools that
                    record it, the programs that work with them, and everybody who reads the honour roll.

                    - **Token**: people by the authorization code flow with PKCE, programs by `POST /connect/token` with `grant_type=client_credentials`,
                      `client_id` and `client_secret`; sent as `Authorization: Bearer …` to everything but `/public`.
                    - **Ids** are UUIDs of version 7; divisions go by their twelve digits.
                    - **Lists** are newest first and take `limit` (1 to 100) and `after`, which is the `next` of the page before.
                    - **Changes**: a `PUT` replaces the whole record and names in `If-Match` the `ETag` it has seen. Absent members are unset.
                    - **Repeats**: a `POST` with an `Idempotency-Key` may be sent again; the same body gets the same answer.
                    - **Refusals** are problems of RFC 9457 with a stable `code`. Texts are Chinese unless `Accept-Language` asks for English.
                    """,
            });
            foreach (var assembly in (string[])["Honors.Api", "Honors.Domain"]) o.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, assembly + ".xml"));
            o.MapType<LocalDate>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });
            o.MapType<Instant>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" });
            o.MapType<LocalTime>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "time" });
            o.SupportNonNullableReferenceTypes();
            o.DescribeAllParametersInCamelCase();
            o.AddSecurityDefinition("signIn", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Flows = new OpenApiOAuthFlows
                {
                    AuthorizationCode = new OpenApiOAuthFlow
                    {
                        AuthorizationUrl = new Uri("/connect/authorize", UriKind.Relative),
                        TokenUrl = new Uri("/connect/token", UriKind.Relative),
                        Scopes = new Dictionary<string, string> { ["openid"] = "Who you are.", ["offline_access"] = "Stay signed in." },
                    },
                    ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri("/connect/token", UriKind.Relative), Scopes = new Dictionary<string, string>() },
                },
            });
            o.SchemaFilter<LimitsOfSchemas>();
            o.SchemaFilter<MembersOfSchemas>();
            o.ParameterFilter<LimitsOfParameters>();
            o.OperationFilter<AnswersOfOperations>();
            o.OperationFilter<Files.FilesOfOperations>();
            o.OperationFilter<ExamplesOfOperations>();
        });
    }

    public static void MapContract(this WebApplication app)
    {
        app.UseSwagger(o =>
        {
            o.RouteTemplate = "openapi/{documentName}.{extension:regex(^(json|yaml)$)}";
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            // Where it is served is the caller's affair: a Host header must not be reflected.
            o.PreSerializeFilters.Add((document, _) => document.Servers = []);
        });
        if (!app.Environment.IsDevelopment())
        {
            // The page to try the API is for those who may use it.
            app.UseWhen(
                http => http.Request.Path.StartsWithSegments("/swagger") && !http.RequestServices.GetRequiredService<Caller>().IsKnown,
                stranger => stranger.Run(http => http.ChallengeAsync()));
        }

        app.UseSwaggerUI(o =>
        {
            o.SwaggerEndpoint($"/openapi/{Document}.json", "Honors");
            o.OAuthClientId(BuiltInIssuer.SwaggerClient);
            o.OAuthUsePkce();
            o.OAuthScopes("openid");
        });
    }
}
