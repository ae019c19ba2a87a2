using System.Net;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.PublicApi;

/// <summary>People, their honours and grounds, made through the API as an office makes them.</summary>
internal sealed class RollScene(HonorsApp app)
{
    public const string Roll = "/api/v1/public/honor-roll";

    public static readonly object Source = new { title = "沁源县年鉴", publishedOn = new { date = "2025" } };

    public async Task<string> Title(string name, string level = "county") =>
        (await (await app.As("office")).Created("/api/v1/titles", new { name, @class = "selection", level, ownerId = DemoData.CountyOffice })).Id();

    public async Task<JsonElement> Person(string name) => await (await app.As("recorder")).Created("/api/v1/people", new { name, born = new { date = "1990" } });

    public async Task<string> Award(string title, string? person, string date, Guid? organization = null, Guid[]? teams = null, long division = 140431000000)
    {
        var award = (await (await app.As("office")).Created("/api/v1/awards", new
        {
            titleId = title,
            divisionCode = division,
            personId = person,
            organizationId = organization,
            conferredOn = new { date },
            source = Source,
            teamIds = teams,
        })).Id();
        await (await (await app.As("verifier")).PostAsync($"/api/v1/awards/{award}/confirmation", null)).Expect(HttpStatusCode.OK);
        return award;
    }

    public async Task<string> Ground(string person, params string[] records) => await Ground(person, true, records);

    public async Task<string> Ground(string person, bool story, params string[] records) => (await (await app.As("office")).Created($"/api/v1/people/{person}/grounds", new
    {
        kind = "published",
        source = Source,
        showsName = true,
        showsUnit = false,
        showsStory = story,
        recordIds = records,
    })).Id();

    public async Task End(string person, string ground) =>
        await (await (await app.As("office")).PostAsync($"/api/v1/people/{person}/grounds/{ground}/ending", null)).Expect(HttpStatusCode.OK);

    /// <summary>All pages, each as long as <paramref name="limit"/>.</summary>
    public async Task<List<JsonElement>> Pages(string query, int limit = 100)
    {
        List<JsonElement> all = [];
        for (string? next = ""; next is not null;)
        {
            var page = await app.Anonymous().Read($"{Roll}?limit={limit}&{query}{next}");
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString() is { } after ? $"&after={Uri.EscapeDataString(after)}" : null;
        }

        return all;
    }
}
