using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CsCheck;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Mergers;

/// <summary>Two people with histories of every sort by two bodies, merged if they can be one, and parted again.</summary>
public sealed class MergerPropertyTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Api = "/api/v1";

    private static readonly object Source = new { title = "某某报", publishedOn = new { date = "2025-01" } };

    /// <summary>Hours the most: they are what collides.</summary>
    private static readonly int[] Kinds = [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8];

    private static readonly Gen<(int Kind, bool OfOther, int Day, int From, int Length)[]> Histories =
        Gen.Select(Gen.Int[0, 10].Select(i => Kinds[i]), Gen.Bool, Gen.Int[1, 3], Gen.Int[0, 20], Gen.Int[1, 8]).Array[3, 10];

    [Fact]
    public async Task A_merger_undone_leaves_the_database_as_before_and_no_counted_time_is_ever_there_twice()
    {
        var (recorder, verifier) = (await app.As(null, DemoData.RescueTeam, Right.Record), await app.As(null, DemoData.CountyOffice, Right.Verify));
        var (office, second) = (await app.As(null, DemoData.CountyOffice, Right.Record, Right.Verify), await app.As(null, DemoData.CountyOffice, Right.Verify));
        var (merged, refused) = (0, 0);
        await Histories.SampleAsync(async history =>
        {
            var (survivor, other) = ((await recorder.Created($"{Api}/people", new { name = "苏重逢" })).Id(), (await recorder.Created($"{Api}/people", new { name = "苏重逢" })).Id());
            foreach (var (kind, ofOther, day, from, length) in history) await Enter(kind, ofOther ? other : survivor, ofOther ? survivor : other, day, from, length);
            if ((merged + refused) % 2 is 1) // whatever was drawn: half of the pairs were in two places at once
            {
                await Enter(0, survivor, other, 28, 0, 2);
                await Enter(0, other, survivor, 28, 1, 2);
            }

            var before = await Dump.Of(app);
            var minutes = await Counted(survivor) + await Counted(other);
            var proposal = await office.PostAsJsonAsync($"{Api}/people/{survivor}/merger", new { otherId = other, reason = "同一人" });
            if (proposal.StatusCode is HttpStatusCode.Conflict)
            {
                refused++;
                Assert.Equal(before, await Dump.Of(app));
                return;
            }

            merged++;
            var merger = $"{Api}/people/{survivor}/mergers/{(await proposal.Expect(HttpStatusCode.Created)).Id()}";
            await (await second.PostAsync(merger + "/confirmation", null)).Expect(HttpStatusCode.OK);

            var hours = await Hours(survivor);
            Assert.Equal(minutes, await Counted(survivor));
            Assert.Equal(minutes, hours.Where(h => h.GetProperty("status").GetString() is "verified").Sum(h => h.GetProperty("minutes").GetInt32()));
            var counting = hours.Where(h => h.GetProperty("status").GetString() is "verified" or "logged").ToList();
            Assert.All(counting, h => Assert.All(counting, o => Assert.False(h.Id() != o.Id() && Meet(h, o), $"{h} and {o}")));
            foreach (var dated in counting.Where(h => h.GetProperty("startsAt").ValueKind is JsonValueKind.Null).Select(h => h.GetProperty("servedOn").GetString()).Distinct())
                Assert.True(counting.SelectMany(h => h.GetProperty("days").EnumerateArray()).Where(d => d.GetProperty("day").GetString() == dated).Sum(d => d.GetProperty("minutes").GetInt32()) <= 960);

            await (await second.PostAsJsonAsync(merger + "/separation", new { reason = "两人" })).Expect(HttpStatusCode.OK);
            Assert.Equal(before, await Dump.Of(app));
        }, seed: "0N0XIzNsQ0O2", iter: 24, threads: 1);
        Assert.True(merged > 4 && refused > 4, $"{merged} merged, {refused} refused");

        async Task Enter(int kind, string person, string neighbour, int day, int from, int length)
        {
            var on = $"2026-03-{day:00}";
            var answer = kind switch
            {
                0 or 1 => await recorder.PostAsJsonAsync($"{Api}/service-hours", Service(person, null, $"{on}T{from % 12:00}:00:00Z", $"{on}T{from % 12 + length:00}:00:00Z")),
                2 => await recorder.PostAsJsonAsync($"{Api}/service-hours", Service(person, on, null, null, length * 90)),
                3 when await Hours(person) is [.., var newest] => await verifier.PostAsync($"{Api}/service-hours/{newest.Id()}/verification", null),
                4 when await Hours(person) is [var oldest, ..] => await verifier.PostAsJsonAsync($"{Api}/service-hours/{oldest.Id()}/reversal", new { reason = "写错" }),
                5 => await recorder.PostAsJsonAsync($"{Api}/deeds", new { name = "扑火", kind = "helping", actors = new[] { new { personId = person } }, source = Source }),
                6 => await recorder.PostAsJsonAsync($"{Api}/deployments", Deployment(person, neighbour, day, length)),
                7 => await recorder.PostAsJsonAsync($"{Api}/village-assignments", new { personId = person, villageCode = 140431207218, from = new { date = $"2026-0{day}-01" }, until = new { date = $"2026-0{day}-20" } }),
                _ => await recorder.PostAsJsonAsync($"{Api}/people/{person}/grounds", new { kind = "published", source = Source, showsName = true, showsUnit = true, recordIds = Array.Empty<string>() }),
            };
            Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.Conflict, await answer.Content.ReadAsStringAsync());
            if (kind is 6 && length % 2 is 0) await recorder.PostAsync($"{Api}/deployments/{(await answer.Expect(HttpStatusCode.Created)).Id()}/closing", null);
        }

        async Task<int> Counted(string person) => (await office.Read($"{Api}/people/{person}/record")).GetProperty("recordedHours").GetProperty("minutes").GetInt32();

        async Task<List<JsonElement>> Hours(string person) => [.. (await office.Read($"{Api}/service-hours?limit=100&personId={person}")).GetProperty("items").EnumerateArray()];
    }

    private static bool Meet(JsonElement one, JsonElement other) =>
        one.GetProperty("startsAt").ValueKind is not JsonValueKind.Null && other.GetProperty("startsAt").ValueKind is not JsonValueKind.Null
        && one.GetProperty("startsAt").GetDateTimeOffset() < other.GetProperty("endsAt").GetDateTimeOffset()
        && other.GetProperty("startsAt").GetDateTimeOffset() < one.GetProperty("endsAt").GetDateTimeOffset();

    private static object Service(string person, string? day, string? from, string? to, int? minutes = null) => new
    {
        personId = person,
        activity = "巡河",
        category = "community",
        organizerId = DemoData.RescueTeam,
        provenance = "recorded",
        servedOn = day,
        startsAt = from,
        endsAt = to,
        minutes,
    };

    /// <summary>Its outcomes may name both, in either order, though one alone was on its roster.</summary>
    private static object Deployment(string person, string neighbour, int day, int length) => new
    {
        name = "搜寻",
        kind = "eventSupport",
        roster = new[]
        {
            new
            {
                personId = person,
                segments = new[] { new { activity = "rescue", from = $"2026-03-{day:00}T13:00:00Z", to = $"2026-03-{day:00}T{13 + length:00}:00:00Z" } },
                ending = new { kind = "returned", at = $"2026-03-{day:00}T23:00:00Z" },
            },
        },
        outcomes = new[] { Moved(neighbour, length), Moved(person, length), Moved(neighbour, 1) },
    };

    private static object Moved(string person, int count) => new { kind = "peopleMoved", quantity = new { value = count, qualifier = "exact", scope = "person" }, personId = person };
}
