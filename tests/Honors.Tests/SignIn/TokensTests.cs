using System.Net;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Honors.Tests.SignIn;

public sealed class TokensTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [Fact]
    public async Task A_token_of_a_subject_without_an_account_is_no_sign_in() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.WithToken(app.Mint("nobody")).GetAsync("/api/v1/people")).StatusCode);

    [Theory]
    [InlineData("x")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjUwODAvIiwiYXVkIjoiaG9ub3JzIiwic3ViIjoiZGVtby1vZmZpY2UifQ.")]
    public async Task A_token_that_we_did_not_sign_is_no_sign_in(string token) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.WithToken(token).GetAsync("/api/v1/people")).StatusCode);

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        var answer = await app.Anonymous().PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "demo-program",
            ["client_secret"] = "guess",
        }));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Production_refuses_a_folder_that_holds_demo_clients()
    {
        using var store = new Store();
        await using (var development = At(store, "Development")) await development.CreateClient().GetAsync("/healthz");
        await using var production = At(store, "Production");
        var refused = Assert.ThrowsAny<InvalidOperationException>(() => production.CreateClient());
        Assert.Contains("demo", refused.Message);
    }

    [Fact]
    public async Task A_second_process_is_kept_out_of_the_folder()
    {
        await app.Anonymous().GetAsync("/healthz");
        await using var second = At(app.Store, "Development");
        Assert.Contains("One process", Assert.ThrowsAny<InvalidOperationException>(() => second.CreateClient()).Message);
    }

    private static WebApplicationFactory<Program> At(Store store, string environment) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(b => b.UseEnvironment(environment).KeepIn(store));
}
