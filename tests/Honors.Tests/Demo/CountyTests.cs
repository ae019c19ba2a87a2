using System.Text.Json;
using Honors.Tests.Support;

namespace Honors.Tests.Demo;

public sealed class CountyTests(CountyTests.CountyApp app) : IClassFixture<CountyTests.CountyApp>
{
    public sealed class CountyApp : HonorsApp
    {
        public CountyApp() => Settings["Demo:County"] = "true";
    }

    [Fact]
    public async Task A_county_of_invented_people_stands_around_the_story()
    {
        var office = await app.As("office");
        var people = await All(office, "people");
        Assert.True(people.Count >= 300, $"{people.Count} people");
        Assert.True((await All(office, "teams")).Count(t => t.GetProperty("divisionCode").GetInt64() == 140431000000) >= 12);
        Assert.True((await All(office, "organizations")).Count(o => o.GetProperty("kind").GetString() is "school") >= 8);
        var deployments = await All(office, "deployments");
        Assert.True(deployments.Count >= 40);
        Assert.True((await All(office, "awards")).Count >= 60);
        Assert.True((await All(office, "village-assignments")).Count >= 15);

        var hours = await All(office, "service-hours");
        Assert.True(hours.Count >= 3000, $"{hours.Count} hour records");
        foreach (var status in (string[])["logged", "rejected", "verified"]) Assert.Contains(hours, h => h.GetProperty("status").GetString() == status);

        // What a team recorded as it happened made its hours by its closing, and an office verified them.
        var closed = deployments.Where(d => d.GetProperty("status").GetString() is "closed" && d.GetProperty("place").GetString()!.Contains('村', StringComparison.Ordinal)).ToList();
        Assert.True(closed.Count >= 10, $"{closed.Count} closed");
        foreach (var deployment in closed)
        {
            var lines = deployment.GetProperty("roster").EnumerateArray().ToList();
            Assert.True(lines.Count >= 4);
            var made = hours.Where(h => h.GetProperty("deploymentId").GetString() == deployment.Id()).ToList();
            Assert.All(made, h => Assert.Equal("verified", h.GetProperty("status").GetString()));
            Assert.Equal(
                lines.Where(l => l.GetProperty("flags").GetArrayLength() is 0).Sum(l => l.GetProperty("serviceMinutes").GetInt32()),
                made.Sum(h => h.GetProperty("minutes").GetInt32()));
        }

        var names = people.Select(p => p.GetProperty("name").GetString()!).ToList();
        Assert.Contains(names, n => n.Length is 2);
        Assert.Contains(names, n => n.Length is 4 && n.StartsWith("欧阳", StringComparison.Ordinal));
        Assert.Contains(names, n => n.Contains('·', StringComparison.Ordinal));
        Assert.DoesNotContain(names, n => n.Contains(' ', StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_county_is_the_same_on_every_machine()
    {
        await using var other = new CountyApp();
        other.Clock.Now += NodaTime.Duration.FromDays(400);
        foreach (var list in (string[])["people", "deployments", "awards", "village-assignments"])
            Assert.Equal((await All(await app.As("office"), list)).Select(Text).Order(), (await All(await other.As("office"), list)).Select(Text).Order());

        // What was signed, was signed when the program first started; the lines of a roster have ids drawn then.
        static string Text(JsonElement record) => string.Join('|', record.EnumerateObject().Select(m => m.Value.GetRawText())
            .Where(text => !text.Contains("\"at\":", StringComparison.Ordinal) && !text.Contains("\"personId\":", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_honour_roll_names_those_who_were_printed_and_no_others()
    {
        List<JsonElement> roll = [];
        for (var next = ""; next is not null;)
        {
            var page = await app.Anonymous().Read($"/api/v1/public/honor-roll?limit=100{next}");
            roll.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString() is { } after ? $"&after={after}" : null;
        }

        Assert.Contains(roll, r => r.GetProperty("recipient").GetString() is "姓名未公开" && r.GetProperty("personNumber").ValueKind is JsonValueKind.Null);
        Assert.True(roll.Count(r => r.GetProperty("personNumber").ValueKind is JsonValueKind.String) >= 20);
    }

    private static async Task<List<JsonElement>> All(HttpClient client, string list)
    {
        List<JsonElement> all = [];
        for (var next = ""; next is not null;)
        {
            var page = await client.Read($"/api/v1/{list}?limit=100{next}");
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString() is { } after ? $"&after={after}" : null;
        }

        return all;
    }
}
