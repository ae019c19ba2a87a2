using System.Net;
using System.Net.Http.Json;
using CsCheck;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Data;

public sealed class ChangedSinceTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = "/api/v1/service-hours";

    private static readonly string[] Lists = ["service-hours", "deployments", "deeds", "awards", "village-assignments", "people", "organizations", "notices"];

    private async Task<string> NewPerson() => (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();

    private static object Body(string person, int day, int minutes, Guid? organizer = null) => new
    {
        personId = person,
        activity = "巡河",
        category = "community",
        organizerId = organizer ?? DemoData.RescueTeam,
        provenance = "recorded",
        servedOn = $"2026-05-{day:00}",
        minutes,
    };

    /// <summary>What a program keeps that follows a list: each record as last told, without what it was told is gone.</summary>
    private sealed class Copy(HttpClient client, string list, int limit)
    {
        private string _position = "0";

        public Dictionary<string, string> Records { get; } = [];

        public List<(string Id, string Reason)> Tombstones { get; } = [];

        /// <returns>Whether there was anything.</returns>
        public async Task<bool> Read()
        {
            var answer = await client.Read($"/api/v1/{list}?limit={limit}&changedSince={_position}");
            var items = answer.GetProperty("items").EnumerateArray().ToList();
            var tombstones = answer.GetProperty("tombstones").EnumerateArray().Select(t => (t.Id(), t.GetProperty("reason").GetString()!)).ToList();
            foreach (var item in items) Records[item.Id()] = item.GetRawText();
            foreach (var (id, _) in tombstones) Records.Remove(id);
            Tombstones.AddRange(tombstones);
            _position = answer.GetProperty("next").GetString()!;
            Assert.True(items.Count + tombstones.Count <= limit);
            return items.Count + tombstones.Count > 0;
        }

        public async Task ReadAll()
        {
            while (await Read()) { }
        }

        public async Task<Dictionary<string, string>> FullList()
        {
            Dictionary<string, string> all = [];
            for (var next = ""; next is not null;)
            {
                var page = await client.Read($"/api/v1/{list}?limit=100{next}");
                foreach (var item in page.GetProperty("items").EnumerateArray()) all[item.Id()] = item.GetRawText();
                next = page.GetProperty("next").GetString() is { } after ? $"&after={after}" : null;
            }

            return all;
        }

        public async Task MustBeWhole()
        {
            await ReadAll();
            var full = await FullList();
            Assert.Equal(full.OrderBy(r => r.Key, StringComparer.Ordinal), Records.OrderBy(r => r.Key, StringComparer.Ordinal));
        }
    }

    public static TheoryData<string> EveryList() => [.. Lists];

    [Theory]
    [MemberData(nameof(EveryList))]
    public async Task From_the_start_every_list_tells_all_that_it_holds(string list)
    {
        foreach (var login in (string[])["office", "recorder", "auditor", "person"])
        {
            var copy = new Copy(await app.As(login), list, 3);
            await copy.MustBeWhole();
            if (login is "office") Assert.NotEmpty(copy.Records);
        }
    }

    [Fact]
    public async Task A_deleted_draft_is_told_to_whoever_saw_it_and_to_nobody_else()
    {
        var recorder = await app.As("recorder");
        var draft = (await recorder.Created(Hours, Body(await NewPerson(), 1, 60))).Id();
        var (seer, stranger) = (new Copy(await app.As("office"), "service-hours", 100), new Copy(await app.As(null, DemoData.NeighbourOffice, Right.Audit), "service-hours", 100));
        await seer.ReadAll();
        await stranger.ReadAll();
        Assert.Contains(draft, seer.Records.Keys);

        await (await recorder.DeleteAsync($"{Hours}/{draft}")).Expect(HttpStatusCode.NoContent);

        await seer.ReadAll();
        await stranger.ReadAll();
        Assert.Contains((draft, "erased"), seer.Tombstones);
        Assert.DoesNotContain(draft, seer.Records.Keys);
        Assert.Empty(stranger.Tombstones);
    }

    [Fact]
    public async Task A_record_that_leaves_the_callers_sight_is_told_as_hidden()
    {
        var recorder = await app.As("recorder");
        var person = await NewPerson();
        var id = (await recorder.Created(Hours, Body(person, 1, 60, DemoData.EpidemicTeam))).Id();
        var organizer = new Copy(await app.As(null, DemoData.EpidemicTeam, Right.Audit), "service-hours", 100);
        await organizer.ReadAll();
        Assert.Contains(id, organizer.Records.Keys);

        await (await recorder.Put($"{Hours}/{id}", Body(person, 1, 60), "\"1.f\"")).Expect(HttpStatusCode.OK);

        await organizer.MustBeWhole();
        Assert.Contains((id, "hidden"), organizer.Tombstones);
    }

    [Fact]
    public async Task A_unit_is_told_of_hours_and_people_when_an_employment_begins_or_ends()
    {
        var recorder = await app.As("recorder");
        var person = await NewPerson();
        var id = (await recorder.Created(Hours, Body(person, 20, 60))).Id();
        var auditor = await app.As(null, DemoData.School, Right.Audit);
        var (hours, people) = (new Copy(auditor, "service-hours", 100), new Copy(auditor, "people", 100));
        await hours.ReadAll();
        await people.ReadAll();
        Assert.DoesNotContain(id, hours.Records.Keys);

        var employment = (await recorder.Created($"/api/v1/people/{person}/employments", new { organizationId = DemoData.School, from = new { date = "2020" } })).Id();
        await hours.MustBeWhole();
        Assert.DoesNotContain(id, hours.Records.Keys);
        await (await (await app.As("verifier")).PostAsync($"/api/v1/people/{person}/employments/{employment}/confirmation", null)).Expect(HttpStatusCode.OK);
        await hours.MustBeWhole();
        await people.MustBeWhole();
        Assert.Contains(id, hours.Records.Keys);
        Assert.Contains(person, people.Records.Keys);

        await (await recorder.PostAsJsonAsync($"/api/v1/people/{person}/employments/{employment}/ending", new { until = new { date = "2026-04" } })).Expect(HttpStatusCode.OK);
        await hours.MustBeWhole();
        Assert.Contains((id, "hidden"), hours.Tombstones);
    }

    [Fact]
    public async Task A_position_is_good_for_its_account_and_its_rights_alone()
    {
        var office = await app.As("office");
        var next = (await office.Read($"{Hours}?limit=1&changedSince=0")).GetProperty("next").GetString();
        await (await (await app.As("office2")).GetAsync($"{Hours}?changedSince={next}")).ExpectProblem(HttpStatusCode.BadRequest, "member.unreadable");
        await (await office.GetAsync($"{Hours}?after={next}")).ExpectProblem(HttpStatusCode.BadRequest, "member.unreadable");
        await (await office.GetAsync($"{Hours}?changedSince=17")).ExpectProblem(HttpStatusCode.BadRequest, "member.unreadable");
        await (await office.GetAsync($"{Hours}?changedSince={next}&status=logged")).ExpectProblem(HttpStatusCode.BadRequest, "query.not-with-changed-since");

        var administrator = await app.As("administrator");
        var account = (await administrator.Read("/api/v1/accounts?limit=100")).GetProperty("items").EnumerateArray()
            .Single(a => a.GetProperty("name").GetString() is "nominator").Id();
        var nominator = await app.As("nominator");
        var before = (await nominator.Read($"{Hours}?changedSince=0")).GetProperty("next").GetString();
        await nominator.Read($"{Hours}?changedSince={before}");
        await administrator.Created($"/api/v1/accounts/{account}/grants", new { right = "audit", organizationId = DemoData.RescueTeam });
        await (await nominator.GetAsync($"{Hours}?changedSince={before}")).ExpectProblem(HttpStatusCode.Conflict, "changes.rights-changed");
    }

    [Fact]
    public async Task A_registry_from_before_there_were_positions_tells_all_that_it_holds()
    {
        await using var older = new HonorsApp();
        await using (var scope = older.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
            await older.Services.GetRequiredService<Writer>().Commit(db, async () =>
            {
                await db.Set<Change>().ExecuteDeleteAsync();
                await db.GiveFirstPositions();
                return true;
            });
        }

        foreach (var list in Lists)
        {
            var copy = new Copy(await older.As("office"), list, 100);
            await copy.MustBeWhole();
            Assert.NotEmpty(copy.Records);
        }
    }

    /// <summary>Readers of small pages between writes of every sort, refused or not, by callers who see all, some or little.</summary>
    [Fact]
    public async Task Whatever_is_written_between_the_pages_a_copy_becomes_the_full_list()
    {
        var (recorder, verifier) = (await app.As("recorder"), await app.As("verifier"));
        var person = await NewPerson();
        List<string> ids = [];
        var day = 0;
        Copy[] copies =
        [
            new(await app.As("office"), "service-hours", 2), new(recorder, "service-hours", 3), new(await app.As(Guid.Parse(person), DemoData.School), "service-hours", 1),
            new(await app.As(null, DemoData.DisabledTeam, Right.Audit), "service-hours", 2), new(await app.As(null, DemoData.NeighbourOffice, Right.Audit), "service-hours", 2),
        ];
        await Gen.Select(Gen.Int[0, 5], Gen.Int[0, 99], Gen.Bool).Array[5, 20].SampleAsync(async acts =>
        {
            foreach (var (act, pick, elsewhere) in acts)
            {
                var id = ids.Count is 0 ? Guid.CreateVersion7().ToString() : ids[pick % ids.Count];
                var body = Body(person, 1 + (act is 0 ? day++ : pick) % 28, 1 + pick % 30, elsewhere ? DemoData.DisabledTeam : DemoData.RescueTeam);
                var answer = act switch
                {
                    0 => await recorder.PostAsJsonAsync(Hours, body),
                    1 => await verifier.PostAsync($"{Hours}/{id}/verification", null),
                    2 => await verifier.PostAsJsonAsync($"{Hours}/{id}/reversal", new { reason = "更正" }),
                    3 => await recorder.DeleteAsync($"{Hours}/{id}"),
                    4 => await recorder.Put($"{Hours}/{id}", body, (await recorder.GetAsync($"{Hours}/{id}")).Headers.ETag?.Tag ?? "\"1.f\""),
                    _ => await recorder.GetAsync($"{Hours}/{id}"),
                };
                if (answer.StatusCode is HttpStatusCode.Created) ids.Add((await answer.Expect(HttpStatusCode.Created)).Id());
                await copies[pick % copies.Length].Read();
            }

            foreach (var copy in copies) await copy.MustBeWhole();
        }, iter: 10, threads: 1);

        // Whatever was drawn: one record leaves the sight of its organizer, and then is gone.
        var another = await NewPerson();
        var leaving = (await recorder.Created(Hours, Body(another, 1, 30, DemoData.DisabledTeam))).Id();
        foreach (var copy in copies) await copy.MustBeWhole();
        await (await recorder.Put($"{Hours}/{leaving}", Body(another, 1, 30), "\"1.f\"")).Expect(HttpStatusCode.OK);
        foreach (var copy in copies) await copy.MustBeWhole();
        Assert.Contains((leaving, "hidden"), copies[3].Tombstones);
        await (await recorder.DeleteAsync($"{Hours}/{leaving}")).Expect(HttpStatusCode.NoContent);
        foreach (var copy in copies) await copy.MustBeWhole();
        Assert.Contains((leaving, "erased"), copies[0].Tombstones);
        Assert.Empty(copies[4].Tombstones);
    }
}
