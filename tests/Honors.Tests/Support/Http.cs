using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Honors.Tests.Support;

/// <summary>Requests as a client would write them; a failed expectation prints the answer.</summary>
internal static class Http
{
    public static async Task<JsonElement> Created(this HttpClient client, string path, object body) =>
        await (await client.PostAsJsonAsync(path, body)).Expect(HttpStatusCode.Created);

    public static async Task<JsonElement> Read(this HttpClient client, string path) => await (await client.GetAsync(path)).Expect(HttpStatusCode.OK);

    public static async Task<HttpResponseMessage> Put(this HttpClient client, string path, object body, string? ifMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.IfMatch.Add(new EntityTagHeaderValue(ifMatch));
        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> Send(this HttpClient client, HttpMethod method, string path, string json, string mediaType = "application/json") =>
        client.SendAsync(new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, mediaType) });

    public static async Task<JsonElement> Expect(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} instead of {(int)status}: {text}");
        return text is "" ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>A page, whose text is no JSON.</summary>
    public static async Task<string> ExpectPage(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {answer.Headers.Location} instead of {(int)status}: {text}");
        return text;
    }

    /// <summary>RFC 9457 with this code; answers the problem.</summary>
    public static async Task<JsonElement> ExpectProblem(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var problem = await answer.Expect(status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    public static string Id(this JsonElement element) => element.GetProperty("id").GetString()!;
}
