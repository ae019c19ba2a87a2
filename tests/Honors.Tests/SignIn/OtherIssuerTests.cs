using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.SignIn;

/// <summary>A real issuer (npm <c>oidc-provider</c>) in place of the built-in one, by configuration alone.</summary>
public sealed class OtherIssuerTests
{
    private static readonly string Administrator = DemoLogins.IdOf("administrator").ToString();

    private static Task<NodeScript> Start() => NodeScript.Run("issuer.mjs", new
    {
        redirect = "https://127.0.0.1:5080/account/signed-in",
        clients = new Dictionary<string, string> { [Administrator] = Secret, ["staff-" + Administrator] = Secret, ["their-program"] = Secret, ["stranger"] = Secret },
    });

    private const string Secret = "of this run alone";

    private static string AddressOf(NodeScript issuer) => issuer.Said.GetProperty("issuer").GetString()!;

    private static HonorsApp Behind(NodeScript issuer) => new()
    {
        Settings = { ["Auth:Authority"] = AddressOf(issuer), ["Auth:ClientId"] = "pages", ["Auth:ClientSecret"] = "pages-secret" },
    };

    [OutsideFact(NodeScript.Needs)]
    public async Task Its_tokens_open_the_API_to_accounts_of_their_subject_and_to_nobody_else()
    {
        using var issuer = await Start();
        await using var app = Behind(issuer);
        var administrator = app.WithToken(await Token(issuer, Administrator));
        Assert.Equal("administrator", (await administrator.Read("/api/v1/me")).GetProperty("name").GetString());

        var program = await administrator.Created("/api/v1/service-clients", new
        {
            name = "出队系统",
            organizationId = DemoData.CountyOffice,
            responsibleId = DemoId.Of("recorder"),
            subject = "their-program",
        });
        Assert.Equal(JsonValueKind.Null, program.GetProperty("clientSecret").ValueKind); // secrets are the issuer's
        await administrator.Created($"/api/v1/accounts/{program.Id()}/grants", new { right = "record", organizationId = DemoData.RescueTeam });
        await app.WithToken(await Token(issuer, "their-program")).Created("/api/v1/people", new { name = "苏见山" });

        var good = await Token(issuer, Administrator);
        var parts = good.Split('.');
        var claims = JsonSerializer.Deserialize<Dictionary<string, object>>(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(parts[1]))!;
        claims["sub"] = DemoLogins.IdOf("office").ToString();
        Dictionary<string, string> refused = new()
        {
            ["no account"] = await Token(issuer, "stranger"),
            ["another's subject in it"] = $"{parts[0]}.{Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(JsonSerializer.Serialize(claims))}.{parts[2]}",
            ["signature cut"] = good[..^4],
            ["another audience"] = await Token(issuer, Administrator, "urn:another"),
            ["opaque"] = await Token(issuer, Administrator, null),
            ["typ JWT"] = await Token(issuer, Administrator, "urn:honors:JWT"),
            ["of our own key"] = app.Mint(Administrator),
        };
        foreach (var (name, token) in refused)
            Assert.True((await app.WithToken(token).GetAsync("/api/v1/me")).StatusCode is HttpStatusCode.Unauthorized, name);
        await app.WithToken(good).Read("/api/v1/me");
    }

    [OutsideFact(NodeScript.Needs)]
    public async Task Another_type_of_token_and_another_claim_for_the_subject_are_taken_where_configured()
    {
        using var issuer = await Start();
        await using var app = Behind(issuer);
        (app.Settings["Auth:TokenTypes:0"], app.Settings["Auth:SubjectClaim"]) = ("JWT", "employee");

        Assert.Equal("administrator", (await app.WithToken(await Token(issuer, "staff-" + Administrator, "urn:honors:JWT")).Read("/api/v1/me")).GetProperty("name").GetString());
        await (await app.WithToken(await Token(issuer, "staff-" + Administrator)).GetAsync("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
        await (await app.WithToken(await Token(issuer, "stranger", "urn:honors:JWT")).GetAsync("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);

        var browser = new Browser(app);
        await SignIn(browser, "staff-" + DemoLogins.IdOf("office"));
        Assert.Contains("office", await browser.Read("/account"));
    }

    [OutsideFact(NodeScript.Needs)]
    public async Task A_person_signs_in_there_takes_the_account_over_with_a_code_and_has_it_from_then_on()
    {
        using var issuer = await Start();
        await using var app = Behind(issuer);
        var administrator = app.WithToken(await Token(issuer, Administrator));
        var opened = await administrator.Created("/api/v1/accounts", new { name = "某某值班", organizationId = DemoData.CountyOffice, personName = "某某某" });
        var code = opened.GetProperty("setup").GetProperty("code").GetString();

        // Nobody is let near a code before the issuer has said who they are.
        var browser = new Browser(app);
        Assert.Equal(new Uri(AddressOf(issuer)).Authority, (await browser.Get("/account/setup")).Headers.Location!.Authority);

        await SignIn(browser, "wang");
        Assert.Equal("/account/setup", (await browser.Get("/account")).Headers.Location!.OriginalString);
        await (await browser.Submit("/account/setup", new { Code = "0000-0000-0000-0000" })).ExpectPage(HttpStatusCode.BadRequest);
        await (await browser.Submit("/account/setup", new { Code = code })).ExpectPage(HttpStatusCode.OK);
        Assert.Contains("某某值班", await browser.Read("/account"));

        var again = new Browser(app);
        await SignIn(again, "wang");
        Assert.Contains("某某值班", await again.Read("/account"));
        await (await again.Submit("/account/sign-out", new { })).ExpectPage(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Redirect, (await again.Get("/account")).StatusCode);

        var another = new Browser(app);
        await SignIn(another, "zhao");
        await (await another.Submit("/account/setup", new { Code = code })).ExpectPage(HttpStatusCode.BadRequest);
        Assert.Equal("/account/setup", (await another.Get("/account")).Headers.Location!.OriginalString);

        await (await administrator.PostAsJsonAsync($"/api/v1/accounts/{opened.Id()}/suspension", new { reason = "离职" })).Expect(HttpStatusCode.OK);
        Assert.Equal("/account/setup", (await browser.Get("/account")).Headers.Location!.OriginalString);
    }

    [OutsideFact(NodeScript.Needs)]
    public async Task Of_those_who_use_one_code_at_once_one_has_the_account_and_it_is_the_one_who_was_told_so()
    {
        using var issuer = await Start();
        await using var app = Behind(issuer);
        var administrator = app.WithToken(await Token(issuer, Administrator));
        var opened = await administrator.Created("/api/v1/accounts", new { name = "某某值班", organizationId = DemoData.CountyOffice, personName = "某某某" });
        var code = opened.GetProperty("setup").GetProperty("code").GetString();

        var browsers = Enumerable.Range(0, 6).Select(_ => new Browser(app)).ToList();
        for (var i = 0; i < browsers.Count; i++) await SignIn(browsers[i], $"racer-{i}");
        var answers = await Task.WhenAll(browsers.Select(b => b.Submit("/account/setup", new { Code = code })));

        Assert.Equal(1, answers.Count(a => a.StatusCode is HttpStatusCode.OK));
        for (var i = 0; i < browsers.Count; i++)
        {
            var (told, shown) = (answers[i].StatusCode is HttpStatusCode.OK, await browsers[i].Get("/account"));
            Assert.Equal(told ? HttpStatusCode.OK : HttpStatusCode.Redirect, shown.StatusCode);
        }
    }

    /// <summary>From our page to the issuer, through its sign-in and consent, and back.</summary>
    private static async Task SignIn(Browser browser, string subject)
    {
        using var there = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var next = (await browser.Get("/account")).Headers.Location!;
        for (var steps = 0; next.Authority != "127.0.0.1:5080"; steps++)
        {
            Assert.True(steps < 10, next.ToString());
            var address = next.AbsolutePath.StartsWith("/as/", StringComparison.Ordinal) ? new Uri(next, "?sub=" + subject) : next;
            var answer = await there.GetAsync(address);
            Assert.True(answer.Headers.Location is not null, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            next = new Uri(address, answer.Headers.Location);
        }

        Assert.Equal("/account", (await browser.Get(next.PathAndQuery)).Headers.Location?.OriginalString);
    }

    private static async Task<string> Token(NodeScript issuer, string client, string? resource = "urn:honors")
    {
        using var http = new HttpClient();
        Dictionary<string, string> form = new() { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = Secret };
        if (resource is not null) form["resource"] = resource;
        return (await (await http.PostAsync($"{AddressOf(issuer)}/token", new FormUrlEncodedContent(form))).Expect(HttpStatusCode.OK)).GetProperty("access_token").GetString()!;
    }
}
