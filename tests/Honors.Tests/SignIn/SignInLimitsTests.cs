using System.Net;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.SignIn;

/// <summary>Each with a program of its own: the limits of a minute are the whole program's.</summary>
public sealed class SignInLimitsTests : IDisposable
{
    private readonly HonorsApp _app = new() { Settings = { ["SignIn:MostPerMinuteAndAddress"] = "60", ["Proxies:0"] = "127.0.0.1" } };

    public void Dispose() => _app.Dispose();

    private Browser From(int address) => new(_app, $"198.51.100.{address}");

    [Fact]
    public async Task The_eleventh_try_of_a_minute_waits_and_the_owner_elsewhere_is_not_locked_out()
    {
        for (var i = 0; i < 10; i++) await (await From(1).SignIn("office", "wrong")).ExpectPage(HttpStatusCode.Unauthorized);

        var eleventh = await From(1).SignIn("office");
        await eleventh.ExpectPage(HttpStatusCode.TooManyRequests);
        Assert.True(eleventh.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        await (await From(2).SignIn("office")).ExpectPage(HttpStatusCode.Redirect);
        await (await From(1).SignIn("verifier")).ExpectPage(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Eleven_addresses_guess_no_faster_than_one()
    {
        for (var i = 1; i <= 10; i++) await (await From(i).SignIn("office", "wrong")).ExpectPage(HttpStatusCode.Unauthorized);

        await (await From(11).SignIn("office", "wrong")).ExpectPage(HttpStatusCode.TooManyRequests);
        await (await From(11).SignIn("office")).ExpectPage(HttpStatusCode.TooManyRequests);
        await (await From(12).SignIn("office")).ExpectPage(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task One_address_tries_no_more_names_a_minute_than_it_may()
    {
        _app.Settings["SignIn:MostPerMinuteAndAddress"] = "12"; // sixty, on a busy machine, take longer than the minute
        for (var i = 0; i < 12; i++) await (await From(1).SignIn($"name{i}", "")).ExpectPage(HttpStatusCode.Unauthorized);

        await (await From(1).SignIn("name12", "")).ExpectPage(HttpStatusCode.TooManyRequests);
        await (await From(2).SignIn("name12", "")).ExpectPage(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_secret_is_guessed_no_faster_than_a_password()
    {
        for (var i = 0; i < 10; i++) await (await Guess("guess")).Expect(HttpStatusCode.Unauthorized);

        var eleventh = await Guess(DemoLogins.ProgramSecret);
        await eleventh.ExpectProblem(HttpStatusCode.TooManyRequests, "http.429");
        Assert.True(eleventh.Headers.RetryAfter!.Delta > TimeSpan.Zero);

        Task<HttpResponseMessage> Guess(string secret) =>
            From(1).Exchange(new { grant_type = "client_credentials", client_id = DemoLogins.Program, client_secret = secret });
    }
}
