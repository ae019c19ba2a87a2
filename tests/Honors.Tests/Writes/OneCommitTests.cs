using System.Net;
using System.Net.Http.Json;
using Honors.Api.Audit;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Api.Writes;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Honors.Tests.Writes;

public sealed class OneCommitTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/people";

    private static Task<HttpResponseMessage> Post(HttpClient client, string key, string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(new { name }) };
        request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    private async Task<T> Ask<T>(Func<HonorsDb, Task<T>> question)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<HonorsDb>());
    }

    [Fact]
    public async Task One_key_from_many_clients_at_once_gives_equal_answers_and_one_row()
    {
        var recorder = await app.As("recorder");
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Post(recorder, "one-key-many-clients", "同键人员")));
        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Single(answers.Select(a => a.Headers.ETag!.Tag + a.Headers.Location).Distinct());
        Assert.Equal(31, answers.Count(a => a.Headers.Contains("Idempotency-Replayed")));
        Assert.Single((await recorder.Read($"{Path}?name=同键人员")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_key_is_not_good_for_another_body_nor_for_another_account()
    {
        await (await Post(await app.As("recorder"), "a-key-used-before", "甲人员")).Expect(HttpStatusCode.Created);
        await (await Post(await app.As("recorder"), "a-key-used-before", "乙人员")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency.other-body");
        await (await Post(await app.As("office"), "a-key-used-before", "乙人员")).Expect(HttpStatusCode.Created);
        await (await Post(await app.As("office"), "short", "乙人员")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency.key-unfit");
    }

    [Fact]
    public async Task A_key_is_forgotten_after_thirty_days()
    {
        await using var fresh = new HonorsApp();
        var recorder = await fresh.As("recorder");
        await (await Post(recorder, "a-key-that-grows-old", "旧键人员")).Expect(HttpStatusCode.Created);
        fresh.Clock.Now += Duration.FromDays(30);
        var again = await Post(recorder, "a-key-that-grows-old", "旧键人员");
        await again.Expect(HttpStatusCode.Created);
        Assert.False(again.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task A_refused_act_leaves_nothing_not_even_an_audit_entry_and_its_key_stays_free()
    {
        var recorder = await app.As("recorder");
        var before = await Ask(db => db.AuditEntries.CountAsync());
        await (await Post(recorder, "a-key-refused-first", "·")).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(before, await Ask(db => db.AuditEntries.CountAsync()));
        await (await Post(recorder, "a-key-refused-first", "改正人员")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task What_somebody_was_refused_leaves_one_entry_an_hour_that_counts_and_nothing_of_the_body()
    {
        await using var own = new HonorsApp();
        var (nominator, office) = (await own.As("nominator"), await own.As("office"));
        for (var i = 0; i < 5; i++) await (await nominator.PostAsJsonAsync(Path, new { name = "被拒人员" })).Expect(HttpStatusCode.Forbidden);
        var award = DemoId.Of("卫旭斌 优秀队员");
        await (await office.PostAsJsonAsync($"/api/v1/nominations/{DemoId.Of("demo refused nomination")}/appeal", new { reason = "请再核实" })).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await (await own.As("verifier")).PostAsync($"/api/v1/awards/{award}/confirmation", null)).Expect(HttpStatusCode.Conflict);
        await (await office.GetAsync($"{Path}/{Guid.NewGuid()}")).Expect(HttpStatusCode.NotFound);
        await (await office.PostAsJsonAsync("/api/v1/public/objection-withdrawals", new { receipt = "x" })).Expect(HttpStatusCode.NotFound);
        await (await own.Anonymous().PostAsJsonAsync(Path, new { name = "被拒人员" })).Expect(HttpStatusCode.Unauthorized);
        await own.Services.GetRequiredService<RefusalAudit>().Count(CancellationToken.None);

        await using var scope = own.Services.CreateAsyncScope();
        var entries = await scope.ServiceProvider.GetRequiredService<HonorsDb>().AuditEntries.Where(e => e.Refused != null).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(
            [("recordPerson", Path, 403, 5), ("appealNomination", $"/api/v1/nominations/{DemoId.Of("demo refused nomination")}/appeal", 404, 1), ("confirmAward", $"/api/v1/awards/{award}/confirmation", 409, 1)],
            entries.Select(e => (e.Operation, e.Resource, e.Refused!.Value, e.Times)));
        Assert.Equal((DemoId.Of(DemoLogins.Nominator), DemoId.Of("冯荐贤")), (entries[0].AccountId, entries[0].PersonId!.Value));

        own.Clock.Now += NodaTime.Duration.FromHours(1);
        await (await nominator.PostAsJsonAsync(Path, new { name = "被拒人员" })).Expect(HttpStatusCode.Forbidden);
        Assert.Equal(4, await scope.ServiceProvider.GetRequiredService<HonorsDb>().AuditEntries.CountAsync(e => e.Refused != null));
    }

    [Fact]
    public async Task Every_effect_has_its_audit_entry_with_who_what_and_where()
    {
        var made = await (await app.As("recorder")).Created(Path, new { name = "审计人员" });
        var entry = await Ask(db => db.AuditEntries.SingleAsync(e => e.Resource == $"{Path}/{made.Id()}"));
        Assert.Equal("recordPerson", entry.Operation);
        Assert.Equal(DemoId.Of(DemoLogins.Recorder), entry.AccountId);
        Assert.Equal(DemoId.Of("李记远"), entry.PersonId);
    }

    [Fact]
    public async Task Twenty_people_with_sixteen_overlapping_posts_each_keep_exactly_one()
    {
        var recorder = await app.As("recorder");
        var people = new List<string>();
        for (var i = 0; i < 20; i++) people.Add((await recorder.Created(Path, new { name = "并发人员" })).Id());

        var answers = await Task.WhenAll(people.SelectMany(p => Enumerable.Range(0, 16).Select(async i => (Person: p, Answer: await recorder.PostAsJsonAsync(
            "/api/v1/service-hours",
            new
            {
                personId = p,
                activity = "巡河",
                category = "community",
                organizerId = DemoData.RescueTeam,
                provenance = "attendance",
                startsAt = $"2026-08-01T01:{i:00}:00Z",
                endsAt = $"2026-08-01T03:{i:00}:00Z",
            })))));

        Assert.All(answers.GroupBy(a => a.Person), g =>
        {
            Assert.Single(g, a => a.Answer.StatusCode is HttpStatusCode.Created);
            Assert.Equal(15, g.Count(a => a.Answer.StatusCode is HttpStatusCode.Conflict));
        });
    }

    [Fact]
    public async Task Nothing_writes_past_the_writer() => await Assert.ThrowsAsync<DbUpdateException>(() => Ask(async db =>
    {
        db.AuditEntries.Add(new Honors.Api.Audit.AuditEntry { Operation = "x", Resource = "x", TraceId = "x" });
        return await db.SaveChangesAsync();
    }));

    [Fact]
    public async Task An_act_about_one_person_changes_no_record_of_another()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
        db.About = [DemoId.Of("卫旭斌")];
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => app.Services.GetRequiredService<Writer>().Commit(db, async () =>
        {
            db.Add(await db.Memberships.IgnoreQueryFilters([HonorsDb.Visible]).FirstAsync(m => m.PersonId != db.About[0]));
            await db.SaveChangesAsync();
            return true;
        }));
        Assert.Contains("not about", fault.Message);
    }

    [Fact]
    public async Task An_act_that_fails_harms_none_of_its_neighbours_in_the_commit()
    {
        var recorder = await app.As("recorder");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => recorder.PostAsJsonAsync(Path, new { name = i % 2 is 0 ? "邻居人员" : "·" })));
        Assert.Equal(20, answers.Count(a => a.StatusCode is HttpStatusCode.Created));
        Assert.Equal(20, answers.Count(a => a.StatusCode is HttpStatusCode.UnprocessableEntity));
    }
}
