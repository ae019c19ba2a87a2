using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Honors.Api.Demo;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Honors.Tests.Support;

/// <summary>Somebody at a browser: keeps cookies, fills in forms, follows no redirect by itself.</summary>
public sealed partial class Browser(WebApplicationFactory<Program> app, string? address = null)
{
    public const string Redirect = "http://127.0.0.1:5080/swagger/oauth2-redirect.html";

    /// <summary>Over TLS as far as the program can see: its cookies are for secure connections alone.</summary>
    private readonly HttpClient _client = app.CreateClient(new() { BaseAddress = new Uri("https://127.0.0.1:5080"), AllowAutoRedirect = false, HandleCookies = false });

    public Dictionary<string, string> Cookies { get; } = [];

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content = null, Action<HttpRequestHeaders>? also = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        if (address is not null) request.Headers.Add("X-Forwarded-For", address);
        also?.Invoke(request.Headers);
        var answer = await _client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..].Split(';')[0]);
            if (value is "") Cookies.Remove(name);
            else Cookies[name] = value;
        }

        return answer;
    }

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path);

    public async Task<string> Read(string path)
    {
        var answer = await Get(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {answer.Headers.Location} {text}");
        return text;
    }

    /// <summary>Opens the page, fills in its form and sends it.</summary>
    /// <param name="handler">Which of the page's forms.</param>
    public async Task<HttpResponseMessage> Submit(string path, object fields, string? handler = null)
    {
        var page = await Read(path);
        Dictionary<string, string?> form = new() { ["__RequestVerificationToken"] = FormToken().Match(page).Groups[1].Value };
        if (Sending().Match(page) is { Success: true } sending) form["Sending"] = sending.Groups[1].Value;
        foreach (var field in fields.GetType().GetProperties()) form[field.Name] = (string?)field.GetValue(fields);
        return await Send(HttpMethod.Post, handler is null ? path : $"{path}?handler={handler}", new FormUrlEncodedContent(form));
    }

    public Task<HttpResponseMessage> SignIn(string name, string password = DemoLogins.Password) =>
        Submit("/account/sign-in", new { Name = name, Password = password });

    public async Task<Browser> SignedIn(string name, string password = DemoLogins.Password)
    {
        await (await SignIn(name, password)).ExpectPage(HttpStatusCode.Redirect);
        return this;
    }

    /// <summary>The tokens that a client of this browser's user gets.</summary>
    public async Task<JsonElement> Tokens()
    {
        var verifier = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var answer = await Get(AuthorizePath(verifier));
        var query = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        Assert.True(query["code"] is not null, answer.Headers.Location.ToString());
        return await (await Exchange(new { grant_type = "authorization_code", client_id = "swagger", code = query["code"], code_verifier = verifier, redirect_uri = Redirect }))
            .Expect(HttpStatusCode.OK);
    }

    public static string AuthorizePath(string verifier, string method = "S256", string redirect = Redirect) =>
        "/connect/authorize?client_id=swagger&response_type=code&scope=openid%20offline_access&redirect_uri=" + Uri.EscapeDataString(redirect)
        + $"&code_challenge_method={method}&code_challenge=" + Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public Task<HttpResponseMessage> Exchange(object fields) => Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent(
        fields.GetType().GetProperties().Select(f => KeyValuePair.Create(f.Name, (string?)f.GetValue(fields)))));

    /// <summary>The API with a token of this browser's user.</summary>
    public async Task<HttpClient> Api()
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await Tokens()).GetProperty("access_token").GetString());
        return client;
    }

    [GeneratedRegex("name=\"Sending\" value=\"([^\"]+)\"")]
    private static partial Regex Sending();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
