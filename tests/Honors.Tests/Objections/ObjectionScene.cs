using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Data;
using Honors.Api.Objections;
using Honors.Tests.Notices;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Honors.Tests.Objections;

/// <summary>A notice of two that runs from 2024-04-03 to 2024-04-18, with three days of grace; <c>office</c> found on the cases and drafted it, <c>office2</c> published it.</summary>
public class ObjectionScene : NoticeScene
{
    public const string Objections = "/api/v1/objections", First = "曾广善", Second = "单行义";

    public Task<JsonElement> Running(JsonObject? facts = null) => Published(facts ?? Facts(), First, Second);

    public static JsonObject Words(string? entry = null) => new() { ["text"] = "事迹是别人做的。", ["entryId"] = entry, ["name"] = "某村民", ["contact"] = "villager@example.org" };

    public static JsonObject Came(string channel, string arrivedOn, string? postedOn = null, string? entry = null)
    {
        var words = Words(entry);
        (words["channel"], words["arrivedOn"], words["postedOn"]) = (channel, arrivedOn, postedOn);
        return words;
    }

    public async Task<string> Objected(string notice, JsonObject? words = null) =>
        (await Anonymous().Created($"/api/v1/public/notices/{notice}/objections", words ?? Words())).GetProperty("receipt").GetString()!;

    public async Task<(string Id, string Receipt)> Enter(string notice, JsonObject body)
    {
        var entered = await (await As("office2")).Created($"{Notices}/{notice}/objections", body);
        return (entered.Id(), entered.GetProperty("receipt").GetString()!);
    }

    public async Task<string> EnteredByPhone(JsonElement notice, string? name = First) =>
        (await Enter(notice.Id(), Came("phone", "2024-04-03", entry: name is null ? null : Entry(notice, name)))).Id;

    public async Task<JsonElement> Take(string id, string act, object? body = null, string login = "office2") => await (await Send(id, act, body, login)).Expect(HttpStatusCode.OK);

    public async Task<JsonElement> Deny(string code, string id, string act, object? body = null, string login = "office2", HttpStatusCode status = HttpStatusCode.Conflict) =>
        await (await Send(id, act, body, login)).ExpectProblem(status, code);

    public async Task<JsonElement> Told(string receipt) => await Anonymous().Read($"/api/v1/public/objections/{receipt}");

    /// <summary>What a decision will ask.</summary>
    public async Task<bool> Stops(string opened)
    {
        await using var scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<HonorsDb>().OpenObjections([Guid.Parse(opened)], CancellationToken.None)).Count is 1;
    }

    public static string CaseOf(JsonElement notice, string name) =>
        notice.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("name").GetString() == name).GetProperty("caseId").GetString()!;

    private async Task<HttpResponseMessage> Send(string id, string act, object? body, string login) =>
        await (await As(login)).PostAsync($"{Objections}/{id}/{act}", body is null ? null : JsonContent.Create(body));
}

/// <summary>The same, with every line that it logs. Tracing costs more than all else: only for those who read it.</summary>
public sealed class WatchedObjectionScene : ObjectionScene
{
    public ConcurrentQueue<string> Lines { get; } = [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new LogLines(Lines)));
    }
}
