using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.SignIn;

public sealed partial class SecondFactorTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Page = "/account/second-factor";

    [Fact]
    public async Task Turning_it_on_takes_the_password_and_a_code_of_the_shown_key()
    {
        var browser = await new Browser(app).SignedIn("auditor");
        var key = Key(await browser.Read(Page));
        await (await TurnOn(browser, Totp(key), "guess")).ExpectPage(HttpStatusCode.BadRequest);
        await (await TurnOn(browser, "000000")).ExpectPage(HttpStatusCode.BadRequest);
        await new Browser(app).SignedIn("auditor"); // still off
        Assert.Equal(10, Codes(await (await TurnOn(browser, Totp(key))).ExpectPage(HttpStatusCode.OK)).Count);
    }

    [Fact]
    public async Task With_it_on_the_password_alone_signs_nobody_in()
    {
        var (key, _) = await On("office");
        var browser = new Browser(app);
        var afterPassword = await browser.SignIn("office");
        Assert.StartsWith("/account/second-step", afterPassword.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/account")).StatusCode);

        await (await browser.Submit("/account/second-step", new { Code = "123456" })).ExpectPage(HttpStatusCode.Unauthorized);
        await (await browser.Submit("/account/second-step", new { Code = Totp(key) })).ExpectPage(HttpStatusCode.Redirect);
        await browser.Read("/account");
    }

    [Fact]
    public async Task A_code_is_good_for_one_sign_in()
    {
        var (key, _) = await On("verifier");
        var code = Totp(key);
        var (first, second) = (new Browser(app), new Browser(app));
        await first.SignIn("verifier");
        await second.SignIn("verifier");
        await (await first.Submit("/account/second-step", new { Code = code })).ExpectPage(HttpStatusCode.Redirect);
        await (await second.Submit("/account/second-step", new { Code = code })).ExpectPage(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_recovery_code_takes_the_place_of_a_code_once()
    {
        var (_, codes) = await On("nominator");
        foreach (var expected in (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.Unauthorized])
        {
            var browser = new Browser(app);
            await browser.SignIn("nominator");
            await (await browser.Submit("/account/second-step", new { Code = codes[3].ToLowerInvariant() })).ExpectPage(expected);
        }
    }

    [Fact]
    public async Task Turning_it_off_takes_the_password()
    {
        var (key, _) = await On("office2");
        var browser = new Browser(app);
        await browser.SignIn("office2");
        await browser.Submit("/account/second-step", new { Code = Totp(key) });
        await (await browser.Submit(Page, new { Current = "guess" }, "TurnOff")).ExpectPage(HttpStatusCode.BadRequest);
        await (await browser.Submit(Page, new { Current = DemoLogins.Password }, "TurnOff")).ExpectPage(HttpStatusCode.Redirect);
        await new Browser(app).SignedIn("office2");
    }

    [Fact]
    public async Task The_second_step_is_no_way_in_by_itself()
    {
        var browser = new Browser(app);
        Assert.StartsWith("/account/sign-in", (await browser.Get("/account/second-step")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_key_lies_enciphered_in_the_file()
    {
        var (key, codes) = await On("recorder");
        var file = await File.ReadAllBytesAsync(Path.Combine(app.DataFolder, "accounts.db"));
        var log = await ReadShared(Path.Combine(app.DataFolder, "accounts.db-wal"));
        foreach (var secret in (string[])[key, codes[0]])
        {
            Assert.Equal(-1, file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)));
            Assert.Equal(-1, log.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)));
        }

        Assert.NotEqual(-1, log.AsSpan().IndexOf("AuthenticatorKey"u8));
    }

    private async Task<(string Key, List<string> Codes)> On(string name)
    {
        var browser = await new Browser(app).SignedIn(name);
        var key = Key(await browser.Read(Page));
        return (key, Codes(await (await TurnOn(browser, Totp(key))).ExpectPage(HttpStatusCode.OK)));
    }

    private static Task<HttpResponseMessage> TurnOn(Browser browser, string code, string password = DemoLogins.Password) =>
        browser.Submit(Page, new { Code = code, Current = password }, "TurnOn");

    private static string Key(string page) => ShownKey().Match(page).Groups[1].Value.Replace(" ", "");

    private static List<string> Codes(string page) => [.. ShownCodes().Matches(page).Select(m => m.Groups[1].Value)];

    private static async Task<byte[]> ReadShared(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole);
        return whole.ToArray();
    }

    /// <summary>RFC 6238 with SHA-1, six digits, thirty seconds: what authenticator apps compute.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238's default, which authenticator apps use.")]
    private static string Totp(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30));
        var hash = HMACSHA1.HashData(key, step);
        var at = hash[^1] & 0xf;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("class=\"key\">([A-Z2-7 ]+)<")]
    private static partial Regex ShownKey();

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex ShownCodes();
}
