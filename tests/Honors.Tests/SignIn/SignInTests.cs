using System.Net;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.SignIn;

public sealed class SignInTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private Browser Somebody() => new(app);

    [Fact]
    public async Task Every_person_of_the_README_signs_in_and_holds_the_rights_it_says()
    {
        Dictionary<string, string[]> rights = new()
        {
            ["office"] = ["decide", "record", "verify"],
            ["office2"] = ["decide", "record", "verify"],
            ["recorder"] = ["record"],
            ["verifier"] = ["verify"],
            ["nominator"] = ["nominate"],
            ["school"] = ["confirm"],
            ["auditor"] = ["audit"],
            ["administrator"] = ["administer"],
            ["person"] = [],
        };
        Assert.Equal(DemoLogins.Names.Order(), rights.Keys.Order());
        foreach (var (name, held) in rights)
        {
            var me = await (await (await Somebody().SignedIn(name)).Api()).Read("/api/v1/me");
            Assert.Equal(name, me.GetProperty("name").GetString());
            Assert.Equal(held, me.GetProperty("rights").EnumerateArray().Select(r => r.GetProperty("right").GetString()!).Order());
        }
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike()
    {
        var wrong = await Somebody().SignIn("verifier", "not the password");
        var unknown = await Somebody().SignIn("nobodyy", "not the password");
        await wrong.ExpectPage(HttpStatusCode.Unauthorized);
        await unknown.ExpectPage(HttpStatusCode.Unauthorized);
        Assert.Equal(Headers(wrong), Headers(unknown));
        Assert.Equal(await Body(wrong, "verifier"), await Body(unknown, "nobodyy"));

        static IEnumerable<string> Headers(HttpResponseMessage answer) =>
            answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Set-Cookie")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        static async Task<string> Body(HttpResponseMessage answer, string name) => System.Text.RegularExpressions.Regex.Replace(
            (await answer.Content.ReadAsStringAsync()).Replace(name, "NAME"), "(__RequestVerificationToken\"[^>]*value=\")[^\"]*", "$1");
    }

    [Theory]
    [InlineData("demo only, never Real")]
    [InlineData("Demo only, never real")]
    [InlineData("")]
    public async Task A_password_in_other_letters_is_another_password(string password) => await (await Somebody().SignIn("office", password)).ExpectPage(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_password_of_ten_thousand_characters_is_wrong_at_once() =>
        await (await Somebody().SignIn("nominator", new string('長', 10_000))).ExpectPage(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Each_sign_in_has_a_session_cookie_of_its_own_that_scripts_and_other_sites_cannot_use()
    {
        var browser = Somebody();
        var first = await browser.SignIn("office2");
        var cookie = first.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-honors=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "samesite=lax", "path=/"], a => Assert.Contains(a, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);

        var before = browser.Cookies["__Host-honors"];
        await browser.SignedIn("office2");
        Assert.NotEqual(before, browser.Cookies["__Host-honors"]);
    }

    [Fact]
    public async Task Signing_out_kills_the_cookie_and_every_token_that_came_of_it()
    {
        var browser = await Somebody().SignedIn("office2");
        var other = await Somebody().SignedIn("office2");
        var (tokens, stolen) = (await browser.Tokens(), new Dictionary<string, string>(browser.Cookies));
        var api = app.WithToken(tokens.GetProperty("access_token").GetString()!);
        await api.Read("/api/v1/me");

        await (await browser.Submit("/account/sign-out", new { })).ExpectPage(HttpStatusCode.OK);

        await (await api.GetAsync("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
        await (await browser.Exchange(new { grant_type = "refresh_token", client_id = "swagger", refresh_token = tokens.GetProperty("refresh_token").GetString() }))
            .Expect(HttpStatusCode.BadRequest);
        foreach (var (name, value) in stolen) browser.Cookies[name] = value;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/account")).StatusCode);
        await (await other.Api()).Read("/api/v1/me");
    }

    [Fact]
    public async Task A_refresh_token_brings_a_new_access_token()
    {
        var browser = await Somebody().SignedIn("person");
        var tokens = await browser.Tokens();
        var fresh = await (await browser.Exchange(new { grant_type = "refresh_token", client_id = "swagger", refresh_token = tokens.GetProperty("refresh_token").GetString() }))
            .Expect(HttpStatusCode.OK);
        await app.WithToken(fresh.GetProperty("access_token").GetString()!).Read("/api/v1/me");
        Assert.NotEqual(tokens.GetProperty("refresh_token").GetString(), fresh.GetProperty("refresh_token").GetString());
    }

    [Fact]
    public async Task A_client_gets_no_code_without_a_challenge_nor_for_another_address()
    {
        var browser = await Somebody().SignedIn("person");
        foreach (var path in (string[])
            [
                Browser.AuthorizePath("x", method: "plain"),
                Browser.AuthorizePath("x", redirect: "https://evil.example/"),
                Browser.AuthorizePath("x").Split("&code_challenge")[0],
            ])
        {
            var answer = await browser.Get(path);
            Assert.DoesNotContain("code=", answer.Headers.Location?.Query ?? "");
            Assert.NotEqual("evil.example", answer.Headers.Location?.Host);
        }
    }

    [Fact]
    public async Task A_code_is_good_once_and_with_its_own_verifier()
    {
        var browser = await Somebody().SignedIn("person");
        var code = System.Web.HttpUtility.ParseQueryString((await browser.Get(Browser.AuthorizePath("right"))).Headers.Location!.Query)["code"];
        await (await Exchange("wrong")).Expect(HttpStatusCode.BadRequest);
        await (await Exchange("right")).Expect(HttpStatusCode.OK);
        await (await Exchange("right")).Expect(HttpStatusCode.BadRequest);

        Task<HttpResponseMessage> Exchange(string verifier) =>
            browser.Exchange(new { grant_type = "authorization_code", client_id = "swagger", code, code_verifier = verifier, redirect_uri = Browser.Redirect });
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in_and_back()
    {
        var browser = Somebody();
        var asked = await browser.Get(Browser.AuthorizePath("right"));
        var signIn = asked.Headers.Location!.PathAndQuery;
        Assert.StartsWith("/account/sign-in?returnUrl=%2Fconnect%2Fauthorize", signIn);
        var back = await browser.Submit("/account/sign-in", new
        {
            Name = "person",
            DemoLogins.Password,
            ReturnUrl = System.Web.HttpUtility.ParseQueryString(asked.Headers.Location.Query)["returnUrl"],
        });
        Assert.StartsWith("/connect/authorize?", back.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        var answer = await Somebody().Submit("/account/sign-in", new { Name = "person", DemoLogins.Password, ReturnUrl = returnUrl });
        Assert.Equal("/account", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_from_another_site_or_without_its_token_does_nothing()
    {
        var browser = await Somebody().SignedIn("person");
        await (await browser.Send(HttpMethod.Post, "/account/sign-out", new FormUrlEncodedContent([]))).ExpectPage(HttpStatusCode.BadRequest);
        foreach (var origin in (string[])["https://evil.example", "null"])
            await (await browser.Send(HttpMethod.Post, "/account/sign-out", new FormUrlEncodedContent([]), h => h.Add("Origin", origin))).ExpectPage(HttpStatusCode.Forbidden);
        await (await browser.Send(HttpMethod.Post, "/account/sign-out", new FormUrlEncodedContent([]), h => h.Add("Sec-Fetch-Site", "cross-site"))).ExpectPage(HttpStatusCode.Forbidden);
        await browser.Read("/account");
    }

    [Fact]
    public async Task The_API_takes_no_cookie_and_the_pages_take_no_token()
    {
        var browser = await Somebody().SignedIn("office");
        await (await browser.Get("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.Redirect, (await Somebody().Send(HttpMethod.Get, "/account", also: h => h.Authorization = new("Bearer", app.Mint(DemoLogins.IdOf("office").ToString())))).StatusCode);
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_old_one_and_ends_the_other_sessions()
    {
        await using var own = new HonorsApp();
        var (browser, other) = (await new Browser(own).SignedIn("office"), await new Browser(own).SignedIn("office"));
        const string Next = "一句新的 pass phrase";
        await (await browser.Submit("/account/password", new { Current = "guess", Password = Next, Repeated = Next })).ExpectPage(HttpStatusCode.BadRequest);
        await (await browser.Submit("/account/password", new { Current = DemoLogins.Password, Password = Next, Repeated = "other" })).ExpectPage(HttpStatusCode.BadRequest);
        await (await browser.Submit("/account/password", new { Current = DemoLogins.Password, Password = Next, Repeated = Next })).ExpectPage(HttpStatusCode.OK);

        await browser.Read("/account");
        Assert.Equal(HttpStatusCode.Redirect, (await other.Get("/account")).StatusCode);
        await (await new Browser(own).SignIn("office")).ExpectPage(HttpStatusCode.Unauthorized);
        await new Browser(own).SignedIn("office", Next);
    }
}
