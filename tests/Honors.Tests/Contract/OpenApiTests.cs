using System.Runtime.CompilerServices;
using System.Text.Json;
using Honors.Tests.Support;

namespace Honors.Tests.Contract;

public sealed class OpenApiTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Address = "/openapi/v1.json";

    /// <summary>A change of the contract is a reviewed change of the committed file: <c>HONORS_ACCEPT_CONTRACT=1 dotnet test</c> rewrites it.</summary>
    [Fact]
    public async Task The_served_document_is_the_committed_contract()
    {
        var served = (await app.Anonymous().GetStringAsync(Address)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var file = Path.Combine(Root(), "openapi", "honors.v1.json");
        if (Environment.GetEnvironmentVariable("HONORS_ACCEPT_CONTRACT") is "1") await File.WriteAllTextAsync(file, served);

        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), served);
    }

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_names_no_host()
    {
        var client = app.Anonymous();
        client.DefaultRequestHeaders.Host = "localhost";
        var document = await client.GetStringAsync(Address);
        Assert.StartsWith("3.1", JsonSerializer.Deserialize<JsonElement>(document).GetProperty("openapi").GetString());
        Assert.DoesNotContain("localhost", document);
    }

    [Fact]
    public async Task Every_operation_has_a_summary_and_an_id_of_its_own()
    {
        var operations = (await app.Anonymous().Read(Address)).Operations().ToList();
        Assert.True(operations.Count > 40);
        Assert.All(operations, o => Assert.True(o.Json.TryGetProperty("summary", out var summary) && summary.GetString() is not "", o.Id));
        Assert.Equal(operations.Count, operations.Select(o => o.Id).Distinct().Count());
    }

    [Fact]
    public async Task No_name_of_the_code_shows_through()
    {
        var text = await app.Anonymous().GetStringAsync(Address);
        Assert.All((string[])["Honors.Api", "Honors.Domain", "System.", "Microsoft.", "NodaTime", "cref", "ProblemDetails"], n => Assert.DoesNotContain(n, text));

        var document = JsonSerializer.Deserialize<JsonElement>(text);
        var parameters = document.Operations().SelectMany(o => o.Parameters()).Where(p => p.GetProperty("in").GetString() is not "header");
        var members = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .SelectMany(s => s.Value.TryGetProperty("properties", out var own) ? own.EnumerateObject().Select(p => p.Name) : []);
        Assert.All(parameters.Select(p => p.GetProperty("name").GetString()!).Concat(members), n => Assert.True(char.IsAsciiLetterLower(n[0]), n));
    }

    /// <summary>In requests and in answers alike: what has no limit cannot be tested at its limit, nor can a reader make room for it.</summary>
    [Fact]
    public async Task Every_text_number_and_list_has_limits()
    {
        var document = await app.Anonymous().Read(Address);
        List<string> unlimited = [];
        var seen = Walk(document.GetProperty("paths"), "paths", unlimited) + Walk(document.GetProperty("components").GetProperty("schemas"), "schemas", unlimited);
        Assert.Empty(unlimited);
        Assert.True(seen > 500);
    }

    [Fact]
    public async Task A_member_is_required_where_the_server_requires_it_and_may_be_null_where_it_may_be_null()
    {
        var schemas = (await app.Anonymous().Read(Address)).GetProperty("components").GetProperty("schemas");
        Assert.Equal(["name"], Required("PersonRequest"));
        Assert.Equal(["divisionCode", "kind", "name"], Required("OrganizationRequest"));
        Assert.Contains("teamKind", Required("OrganizationResponse"));
        Assert.Contains("next", Required("OrganizationResponsePage"));

        Assert.Equal(2, Member("OrganizationResponse", "teamKind").GetProperty("oneOf").GetArrayLength());
        Assert.Equal(2, Member("PersonRequest", "born").GetProperty("oneOf").GetArrayLength());
        Assert.True(Member("OrganizationRequest", "kind").Has("$ref"));
        Assert.Equal("string", Member("OrganizationRequest", "name").GetProperty("type").GetString());

        IEnumerable<string?> Required(string schema) => schemas.GetProperty(schema).GetProperty("required").EnumerateArray().Select(r => r.GetString());
        JsonElement Member(string schema, string name) => schemas.GetProperty(schema).GetProperty("properties").GetProperty(name);
    }

    [Fact]
    public async Task Answers_and_headers_follow_one_rule()
    {
        var operations = (await app.Anonymous().Read(Address)).Operations().ToDictionary(o => o.Id);
        Assert.Equal(["200", "304", "400", "401"], Answers("listOrganizations"));
        Assert.Equal(["200", "304", "400", "401", "404"], Answers("getOrganization"));
        Assert.Equal(["200", "304", "400"], Answers("searchHonorRoll"));
        Assert.Equal(["201", "400", "401", "403", "409", "413", "415", "422", "503"], Answers("registerOrganization"));
        Assert.Equal(["200", "400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "503"], Answers("replaceOrganization"));
        Assert.Equal(["200", "400", "401", "403", "404", "409", "412", "413", "415", "422", "503"], Answers("verifyServiceHours"));
        Assert.Equal(["201", "400", "401", "403", "404", "409", "413", "415", "422", "503"], Answers("recordMembership"));

        Assert.Equal(["If-None-Match"], Headers("getOrganization"));
        Assert.Equal(["Idempotency-Key"], Headers("registerOrganization"));
        Assert.Equal(["If-Match*"], Headers("replaceOrganization"));
        Assert.Equal(["Idempotency-Key", "If-Match"], Headers("verifyServiceHours"));
        Assert.Equal(["ETag", "Location"], Given("registerOrganization", "201"));
        Assert.Equal(["ETag"], Given("replaceOrganization", "200"));
        Assert.Equal(["ETag"], Given("listOrganizations", "304"));

        Assert.All(operations.Values, o => Assert.Equal(o.Path.StartsWith("/api/v1/public", StringComparison.Ordinal), !o.Json.Has("security")));

        IEnumerable<string> Answers(string id) => operations[id].Json.GetProperty("responses").EnumerateObject().Select(r => r.Name);
        IEnumerable<string> Headers(string id) => operations[id].Parameters().Where(p => p.GetProperty("in").GetString() is "header")
            .Select(p => p.GetProperty("name").GetString() + (p.TryGetProperty("required", out var required) && required.GetBoolean() ? "*" : ""));
        IEnumerable<string> Given(string id, string status) =>
            operations[id].Json.GetProperty("responses").GetProperty(status).GetProperty("headers").EnumerateObject().Select(h => h.Name);
    }

    /// <returns>How many schemas of texts, numbers and lists there are.</returns>
    private static int Walk(JsonElement node, string path, List<string> unlimited)
    {
        if (node.ValueKind is JsonValueKind.Array) return node.EnumerateArray().Select((item, i) => Walk(item, $"{path}[{i}]", unlimited)).Sum();
        if (node.ValueKind is not JsonValueKind.Object) return 0;

        var seen = 0;
        foreach (var type in Types(node))
        {
            var limits = type switch
            {
                "string" when !node.Has("enum") => ["maxLength"],
                "integer" or "number" => ["minimum", "maximum"],
                "array" => ["maxItems"],
                _ => Array.Empty<string>(),
            };
            unlimited.AddRange(limits.Where(limit => !node.Has(limit)).Select(limit => $"{path} has no {limit}"));
            seen += limits.Length > 0 ? 1 : 0;
        }

        return seen + node.EnumerateObject().Where(m => m.Name is not "example").Sum(m => Walk(m.Value, $"{path}.{m.Name}", unlimited));
    }

    /// <summary>A member that is itself called "type" is an object here, and so no type.</summary>
    private static IEnumerable<string?> Types(JsonElement node) => !node.TryGetProperty("type", out var type) ? [] : type.ValueKind switch
    {
        JsonValueKind.String => [type.GetString()],
        JsonValueKind.Array => type.EnumerateArray().Select(t => t.GetString()),
        _ => [],
    };

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
