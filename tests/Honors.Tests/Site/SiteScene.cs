using System.Net;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Tests.Files;
using Honors.Tests.Support;
using SkiaSharp;

namespace Honors.Tests.Site;

/// <summary>A role model made through the API, and the site as a stranger reads it.</summary>
internal sealed class SiteScene(HonorsApp app)
{
    public static readonly object Source = new { title = "沁源县年鉴", publishedOn = new { date = "2025" } };

    public async Task<JsonElement> Person(string name) => await (await app.As("recorder")).Created("/api/v1/people", new { name, born = new { date = "1990" } });

    public async Task<string> Title(string name, string level = "county") =>
        (await (await app.As("office")).Created("/api/v1/titles", new { name, @class = "selection", level, ownerId = DemoData.CountyOffice })).Id();

    public async Task<string> Award(string title, string? person, string? ceremony = null, string date = "2025-06", Guid? organization = null, bool confirmed = true)
    {
        var award = (await (await app.As("office")).Created("/api/v1/awards", new
        {
            titleId = title,
            divisionCode = 140431000000,
            personId = person,
            organizationId = organization,
            conferredOn = new { date },
            ceremony,
            source = Source,
        })).Id();
        if (confirmed) await (await (await app.As("verifier")).PostAsync($"/api/v1/awards/{award}/confirmation", null)).Expect(HttpStatusCode.OK);
        return award;
    }

    public async Task<string> Ground(string person, params string[] records) => await Ground(person, new { }, records);

    /// <param name="also">Other members of the request.</param>
    public async Task<string> Ground(string person, object also, params string[] records)
    {
        Dictionary<string, object?> body = new()
        {
            ["kind"] = "published",
            ["source"] = Source,
            ["showsName"] = true,
            ["showsUnit"] = false,
            ["recordIds"] = records,
        };
        foreach (var member in also.GetType().GetProperties()) body[member.Name] = member.GetValue(also);
        return (await (await app.As("office")).Created($"/api/v1/people/{person}/grounds", body)).Id();
    }

    public async Task End(string person, string ground) =>
        await (await (await app.As("office")).PostAsync($"/api/v1/people/{person}/grounds/{ground}/ending", null)).Expect(HttpStatusCode.OK);

    public async Task<string> Picture(string kind = "picture") => (await (await (await app.As("office")).PostAsync(
        "/api/v1/files", Upload.Of(Samples.Picture(900, 1200, SKEncodedImageFormat.Jpeg), "image/jpeg", "照片.jpg", kind))).Expect(HttpStatusCode.Created)).Id();

    public async Task<string> Deed(string person, string name, string? summary = null, string? place = null, string? time = null) => (await (await app.As("recorder")).Created("/api/v1/deeds", new
    {
        name,
        kind = "lifeSaving",
        when = new { date = "2020-05" },
        timeAsWritten = time,
        place,
        summary,
        actors = new[] { new { personId = person } },
        source = Source,
    })).Id();

    public async Task<string> VerifiedHours(string person, int minutes, string category = "community")
    {
        var id = (await (await app.As("recorder")).Created("/api/v1/service-hours", new
        {
            personId = person,
            activity = "巡河",
            category,
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = "2026-08-01",
            minutes,
        })).Id();
        await (await (await app.As("verifier")).PostAsync($"/api/v1/service-hours/{id}/verification", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    public static string Number(JsonElement person) => person.GetProperty("number").GetString()!;

    public async Task<HttpResponseMessage> Get(string path, string language = "zh-CN", string? encoding = null, string? etag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        if (encoding is not null) request.Headers.Add("Accept-Encoding", encoding);
        if (etag is not null) request.Headers.Add("If-None-Match", etag);
        return await app.Anonymous().SendAsync(request);
    }

    public async Task<string> Read(string path, string language = "zh-CN") => await (await Get(path, language)).ExpectPage(HttpStatusCode.OK);
}
